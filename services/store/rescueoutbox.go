package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"foyer/services/fault"
	"foyer/services/message"
)

// rescueOutbox takes over the messages of a damaged database that can be read, with their batches and
// their history, and what there is for suggestions. A message whose text is there and whose state is
// not becomes unknown: it may have been sent.
func (s *Store) rescueOutbox(ctx context.Context, old *sql.DB) {
	n := 0
	err := s.changeOutbox(ctx, "rescuing messages", func(o *outbox) error {
		r := rescuer{outbox: o, old: old, batches: map[int64]bool{0: true}, prepared: map[string]*sql.Stmt{}}
		for _, step := range []func(){r.takeBatches, r.takeMessages, r.takeEvents, r.takeSuggestions} {
			if step(); r.err != nil {
				return r.err
			}
		}
		n = r.messages
		if n == 0 && !r.suggestions {
			return errSame
		}
		return r.settle()
	})
	if err == nil {
		s.damage.Messages = n
	}
}

// rescuer writes what it reads from the damaged database.
type rescuer struct {
	*outbox
	old         *sql.DB
	batches     map[int64]bool // that are there
	messages    int
	suggestions bool
	prepared    map[string]*sql.Stmt
	err         error // of writing; that ends the rescue
}

// serviceOf is what a damaged database has as the service in a table: databases of before there were several
// have none.
func serviceOf(ctx context.Context, old *sql.DB, table string) string {
	var has bool
	err := old.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM pragma_table_info(?) WHERE name = 'service')", table).Scan(&has)
	if err != nil || !has {
		return "'" + firstService + "'"
	}
	return "service"
}

// write stores the first failure.
func (r *rescuer) write(statement string, args ...any) {
	prepared := r.prepared[statement]
	if prepared == nil && r.err == nil {
		prepared, r.err = r.tx.PrepareContext(r.ctx, statement)
		r.prepared[statement] = prepared
	}
	if r.err == nil {
		_, r.err = prepared.ExecContext(r.ctx, args...)
	}
}

// salvage reads rows of so many columns, of which the first is the key, and calls f with their values.
func (r *rescuer) salvage(table, columns, key string, count int, f func(values []any)) {
	salvage(r.ctx, func(s span) (keys, error) {
		var k keys
		err := each(r.ctx, r.old, s.query(columns, table, key), []any{s.low, s.high}, func(from scanner) error {
			values, err := scanAny(from, count)
			if err != nil {
				return err
			}
			if id, ok := values[0].(int64); !ok || !k.seen(s, id) {
				return errBadKey
			}
			f(values)
			return r.err
		})
		if r.err != nil {
			return k, nil // what was read cannot be written: no use to go on
		}
		return k, err
	})
}

func scanAny(from scanner, count int) ([]any, error) {
	values, into := make([]any, count), make([]any, count)
	for i := range values {
		into[i] = &values[i]
	}
	return values, from.Scan(into...)
}

func (r *rescuer) takeBatches() {
	r.salvage("batches", "id, name, started, rows, bulk, paused, cancelled, columns, "+serviceOf(r.ctx, r.old, "batches"), "id", 9, func(values []any) {
		r.batches[values[0].(int64)] = true
		r.write(`INSERT INTO batches (id, name, started, rows, bulk, paused, cancelled, columns, service) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, values...)
	})
}

// hotColumns are a message's columns that are taken over as they are, from batch to failure.
const hotColumns = "batch, row, seq, state, bulk, created, queued, tries, next, began, ended, discarded, failure"

// placeInHot are the places of some of them.
const placeOfBatch, placeOfState, countOfHot = 0, 3, 13

func (r *rescuer) takeMessages() {
	service := serviceOf(r.ctx, r.old, "messages")
	r.salvage("contents", "message, recipients, room, mentions, text, envelope, extra", "message", 7, func(content []any) {
		through := firstService
		hot, err := scanAny(r.old.QueryRowContext(r.ctx, `SELECT `+hotColumns+`, `+service+` FROM messages WHERE id = ?`, content[0]), countOfHot+1)
		if err == nil {
			through, hot = text(hot[countOfHot]), hot[:countOfHot]
		}
		if err != nil || !sound(hot) || through == "" {
			through = firstService
			why := writeFailure(&message.Failure{Kind: fault.UnknownOutcome, Code: CodeDamaged})
			hot = []any{int64(0), 0, content[0], string(message.Unknown), 0, r.now, r.now, 0, 0, 0, r.now, 0, why}
		}
		if batch := hot[placeOfBatch].(int64); !r.batches[batch] {
			// Whether it was paused is not known any more.
			r.batches[batch] = true
			r.write(`INSERT INTO batches (id, name, started, paused) VALUES (?, '', ?, 1)`, batch, r.now)
		}
		m := message.Message{To: splitLines[string](text(content[1])), Room: text(content[2])}
		r.write(`INSERT INTO messages (id, destination, open, front, `+hotColumns+`, service)
			VALUES (?1, ?2, (?14 = 0 AND ?6 IN ('queued', 'sending')), 0, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)`,
			append(append([]any{content[0], destination(through, m)}, hot...), through)...)
		r.write(`INSERT INTO contents (message, recipients, room, mentions, text, envelope, extra) VALUES (?, ?, ?, ?, ?, ?, ?)`, content...)
		r.messages++
	})
}

// sound reports whether the columns hold what they should.
func sound(hot []any) bool {
	for i, v := range hot {
		switch v := v.(type) {
		case int64:
			if i == placeOfState || i == countOfHot-1 || v < 0 {
				return false
			}
		case string:
			if i != placeOfState && i != countOfHot-1 {
				return false
			}
		default:
			return false
		}
	}
	return slices.Contains(message.States(), message.State(text(hot[placeOfState])))
}

func text(v any) string {
	t, _ := v.(string)
	return t
}

func (r *rescuer) takeEvents() {
	r.salvage("events", "id, message, at, state, code, failure", "id", 6, func(values []any) {
		r.write(`INSERT INTO events (id, message, at, state, code, failure) SELECT ?1, ?2, ?3, ?4, ?5, ?6
			WHERE EXISTS (SELECT 1 FROM messages WHERE id = ?2)`, values...)
	})
}

// takeSuggestions reads up to the first damage; what is lost here comes back by itself.
func (r *rescuer) takeSuggestions() {
	for _, t := range []struct {
		table, columns string
		count          int
	}{{"people", "key, address, used, count, hidden", 5}, {"chat_rooms", serviceOf(r.ctx, r.old, "chat_rooms") + ", name, id, used, room", 5}} {
		_ = each(r.ctx, r.old, "SELECT "+t.columns+" FROM "+t.table, nil, func(from scanner) error {
			values, err := scanAny(from, t.count)
			if err != nil {
				return err
			}
			r.suggestions = true
			r.write("INSERT INTO "+t.table+" VALUES (?"+strings.Repeat(", ?", t.count-1)+")", values...)
			return r.err
		})
	}
}

// settle writes what follows from the messages: who is at the front, the counts, the numbers.
func (r *rescuer) settle() error {
	var given int64
	if err := r.old.QueryRowContext(r.ctx, "SELECT last FROM numbers").Scan(&given); err != nil {
		given = 0 // then those that are there have to do
	}
	r.write("UPDATE numbers SET last = max(last, ?)", given)
	for _, statement := range []string{
		`UPDATE messages SET front = 1 WHERE open = 1 AND id = ` + fmt.Sprintf(inLine, "messages.destination"),
		`UPDATE batches SET queued = c.queued, sending = c.sending, sent = c.sent, failed = c.failed, unknown = c.unknown
			FROM (SELECT batch, sum(state = 'queued') AS queued, sum(state = 'sending') AS sending, sum(state = 'sent') AS sent,
			sum(state = 'failed') AS failed, sum(state = 'unknown') AS unknown FROM messages WHERE discarded = 0 GROUP BY batch) c WHERE c.batch = id`,
		`UPDATE batches SET rows = max(rows, queued + sending + sent + failed + unknown) WHERE id > 0`,
		`UPDATE numbers SET last = max(last, ifnull((SELECT max(max(id, seq)) FROM messages), 0))`,
	} {
		r.write(statement)
	}
	return r.err
}

// distrust makes unknown what is queued in a database whose last changes may be missing: it may have
// been sent meanwhile, and nothing is sent twice without asking. What is being sent is left to Recover.
// Its failure is no failure of Open.
func (s *Store) distrust(ctx context.Context) {
	_ = s.changeOutbox(ctx, "checking the outbox", func(o *outbox) error {
		_, err := o.moveGroups("state = 'queued' AND discarded = 0", nil, become(message.Unknown))
		if err != nil {
			return err
		}
		why := writeFailure(&message.Failure{Kind: fault.UnknownOutcome, Code: CodeDamaged})
		return changed(o.exec("UPDATE messages SET state = 'unknown', open = 0, front = 0, ended = ?, failure = ? WHERE state = 'queued'", o.now, why))
	})
}
