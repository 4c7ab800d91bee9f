package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"foyer/services/link"
)

// SaveLink keeps t. A target with the same Key is kept once: the parts that t has replace those
// that were kept, except for a name that the user typed, and the link counts as saved now. isNew
// tells that it was not in the list before; a deleted link that comes back this way keeps its ref,
// its label and its pin. source says where t came from, as in link.Saved.
func (s *Store) SaveLink(ctx context.Context, t link.Target, source string) (saved link.Saved, isNew bool, err error) {
	err = s.change(ctx, "saving a link", func(tx *sql.Tx) error {
		k := keeper{ctx: ctx, tx: tx, now: s.now()}
		saved, isNew, err = k.keep(link.Saved{Target: t, Source: source, Saved: k.now})
		return err
	})
	if err != nil {
		return link.Saved{}, false, err
	}
	return saved, isNew, nil
}

// keeper saves links inside one transaction, preparing each statement once.
type keeper struct {
	ctx                  context.Context //nolint:containedctx // lives for one call
	tx                   *sql.Tx
	now                  time.Time
	find, insert, update *sql.Stmt
}

const (
	findByKey = `SELECT ` + columns + `, named, deleted FROM links WHERE key = ?`

	insertLink = `INSERT INTO links (kind, id, name, email, sip, url, message, participants, external_participants,
		type, cluster, extras, warnings, phone, saved, source, key)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

	updateLink = `UPDATE links SET kind = ?, id = ?, name = ?, email = ?, sip = ?, url = ?, message = ?, participants = ?,
		external_participants = ?, type = ?, cluster = ?, extras = ?, warnings = ?, phone = ?, saved = ?, source = ?,
		deleted = 0 WHERE key = ?`
)

// keep inserts l or merges it into the row with the same key. Of l only the target, Phone, Saved
// and Source count; a zero Saved leaves the time of an existing link alone.
func (k *keeper) keep(l link.Saved) (kept link.Saved, isNew bool, err error) {
	key, err := keyOf(l.Target)
	if err != nil {
		return kept, false, err
	}
	find, err := k.prepared(&k.find, findByKey)
	if err != nil {
		return kept, false, err
	}
	var named bool
	var deleted int64
	old, err := scan(find.QueryRowContext(k.ctx, key), &named, &deleted)
	if errors.Is(err, sql.ErrNoRows) {
		kept, err = k.add(l, key)
		return kept, true, err
	}
	if err != nil {
		return kept, false, err
	}
	merged := merge(old, l, named)
	if deleted != 0 {
		merged.Saved = k.now.UTC()
	}
	update, err := k.prepared(&k.update, updateLink)
	if err != nil {
		return kept, false, err
	}
	_, err = update.ExecContext(k.ctx, append(targetValues(merged.Target), merged.Phone, nanos(merged.Saved), merged.Source, key)...)
	return merged, deleted != 0, err
}

func (k *keeper) add(l link.Saved, key string) (link.Saved, error) {
	if l.Saved.IsZero() {
		l.Saved = k.now
	}
	l.Saved = l.Saved.UTC()
	insert, err := k.prepared(&k.insert, insertLink)
	if err != nil {
		return l, err
	}
	result, err := insert.ExecContext(k.ctx, append(targetValues(l.Target), l.Phone, nanos(l.Saved), l.Source, key)...)
	if err != nil {
		return l, err
	}
	l.Ref, err = result.LastInsertId()
	return l, err
}

// prepared returns the statement that *into remembers. It ends with the transaction.
func (k *keeper) prepared(into **sql.Stmt, query string) (*sql.Stmt, error) {
	if *into != nil {
		return *into, nil
	}
	stmt, err := k.tx.PrepareContext(k.ctx, query)
	if err != nil {
		return nil, fmt.Errorf("preparing: %w", err)
	}
	*into = stmt
	return stmt, nil
}
