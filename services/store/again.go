package store

import (
	"context"

	"foyer/services/message"
)

// RetryMessages puts failed and unknown messages back, at the end of the queue, in the order in which
// they once were queued and as if they had never been tried; and it lets queued ones that wait for
// their next try go at once. Others are left alone. It returns how many it changed.
func (s *Store) RetryMessages(ctx context.Context, ids ...int64) (int, error) {
	n := 0
	err := s.changeOutbox(ctx, "putting messages back", func(o *outbox) error {
		list := asList(ids)
		again, err := o.putBack(list)
		if err != nil {
			return err
		}
		hurried, err := o.exec(`UPDATE messages SET next = 0 WHERE open = 1 AND state = 'queued' AND next > 0 AND `+listed, list)
		n = again + hurried
		return changed(n, err)
	})
	return n, err
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
	n, err := o.moveGroups(rested, []any{list}, func(from message.State) (message.State, message.State) { return from, message.Queued })
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
	n := 0
	err := s.changeOutbox(ctx, "noting that messages arrived", func(o *outbox) error {
		const unknown = "state = 'unknown' AND discarded = 0 AND " + listed
		list := asList(ids)
		var err error
		n, err = o.moveGroups(unknown, []any{list}, func(from message.State) (message.State, message.State) { return from, message.Sent })
		if err := changed(n, err); err != nil {
			return err
		}
		if err := o.keepCourse(unknown, list); err != nil {
			return err
		}
		if err := o.noteAll(unknown, list, "'sent'", message.EventArrived); err != nil {
			return err
		}
		_, err = o.exec(`UPDATE messages SET state = 'sent', ended = ?, failure = '' WHERE `+unknown, o.now, list)
		return err
	})
	return n, err
}
