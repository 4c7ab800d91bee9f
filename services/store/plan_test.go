package store

import (
	"fmt"
	"strings"
	"testing"

	"foyer/services/message"
)

// crowded makes n messages of a state with plain SQL, in a batch or none, to so many destinations.
func crowded(t testing.TB, s *Store, state message.State, n, destinations int, batch int64) {
	t.Helper()
	open := b2i(state == message.Queued)
	for _, statement := range []string{
		fmt.Sprintf(`INSERT INTO messages (id, batch, row, seq, destination, state, open, front, bulk, created, queued, ended)
			WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
			SELECT l.last + i, %d, i, l.last + i, (i %% %d) * 100003, '%s', %d, %d AND i <= %d, 0, 1, 1, %d * i FROM n, numbers l`,
			n, batch, destinations, state, open, open, destinations, 1-open),
		`INSERT INTO contents (message, recipients, room, mentions, text, envelope, extra)
			SELECT id, 'person' || id || '@example.com', '', '', 'Your parking space for the week of 30 Nov is number ' || id, 0, ''
			FROM messages, numbers l WHERE id > l.last`,
		fmt.Sprintf(`UPDATE numbers SET last = last + %d`, n),
		fmt.Sprintf(`UPDATE batches SET %s = %s + %d WHERE id = %d`, state, state, n, batch),
	} {
		if _, err := s.writer.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
}

// plan is how SQLite would answer the query.
func plan(t *testing.T, s *Store, query string, args ...any) string {
	t.Helper()
	var lines []string
	err := each(t.Context(), s.reader, "EXPLAIN QUERY PLAN "+query, args, func(from scanner) error {
		var id, parent, unused int
		var detail string
		err := from.Scan(&id, &parent, &unused, &detail)
		lines = append(lines, detail)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(lines, "\n")
}

func TestHotQueriesReadOnlyWhatTheyNeed(t *testing.T) {
	s, _ := opened(t)
	for _, c := range []struct {
		rule, query string
		args        []any
		want        []string
	}{
		{"batches with something to take", lanes, nil, []string{"batches_waiting"}},
		{"fresh messages to take", freshQuery, []any{"s", 0, 32}, []string{"messages_front (service=? AND batch=? AND next=?)", "messages_sending (destination=?)"}},
		{"tried messages to take", triedQuery, []any{"s", 0, 1, 32}, []string{"messages_front (service=? AND batch=? AND next>? AND next<?)", "messages_sending (destination=?)"}},
		{"rows of a bulk batch that follow", runQuery, []any{1, 1, 32}, []string{"messages_line (destination=? AND seq>?)"}},
		{"the next time", dueQuery, []any{"s"}, []string{"messages_front (service=? AND batch=?)", "messages_sending (destination=?)"}},
		{"what is being sent", takenQuery, []any{"[1]"}, []string{"SEARCH m USING INTEGER PRIMARY KEY", "SEARCH b USING INTEGER PRIMARY KEY"}},
		{"who comes to the front", raise, []any{"[1]"}, []string{"messages_line (destination=?)", "SEARCH messages USING INTEGER PRIMARY KEY"}},
		{"queueing", insertMessage, []any{1, 0, 0, 1, 0, 1, "s"}, []string{"messages_line (destination=?)"}},
		{"recovering", "SELECT destination FROM messages WHERE state = 'sending'", nil, []string{"messages_sending"}},
		{"reading messages", itemsQuery, []any{"[1]"},
			[]string{"SEARCH m USING INTEGER PRIMARY KEY", "SEARCH c USING INTEGER PRIMARY KEY", "messages_line (destination=?)"}},
		{"history", "SELECT * FROM events WHERE message = ?", []any{1}, []string{"events_message (message=?)"}},
		{"what goes for good", purges[1].find, []any{1}, []string{"messages_discarded"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			got := plan(t, s, c.query, c.args...)
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("does not use %q:\n%s", want, got)
				}
			}
			wantNoScan(t, got)
		})
	}
}

func TestListsAreReadFromIndexes(t *testing.T) {
	s, _ := opened(t)
	for _, c := range []struct {
		f    message.Filter
		want []string // of each part
	}{
		{message.Filter{}, []string{"COVERING INDEX messages_open", "COVERING INDEX messages_rest", "COVERING INDEX messages_rest", "COVERING INDEX messages_rest"}},
		{message.Filter{State: message.Sent}, []string{"COVERING INDEX messages_rest (state=?)"}},
		{message.Filter{State: message.Queued}, []string{"INDEX messages_open"}},
		{message.Filter{Batch: 1}, []string{"INDEX messages_batch (batch=?)", "INDEX messages_batch (batch=?)"}},
	} {
		for i, p := range parts(c.f) {
			got := plan(t, s, `SELECT m.id FROM messages m WHERE `+p.where+` ORDER BY `+p.order, p.args...)
			if !strings.Contains(got, c.want[i]) || c.f.Batch == 0 && strings.Contains(got, "TEMP B-TREE") {
				t.Errorf("part %d of the list %+v is made by\n%s", i, c.f, got)
			}
		}
	}
}

// wantNoScan: no table is read from end to end, and nothing is sorted but what was asked for by a list.
func wantNoScan(t *testing.T, plan string) {
	t.Helper()
	few := strings.Contains(plan, "VIRTUAL TABLE") || strings.Contains(plan, "batches_waiting")
	for line := range strings.SplitSeq(plan, "\n") {
		small := strings.Contains(line, "batches_waiting") || strings.Contains(line, "messages_sending")
		scans := strings.HasPrefix(line, "SCAN") && !strings.Contains(line, "VIRTUAL TABLE") && !strings.Contains(line, "CONSTANT") && !small
		if scans || strings.Contains(line, "TEMP B-TREE FOR ORDER BY") && !few {
			t.Errorf("reads or sorts all:\n%s", plan)
		}
	}
}
