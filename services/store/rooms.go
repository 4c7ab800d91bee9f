package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"hash/fnv"

	"foyer/services/room"
)

// ServiceRooms are the meeting rooms of one service, as they are kept here.
type ServiceRooms struct {
	store   *Store
	service string
}

// RoomsOf returns the meeting rooms of the service with that ID, "" for the first one.
func (s *Store) RoomsOf(service string) ServiceRooms {
	return ServiceRooms{s, cmp.Or(service, firstService)}
}

// ForgetRooms removes what was read of a service's meeting rooms, which is gone.
func (s *Store) ForgetRooms(ctx context.Context, service string) error {
	return s.change(ctx, "forgetting rooms", func(tx *sql.Tx) error {
		return affected(tx.ExecContext(ctx, "DELETE FROM room_snapshots WHERE service = ?", service))
	})
}

// Day returns what was read of a day last, and how the polls went since. A day of which nothing is there,
// or of which it cannot be read any more, is an unread one without rooms; DamagedRooms counts the latter.
func (r ServiceRooms) Day(ctx context.Context, date room.Date) (room.Snapshot, error) {
	found := room.Snapshot{}
	ok, err := r.loadRooms(ctx, "period = ?", date.String(), &found.Day, &found.Reading)
	if !ok || found.Date != date {
		return room.Snapshot{Day: room.Day{Date: date}}, err
	}
	return found, nil
}

// LastDay returns the latest day up to a date of which rooms are known, as Day does.
func (r ServiceRooms) LastDay(ctx context.Context, date room.Date) (room.Snapshot, error) {
	last, err := r.lastDay(ctx, "", date)
	if err != nil || len(last.Rooms) > 0 {
		return last, err
	}
	// Nobody ever answered for that one, but perhaps for an earlier one.
	if answered, err := r.lastDay(ctx, "AND "+wasRead, date); err != nil || len(answered.Rooms) > 0 {
		return answered, err
	}
	return last, nil
}

// wasRead chooses what a server has answered, not what only missed: the time of the answer is written first.
const wasRead = `reading LIKE '{"at":%'`

func (r ServiceRooms) lastDay(ctx context.Context, which string, date room.Date) (room.Snapshot, error) {
	found := room.Snapshot{}
	ok, err := r.loadRooms(ctx, "length(period) = 8 AND period <= ? "+which+" ORDER BY period DESC LIMIT 1", date.String(), &found.Day, &found.Reading)
	if !ok || found.Date.IsZero() {
		return room.Snapshot{Day: room.Day{Date: date}}, err
	}
	return found, nil
}

// Month returns what was read of a month last, as Day does.
func (r ServiceRooms) Month(ctx context.Context, m room.Month) (room.MonthSnapshot, error) {
	found := room.MonthSnapshot{}
	ok, err := r.loadRooms(ctx, "period = ?", m.String(), &found.Plan, &found.Reading)
	if !ok || found.Month != m {
		return room.MonthSnapshot{Plan: room.Plan{Month: m}}, err
	}
	return found, nil
}

// SaveDay keeps a day in place of what was known of it. Errors are those of a change.
func (r ServiceRooms) SaveDay(ctx context.Context, snapshot room.Snapshot) error {
	return r.saveRooms(ctx, snapshot.Date.String(), snapshot.Day, snapshot.Reading)
}

// SaveMonth keeps a month in place of what was known of it.
func (r ServiceRooms) SaveMonth(ctx context.Context, snapshot room.MonthSnapshot) error {
	return r.saveRooms(ctx, snapshot.Month.String(), snapshot.Plan, snapshot.Reading)
}

// DamagedRooms counts the days and months that were asked for and could not be read any more.
func (s *Store) DamagedRooms() int { return int(s.damagedRooms.Load()) }

const opRooms = "reading stored rooms"

// loadRooms reads one row into what was read and its reading. It is false without one, and for one that
// is damaged.
func (r ServiceRooms) loadRooms(ctx context.Context, which, period string, content, reading any) (bool, error) {
	s := r.store
	var words string
	var packed []byte
	err := s.reader.QueryRowContext(ctx, "SELECT reading, content FROM room_snapshots JOIN room_contents USING (service, period) WHERE service = ? AND "+which, r.service, period).Scan(&words, &packed)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil && !damaged(err) {
		return false, s.fail(ctx, opRooms, err)
	}
	if err == nil {
		err = errors.Join(json.Unmarshal([]byte(words), reading), unpack(packed, content))
	} else {
		_ = s.fail(ctx, opRooms, err) // remembers that the file is suspect
	}
	if err != nil {
		s.damagedRooms.Add(1)
		return false, nil
	}
	return true, nil
}

// saveRooms writes the reading, and what was read only if it is not there as it is.
func (r ServiceRooms) saveRooms(ctx context.Context, period string, content, reading any) error {
	s := r.store
	text, err := json.Marshal(content)
	if err != nil {
		return s.fail(ctx, "storing rooms", err)
	}
	words, err := json.Marshal(reading)
	if err != nil {
		return s.fail(ctx, "storing rooms", err)
	}
	return s.change(ctx, "storing rooms", func(tx *sql.Tx) error {
		hash, now := hashOf(text), nanos(s.now())
		var before int64
		err := tx.QueryRowContext(ctx, "SELECT hash FROM room_snapshots JOIN room_contents USING (service, period) WHERE service = ? AND period = ?", r.service, period).Scan(&before)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		same := err == nil && before == hash
		_, err = tx.ExecContext(ctx, `INSERT INTO room_snapshots (service, period, saved, reading, hash) VALUES (?5, ?1, ?2, ?3, ?4)
			ON CONFLICT (service, period) DO UPDATE SET saved = ?2, reading = ?3, hash = ?4`, period, now, string(words), hash, r.service)
		if err != nil || same {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO room_contents (service, period, content) VALUES (?3, ?1, ?2)
			ON CONFLICT (service, period) DO UPDATE SET content = ?2`, period, pack(text), r.service); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, tooManyRooms, maxPeriods)
		return err
	})
}

func hashOf(text []byte) int64 {
	h := fnv.New64a()
	h.Write(text) //nolint:errcheck // a hash never fails
	return int64(h.Sum64())
}
