package main

import (
	"context"

	"foyer/services/store"
	"foyer/ui/links"
	"foyer/ui/messages"
)

// Under which names the store keeps what was typed on the pages.
const (
	linksDraft    = "links"
	messagesDraft = "messages"
)

// lateDraft keeps what is typed on one page, in a window that is drawn before the database is open.
type lateDraft struct {
	book *lateBook
	name string
}

var (
	_ links.Drafts    = lateDraft{}
	_ messages.Drafts = lateDraft{}
)

// Draft implements messages.Drafts and links.Drafts.
func (l lateDraft) Draft(ctx context.Context) (content []byte, err error) {
	err = l.book.do(ctx, func(s *store.Store) error { content, err = s.Draft(ctx, l.name); return err })
	return content, err
}

// SaveDraft implements messages.Drafts and links.Drafts.
func (l lateDraft) SaveDraft(ctx context.Context, content []byte) error {
	return l.book.do(ctx, func(s *store.Store) error { return s.SaveDraft(ctx, l.name, content) })
}
