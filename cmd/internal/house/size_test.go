package house

import (
	"slices"
	"testing"
)

const (
	longest    = 450 // lines in a file
	longMedian = 110 // lines in the median file
)

func TestFilesAreShort(t *testing.T) {
	var lengths []int
	for _, f := range files(t) {
		if f.lines > longest {
			t.Errorf("%s has %d lines, more than %d", f.path, f.lines, longest)
		}
		if !f.isTest() {
			lengths = append(lengths, f.lines)
		}
	}
	slices.Sort(lengths)
	if median := lengths[len(lengths)/2]; median > longMedian {
		t.Errorf("the median file has %d lines, more than %d", median, longMedian)
	}
}

func TestEveryTwoLinesHaveALineOfTest(t *testing.T) {
	var source, tests int
	for _, f := range files(t) {
		if f.isTest() {
			tests += f.lines
		} else {
			source += f.lines
		}
	}
	if 2*tests < source {
		t.Errorf("%d lines of test for %d lines of source", tests, source)
	}
}
