package demo

import (
	"slices"
	"strings"
)

// meetingsPage is what the start page shows of Huawei Cloud Meeting.
type meetingsPage struct {
	Account, Password, AppID, AppKey string

	Meetings []Meeting
	Received []Received // newest first
	Digits   []digitRow
}

// digitRow says what becomes of calls to numbers with one of these last digits.
type digitRow struct{ Digits, Words string }

const (
	// shownCalls and shownReceived are how many calls of a meeting, and how many requests, the page lists.
	shownCalls    = 100
	shownReceived = 20
)

// meetingsPage collects it. Times are in the office's zone.
func (o *Office) meetingsPage() meetingsPage {
	p := meetingsPage{
		Account: o.Account(), Password: o.AccountPassword(), AppID: o.AppID(), AppKey: o.AppKey(),
		Meetings: o.Meetings(), Received: o.Received(), Digits: digitRows(),
	}
	for i := range p.Meetings {
		m := &p.Meetings[i]
		m.Start, m.End = m.Start.In(o.zone), m.End.In(o.zone)
		m.Calls = m.Calls[max(0, len(m.Calls)-shownCalls):]
		slices.Reverse(m.Calls)
		for n := range m.Calls {
			m.Calls[n].Began = m.Calls[n].Began.In(o.zone)
		}
	}
	p.Received = p.Received[max(0, len(p.Received)-shownReceived):]
	slices.Reverse(p.Received)
	for i := range p.Received {
		p.Received[i].At = p.Received[i].At.In(o.zone)
	}
	return p
}

func digitRows() []digitRow {
	var come []string
	rows := []digitRow{{}}
	for digit := byte('0'); digit <= '9'; digit++ {
		if f, fails := hwFailures[digit]; fails {
			rows = append(rows, digitRow{string(digit), f.words + ", after " + f.after.String()})
		} else {
			come = append(come, string(digit))
		}
	}
	rows[0] = digitRow{strings.Join(come, ", "), "comes in, after as many seconds and four more"}
	return rows
}
