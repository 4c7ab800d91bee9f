package main

import (
	"os"
	"strings"
	"testing"
)

func TestOnlyWhatNobodyWroteToIsGivenBack(t *testing.T) {
	for line, want := range map[string]bool{
		"00400000-00ca8000 r-xp 00000000 fe:00 123   /usr/bin/foyer":           true,
		"00ca8000-01514000 r--p 008a8000 fe:00 123   /usr/bin/foyer":           true,
		"01514000-015bc000 rw-p 01114000 fe:00 123   /usr/bin/foyer":           false,
		"00400000-00ca8000 r-xp 00000000 fe:00 123   /usr/bin/foyer-window":    false,
		"7f0000000000-7f0000001000 r-xp 00000000 00:00 0   [vdso]":             false,
		"00400000-00ca8000 r-xp 00000000 fe:00 123   /usr/bin/foyer (deleted)": false,
		"00400000 r-xp 00000000 fe:00 123 /usr/bin/foyer":                      false,
		"x-y r-xp 00000000 fe:00 123 /usr/bin/foyer":                           false,
		"": false,
	} {
		if _, _, ok := readOnly(line, "/usr/bin/foyer"); ok != want {
			t.Errorf("%q: %v, want %v", line, ok, want)
		}
	}
}

func TestTheProgramGoesOnAfterItGaveItsCodeBack(t *testing.T) {
	before := resident(t)
	trim()
	if after := resident(t); after >= before {
		t.Errorf("%d kB before, %d kB after", before, after)
	}
	if got := strings.ToUpper("still here"); got != "STILL HERE" {
		t.Error(got)
	}
}

// resident is the process's Rss in kB.
func resident(t *testing.T) int {
	t.Helper()
	data, err := os.ReadFile("/proc/self/smaps_rollup")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if f := strings.Fields(line); f[0] == "Rss:" {
			n := 0
			for _, c := range f[1] {
				n = 10*n + int(c-'0')
			}
			return n
		}
	}
	t.Fatal("no Rss")
	return 0
}
