package store

import (
	"context"
	"time"
)

// pruneAtOnce is how many messages go in one transaction: few enough that a delivery that waits for it
// does not notice.
const pruneAtOnce = 200

// aged are the messages that are done with: sent or failed before a time, or discarded before another.
// What waits, and what nobody knows the end of, is never among them.
var aged = []string{
	"m.open = 0 AND m.discarded = 0 AND m.state = 'sent' AND m.ended < ?1",
	"m.open = 0 AND m.discarded = 0 AND m.state = 'failed' AND m.ended < ?1",
	"m.discarded > 0 AND m.discarded < ?2",
}

// ageLimits returns the times before which messages are pruned that are kept for so many days.
func (s *Store) ageLimits(days int) (ended, discarded int64) {
	age := time.Duration(days) * 24 * time.Hour
	return nanos(s.now().Add(-age)), nanos(s.now().Add(-min(age, Kept)))
}

// Prunable returns how many messages Prune would remove; none for 0 days.
func (s *Store) Prunable(ctx context.Context, days int) (int, error) {
	if days <= 0 {
		return 0, nil
	}
	ended, discarded := s.ageLimits(days)
	n := 0
	for _, where := range aged {
		var some int
		if err := s.reader.QueryRowContext(ctx, "SELECT count(*) FROM messages m WHERE "+where, ended, discarded).Scan(&some); err != nil {
			return 0, s.fail(ctx, "counting old messages", err)
		}
		n += some
	}
	return n, nil
}

// Prune removes for good the messages that were sent or failed more than so many days ago, those that
// were discarded as long ago or longer than Kept, and the batches of which nothing is left; 0 days
// removes nothing. It removes them in small transactions, calls rest after each, and ends early when that
// fails. It returns how many messages went, after an error perhaps some.
func (s *Store) Prune(ctx context.Context, days int, rest func(context.Context) error) (int, error) {
	if days <= 0 {
		return 0, nil
	}
	total := 0
	for _, where := range aged {
		for {
			n, err := s.pruneSome(ctx, where, days)
			total += n
			if err != nil {
				return total, err
			}
			if n > 0 {
				if err := rest(ctx); err != nil {
					return total, wrap(ctx, opPrune, err)
				}
			}
			if n < pruneAtOnce {
				break
			}
		}
	}
	return total, nil
}

const opPrune = "removing old messages"

func (s *Store) pruneSome(ctx context.Context, where string, days int) (int, error) {
	n := 0
	ended, discarded := s.ageLimits(days)
	// Looked for first, because a write for nothing would cost a disk flush.
	var found bool
	err := s.reader.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM messages m WHERE "+where+")", ended, discarded).Scan(&found)
	if err != nil || !found {
		return 0, s.fail(ctx, opPrune, err)
	}
	err = s.changeOutbox(ctx, opPrune, func(o *outbox) error {
		ids, err := o.list("SELECT m.id FROM messages m WHERE "+where+" LIMIT ?3", ended, discarded, pruneAtOnce)
		if err != nil {
			return err
		}
		list := asList(ids)
		if _, err := o.moveGroups("discarded = 0 AND "+listed, []any{list}, become("")); err != nil {
			return err
		}
		batches, err := o.list("SELECT DISTINCT batch FROM messages WHERE "+listed, list)
		if err != nil {
			return err
		}
		if n, err = o.exec("DELETE FROM messages WHERE "+listed, list); err != nil {
			return err
		}
		if err := o.count(); err != nil {
			return err
		}
		_, err = o.exec(`DELETE FROM batches WHERE id > 0 AND id IN (SELECT value FROM json_each(?))
			AND NOT EXISTS (SELECT 1 FROM messages WHERE batch = batches.id AND batch > 0)`, asList(batches))
		return err
	})
	if err != nil {
		n = 0
	}
	return n, err
}
