package settings

import (
	"context"
	"net/url"
	"strings"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/ui/widget"
)

// urlTyped follows the field for the URL. A complaint goes while it is being mended.
func (s *service) urlTyped() {
	if !s.filling {
		s.complain(false)
	}
}

// complain says that the URL is none, or nothing.
func (s *service) complain(wrong bool) {
	s.url.SetInvalid(wrong)
	s.problem.Hidden = !wrong
	if wrong {
		s.problem.SetText(s.page.config.Say.T("services.url-wrong"))
	}
	s.page.remeasure()
}

// keepURL stores the URL if it is one and another than before, and reports whether it is one.
func (s *service) keepURL() bool {
	address, ok := webAddress(s.url.Text())
	s.complain(!ok)
	if !ok {
		return false
	}
	if address != s.url.Text() {
		s.fill(address)
	}
	if address == "" && s.kind.usualURL != "" {
		address = s.kind.usualURL
		s.fill(address)
	}
	if address != s.values.URL {
		s.values.URL, s.state.URL = address, address
		s.outdated()
		s.page.set(s.kind.keys.url, address)
		s.show()
	}
	return true
}

// webAddress returns a URL in full, without a slash at its end, and whether it can be a server's.
func webAddress(typed string) (string, bool) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return "", true
	}
	if !strings.Contains(typed, "://") {
		typed = "https://" + typed
	}
	u, err := url.Parse(typed)
	ok := err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && u.User == nil && u.RawQuery == "" && u.Fragment == "" &&
		!strings.ContainsAny(typed, "?#")
	return strings.TrimRight(typed, "/"), ok
}

// check stores what was typed and then tests the connection.
func (s *service) check() {
	if !s.keepURL() {
		s.page.focus(s.url.Input())
		return
	}
	s.unkept = false
	if s.account != nil {
		s.account.keep()
	}
	s.token.hand()
	// Only when all is stored is there something to test.
	s.page.stores.Add(func(context.Context) func() {
		return func() {
			s.page.secrets.Add(func(context.Context) func() {
				return func() {
					if !s.unkept {
						s.runTest()
					}
				}
			})
		}
	})
}

func (s *service) runTest() {
	port := s.port()
	s.testing, s.result, s.said = true, nil, false
	s.page.tasks.Latest("test "+s.kind.id, func(ctx context.Context) func() {
		checked, err := port.Check(ctx)
		return func() {
			s.testing = false
			if fault.KindOf(err) != fault.Cancelled || err == nil {
				s.result = &result{checked, err}
			}
			s.show()
			s.page.reveal(s.verdict)
			s.read()
			if codeOf(err) == codePlain {
				s.askPlain(err)
			}
		}
	})
	s.show()
}

// stopTest ends a test that is under way; what comes of it is not shown.
func (s *service) stopTest() {
	if s.testing {
		s.testing = false
		s.page.tasks.Latest("test "+s.kind.id, func(context.Context) func() { return nil })
	}
}

func (s *service) cancelTest() {
	s.stopTest()
	s.show()
	s.page.focus(s.test)
}

// keepToken stores a new token where the last one was, or in the keyring.
func (s *service) keepToken(secret string) {
	keep := agent.KeptInKeyring
	if s.known && !s.secret.Keyring && (s.secret.Kept == agent.KeptInSession || s.secret.Kept == agent.KeptInFile) {
		keep = s.secret.Kept
	}
	s.storeToken(secret, keep)
}

func (s *service) storeToken(secret string, keep agent.Keeping) {
	s.outdated()
	port := s.port()
	s.changeSecret(func(ctx context.Context) error { return port.SetSecret(ctx, secret, keep) }, func(err error) {
		s.unkept = err != nil
		switch {
		case err == nil:
		case isAboutKeyring(err):
			s.askKeeping(secret, err)
		default:
			s.page.failed("services.token-not-stored", err)
		}
	})
	s.token.setBusy()
	s.show()
}

// changeSecret changes the secret in its turn, reads how it is kept then, and calls done.
func (s *service) changeSecret(change func(context.Context) error, done func(error)) {
	storing, port := s.page.storing, s.port()
	s.page.secrets.Add(func(context.Context) func() {
		err := change(storing)
		secret, unread := port.SecretState(storing)
		return func() {
			if unread == nil {
				s.secret = secret
			}
			s.token.setKept(s.secret.Kept)
			s.show()
			s.read()
			if fault.KindOf(err) != fault.Cancelled || err == nil {
				done(err)
			}
		}
	})
}

func (s *service) removeToken() {
	s.outdated()
	s.changeSecret(s.port().RemoveSecret, func(err error) {
		if err != nil {
			s.page.failed("services.token-not-removed", err)
			return
		}
		s.page.toast.Say(widget.Fine, s.kind.removed, "", nil)
	})
	s.show()
}

// tryDemo opens the demo office.
func (s *service) tryDemo() {
	s.page.tasks.Go(func(ctx context.Context) func() {
		err := s.page.config.Services.StartDemo(ctx)
		return func() {
			if err != nil {
				s.page.failed("services.demo-failed", err)
				return
			}
			s.page.toast.Say(widget.Fine, s.page.config.Say.T("services.demo-opens"), "", nil)
		}
	})
}
