package store

import (
	"context"
	"slices"

	"foyer/services/message"
)

// RetryMessages puts failed and unknown messages back, at the end of the queue, in the order in which
// they once were queued and as if they had never been tried; and it lets queued ones that wait for
// their next try go at once. Others are left alone. It returns how many it changed; after an error that
// may be some of them.
func (s *Store) RetryMessages(ctx context.Context, ids ...int64) (int, error) {
	const op = "putting messages back"
	if len(ids) > atOnce {
		// The parts have to come in the order that each of them gets.
		var sorted []int64
		err := each(ctx, s.reader, "SELECT id FROM messages WHERE "+listed+" ORDER BY seq", []any{asList(ids)}, func(from scanner) error {
			var id int64
			err := from.Scan(&id)
			sorted = append(sorted, id)
			return err
		})
		if err != nil {
			return 0, s.fail(ctx, op, err)
		}
		ids = sorted
	}
	return s.changeListed(ctx, op, ids, func(o *outbox, list string) (int, error) {
		again, err := o.putBack(list)
		if err != nil {
			return 0, err
		}
		hurried, err := o.exec(`UPDATE messages SET next = 0 WHERE open = 1 AND state = 'queued' AND next > 0 AND `+listed, list)
		return again + hurried, err
	})
}

// atOnce is how many messages one transaction changes at most, so that others need not wait long.
const atOnce = 4000

// changeListed changes messages with f, which returns how many it changed, in as many transactions as
// it takes.
func (s *Store) changeListed(ctx context.Context, op string, ids []int64, f func(o *outbox, list string) (int, error)) (int, error) {
	total := 0
	for part := range slices.Chunk(ids, atOnce) {
		n := 0
		err := s.changeOutbox(ctx, op, func(o *outbox) error {
			var err error
			n, err = f(o, asList(part))
			return changed(n, err)
		})
		if err != nil {
			return total, err
		}
		total += n
	}
	return total, nil
}

// changed is errSame when nothing was.
func changed(n int, err error) error {
	if err == nil && n == 0 {
		return errSame
	}
	return err
}

func (o *outbox) putBack(list string) (int, error) {
	const rested = "state IN ('failed', 'unknown') AND discarded = 0 AND " + listed
	n, err := o.moveGroups(rested, []any{list}, become(message.Queued))
	if err != nil || n == 0 {
		return n, err
	}
	destinations, err := o.list("SELECT DISTINCT destination FROM messages WHERE "+rested, list)
	if err != nil {
		return 0, err
	}
	if err := o.keepCourse(rested, list); err != nil {
		return 0, err
	}
	if err := o.noteAll(rested, list, "'queued'", message.EventAgain); err != nil {
		return 0, err
	}
	last, err := o.numbers(n)
	if err != nil {
		return 0, err
	}
	_, err = o.exec(`UPDATE messages SET state = 'queued', open = 1, seq = ? + place, queued = ?, tries = 0, next = 0, began = 0, ended = 0, failure = ''
		FROM (SELECT id AS chosen, row_number() OVER (ORDER BY seq) AS place FROM messages WHERE `+rested+`) WHERE id = chosen`, last, o.now, list)
	if err != nil {
		return 0, err
	}
	return n, o.raise(destinations)
}

// ArrivedMessages makes unknown messages sent, because the user says that they arrived, and returns
// how many. Others are left alone.
func (s *Store) ArrivedMessages(ctx context.Context, ids ...int64) (int, error) {
	const unknown = "state = 'unknown' AND discarded = 0 AND " + listed
	return s.changeListed(ctx, "noting that messages arrived", ids, func(o *outbox, list string) (int, error) {
		n, err := o.moveGroups(unknown, []any{list}, become(message.Sent))
		if err != nil || n == 0 {
			return 0, err
		}
		if err := o.keepCourse(unknown, list); err != nil {
			return 0, err
		}
		if err := o.noteAll(unknown, list, "'sent'", message.EventArrived); err != nil {
			return 0, err
		}
		return o.exec(`UPDATE messages SET state = 'sent', ended = ?, failure = '' WHERE `+unknown, o.now, list)
	})
}
