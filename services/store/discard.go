package store

import (
	"context"

	"foyer/services/message"
)

// DiscardMessages takes messages off the list, but for those that are being sent, and returns how many,
// after an error perhaps some. RestoreMessages brings them back for as long as Kept.
func (s *Store) DiscardMessages(ctx context.Context, ids ...int64) (int, error) {
	const there = "discarded = 0 AND state <> 'sending' AND " + listed
	return s.changeListed(ctx, "discarding messages", ids, func(o *outbox, list string) (int, error) {
		n, err := o.moveGroups(there, []any{list}, become(""))
		if err != nil || n == 0 {
			return 0, err
		}
		destinations, err := o.list("SELECT destination FROM messages WHERE front = 1 AND "+there, list)
		if err != nil {
			return 0, err
		}
		if err := o.noteAll(there, list, "state", message.EventDiscarded); err != nil {
			return 0, err
		}
		if _, err := o.exec("UPDATE messages SET discarded = ?, open = 0, front = 0 WHERE "+there, o.now, list); err != nil {
			return 0, err
		}
		return n, o.raise(destinations)
	})
}

// RestoreMessages brings discarded messages back as they were, queued ones to the place that they had,
// and returns how many.
func (s *Store) RestoreMessages(ctx context.Context, ids ...int64) (int, error) {
	const gone = "discarded > 0 AND " + listed
	return s.changeListed(ctx, "restoring messages", ids, func(o *outbox, list string) (int, error) {
		n, err := o.moveGroups(gone, []any{list}, comeBack)
		if err != nil || n == 0 {
			return 0, err
		}
		destinations, err := o.list("SELECT DISTINCT destination FROM messages WHERE state = 'queued' AND "+gone, list)
		if err != nil {
			return 0, err
		}
		if err := o.noteAll(gone, list, "state", message.EventRestored); err != nil {
			return 0, err
		}
		if _, err := o.exec("UPDATE messages SET discarded = 0, open = (state = 'queued') WHERE "+gone, list); err != nil {
			return 0, err
		}
		// Who was at the front may be so no longer.
		_, err = o.exec(`UPDATE messages SET front = 0 WHERE front = 1 AND open = 1 AND destination IN (SELECT value FROM json_each(?))`, asList(destinations))
		if err != nil {
			return 0, err
		}
		return n, o.raise(destinations)
	})
}
