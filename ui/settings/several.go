package settings

import (
	"context"

	"foyer/services/agent"
	"foyer/ui/widget"
)

// Several manages services where there may be more than one of a kind. Errors are *fault.Error.
type Several interface {
	// Service is the one with that ID, with the secret of an account or of its App ID.
	Service(id string, app bool) Service
	// Dialect and SetDialect are those of Services, of one Chat&Messenger.
	Dialect(id string) []DialectField
	SetDialect(ctx context.Context, id string, values map[string]string) error
	// Add adds a service of a kind, agent.ChatMessenger or agent.HuaweiMeeting, and returns its ID.
	Add(ctx context.Context, kind, name string) (id string, err error)
	// Waiting is how many messages wait for a service.
	Waiting(ctx context.Context, id string) (int, error)
	// Remove removes a service with its secrets. Messages that wait for it stay in the outbox.
	Remove(ctx context.Context, id string) error
	// Use puts a service to use for all that its kind is used for.
	Use(ctx context.Context, id string) error
}

// KeyService is told to Config.Changed when services were added, removed or put to use.
const KeyService = "services"

// adding is the button that adds a service; nil where there is one of each kind, as in the demo office.
func (p *Page) adding() *widget.Button {
	if p.config.Several == nil {
		return nil
	}
	return widget.NewButton(widget.Outlined, "plus", p.config.Say.T("several.add"), p.addService)
}

// isOneOfSeveral reports whether there are others of its kind.
func (s *service) isOneOfSeveral() bool {
	n := 0
	for _, c := range s.page.cards {
		if c.kind.of == s.kind.of {
			n++
		}
	}
	return n > 1 && s.page.config.Several != nil
}

// canUse reports whether the service can be put to use.
func (s *service) canUse() bool { return s.isOneOfSeveral() && s.values.Used == (agent.Uses{}) }

// usedFor says what the service is in use for, where there are others of its kind.
func (s *service) usedFor() string {
	say, u := s.page.config.Say, s.values.Used
	switch {
	case u.Messages && u.Rooms:
		return say.T("several.used.both")
	case u.Messages:
		return say.T("several.used.messages")
	case u.Rooms:
		return say.T("several.used.rooms")
	case u.Meetings:
		return say.T("several.used.meetings")
	case s.kind.of == agent.HuaweiMeeting:
		return say.T("several.unused.meetings")
	}
	return say.T("several.unused.both")
}

// putToUse puts the service to use.
func (s *service) putToUse() {
	s.page.store(KeyService, func(ctx context.Context) error { return s.page.config.Several.Use(ctx, s.kind.id) }, nil)
	s.page.focus(s.more)
}

func (s *service) dialect() []DialectField {
	if several := s.page.config.Several; several != nil {
		return several.Dialect(s.kind.id)
	}
	return s.page.config.Services.Dialect()
}

func (s *service) setDialect(ctx context.Context, values map[string]string) error {
	if several := s.page.config.Several; several != nil {
		return several.SetDialect(ctx, s.kind.id, values)
	}
	return s.page.config.Services.SetDialect(ctx, values)
}
