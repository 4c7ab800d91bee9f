package main

import (
	"fmt"
	"io"
	"slices"
	"time"
)

// row is one line of the table: what was measured, of Foyer and of its floor.
type row struct {
	what, floorName, unit string
	ours, floor           float64
	goal                  string
}

// print writes the rows as a Markdown table.
func print(w io.Writer, rows []row) {
	_, _ = fmt.Fprintln(w, "| measured | Foyer | beside it | ratio | goal |\n|---|---|---|---|---|")
	for _, r := range rows {
		ratio := "–"
		if r.floor > 0 {
			ratio = fmt.Sprintf("%.2f×", r.ours/r.floor)
		}
		_, _ = fmt.Fprintf(w, "| %s | %s %s | %s %s (%s) | %s | %s |\n", r.what, number(r.ours), r.unit, number(r.floor), r.unit, r.floorName, ratio, r.goal)
	}
}

func number(v float64) string {
	if v == float64(int(v)) || v >= 100 {
		return fmt.Sprintf("%.0f", v)
	}
	return fmt.Sprintf("%.1f", v)
}

// median returns the middle one of the values, or the mean of the two in the middle.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func megabytes(bytes int64) float64 { return float64(bytes) / 1e6 }
