package widget

import (
	"fmt"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
)

// act is a link in a row under test.
func act(word string) LedgerAction { return LedgerAction{word, func() {}} }

// elevenRows are the rows of the design's outbox, one that is not loaded and one that is too long.
var elevenRows = []LedgerRow{
	{State: MessageQueued, Word: "queued", Title: "Ludwig Muster", Second: "The works council minutes are in the space, page 2 is the one that matters.", Trailing: "next try in 40 s", Actions: []LedgerAction{act("Try now"), act("Edit")}},
	{State: MessageSending, Word: "sending", Title: "chat room Facilities", Second: "@Anna Probe the lift is working again", Trailing: "2 s"},
	{State: MessageQueued, Word: "queued", Title: "chat room Facilities", Second: "Window cleaning starts at 13:00", Trailing: "after the one above", Actions: []LedgerAction{act("Edit"), act("Discard")}},
	{State: MessageUnknown, Word: "unknown", Title: "Anna Probe", Second: "Your parking space for the week of 30 Nov is number 14, level -1", Trailing: "10:42", Actions: []LedgerAction{act("It arrived"), act("Send again")}},
	{State: MessageFailed, Word: "failed", Title: "j.modelo@example", Second: "No such user", Trailing: "10:42", Actions: []LedgerAction{act("Edit"), act("Retry")}},
	{State: MessageSent, Word: "sent", Title: "Barbara Example", Second: "Parcel at reception", Trailing: "10:21", Actions: []LedgerAction{act("Copy")}},
	{},
	{State: MessageSent, Word: "sent", Title: "A name that is much longer than what is left of a row, and then some more of it", Second: "Good morning, the heating in Granite is being repaired", Trailing: "Wednesday", Actions: []LedgerAction{act("Copy")}},
}

var stateWords = []string{"queued", "sending", "sent", "failed", "unknown"}

// ledgerOf shows these rows under the keys from 0; rows without words are not loaded.
func ledgerOf(rows []LedgerRow, heads *LedgerHeads) *Ledger {
	l := NewLedger(func(key int64) (LedgerRow, bool) { return rows[key], rows[key].Title != "" })
	l.Words, l.Heads, l.Leads = stateWords, heads, "480"
	keys := make([]int64, len(rows))
	for i := range keys {
		keys[i] = int64(i)
	}
	l.SetKeys(keys)
	return l
}

func outboxRows() fyne.CanvasObject { return ledgerOf(elevenRows, nil) }

func batchRows() fyne.CanvasObject {
	var rows []LedgerRow
	for i, r := range elevenRows {
		if r.Title != "" {
			r.Lead, r.Trailing, r.Actions, r.Title = fmt.Sprint(309-i), "10:42:08", nil, "ludwig.muster@example.com"
			r.Reason = r.State == MessageFailed
		}
		rows = append(rows, r)
	}
	return ledgerOf(rows, &LedgerHeads{Lead: "Row", Title: "To", Second: "Message or reason", State: "Result", Trailing: "Time"})
}

func tabBars() fyne.CanvasObject {
	words := []string{"To people", "Chat room", "Batch", "Quick call"}
	rest, focused, narrow := NewTabs(words, "More", nil), NewTabs(words, "More", nil), NewTabs(append(words, "Chat rooms", "Templates and what else there may be"), "More", nil)
	focused.focused, focused.selected, focused.over = true, 2, 1
	narrow.selected = 3
	return NewColumn(0, Part{0, rest, false}, Part{12, focused, false}, Part{12, narrow, false})
}

func meters() fyne.CanvasObject {
	none, some, most, done := NewMeter(), NewMeter(), NewMeter(), NewMeter()
	none.Set(480)
	some.Set(480, MeterPart{302, style.Accent}, MeterPart{4, style.InUse}, MeterPart{2, style.Soon})
	most.Set(10_000, MeterPart{9_997, style.Accent}, MeterPart{1, style.InUse}, MeterPart{1, style.Soon})
	done.Set(3, MeterPart{2, style.Accent}, MeterPart{0, style.InUse}, MeterPart{1, style.Soon})
	return column(none, some, most, done)
}

func history() fyne.CanvasObject {
	return column(NewTimeline(
		Moment{MessageQueued, "queued, row 303 of parking-week-49.csv", "10:42:05"},
		Moment{MessageSending, "sending", "10:42:06"},
		Moment{MessageUnknown, "connection lost while waiting for the answer", "10:42:06"},
		Moment{MessageSent, "you said that it arrived", "10:50:00"}))
}

// ledgerScenes are pictures of what the Outbox and the Messages page are made of.
var ledgerScenes = []scene{
	{"ledger", fyne.NewSize(544, 400), fyne.NewSize(944, 690), outboxRows, func(s *stage) {
		l := find(s, func(*Ledger) bool { return true })
		l.Choose(3)
		s.focus(l)
		find(s, func(v *ledgerView) bool { return v.index == 4 }).MouseIn(pointAt(440, 34))
	}},
	{"ledger-narrow", fyne.NewSize(320, 400), fyne.NewSize(584, 690), outboxRows, func(s *stage) {
		l := find(s, func(*Ledger) bool { return true })
		l.choice.only(2)
		l.choice.extend(4)
		s.focus(l)
	}},
	{"ledger-table", fyne.NewSize(848, 330), fyne.NewSize(1200, 600), batchRows, func(s *stage) {
		l := find(s, func(*Ledger) bool { return true })
		l.Choose(3)
		find(s, func(v *ledgerView) bool { return v.index == 1 }).MouseIn(pointAt(40, 10))
	}},
	{"ledger-table-narrow", fyne.NewSize(440, 330), fyne.NewSize(700, 600), batchRows, nil},
	{"tabs", fyne.NewSize(420, 140), fyne.NewSize(640, 200), tabBars, nil},
	{"meters", fyne.NewSize(420, 100), fyne.NewSize(420, 100), meters, nil},
	{"timeline", fyne.NewSize(304, 240), fyne.NewSize(560, 420), history, nil},
}
