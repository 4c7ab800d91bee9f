package message

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

func itemsOf(items ...Item) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		for _, i := range items {
			if !yield(i, nil) {
				return
			}
		}
	}
}

func TestResultsStandBesideTheRows(t *testing.T) {
	ended := time.Date(2026, 11, 18, 10, 42, 8, 0, time.FixedZone("", 3600))
	var out strings.Builder
	err := WriteResults(&out, Batch{Columns: []string{"Badge", "Plate"}}, itemsOf(
		Item{Row: 1, Message: Message{To: []string{"a@example.com", "b@example.com"}, Text: "Hello, \"you\"\nand all"}, State: Sent, Ended: ended, Extra: []string{"17", "B-X 1"}},
		Item{Row: 2, Message: Message{Room: "Desk", Mentions: []string{"c@example.com"}, Text: "x", Envelope: true}, State: Queued, Extra: []string{"18"}},
		Item{Row: 3, Message: Message{To: []string{"d@example.com"}, Text: "x"}, State: Failed, Ended: ended, Failure: &Failure{Kind: fault.Refused, Status: 200, Words: "No such user"}},
		Item{Row: 4, Message: Message{To: []string{"e@example.com"}, Text: "x"}, State: Unknown, Ended: ended, Failure: &Failure{Kind: fault.Faulty, Status: 502, Code: "server-fault"}},
		Item{Row: 5, Message: Message{To: []string{"f@example.com"}, Text: "x"}, State: Unknown, Ended: ended, Failure: &Failure{Kind: fault.UnknownOutcome}},
	))
	if err != nil {
		t.Fatal(err)
	}
	want := "\ufeffusers,room,message,envelope,Badge,Plate,row,state,error,time\n" +
		"\"a@example.com,b@example.com\",,\"Hello, \"\"you\"\"\nand all\",,17,B-X 1,1,sent,,2026-11-18T10:42:08+01:00\n" +
		"c@example.com,Desk,x,true,18,,2,queued,,\n" +
		"d@example.com,,x,,,,3,failed,No such user,2026-11-18T10:42:08+01:00\n" +
		"e@example.com,,x,,,,4,unknown,\"faulty, HTTP 502, server-fault\",2026-11-18T10:42:08+01:00\n" +
		"f@example.com,,x,,,,5,unknown,unknown outcome,2026-11-18T10:42:08+01:00\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

func TestResultsCanBeReadAsABatchAgain(t *testing.T) {
	messages := []Message{
		{To: []string{"a@example.com", "b@example.com"}, Text: "Hello; \"you\",\nand\tall "},
		{Room: "Desk, 2nd floor", Mentions: []string{"c@example.com"}, Text: "x", Envelope: true},
	}
	var items []Item
	for i, m := range messages {
		items = append(items, Item{Row: i + 1, Message: m, State: Failed, Extra: []string{"17"}})
	}
	var out bytes.Buffer
	if err := WriteResults(&out, Batch{Columns: []string{"Badge"}}, itemsOf(items...)); err != nil {
		t.Fatal(err)
	}
	var got []Message
	r := NewReader(&out, CSV)
	if diff := cmp.Diff([]string{"Badge", "row", "state", "error", "time"}, r.Columns()); diff != "" {
		t.Error(diff)
	}
	for row, err := range r.All() {
		if err != nil || row.Problems != nil {
			t.Fatal(row.Problems, err)
		}
		got = append(got, row.Message)
	}
	if diff := cmp.Diff(messages, got); diff != "" {
		t.Error(diff)
	}
}

func TestResultsAreNoFormulas(t *testing.T) {
	var out strings.Builder
	texts := []string{"=1+1", "+49", "-5", "@a", "\tx", "\rx"}
	var items []Item
	for _, s := range texts {
		items = append(items, Item{Message: Message{Room: s, Text: s}, Extra: []string{s}, Failure: &Failure{Words: s}})
	}
	if err := WriteResults(&out, Batch{Columns: []string{"=A1"}}, itemsOf(items...)); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
	if err != nil || len(rows) != len(texts)+1 {
		t.Fatal(rows, err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("%q", cell)
			}
		}
	}
}

// failing fails after some bytes.
type failing struct{ after int }

var errFull = errors.New("disk full")

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestResultsReportWhatFails(t *testing.T) {
	gone := errors.New("gone")
	err := WriteResults(io.Discard, Batch{}, func(yield func(Item, error) bool) { yield(Item{}, gone) })
	if !errors.Is(err, gone) {
		t.Errorf("%v", err)
	}
	many := slices.Repeat([]Item{{Message: Message{Text: strings.Repeat("x", 1000)}}}, 100)
	for _, after := range []int{0, 5000, 90000} {
		if err := WriteResults(&failing{after}, Batch{}, itemsOf(many...)); !errors.Is(err, errFull) {
			t.Errorf("after %d: %v", after, err)
		}
	}
}

func TestResultsAreWrittenInLittleMemory(t *testing.T) {
	const rows, allowed = 10000, 30 << 20
	item := Item{Message: Message{To: []string{"a@example.com"}, Text: strings.Repeat("x", 10<<10)}, State: Sent}
	runtime.GC()
	before, most := heap(), uint64(0)
	err := WriteResults(io.Discard, Batch{}, func(yield func(Item, error) bool) {
		for i := range rows {
			if i%100 == 0 {
				most = max(most, heap())
			}
			if !yield(item, nil) {
				return
			}
		}
	})
	if grown := int64(most) - int64(before); err != nil || grown > allowed {
		t.Errorf("the heap grew by %d bytes, %v", grown, err)
	}
}
