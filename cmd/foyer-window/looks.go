package main

import (
	"context"

	"foyer/services/agent"
	"foyer/services/store"
	"foyer/ui/rooms"
)

// roomsDraft is under which name the store keeps what was seen last on the Rooms page.
const roomsDraft = "rooms-seen"

// lateLooks keeps what was seen, in a window that is drawn before the database is open.
type lateLooks struct {
	*lateBook
	back *backstage
}

// name is that of the draft for the rooms of the service in use.
func (l lateLooks) name() string {
	if id := l.back.values().RoomServer.ID; id != agent.ChatMessenger && !l.back.demo {
		return roomsDraft + "." + id
	}
	return roomsDraft
}

var _ rooms.Looks = lateLooks{}

// Looks implements rooms.Looks.
func (l lateLooks) Looks(ctx context.Context) (content []byte, err error) {
	err = l.do(ctx, func(s *store.Store) error { content, err = s.Draft(ctx, l.name()); return err })
	return content, err
}

// KeepLooks implements rooms.Looks.
func (l lateLooks) KeepLooks(ctx context.Context, content []byte) error {
	return l.do(ctx, func(s *store.Store) error { return s.SaveDraft(ctx, l.name(), content) })
}
