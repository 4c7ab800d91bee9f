package store

import (
	"context"
	"time"

	"foyer/services/message"
)

// ServiceRoom is a chat room of a service, by the service's ID.
type ServiceRoom struct {
	Service string
	message.KnownRoom
}

// AllRooms returns the chat rooms of all services, as Rooms does those of one.
func (s *Store) AllRooms(ctx context.Context) ([]ServiceRoom, error) {
	services, err := s.roomServices(ctx)
	if err != nil {
		return nil, err
	}
	var all []ServiceRoom
	for _, service := range services {
		rooms, err := s.Rooms(ctx, service)
		if err != nil {
			return nil, err
		}
		for _, r := range rooms {
			all = append(all, ServiceRoom{service, r})
		}
	}
	return all, nil
}

func (s *Store) roomServices(ctx context.Context) ([]string, error) {
	var all []string
	err := each(ctx, s.reader, "SELECT DISTINCT service FROM chat_rooms ORDER BY service", nil, func(from scanner) error {
		var service string
		err := from.Scan(&service)
		all = append(all, service)
		return err
	})
	return all, s.fail(ctx, "reading the chat rooms", err)
}

// KeptDraft is what SaveDraft kept, under its name.
type KeptDraft struct {
	Name    string
	Saved   time.Time
	Content []byte
}

// Drafts returns all drafts by their names.
func (s *Store) Drafts(ctx context.Context) ([]KeptDraft, error) {
	var all []KeptDraft
	err := each(ctx, s.reader, "SELECT name, saved, content FROM drafts ORDER BY name", nil, func(from scanner) error {
		var d KeptDraft
		var saved int64
		err := from.Scan(&d.Name, &saved, &d.Content)
		d.Saved = fromNanos(saved)
		all = append(all, d)
		return err
	})
	return all, s.fail(ctx, "reading the drafts", err)
}
