package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/message"
	"foyer/services/room"
)

// ofFour makes a closed database of the fourth schema with something in every table that changes, and
// returns its path and the page of the index that is made anew.
func ofFour(t *testing.T) (path string, index int) {
	t.Helper()
	path = filepath.Join(folder(t), "foyer.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	run := func(script string, args ...any) {
		t.Helper()
		if _, err := db.ExecContext(t.Context(), script, args...); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"0001_links", "0002_outbox", "0003_rooms", "0004_meetings"} {
		script, err := migrations.ReadFile("migrations/" + name + ".sql")
		if err != nil {
			t.Fatal(err)
		}
		run(string(script))
	}
	run("PRAGMA user_version = 4")
	run("INSERT INTO batches (id, name, started, rows, paused, queued) VALUES (1, 'parking.csv', 1, 2, 1, 2)")
	run("UPDATE batches SET queued = 2, sending = 1, sent = 1, failed = 1 WHERE id = 0")
	run("UPDATE numbers SET last = 7")
	// Two to one person, of which the first is at the front.
	for i, m := range []struct {
		to, state string
		batch     int
		open      int
		front     int
	}{{"a", "queued", 0, 1, 1}, {"a", "queued", 0, 1, 0}, {"b", "sending", 0, 1, 1}, {"c", "sent", 0, 0, 0}, {"d", "failed", 0, 0, 0},
		{"e", "queued", 1, 1, 1}, {"f", "queued", 1, 1, 1}} {
		msg := to("Hello", m.to+"@example.com")
		run(`INSERT INTO messages (id, batch, row, seq, destination, state, open, front, bulk, created, queued) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 1, 1)`,
			i+1, m.batch, m.batch*i, i+1, destination(firstService, msg), m.state, m.open, m.front)
		run(`INSERT INTO contents (message, recipients, room, mentions, text, envelope, extra) VALUES (?, ?, '', '', 'Hello', 0, '')`, i+1, msg.To[0])
	}
	run("INSERT INTO events (message, at, state, code) VALUES (5, 2, 'queued', 'again')")
	run("INSERT INTO chat_rooms (name, id, used, room) VALUES ('Parking', '', 3, '')")
	run(`INSERT INTO room_snapshots (period, saved, reading, hash) VALUES ('20261123', ?, '{"at":"2026-11-23T08:00:00Z"}', 5)`, nanos(newClock().at))
	day, err := json.Marshal(room.Day{Date: monday, Rooms: []room.Room{{ID: "r1", Name: "Aurora"}}})
	if err != nil {
		t.Fatal(err)
	}
	run(`INSERT INTO room_contents (period, content) VALUES ('20261123', ?)`, pack(day))
	if err := db.QueryRowContext(t.Context(), "SELECT rootpage FROM sqlite_schema WHERE name = 'messages_front'").Scan(&index); err != nil {
		t.Fatal(err)
	}
	return path, index
}

func TestWhatIsThereBelongsToTheFirstServiceAfterwards(t *testing.T) {
	path, _ := ofFour(t)
	s := reopened(t, path, newClock())
	wantWhole(t, s)
	for id, m := range everything(t, s) {
		if m.Service != firstService {
			t.Errorf("message %d belongs to %q", id, m.Service)
		}
	}
	if got := counts(t, s, message.Filter{}); got != (message.Counts{Queued: 4, Sending: 1, Sent: 1, Failed: 1, Held: 2}) {
		t.Errorf("counts %+v", got)
	}
	if b, err := s.Batch(t.Context(), 1); err != nil || b.Service != firstService || !b.Paused {
		t.Errorf("%+v, %v", b, err)
	}
	day, err := s.RoomsOf("").Day(t.Context(), monday)
	if err != nil || len(day.Rooms) != 1 || day.Rooms[0].Name != "Aurora" {
		t.Errorf("the day is %+v, %v", day, err)
	}
	if rooms, err := s.Rooms(t.Context(), firstService); err != nil || len(rooms) != 1 {
		t.Errorf("chat rooms %v, %v", rooms, err)
	}
	some(t, 1, func() (int, error) { return s.Recover(t.Context()) })
	// What waits goes on in its order, and what is new waits behind it.
	later := queue(t, s, to("new", "a@example.com"))
	take(t, s, 9, 1)
	advance(t, s, 0, settledAs(1, message.Sent, time.Now()))
	take(t, s, 9, 2)
	advance(t, s, 0, settledAs(2, message.Sent, time.Now()))
	take(t, s, 9, later...)
}

func TestADamagedDatabaseOfBeforeIsRescuedForTheFirstService(t *testing.T) {
	path, index := ofFour(t)
	spoil(t, path, func(b []byte) []byte {
		copy(b[(index-1)*page:], strings.Repeat("noise", page/5))
		return b
	})
	s := reopened(t, path, newClock())
	if s.Damage().Path == "" {
		t.Fatal("the damage was not seen")
	}
	all := everything(t, s)
	if len(all) != 7 {
		t.Errorf("rescued %d messages of 7: %+v", len(all), s.Damage())
	}
	for id, m := range all {
		if m.Service != firstService {
			t.Errorf("message %d belongs to %q", id, m.Service)
		}
	}
	if day, err := s.RoomsOf("").LastDay(t.Context(), room.Date{Year: 2026, Month: time.December, Day: 1}); err != nil || len(day.Rooms) != 1 {
		t.Errorf("the day is %+v, %v", day, err)
	}
	wantWhole(t, s)
}

func TestServicesDoNotWaitForEachOther(t *testing.T) {
	s, c := opened(t)
	const second = "chat-messenger-2"
	first := queue(t, s, to("1", "a@example.com"), to("2", "a@example.com"))
	other, err := s.QueueMessages(t.Context(), second, []message.Message{to("3", "a@example.com"), to("4", "a@example.com")})
	if err != nil {
		t.Fatal(err)
	}
	takeOf := func(service string, want ...int64) {
		t.Helper()
		items, err := s.Advance(t.Context(), service, nil, 9)
		if err != nil || !slices.Equal(idsOf(items), want) {
			t.Errorf("took %v of %s, want %v, error %v", idsOf(items), service, want, err)
		}
	}
	takeOf(firstService, first[0])
	takeOf(second, other[0])
	takeOf("chat-messenger-3")
	if m := item(t, s, other[1]); m.Behind != other[0] || m.Service != second {
		t.Errorf("%+v", m)
	}
	again := settledAs(first[0], message.Queued, c.at)
	again.Next = c.at.Add(time.Hour)
	advance(t, s, 0, again, settledAs(other[0], message.Sent, c.at))
	takeOf(firstService)
	takeOf(second, other[1])
	for service, want := range map[string]message.Counts{"": {Queued: 2, Sending: 1, Sent: 1}, firstService: {Queued: 2}, second: {Sending: 1, Sent: 1}, "chat-messenger-3": {}} {
		if got := counts(t, s, message.Filter{Service: service}); got != want {
			t.Errorf("%q has %+v, want %+v", service, got, want)
		}
	}
	some(t, 2, func() (int, error) { return s.DiscardMessages(t.Context(), first...) })
	if got, err := s.OutboxServices(t.Context()); err != nil || !slices.Equal(got, []string{firstService, second}) {
		t.Errorf("messages of %v, %v", got, err)
	}
}

func TestAMovedMessageGoesToTheEndThere(t *testing.T) {
	s, c := opened(t)
	const gone = "chat-messenger-2"
	b, err := s.QueueBatch(t.Context(), message.Batch{Name: "b.csv", Service: gone}, file(to("1", "a@example.com"), to("2", "a@example.com"), to("3", "b@example.com")))
	if err != nil || b.Service != gone {
		t.Fatal(b, err)
	}
	before := queue(t, s, to("4", "a@example.com"))
	items, err := s.Advance(t.Context(), gone, nil, 1)
	if err != nil {
		t.Fatal(err)
	}
	back := settledAs(items[0].ID, message.Queued, c.at)
	back.Next = c.at.Add(time.Hour)
	if _, err := s.Advance(t.Context(), gone, []message.Settled{back}, 0); err != nil {
		t.Fatal(err)
	}
	c.pass(time.Minute)
	ids, _ := s.MessageIDs(t.Context(), message.Filter{Batch: b.ID, Service: gone})
	some(t, 3, func() (int, error) { return s.MoveMessages(t.Context(), "", ids...) })
	some(t, 0, func() (int, error) { return s.MoveMessages(t.Context(), firstService, ids...) })
	take(t, s, 9, before[0], ids[2])
	advance(t, s, 0, settledAs(before[0], message.Sent, c.at), settledAs(ids[2], message.Sent, c.at))
	take(t, s, 9, ids[0])
	if m := item(t, s, ids[0]); m.Tries != 1 || !m.Queued.Equal(c.at) || m.Service != firstService {
		t.Errorf("%+v", m)
	}
	// What is being sent, was sent, or may have been stays where it was.
	some(t, 0, func() (int, error) { return s.MoveMessages(t.Context(), gone, ids[0], ids[2], before[0]) })
	some(t, 1, func() (int, error) { return s.MoveMessages(t.Context(), gone, ids...) })
	events, err := s.History(t.Context(), ids[1])
	if err != nil || len(events) != 3 || events[1].Code != message.EventMoved || events[2].Code != message.EventMoved {
		t.Errorf("history %+v, %v", events, err)
	}
	wantWhole(t, s)
}

func TestTheRoomsOfServicesNeverMix(t *testing.T) {
	s, c := opened(t)
	const second = "chat-messenger-2"
	one, two := boardOf(monday, 3, c.at), boardOf(monday, 1, c.at.Add(time.Minute))
	plan := room.MonthSnapshot{Plan: room.Plan{Month: room.MonthOf(monday)}}
	plan.At = c.at
	saveDay(t, s, one)
	for _, save := range []func() error{func() error { return s.RoomsOf(second).SaveDay(t.Context(), two) }, func() error { return s.RoomsOf(second).SaveMonth(t.Context(), plan) },
		func() error {
			return s.RememberRoom(t.Context(), "", "Parking", &message.ChatRoom{ID: "7", Name: "Parking"})
		},
		func() error {
			return s.RememberRoom(t.Context(), second, "Garage", &message.ChatRoom{ID: "7", Name: "Garage"})
		}} {
		if err := save(); err != nil {
			t.Fatal(err)
		}
	}
	wantDay(t, s, one)
	if got, err := s.RoomsOf(second).Day(t.Context(), monday); err != nil || cmp.Diff(two, got) != "" {
		t.Errorf("%v\n%s", err, cmp.Diff(two, got))
	}
	if m, err := s.RoomsOf("").Month(t.Context(), plan.Month); err != nil || !m.At.IsZero() {
		t.Errorf("the month of another one: %+v, %v", m, err)
	}
	for service, want := range map[string]string{"": "Parking", second: "Garage", "chat-messenger-3": ""} {
		rooms, err := s.Rooms(t.Context(), service)
		var got []string
		for _, r := range rooms {
			got = append(got, r.Name)
		}
		if strings.Join(got, " ") != want || err != nil {
			t.Errorf("%q has %v, %v", service, got, err)
		}
	}
	if err := s.ForgetRooms(t.Context(), second); err != nil {
		t.Fatal(err)
	}
	if got, err := s.RoomsOf(second).LastDay(t.Context(), monday.AddDays(3)); err != nil || !got.At.IsZero() {
		t.Errorf("still there: %+v, %v", got, err)
	}
	wantDay(t, s, one)
}

func TestManyServicesTogetherKeepNoMoreRoomsThanOneDid(t *testing.T) {
	s, c := opened(t)
	for i := range 3 {
		for n := range maxPeriods / 2 {
			c.pass(time.Second)
			if err := s.RoomsOf(fmt.Sprintf("chat-messenger-%d", i+2)).SaveDay(t.Context(), boardOf(monday.AddDays(n), 1, c.at)); err != nil {
				t.Fatal(err)
			}
		}
	}
	var kept, contents int
	if err := s.reader.QueryRowContext(t.Context(), "SELECT (SELECT count(*) FROM room_snapshots), (SELECT count(*) FROM room_contents)").Scan(&kept, &contents); err != nil || kept != maxPeriods || contents != maxPeriods {
		t.Errorf("%d periods, %d contents, %v", kept, contents, err)
	}
}
