package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"foyer/services/message"
)

// wantWhole: what is written twice for speed, counts and places at the front, says the same, and the
// file is whole.
func wantWhole(t testing.TB, s *Store) {
	t.Helper()
	const counted = `SELECT count(*) FROM messages m WHERE m.batch = b.id AND m.discarded = 0 AND m.state = `
	for rule, query := range map[string]string{
		"counts": `SELECT count(*) FROM batches b WHERE queued <> (` + counted + `'queued') OR sending <> (` + counted + `'sending')
			OR sent <> (` + counted + `'sent') OR failed <> (` + counted + `'failed') OR unknown <> (` + counted + `'unknown')`,
		"fronts": `SELECT count(*) FROM messages m WHERE open = 1 AND front <> NOT EXISTS
			(SELECT 1 FROM messages o WHERE o.open = 1 AND o.destination = m.destination AND o.seq < m.seq)`,
		"services": `SELECT count(*) FROM (SELECT 1 FROM messages GROUP BY destination HAVING count(DISTINCT service) > 1)`,
		"contents": `SELECT (SELECT count(*) FROM messages) - (SELECT count(*) FROM contents)`,
		"numbers":  `SELECT count(*) FROM messages, numbers WHERE max(id, seq) > last`,
		"links":    `SELECT count(*) FROM pragma_foreign_key_check`,
		"pages":    `SELECT integrity_check <> 'ok' FROM pragma_integrity_check`,
	} {
		var wrong int
		if err := s.reader.QueryRowContext(t.Context(), query).Scan(&wrong); err != nil || wrong != 0 {
			t.Errorf("%s: %d wrong, error %v", rule, wrong, err)
		}
	}
}

// batchRows is how many rows the other process queues at once, to how many destinations.
const batchRows, batchDestinations = 60, 7

func batchMessages(name string) []message.Message {
	all := make([]message.Message, batchRows)
	for i := range all {
		all[i] = to(name+" "+itoa(i), "person"+itoa(i%batchDestinations)+"@example.com")
	}
	return all
}

// queueBatches queues that many batches and prints the name of each when it is acknowledged.
func queueBatches(ctx context.Context, s *Store, n string) error {
	number, err := strconv.Atoi(n)
	for i := 0; i < number && err == nil; i++ {
		name := fmt.Sprintf("%d-%d.csv", os.Getpid(), i)
		if _, err = s.QueueBatch(ctx, message.Batch{Name: name}, file(batchMessages(name)...)); err == nil {
			_, err = os.Stdout.WriteString(name + "\n")
		}
	}
	return err
}

// twoServices are what the other process delivers through, by turns.
var twoServices = []string{firstService, "chat-messenger-2"}

// deliver takes and settles until so many are sent, and prints what it takes after it was taken and
// what it sent after that was acknowledged.
func deliver(ctx context.Context, s *Store, n string) error {
	number, err := strconv.Atoi(n)
	if err != nil {
		return err
	}
	if _, err := s.Recover(ctx); err != nil {
		return err
	}
	var settled []message.Settled
	for sent, turn := 0, 0; sent < number; sent, turn = sent+len(settled), turn+1 {
		items, err := s.Advance(ctx, twoServices[turn%2], settled, 5)
		if err != nil {
			return err
		}
		var lines strings.Builder
		for _, m := range settled {
			fmt.Fprintf(&lines, "sent %d\n", m.ID)
		}
		if len(items)+len(settled) == 0 {
			if err := changedSince(ctx, s); err != nil {
				return err
			}
		}
		settled = nil
		for _, m := range items {
			fmt.Fprintf(&lines, "taken %d\n", m.ID)
			settled = append(settled, settledAs(m.ID, message.Sent, time.Now()))
		}
		if _, err := os.Stdout.WriteString(lines.String()); err != nil {
			return err
		}
	}
	_, err = s.Advance(ctx, firstService, settled, 0)
	return err
}

// changedSince waits until somebody changes the database, without keeping anybody from it.
func changedSince(ctx context.Context, s *Store) error {
	before, err := s.Revision(ctx)
	for now := before; err == nil && now == before; {
		now, err = s.Revision(ctx)
		for _, service := range twoServices {
			if at, errDue := s.Due(ctx, service); errDue != nil || !at.IsZero() {
				return errDue // it changed before we looked
			}
		}
	}
	return err
}

// killed runs a role and kills it after so many lines. It returns all lines that came.
func killed(t *testing.T, role, path, name string, after int) []string {
	t.Helper()
	cmd := process(t, role, path, name)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for scan := bufio.NewScanner(out); scan.Scan(); {
		lines = append(lines, scan.Text())
		if len(lines) == after {
			// The process goes on while the signal is on its way.
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the process was not killed")
	}
	return lines
}

func TestKilledQueueingLeavesWholeBatchesOnly(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t), "foyer.db")
	acknowledged := map[string]bool{}
	for round := range 4 {
		for _, name := range killed(t, "queue", path, "100000", 1+round*3) {
			acknowledged[name] = true
		}
	}
	s := reopened(t, path, newClock())
	wantWhole(t, s)
	batches, err := s.Batches(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range batches {
		delete(acknowledged, b.Name)
		if b.Rows != batchRows || b.Counts.Queued != batchRows {
			t.Errorf("%s has %d rows, %+v", b.Name, b.Rows, b.Counts)
		}
	}
	if len(acknowledged) > 0 {
		t.Errorf("acknowledged and lost: %v", acknowledged)
	}
}

func TestKilledDeliveryLosesNothingAndTakesNothingTwice(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t), "foyer.db")
	s := reopened(t, path, newClock())
	const batches = 20
	for n := range batches {
		queueFile(t, s, message.Batch{Name: itoa(n) + ".csv", Service: twoServices[n%2]}, batchMessages(itoa(n))...)
	}
	taken, sent := map[string]bool{}, map[string]bool{}
	for round := range 6 {
		for _, line := range killed(t, "deliver", path, "1000000", 10+round*41) {
			what, id, _ := strings.Cut(line, " ")
			switch {
			case what == "sent":
				sent[id] = true
			case taken[id]:
				t.Errorf("%s was taken twice", id)
			default:
				taken[id] = true
			}
		}
	}
	if _, err := s.Recover(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantWhole(t, s)
	if n := wantOrder(t, s, taken, sent); n != batches*batchRows || len(sent) == 0 {
		t.Errorf("%d messages, %d of them sent", n, len(sent))
	}
}

// wantOrder wants that what was acknowledged is so, and that nothing waits before what has left. It
// returns how many messages there are.
func wantOrder(t *testing.T, s *Store, taken, sent map[string]bool) int {
	t.Helper()
	waits := map[string]int64{}
	n := 0
	for m, err := range s.EachMessage(t.Context(), message.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		id := strconv.FormatInt(m.ID, 10)
		if sent[id] && m.State != message.Sent {
			t.Errorf("%s was acknowledged as sent and is %s", id, m.State)
		}
		if m.State == message.Queued {
			waits[m.Service+m.To[0]] = m.ID
			if taken[id] {
				t.Errorf("%s was taken and is queued", id)
			}
		} else if before := waits[m.Service+m.To[0]]; before != 0 {
			t.Errorf("%s is %s before %d", id, m.State, before)
		}
	}
	return n
}

func TestOneProcessQueuesWhileAnotherDelivers(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t), "foyer.db")
	s, err := open(t.Context(), path, newClock().now, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	const batches = 12
	queueing, delivering := process(t, "queue", path, itoa(batches)), process(t, "deliver", path, itoa(batches*batchRows))
	for _, start := range []func() error{queueing.Start, delivering.Start} {
		if err := start(); err != nil {
			t.Fatal(err)
		}
	}
	done := make(chan error, 1)
	go func() { done <- errors.Join(queueing.Wait(), delivering.Wait()) }()
	// Meanwhile this process reads and writes too.
	for more, n := true, 0; more; n++ {
		select {
		case err := <-done:
			if more = false; err != nil {
				t.Error(err)
			}
		default:
		}
		if c := counts(t, s, message.Filter{}); c.Of("") > batches*batchRows {
			t.Fatalf("counts %+v", c)
		}
		if n%50 == 0 {
			if err := s.RememberRoom(t.Context(), "", "Parking", nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	wantWhole(t, s)
	if c := counts(t, s, message.Filter{}); c != (message.Counts{Sent: batches * batchRows}) {
		t.Errorf("counts %+v", c)
	}
}
