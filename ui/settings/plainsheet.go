package settings

import (
	"context"
	"errors"
	"net/url"

	"foyer/services/fault"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// askPlain asks, once for a server, whether to send the token without encryption.
func (s *service) askPlain(err error) {
	say := s.page.config.Say
	origin := s.origin(err)
	if origin == "" {
		return
	}
	server := s.server()
	if u, err := url.Parse(origin); err == nil {
		server = u.Host
	}
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("services.plain-title"), say.T("widget.cancel"), say.T("services.plain-do"), func() {
		sheet.Close()
		s.acceptPlain(origin)
	}, widget.Part{Object: widget.NewBanner(widget.Caution, say.T("services.plain-about", "Server", widget.Strong(server)))},
		widget.Part{Above: style.FieldGap, Object: widget.NewProse(say.T("services.plain-step"), style.Body, style.Ink)})
	s.open(sheet, sheet.Cancel())
}

// origin is what the refused connection would have gone to.
func (s *service) origin(err error) string {
	if e, ok := errors.AsType[*fault.Error](err); ok && e.Words != "" {
		return e.Words
	}
	u, bad := url.Parse(s.address())
	if bad != nil || u.Host == "" {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

func (s *service) acceptPlain(origin string) {
	s.page.store(s.kind.keys.plain, func(ctx context.Context) error {
		return s.page.config.Preferences.Set(ctx, s.kind.keys.plain, origin)
	}, func(stored bool) {
		if stored {
			s.runTest()
		}
	})
	s.page.focus(s.test)
}
