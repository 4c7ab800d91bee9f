package store

import (
	"context"
	"errors"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// unreadable is how many keys in a row may fail before larger steps are taken. A page holds some
// tens of rows, but a page that leads to others may hide thousands.
const unreadable = 200

// last is far more than any key, and leaves room to count.
const last = int64(1) << 50

// span is what to read of a table: the rows with keys from low to high or, backwards, from high to low.
type span struct {
	low, high int64
	backwards bool
}

// query is for the two ends of the span.
func (s span) query(columns, table, key string) string {
	order := ""
	if s.backwards {
		order = " DESC"
	}
	return `SELECT ` + columns + ` FROM ` + table + ` WHERE ` + key + ` BETWEEN ? AND ? ORDER BY ` + key + order
}

// keys are the first and the last key that were read; 0 for none.
type keys struct{ first, last int64 }

// seen adds a key of the span, and reports whether it is one: a damaged page may hold anything.
func (k *keys) seen(s span, key int64) bool {
	low, high := s.low, s.high
	if k.first != 0 && s.backwards {
		high = k.last - 1
	} else if k.first != 0 {
		low = k.last + 1
	}
	if key < low || key > high {
		return false
	}
	if k.first == 0 {
		k.first = key
	}
	k.last = key
	return true
}

// errBadKey ends the reading of rows that do not come in order.
var errBadKey = errors.New("a key is not where it belongs")

// salvage reads a table of a damaged database, and steps over what lies on damaged pages. read reads
// the rows of a span up to the end or the first failure, and returns which those were.
func salvage(ctx context.Context, read func(s span) (keys, error)) {
	failures, gap := 0, int64(0)
	for at := int64(1); ctx.Err() == nil; {
		got, err := read(span{low: at, high: last})
		if got.first != 0 {
			if failures > unreadable {
				// The steps were large: what lies just before was passed over.
				_, _ = read(span{low: gap, high: got.first - 1, backwards: true})
			}
			failures, at = 0, got.last+1
		}
		if err == nil || absent(err) {
			return
		}
		if failures == 0 {
			gap = at
		}
		failures++
		step := int64(1) << max(0, failures-unreadable)
		if step > last-at {
			return
		}
		at += step
	}
}

// absent reports whether err says that the table or a column is not there: an older database.
func absent(err error) bool {
	e, ok := errors.AsType[*sqlite.Error](err)
	return ok && e.Code()&0xff == lib.SQLITE_ERROR
}
