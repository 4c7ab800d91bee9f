package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"foyer/services/message"
)

// People suggests people whose name or address has all words of the query, in any case: those who were
// written to and those who are saved as links, newest first, limit at most. An empty query finds all.
func (s *Store) People(ctx context.Context, query string, limit int) ([]message.Correspondent, error) {
	var found []message.Correspondent
	err := s.snapshot(ctx, func(from querier) error {
		known, err := linkedPeople(ctx, from)
		if err != nil {
			return err
		}
		if err := addWrittenTo(ctx, from, known); err != nil {
			return err
		}
		words := wordsOf(query)
		for _, p := range known {
			if words.inText(p.Name, p.Address) {
				found = append(found, *p)
			}
		}
		return nil
	})
	if err != nil {
		return nil, s.fail(ctx, "looking for people", err)
	}
	slices.SortFunc(found, func(a, b message.Correspondent) int {
		return cmp.Or(b.Used.Compare(a.Used), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Address, b.Address))
	})
	return found[:min(max(limit, 0), len(found))], nil
}

// linkedPeople are the people among the saved links, by their address in lower case.
func linkedPeople(ctx context.Context, from querier) (map[string]*message.Correspondent, error) {
	known := map[string]*message.Correspondent{}
	err := each(ctx, from, `SELECT email, name, max(saved, used) FROM links WHERE kind = 'person' AND email <> '' AND deleted = 0`, nil, func(from scanner) error {
		p := &message.Correspondent{}
		var used int64
		err := from.Scan(&p.Address, &p.Name, &used)
		p.Used = fromNanos(used)
		known[personKey(p.Address)] = p
		return err
	})
	return known, err
}

func addWrittenTo(ctx context.Context, from querier, known map[string]*message.Correspondent) error {
	return each(ctx, from, `SELECT key, address, used, count, hidden FROM people`, nil, func(from scanner) error {
		var key string
		var p message.Correspondent
		var used int64
		var hidden bool
		if err := from.Scan(&key, &p.Address, &used, &p.Count, &hidden); err != nil {
			return err
		}
		if hidden {
			delete(known, key)
			return nil
		}
		p.Used = fromNanos(used)
		if linked := known[key]; linked != nil {
			p.Name = linked.Name
			if linked.Used.After(p.Used) {
				p.Used = linked.Used
			}
		}
		known[key] = &p
		return nil
	})
}

func personKey(address string) string { return strings.ToLower(strings.TrimSpace(address)) }

// ForgetPerson takes an address off the suggestions until somebody writes to it again. A saved link
// stays.
func (s *Store) ForgetPerson(ctx context.Context, address string) error {
	return s.changeOutbox(ctx, "forgetting a person", func(o *outbox) error {
		_, err := o.exec(`INSERT INTO people (key, address, used, count, hidden) VALUES (?, ?, 0, 0, 1)
			ON CONFLICT (key) DO UPDATE SET used = 0, count = 0, hidden = 1`, personKey(address), strings.TrimSpace(address))
		return err
	})
}

// suggestions remembers whom messages go to.
type suggestions struct {
	o       *outbox
	service string // that chat rooms belong to
	person  *sql.Stmt
}

func (g *suggestions) remember(m message.Message) error {
	if !m.IsDirect() {
		if err := g.o.rememberRoom(g.service, m.Room); err != nil {
			return err
		}
	}
	for _, address := range slices.Concat(m.To, m.Mentions) {
		key := personKey(address)
		if key == "" {
			continue
		}
		if g.person == nil {
			var err error
			g.person, err = g.o.tx.PrepareContext(g.o.ctx, `INSERT INTO people (key, address, used, count) VALUES (?, ?, ?, 1)
				ON CONFLICT (key) DO UPDATE SET address = excluded.address, used = excluded.used, count = count + 1, hidden = 0`)
			if err != nil {
				return err
			}
		}
		if _, err := g.person.ExecContext(g.o.ctx, key, strings.TrimSpace(address), g.o.now); err != nil {
			return err
		}
	}
	return nil
}
