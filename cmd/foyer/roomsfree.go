package main

import (
	"strings"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/room"
)

const (
	// maxDays is how many days a room can be wanted for.
	maxDays = 31
	// fewDays is for how many days each is asked for; for more, it is the months.
	fewDays = 3
)

type roomsFreeCommand struct {
	From   string `required:"true" placeholder:"TIME" help:"${rooms_from}"`
	To     string `required:"true" placeholder:"TIME" help:"${rooms_to}"`
	People int    `placeholder:"N" help:"${rooms_people}"`
	Words  string `placeholder:"WORDS" help:"${rooms_words}"`
	serviceFlag
}

// answerJSON is whether a room can be had.
type answerJSON struct {
	Room     roomJSON `json:"room"`
	Free     bool     `json:"free"`
	Until    string   `json:"until,omitempty"`
	Why      room.Why `json:"why,omitempty"`
	NextFree string   `json:"nextFree,omitempty"`
}

// Run looks for rooms that are free.
func (c roomsFreeCommand) Run(a *app) error {
	if c.People < 0 {
		return wrong{a.words.T("cli.rooms-people")}
	}
	return a.withRooms(c.serviceFlag, func(r *roomReader) error {
		from, to, err := roomsFreeCommand{From: a.words.InDay(c.From), To: a.words.InDay(c.To)}.span(r.now)
		if err != nil {
			return err
		}
		first, last := room.DateOf(from), room.DateOf(to.Add(-1))
		if last.Compare(first.AddDays(maxDays)) >= 0 {
			return wrong{a.words.N("cli.rooms-too-long", maxDays)}
		}
		days, down := r.days(first, last)
		at, unreadable := oldest(days)
		show, verdict := r.shown(at, down)
		if !show {
			return verdict
		}
		r.unreadable(unreadable)
		answers := room.Find(room.Query{From: from, To: to, People: c.People, Words: c.Words}, r.zone, days...)
		return firstOf(r.tell(answers), verdict)
	})
}

// span reads from when to when a room is wanted. An end without its day is on that of the start.
func (c roomsFreeCommand) span(now time.Time) (from, to time.Time, err error) {
	fromMachine, isFrom := rfc3339(c.From, now.Location())
	toMachine, isTo := rfc3339(c.To, now.Location())
	if !isFrom && !isTo {
		if from, to, err := room.ParseWhen(c.From+" - "+c.To, now); err == nil {
			return from, to, nil
		}
	}
	minute := now.Truncate(time.Minute)
	switch {
	case isFrom:
		from = fromMachine
	case strings.EqualFold(strings.TrimSpace(c.From), "now"):
		from = minute
	default:
		if from, err = message.ParseExpiry(c.From, now); err != nil {
			return from, to, err
		}
	}
	if to = toMachine; !isTo {
		if to, err = message.ParseExpiry(c.To, now); err != nil || !to.After(from) {
			to, err = message.ParseExpiry(c.To, from)
		}
	}
	switch {
	case err != nil:
		return from, to, err
	case !to.After(now):
		return from, to, &fault.Error{Op: "reading a time span", Kind: fault.Invalid, Code: room.CodeWhenPast, Words: c.To}
	case !to.After(from):
		return from, to, &fault.Error{Op: "reading a time span", Kind: fault.Invalid, Code: room.CodeWhenUnread, Words: c.From + " - " + c.To}
	case from.Before(minute):
		from = minute
	}
	return from, to, nil
}

// days returns what is known of the days, and why that is not what the server says now.
func (r *roomReader) days(first, last room.Date) (all []room.Snapshot, down error) {
	few := last.Compare(first.AddDays(fewDays)) < 0
	var month room.MonthSnapshot
	for date := first; date.Compare(last) <= 0; date = date.AddDays(1) {
		var s room.Snapshot
		var err error
		if few {
			s, err = r.day(date)
		} else {
			if m := room.MonthOf(date); month.Month != m {
				month, err = r.month(m)
				month.Month = m
			}
			s = month.Day(date, r.zone)
		}
		if err != nil && !isDown(err) {
			return nil, err
		}
		if down == nil {
			down = err
		}
		all = append(all, s)
	}
	return all, down
}

// oldest returns when the first of the days was read that were, and how many of their entries could
// not be read.
func oldest(days []room.Snapshot) (at time.Time, unreadable int) {
	for _, d := range days {
		if !d.At.IsZero() && (at.IsZero() || d.At.Before(at)) {
			at = d.At
		}
		unreadable = max(unreadable, d.Unreadable)
	}
	return at, unreadable
}

// tell writes the answers.
func (r *roomReader) tell(answers []room.Answer) error {
	rows, list := [][]string{}, []answerJSON{}
	for _, a := range answers {
		list = append(list, answerJSON{Room: roomOf(a.Room), Free: a.Free, Until: stamp(a.Until), Why: a.Why, NextFree: stamp(a.NextFree)})
		rows = append(rows, []string{a.Room.Name, seats(a.Room), r.answer(a)})
	}
	if r.JSON {
		return r.document(list)
	}
	return r.table(rows)
}

// answer says in words whether a room can be had.
func (r *roomReader) answer(a room.Answer) string {
	switch {
	case a.Free && a.Until.IsZero():
		return r.words.T("cli.rooms.free")
	case a.Free:
		return r.words.T("cli.rooms.free-until", "Time", r.moment(a.Until))
	case a.NextFree.IsZero():
		return r.words.T("cli.rooms-why." + string(a.Why))
	default:
		return r.words.T("cli.rooms-taken-next", "Time", r.moment(a.NextFree))
	}
}
