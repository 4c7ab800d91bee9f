package chatmessenger

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"foyer/services/room"
	"foyer/services/transport"
)

// aMonth is an answer with 300 rooms and 40,000 bookings.
func aMonth() []byte {
	var b strings.Builder
	b.WriteString(`{"conferenceRoomStatus":[`)
	start := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	for r := range 300 {
		if r > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"id":"%d","name":"Room %d","capacity":%d,"place":"Floor %d","reservedSchedules":[`, 1000+r, r, 4+r%20, r%7)
		for n := range 40_000 / 300 {
			if n > 0 {
				b.WriteByte(',')
			}
			at := start.Add(time.Duration(n) * 5 * time.Hour)
			fmt.Fprintf(&b, `{"id":"15648312847022%05d","title":"Planning of project %d","start":%d,"end":%d,"allDay":false,"isPrivate":false,"createUserName":"Barbara Example","createUserId":"11u1pu9d32p8vuvjoZdd","members":["ludwig@example.com","chen@example.com"]}`,
				r*134+n, n, at.UnixMilli(), at.Add(time.Hour).UnixMilli())
		}
		b.WriteString("]}")
	}
	b.WriteString("]}")
	return []byte(b.String())
}

// BenchmarkMonth measures reading a large month for the board beside its floor, encoding/json with the
// same bytes. The answer is all that is done from its last byte on: foyer, and before that finding out
// whether it is JSON at all and whether it says that something went wrong.
func BenchmarkMonth(b *testing.B) {
	document := aMonth()
	b.Run("foyer", func(b *testing.B) {
		b.SetBytes(int64(len(document)))
		b.ReportAllocs()
		for b.Loop() {
			d := DefaultDialect()
			if l := d.decode(document, "202611", time.UTC).listing(d, time.UTC); len(l.bookings) != 300*133 || l.unreadable > 0 {
				b.Fatal(len(l.bookings), l.unreadable)
			}
		}
	})
	b.Run("answer", func(b *testing.B) {
		b.SetBytes(int64(len(document)))
		b.ReportAllocs()
		for b.Loop() {
			d := DefaultDialect()
			read, err := transport.Answer{Body: document}.Document()
			if err != nil {
				b.Fatal(err)
			}
			if words, found := d.complaint(read); found {
				b.Fatal(words)
			}
			if l := d.decode(read, "202611", time.UTC).listing(d, time.UTC); len(l.bookings) != 300*133 {
				b.Fatal(len(l.bookings))
			}
		}
	})
	b.Run("floor", func(b *testing.B) {
		type bare struct {
			ConferenceRoomStatus []struct {
				room.Room
				ReservedSchedules []struct {
					ID, Title         string
					Start, End        int64
					AllDay, IsPrivate bool
					CreateUserName    string
					CreateUserID      string
					Members           []string
				}
			}
		}
		b.SetBytes(int64(len(document)))
		b.ReportAllocs()
		for b.Loop() {
			var all bare
			if err := json.Unmarshal(document, &all); err != nil || len(all.ConferenceRoomStatus) != 300 {
				b.Fatal(err)
			}
		}
	})
}
