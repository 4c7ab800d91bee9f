package store

import (
	"cmp"
	"context"

	"foyer/services/message"
)

// RememberRoom keeps a chat room of a service, "" for the first one, for suggestions. room is what the service returned for it, nil when
// it was only written to. A room of the same id that had another name goes by the new one.
func (s *Store) RememberRoom(ctx context.Context, service, name string, room *message.ChatRoom) error {
	return s.changeOutbox(ctx, "remembering a chat room", func(o *outbox) error {
		service := cmp.Or(service, firstService)
		if room == nil {
			return o.rememberRoom(service, name)
		}
		_, err := o.exec("DELETE FROM chat_rooms WHERE service = ? AND (name = ? AND id = '' OR id = ? AND id <> '')", service, name, room.ID)
		if err != nil {
			return err
		}
		_, err = o.exec("INSERT INTO chat_rooms (service, name, id, used, room) VALUES (?, ?, ?, ?, ?)", service, name, room.ID, o.now, asJSON(room))
		return err
	})
}

func (o *outbox) rememberRoom(service, name string) error {
	n, err := o.exec("UPDATE chat_rooms SET used = ? WHERE service = ? AND name = ?", o.now, service, name)
	if err != nil || n > 0 {
		return err
	}
	_, err = o.exec("INSERT INTO chat_rooms (service, name, id, used, room) VALUES (?, ?, '', ?, '')", service, name, o.now)
	return err
}

// Rooms returns the chat rooms of a service, "" for the first one, that were written to or came back from
// it, newest first. Several may have the same name.
func (s *Store) Rooms(ctx context.Context, service string) ([]message.KnownRoom, error) {
	var all []message.KnownRoom
	err := each(ctx, s.reader, "SELECT name, used, room FROM chat_rooms WHERE service = ? ORDER BY used DESC, name, id", []any{cmp.Or(service, firstService)}, func(from scanner) error {
		var r message.KnownRoom
		var used int64
		var room string
		if err := from.Scan(&r.Name, &used, &room); err != nil {
			return err
		}
		r.Used = fromNanos(used)
		var err error
		r.Room, err = fromJSON[*message.ChatRoom](room)
		all = append(all, r)
		return err
	})
	return all, s.fail(ctx, "reading the chat rooms", err)
}
