package store

import (
	"context"

	"foyer/services/message"
)

// RememberRoom keeps a chat room for suggestions. room is what the service returned for it, nil when
// it was only written to. A room of the same id that had another name goes by the new one.
func (s *Store) RememberRoom(ctx context.Context, name string, room *message.ChatRoom) error {
	return s.changeOutbox(ctx, "remembering a chat room", func(o *outbox) error {
		if room == nil {
			return o.rememberRoom(name)
		}
		_, err := o.exec("DELETE FROM chat_rooms WHERE name = ? AND id = '' OR id = ? AND id <> ''", name, room.ID)
		if err != nil {
			return err
		}
		_, err = o.exec("INSERT INTO chat_rooms (name, id, used, room) VALUES (?, ?, ?, ?)", name, room.ID, o.now, asJSON(room))
		return err
	})
}

func (o *outbox) rememberRoom(name string) error {
	n, err := o.exec("UPDATE chat_rooms SET used = ? WHERE name = ?", o.now, name)
	if err != nil || n > 0 {
		return err
	}
	_, err = o.exec("INSERT INTO chat_rooms (name, id, used, room) VALUES (?, '', ?, '')", name, o.now)
	return err
}

// Rooms returns the chat rooms that were written to or came back from the service, newest first. Several
// may have the same name.
func (s *Store) Rooms(ctx context.Context) ([]message.KnownRoom, error) {
	var all []message.KnownRoom
	err := each(ctx, s.reader, "SELECT name, used, room FROM chat_rooms ORDER BY used DESC, name, id", nil, func(from scanner) error {
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
