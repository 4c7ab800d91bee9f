package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// columnGap is how many blanks are between two columns.
const columnGap = 2

// table writes rows in columns that are as wide as on a terminal.
func (a *app) table(rows [][]string) error {
	var widths []int
	for _, row := range rows {
		for i := range row {
			row[i] = oneLine(row[i])
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], columns(row[i]))
		}
	}
	var out strings.Builder
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			line += cell + strings.Repeat(" ", widths[i]-columns(cell)+columnGap)
		}
		out.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	_, err := a.out.Write([]byte(out.String()))
	return err
}

// columns counts how many columns of a terminal a text takes.
func columns(text string) int {
	n := utf8.RuneCountInString(text)
	for _, r := range text {
		switch kind := width.LookupRune(r).Kind(); {
		case unicode.Is(unicode.Mn, r):
			n--
		case kind == width.EastAsianWide, kind == width.EastAsianFullwidth:
			n++
		}
	}
	return n
}

// oneLine keeps what came from a server from moving the cursor.
func oneLine(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)), " ")
}
