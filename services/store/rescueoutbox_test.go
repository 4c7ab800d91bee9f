package store

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/message"
)

// busyOutbox makes a closed database with messages in all states and returns its path and what is in it.
func busyOutbox(t *testing.T) (path string, all map[int64]message.Item, c *clock) {
	t.Helper()
	c = newClock()
	path = filepath.Join(folder(t), "foyer.db")
	s, err := Open(t.Context(), path, c.now)
	if err != nil {
		t.Fatal(err)
	}
	ids := queue(t, s, letters(150)...)
	paused, _ := queueFile(t, s, message.Batch{Name: "paused.csv"}, batchMessages("paused")...)
	if err := s.PauseBatch(t.Context(), paused.ID); err != nil {
		t.Fatal(err)
	}
	queueFile(t, s, message.Batch{Name: "bulk.csv", Bulk: true, Columns: []string{"team"}}, batchMessages("bulk")...)
	states := []message.State{message.Sent, message.Failed, message.Unknown, message.Queued}
	for i, m := range advance(t, s, 40) {
		out := settledAs(m.ID, states[i%len(states)], c.at)
		out.Next = c.at.Add(time.Hour)
		advance(t, s, 0, out)
	}
	advance(t, s, 5)
	some(t, 3, func() (int, error) { return s.DiscardMessages(t.Context(), ids[100], ids[101], ids[102]) })
	if err := s.RememberRoom(t.Context(), "", "Parking", nil); err != nil {
		t.Fatal(err)
	}
	if _, err := s.QueueMessages(t.Context(), "chat-messenger-2", letters(30)); err != nil {
		t.Fatal(err)
	}
	all = everything(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path, all, c
}

func everything(t testing.TB, s *Store) map[int64]message.Item {
	t.Helper()
	all := map[int64]message.Item{}
	for m, err := range s.EachMessage(t.Context(), message.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		all[m.ID] = m
	}
	return all
}

func TestNoDamagedPageLosesMoreThanItHolds(t *testing.T) {
	t.Parallel()
	whole, all, c := busyOutbox(t)
	content, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	// Through these all others are found.
	roots := map[int]bool{rootOf(t, whole, "contents"): true}
	for _, schema := range children(content, 1) {
		roots[schema] = true
	}
	met := 0
	// Every third page: each takes the disk a while.
	for n := 1; n < len(content)/page; n += 3 {
		spoiled := append([]byte(nil), content...)
		for i := range page {
			spoiled[n*page+i] = byte(i*7 + 1)
		}
		path := filepath.Join(folder(t), "foyer.db")
		for name, data := range map[string][]byte{path: spoiled, path + ".suspect": nil} {
			if err := os.WriteFile(name, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		s, err := Open(t.Context(), path, c.now)
		if err != nil {
			t.Fatalf("page %d: %v", n+1, err)
		}
		met++
		if !roots[n+1] {
			wantRescued(t, s, n+1, all)
		}
		wantWhole(t, s)
		if t.Failed() {
			t.Fatalf("page %d: damage %+v", n+1, s.Damage())
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if met < 10 {
		t.Errorf("only %d pages", met)
	}
}

func rootOf(t *testing.T, path, name string) int {
	t.Helper()
	s, err := Open(t.Context(), path, newClock().now)
	if err != nil {
		t.Fatal(err)
	}
	var root int
	err = s.reader.QueryRowContext(t.Context(), "SELECT rootpage FROM sqlite_schema WHERE name = ?", name).Scan(&root)
	// Closed at once: what is open cannot be set aside on Windows.
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	return root
}

// children are the pages that a page of a table leads to.
func children(b []byte, number int) []int {
	const leadsOn, header = 5, 12
	at := (number - 1) * page
	head := at
	if number == 1 {
		head += 100 // the file's header
	}
	if b[head] != leadsOn {
		return nil
	}
	all := []int{int(binary.BigEndian.Uint32(b[head+8:]))}
	for i := range int(binary.BigEndian.Uint16(b[head+3:])) {
		cell := int(binary.BigEndian.Uint16(b[head+header+2*i:]))
		all = append(all, int(binary.BigEndian.Uint32(b[at+cell:])))
	}
	return all
}

// wantRescued wants what was there, but for the rows of one page, and nothing that has left to be queued.
func wantRescued(t *testing.T, s *Store, number int, want map[int64]message.Item) {
	t.Helper()
	got := everything(t, s)
	if s.Damage().Path != "" && s.Damage().Messages < len(got) {
		t.Errorf("page %d: %d rescued, but said to be %d", number, len(got), s.Damage().Messages)
	}
	const onePage = 100 // short texts
	if len(got) < len(want)-onePage {
		t.Errorf("page %d: only %d of %d messages", number, len(got), len(want))
	}
	for id, m := range got {
		w, listed := want[id]
		if listed && !reflect.DeepEqual(m.Message, w.Message) {
			t.Errorf("page %d: message %d says %+v, not %+v", number, id, m.Message, w.Message)
		}
		// One that was discarded comes back when that is not known any more.
		if uncertain := m.State == message.Unknown && m.Failure != nil && m.Failure.Code == CodeDamaged; !uncertain && m.State != w.State {
			t.Errorf("page %d: message %d is %+v, was %s", number, id, m, w.State)
		}
	}
}

func TestRescuedMessagesAreAsTheyWere(t *testing.T) {
	path, all, c := busyOutbox(t)
	// Damage that no message lies on, so that all of them are taken over.
	index := rootOf(t, path, "messages_rest")
	spoil(t, path, func(b []byte) []byte {
		copy(b[(index-1)*page:], strings.Repeat("noise", page/5))
		return b
	})
	if err := os.WriteFile(path+".suspect", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := reopened(t, path, c)
	if d := s.Damage(); d.Path == "" || d.Messages != len(all)+3 {
		t.Errorf("reported %+v, want %d messages", d, len(all)+3)
	}
	if d := cmp.Diff(all, everything(t, s)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	wantWhole(t, s)
	wantBesides(t, s, all)
	some(t, 5, func() (int, error) { return s.Recover(t.Context()) })
	if got := queue(t, s, to("x", "new@example.com"))[0]; all[got].ID != 0 {
		t.Errorf("number %d is given twice", got)
	}
}

// wantBesides wants what is rescued besides the messages of a busy outbox.
func wantBesides(t *testing.T, s *Store, all map[int64]message.Item) {
	t.Helper()
	if b, err := s.Batch(t.Context(), 1); err != nil || !b.Paused || b.Rows != batchRows || b.Counts.Held != batchRows {
		t.Errorf("the paused batch is %+v, error %v", b, err)
	}
	if rooms, err := s.Rooms(t.Context(), ""); err != nil || len(rooms) != 1 {
		t.Errorf("rooms %v, error %v", rooms, err)
	}
	if people, err := s.People(t.Context(), "", 1000); err != nil || len(people) != 150 {
		t.Errorf("%d people, error %v", len(people), err)
	}
	for id, m := range all {
		if m.Failure != nil && m.State == message.Queued {
			if events, err := s.History(t.Context(), id); err != nil || len(events) != 3 {
				t.Errorf("history %v, error %v", events, err)
			}
		}
	}
}

func TestQueueWithoutItsLastChangesIsNotSentWithoutAsking(t *testing.T) {
	whole, _, c := busyOutbox(t)
	s := reopened(t, whole, c)
	// The log holds that some messages left; its end gets lost.
	advance(t, s, 5)
	path := filepath.Join(folder(t), "foyer.db")
	for _, side := range []string{"", "-wal"} {
		if err := copyFile(whole+side, path+side); err != nil {
			t.Fatal(err)
		}
	}
	spoil(t, path+"-wal", func(b []byte) []byte { copy(b[logHeader+frameHeader+20:], "noise"); return b })
	late := reopened(t, path, c)
	if d := late.Damage(); !d.LogOnly {
		t.Fatalf("reported %+v", d)
	}
	if got := counts(t, late, message.Filter{}); got.Queued != 0 || got.Unknown < 100 {
		t.Errorf("counts %+v", got)
	}
	wantWhole(t, late)
	take(t, late, 10)
	ids := listedIDs(t, late, message.Filter{State: message.Unknown})
	if m := item(t, late, ids[0]); m.Failure == nil || m.Failure.Kind != fault.UnknownOutcome || m.Failure.Code != CodeDamaged {
		t.Errorf("unknown without a reason: %+v", m)
	}
}

func TestSalvageStepsOverWhatCannotBeRead(t *testing.T) {
	path := filepath.Join(folder(t), "foyer.db")
	s, err := Open(t.Context(), path, newClock().now)
	if err != nil {
		t.Fatal(err)
	}
	// So many pages that one in the middle leads to hundreds of others.
	const n = 4000
	crowded(t, s, message.Queued, n, n, 0)
	if _, err := s.writer.ExecContext(t.Context(), "UPDATE contents SET text = text || hex(zeroblob(500))"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	root := rootOf(t, path, "contents")
	spoil(t, path, func(b []byte) []byte {
		copy(b[(children(b, root)[1]-1)*page:], strings.Repeat("noise", page/5))
		return b
	})
	if err := os.WriteFile(path+".suspect", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	late := reopened(t, path, newClock())
	got := listedIDs(t, late, message.Filter{})
	if len(got) < n/4 || len(got) > n-unreadable || len(got) != late.Damage().Messages {
		t.Errorf("%d messages, reported %+v", len(got), late.Damage())
	}
	gaps := 0
	for i := 1; i < len(got); i++ {
		gaps += b2i(got[i] != got[i-1]+1)
	}
	if gaps+b2i(got[0] != 1) != 1 {
		t.Errorf("%d gaps", gaps)
	}
}
