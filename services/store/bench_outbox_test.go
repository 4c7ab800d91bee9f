package store

import (
	"database/sql"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"foyer/services/message"
)

// letters makes n messages to as many people.
func letters(n int) []message.Message {
	all := make([]message.Message, n)
	for i := range all {
		all[i] = to("Your parking space for the week of 30 Nov is number "+itoa(i), "person"+itoa(i)+"@example.com")
	}
	return all
}

func BenchmarkQueueTenThousand(b *testing.B) {
	all := letters(many)
	fresh := func(b *testing.B) *Store {
		b.StopTimer()
		s, _ := opened(b)
		b.StartTimer()
		return s
	}
	b.Run("batch", func(b *testing.B) {
		for b.Loop() {
			if _, err := fresh(b).QueueBatch(b.Context(), message.Batch{Name: "b.csv"}, file(all...)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("messages", func(b *testing.B) {
		for b.Loop() {
			if _, err := fresh(b).QueueMessages(b.Context(), firstService, all); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("floor-insert", func(b *testing.B) {
		for b.Loop() {
			bareInsert(b, fresh(b), all)
		}
	})
}

// bareInsert writes the same texts, a hundred at a time, into one table without any index.
func bareInsert(b *testing.B, s *Store, all []message.Message) {
	err := inTransaction(b.Context(), s.writer, time.Second, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(b.Context(), "CREATE TABLE bare (id INTEGER PRIMARY KEY, recipients TEXT, text TEXT, state TEXT, queued INTEGER)"); err != nil {
			return err
		}
		const rows = 100
		insert, err := tx.PrepareContext(b.Context(), "INSERT INTO bare (recipients, text, state, queued) VALUES (?, ?, 'queued', 1)"+strings.Repeat(", (?, ?, 'queued', 1)", rows-1))
		if err != nil {
			return err
		}
		for i := 0; i < len(all); i += rows {
			var args []any
			for _, m := range all[i : i+rows] {
				args = append(args, m.To[0], m.Text)
			}
			if _, err := insert.ExecContext(b.Context(), args...); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

// situations are outboxes that a careless claim would read from end to end.
var situations = []struct {
	name string
	make func(b *testing.B, s *Store)
}{
	{"100k-sent", func(b *testing.B, s *Store) { crowded(b, s, message.Sent, 100000, 100000, 0) }},
	{"100k-to-3", func(b *testing.B, s *Store) { crowded(b, s, message.Queued, 100000, 3, 0) }},
	{"100k-to-100k", func(b *testing.B, s *Store) { crowded(b, s, message.Queued, 100000, 100000, 0) }},
	{"100k-paused", func(b *testing.B, s *Store) {
		batch, _ := queueFile(b, s, message.Batch{Name: "b.csv"}, to("x", "nobody@example.com"))
		crowded(b, s, message.Queued, 100000, 100000, batch.ID)
		if err := s.PauseBatch(b.Context(), batch.ID); err != nil {
			b.Fatal(err)
		}
	}},
}

const hand = 32 // messages a call of Advance

// BenchmarkAdvance settles 32 messages and takes 32 more at each call.
func BenchmarkAdvance(b *testing.B) {
	for _, situation := range situations {
		b.Run(situation.name, func(b *testing.B) {
			s, c := opened(b)
			situation.make(b, s)
			if situation.name == "100k-sent" || situation.name == "100k-paused" {
				queue(b, s, letters(50000)...)
			}
			items := advance(b, s, hand)
			rows := 0
			for b.Loop() {
				if c.pass(time.Millisecond); len(items) == 0 {
					b.Fatal("nothing is left; measure for a shorter time")
				}
				rows += len(items)
				settled := make([]message.Settled, len(items))
				for i, m := range items {
					settled[i] = settledAs(m.ID, message.Sent, c.at)
				}
				items = advance(b, s, hand, settled...)
			}
			b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
		})
	}
	b.Run("floor-update", func(b *testing.B) { bareUpdate(b, 1) })
	b.Run("floor-update-each", func(b *testing.B) { bareUpdate(b, hand) })
}

// bareUpdate marks 32 rows as settled and 32 as taken by their keys, in one transaction, in a table
// without any index.
func bareUpdate(b *testing.B, statements int) {
	s, _ := opened(b)
	for _, statement := range []string{
		"CREATE TABLE bare (id INTEGER PRIMARY KEY, state TEXT, at INTEGER, text TEXT)",
		`INSERT INTO bare WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i, 'queued', 0, 'Your parking space is number' || i FROM n`,
	} {
		if _, err := s.writer.ExecContext(b.Context(), statement); err != nil {
			b.Fatal(err)
		}
	}
	at := 0
	for b.Loop() {
		err := inTransaction(b.Context(), s.writer, time.Second, func(tx *sql.Tx) error {
			for i, state := range []string{"sent", "sending"} {
				for part := range statements {
					first := (at+i*hand)%99000 + part*hand/statements
					if _, err := tx.ExecContext(b.Context(), "UPDATE bare SET state = ?, at = 1 WHERE id > ? AND id <= ?", state, first, first+hand/statements); err != nil {
						return err
					}
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		at += hand
	}
	b.ReportMetric(float64(hand*b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkOutboxOfAHundredThousand(b *testing.B) {
	s, _ := opened(b)
	batch, _ := queueFile(b, s, message.Batch{Name: "b.csv"}, to("x", "nobody@example.com"))
	crowded(b, s, message.Sent, 100000, 100000, batch.ID)
	crowded(b, s, message.Queued, 100000, 100000, 0)
	run := func(name string, f func() error) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := f(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	for _, f := range []message.Filter{{}, {State: message.Sent}, {Batch: batch.ID}, {Words: "number 77777"}} {
		run(fmt.Sprintf("counts-%s-%d-%s", f.State, f.Batch, f.Words), func() error { _, err := s.Counts(b.Context(), f); return err })
		run(fmt.Sprintf("ids-%s-%d-%s", f.State, f.Batch, f.Words), func() error { _, err := s.MessageIDs(b.Context(), f); return err })
	}
	ids := listedIDs(b, s, message.Filter{})
	run("messages-of-a-page", func() error { _, err := s.Messages(b.Context(), ids[70000:70050]); return err })
	run("due", func() error { _, err := s.Due(b.Context(), firstService); return err })
	run("each", func() error {
		for _, err := range s.EachMessage(b.Context(), message.Filter{Batch: batch.ID}) {
			if err != nil {
				return err
			}
		}
		return nil
	})
	run("floor-scan", func() error {
		var n int
		return s.reader.QueryRowContext(b.Context(), "SELECT count(*) FROM messages WHERE state = 'sent'").Scan(&n)
	})
}

// BenchmarkQueueMemory queues batches of different sizes; what is used at most must not differ.
func BenchmarkQueueMemory(b *testing.B) {
	for _, n := range []int{1000, 10000, 100000} {
		b.Run(itoa(n), func(b *testing.B) {
			var peak uint64
			for b.Loop() {
				b.StopTimer()
				s, _ := opened(b)
				runtime.GC()
				b.StartTimer()
				_, err := s.QueueBatch(b.Context(), message.Batch{Name: "b.csv"}, func(yield func(message.Row, error) bool) {
					for i := range n {
						if i%1000 == 0 {
							var m runtime.MemStats
							runtime.ReadMemStats(&m)
							peak = max(peak, m.HeapInuse)
						}
						if !yield(message.Row{Number: i + 1, Message: to("Your parking space is number "+itoa(i), "person"+itoa(i)+"@example.com")}, nil) {
							return
						}
					}
				})
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(peak)/(1<<20), "MiB-peak")
		})
	}
}
