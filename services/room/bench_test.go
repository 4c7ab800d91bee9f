package room

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// crowd makes a day of many rooms. As from most sources, bookings come by room and in no order of time.
func crowd(b *testing.B, rooms, bookings int) Snapshot {
	b.Helper()
	z := berlin(b)
	r := rand.New(rand.NewPCG(1, 2))
	s := Snapshot{Day: Day{Date: monday}, Reading: Reading{At: on(b, monday, "10:00", z)}}
	for i := range rooms {
		s.Rooms = append(s.Rooms, Room{ID: fmt.Sprint("room-", i), Name: fmt.Sprint("Room ", i), Capacity: 2 + i%20, Place: fmt.Sprint("Floor ", i%9)})
	}
	for i := range bookings {
		start := on(b, monday, "07:00", z).Add(time.Duration(r.IntN(12*4)) * 15 * time.Minute)
		s.Bookings = append(s.Bookings, Booking{ID: fmt.Sprint(i), RoomID: s.Rooms[i*rooms/bookings].ID, Title: fmt.Sprint("Booking ", i), Start: start, End: start.Add(30 * time.Minute)})
	}
	return s
}

// floorOf does the least that a board can be made with: bookings sorted by room and time, and the first
// that is not over of each.
func floorOf(s Snapshot, now time.Time) int {
	rooms := make(map[string][]*Booking, len(s.Rooms))
	for i := range s.Bookings {
		b := &s.Bookings[i]
		rooms[b.RoomID] = append(rooms[b.RoomID], b)
	}
	busy := 0
	for _, bookings := range rooms {
		slices.SortFunc(bookings, func(a, b *Booking) int { return a.Start.Compare(b.Start) })
		for _, b := range bookings {
			if b.End.After(now) {
				if !b.Start.After(now) {
					busy++
				}
				break
			}
		}
	}
	return busy
}

func BenchmarkBoard(b *testing.B) {
	for _, size := range []struct{ rooms, bookings int }{{12, 60}, {300, 3000}, {1000, 20000}} {
		s := crowd(b, size.rooms, size.bookings)
		now := on(b, monday, "10:42", berlin(b))
		name := fmt.Sprintf("%dx%d", size.rooms, size.bookings)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				NewBoard(s, now, now.Location(), Options{})
			}
		})
		b.Run(name+"/floor", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				floorOf(s, now)
			}
		})
		mixed := s
		mixed.Rooms, mixed.Bookings = slices.Clone(s.Rooms), slices.Clone(s.Bookings)
		r := rand.New(rand.NewPCG(3, 4))
		r.Shuffle(len(mixed.Rooms), func(i, j int) { mixed.Rooms[i], mixed.Rooms[j] = mixed.Rooms[j], mixed.Rooms[i] })
		r.Shuffle(len(mixed.Bookings), func(i, j int) { mixed.Bookings[i], mixed.Bookings[j] = mixed.Bookings[j], mixed.Bookings[i] })
		b.Run(name+"/shuffled", func(b *testing.B) {
			for b.Loop() {
				NewBoard(mixed, now, now.Location(), Options{})
			}
		})
	}
}

func BenchmarkOnly(b *testing.B) {
	s := crowd(b, 1000, 20000)
	board := NewBoard(s, on(b, monday, "10:42", berlin(b)), berlin(b), Options{})
	b.Run("words", func(b *testing.B) {
		for b.Loop() {
			board.Only(Filter{Words: "room 7", Capacity: 4, FreeNow: true})
		}
	})
	b.Run("floor", func(b *testing.B) {
		for b.Loop() {
			n := 0
			for i := range board.Lines {
				if r := &board.Lines[i].Room; strings.Contains(strings.ToLower(r.Name+"\n"+r.Place), "room 7") {
					n++
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	s := crowd(b, 1000, 20000)
	z := berlin(b)
	q := Query{From: on(b, monday, "10:42", z), To: on(b, monday, "11:27", z), People: 5}
	b.Run("1000x20000", func(b *testing.B) {
		for b.Loop() {
			Find(q, z, s)
		}
	})
	b.Run("1000x20000/floor", func(b *testing.B) {
		for b.Loop() {
			floorOf(s, q.From)
		}
	})
}

// month spreads a crowd over November.
func month(b *testing.B, rooms, bookings int) Plan {
	s := crowd(b, rooms, bookings)
	for i := range s.Bookings {
		days := i%30 - 22
		s.Bookings[i].Start, s.Bookings[i].End = s.Bookings[i].Start.AddDate(0, 0, days), s.Bookings[i].End.AddDate(0, 0, days)
	}
	return Plan{Month: MonthOf(monday), Rooms: s.Rooms, Bookings: s.Bookings}
}

func BenchmarkUsage(b *testing.B) {
	p := month(b, 300, 40000)
	z := berlin(b)
	b.Run("300x40000", func(b *testing.B) {
		for b.Loop() {
			Usage(p, z, DefaultHours)
		}
	})
	b.Run("300x40000/floor", func(b *testing.B) {
		for b.Loop() {
			floorOf(Snapshot{Day: Day{Rooms: p.Rooms, Bookings: p.Bookings}}, time.Time{})
		}
	})
}

func BenchmarkDiff(b *testing.B) {
	s := crowd(b, 1000, 20000)
	z := berlin(b)
	changed := s.Day
	changed.Bookings = slices.Clone(s.Bookings)
	for i := range changed.Bookings {
		if i%100 == 0 {
			changed.Bookings[i].Start = changed.Bookings[i].Start.Add(-5 * time.Minute)
		}
	}
	b.Run("1000x20000", func(b *testing.B) {
		for b.Loop() {
			Diff(s.Day, changed, s.At, z)
		}
	})
	b.Run("1000x20000/floor", func(b *testing.B) {
		for b.Loop() {
			floorOf(s, s.At)
			floorOf(Snapshot{Day: changed}, s.At)
		}
	})
}

func BenchmarkWriteCSV(b *testing.B) {
	p := month(b, 300, 40000)
	e := Export{Rooms: p.Rooms, Bookings: p.Bookings, From: p.Month.First(), To: p.Month.Last(), Zone: berlin(b)}
	for b.Loop() {
		if err := e.WriteCSV(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
