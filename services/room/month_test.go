package room

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

func TestMonthsHaveTheirDays(t *testing.T) {
	for text, want := range map[string][3]string{
		"202611": {"20261101", "20261130", "202612"}, "2024-02": {"20240201", "20240229", "202403"}, "202512": {"20251201", "20251231", "202601"},
	} {
		m, err := ParseMonth(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if diff := cmp.Diff(want, [3]string{m.First().String(), m.Last().String(), m.Add(1).String()}); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
		days := m.Days()
		if len(days) != m.Last().Day || days[0] != m.First() || days[len(days)-1] != m.Last() {
			t.Errorf("%q has the days %v", text, days)
		}
		if m.Add(-14).Add(14) != m {
			t.Errorf("%q is lost on the way", text)
		}
	}
	for _, text := range []string{"", "2026", "202613", "202600", "20261", "2026-11-23", "20261123"} {
		if m, err := ParseMonth(text); fault.KindOf(err) != fault.Invalid || !m.IsZero() || m.String() != "" {
			t.Errorf("%q: %s, %v", text, m, err)
		}
	}
}

func TestMonthsAreShownInWholeWeeks(t *testing.T) {
	november := Month{2026, time.November}
	weeks := november.Weeks(time.Monday)
	var got []string
	for _, w := range weeks {
		got = append(got, w[0].String()+"-"+w[6].String())
	}
	want := []string{"20261026-20261101", "20261102-20261108", "20261109-20261115", "20261116-20261122", "20261123-20261129", "20261130-20261206"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for begin := time.Sunday; begin <= time.Saturday; begin++ {
		for n := range 60 {
			m := november.Add(n)
			day := Date{}
			weeks := m.Weeks(begin)
			for _, w := range weeks {
				for i, d := range w {
					if d.Weekday() != (begin+time.Weekday(i))%7 || !day.IsZero() && d != day.AddDays(1) {
						t.Fatalf("%s from %s: %s after %s", m, begin, d, day)
					}
					day = d
				}
			}
			if !m.Contains(weeks[0][6]) || !m.Contains(weeks[len(weeks)-1][0]) || weeks[0][0].Compare(m.First()) > 0 || day.Compare(m.Last()) < 0 {
				t.Errorf("%s from %s: %v", m, begin, weeks)
			}
		}
	}
}
