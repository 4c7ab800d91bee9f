package main

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestTheMedianIsTheMiddleValue(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{{nil, 0}, {[]float64{3}, 3}, {[]float64{9, 1, 2}, 2}, {[]float64{4, 1, 3, 100}, 3.5}} {
		if got := median(c.values); got != c.want {
			t.Errorf("median(%v) = %v, want %v", c.values, got, c.want)
		}
	}
}

func TestTheTableNamesUnitsAndRatios(t *testing.T) {
	var out strings.Builder
	print(&out, []row{
		{"window: PSS", "a bare window", "MB", megabytes(120_500_000), megabytes(100_000_000), "≤ 1.25×"},
		{"agent: processor time", "a bare icon", "ticks", 1, 0, "≤ 1 tick"},
		{"start", "a bare icon", "ms", milliseconds(18_250 * time.Microsecond), milliseconds(10 * time.Millisecond), "< 50 ms"},
	})
	want := `| measured | Foyer | beside it | ratio | goal |
|---|---|---|---|---|
| window: PSS | 120 MB | 100 MB (a bare window) | 1.21× | ≤ 1.25× |
| agent: processor time | 1 ticks | 0 ticks (a bare icon) | – | ≤ 1 tick |
| start | 18.2 ms | 10 ms (a bare icon) | 1.82× | < 50 ms |
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
}
