package store

import (
	"context"

	"foyer/services/message"
)

// MessageIDs returns which messages f chooses, in the order in which people look at them: those that
// are queued or being sent as they will leave, then the unknown, the failed and the sent ones, each
// with the newest first. Of a batch it returns the rows that have left first, the last row at the
// top, and then those that wait, as they will leave.
func (s *Store) MessageIDs(ctx context.Context, f message.Filter) ([]int64, error) {
	var ids []int64
	err := s.snapshot(ctx, func(from querier) error {
		for _, p := range parts(f) {
			var err error
			if ids, err = p.read(ctx, from, ids, f.Words); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, s.fail(ctx, "reading the list of messages", err)
	}
	return ids, nil
}

// part is a part of the list with an order of its own.
type part struct {
	where, order string
	args         []any
}

func parts(f message.Filter) []part {
	if f.Batch != 0 {
		return batchParts(f)
	}
	all := stateParts(f)
	if f.Service != "" {
		for i := range all {
			all[i].where += " AND m.service = ?"
			all[i].args = append(all[i].args, f.Service)
		}
	}
	return all
}

func stateParts(f message.Filter) []part {
	var all []part
	open := part{where: "m.open = 1", order: "m.seq"}
	switch f.State {
	case "":
		all = append(all, open)
	case message.Queued, message.Sending:
		open.where += " AND m.state = ?"
		open.args = []any{string(f.State)}
		return []part{open}
	}
	for _, s := range []message.State{message.Unknown, message.Failed, message.Sent} {
		if f.State == "" || f.State == s {
			all = append(all, part{where: "m.open = 0 AND m.discarded = 0 AND m.state = ?", order: "m.ended DESC, m.id DESC", args: []any{string(s)}})
		}
	}
	return all
}

func batchParts(f message.Filter) []part {
	where, args := chosen(f)
	return []part{
		{where: where + " AND m.state <> 'queued'", order: "m.row DESC", args: args},
		{where: where + " AND m.state = 'queued'", order: "m.seq", args: args},
	}
}

func (p part) read(ctx context.Context, from querier, ids []int64, words string) ([]int64, error) {
	var id int64
	look := newLook(words)
	if len(look.words) == 0 {
		err := each(ctx, from, `SELECT m.id FROM messages m WHERE `+p.where+` ORDER BY `+p.order, p.args, func(from scanner) error {
			err := from.Scan(&id)
			ids = append(ids, id)
			return err
		})
		return ids, err
	}
	err := each(ctx, from, `SELECT `+lookColumns+`, m.id FROM messages m JOIN contents c ON c.message = m.id WHERE `+p.where+` ORDER BY `+p.order,
		p.args, func(from scanner) error {
			found, err := look.at(from, &id)
			if found && err == nil {
				ids = append(ids, id)
			}
			return err
		})
	return ids, err
}
