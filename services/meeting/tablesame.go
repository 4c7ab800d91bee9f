package meeting

import (
	"cmp"
	"slices"
)

// join checks a row, counts it, and puts it among those that are the same.
func (t *Table) join(r *tableRow) {
	r.check()
	t.count(r.status, 1)
	for kind, key := range r.keys {
		if key == "" {
			continue
		}
		group := t.same[kind][key]
		at, _ := slices.BinarySearchFunc(group, r.at, func(other *tableRow, at int) int { return cmp.Compare(other.at, at) })
		group = slices.Insert(group, at, r)
		t.same[kind][key] = group
		switch {
		case at > 0:
			t.setRepeats(r, sameness(kind), true)
		case len(group) > 1:
			t.setRepeats(group[1], sameness(kind), true)
		}
	}
}

// leave takes a row out of the counts and from those that are the same.
func (t *Table) leave(r *tableRow) {
	t.count(r.status, -1)
	for kind, key := range r.keys {
		if key == "" {
			continue
		}
		group := t.same[kind][key]
		at, _ := slices.BinarySearchFunc(group, r.at, func(other *tableRow, at int) int { return cmp.Compare(other.at, at) })
		group = slices.Delete(group, at, at+1)
		if len(group) == 0 {
			delete(t.same[kind], key)
		} else {
			t.same[kind][key] = group
			t.setRepeats(group[0], sameness(kind), false)
		}
		t.setRepeats(r, sameness(kind), false)
	}
}

// setRepeats says whether a row repeats one before it, and counts.
func (t *Table) setRepeats(r *tableRow, kind sameness, repeats bool) {
	before := r.repeated()
	r.repeats[kind] = repeats
	switch after := r.repeated(); {
	case after && !before:
		t.summary.Duplicates++
	case before && !after:
		t.summary.Duplicates--
	}
}

// count adds n rows of a status to the summary.
func (t *Table) count(s RowStatus, n int) {
	switch s {
	case StatusReady, StatusWarned:
		t.summary.Ready += n
	case StatusNotCalled:
		t.summary.NotCalled += n
	case StatusWrong:
		t.summary.Wrong += n
	}
}
