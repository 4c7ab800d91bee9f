package huaweimeeting

import (
	"context"
	"errors"
	"net/http"

	"foyer/services/fault"
)

// Check logs in, whatever is kept, and says as whom.
func (s *Service) Check(ctx context.Context) (Checked, error) {
	_, era := s.accessKept()
	began := s.now()
	token, err := s.logIn(ctx, era, true)
	if err != nil {
		return Checked{}, err
	}
	checked := Checked{Took: s.now().Sub(began), Account: token.name, Expires: token.expires}
	if checked.Account == "" {
		checked.Account = s.auth.Account
	}
	return checked, nil
}

// Forget drops all tokens, as when the settings changed. Calls under way keep theirs.
func (s *Service) Forget() { s.forget() }

// forget returns the log-in that was dropped.
func (s *Service) forget() accessToken {
	s.lock.Lock()
	defer s.lock.Unlock()
	old := s.kept.access
	s.kept = kept{era: s.kept.era + 1}
	return old
}

// LogOut drops all tokens and ends the log-in at the service. Without one it asks nobody. Who is logged
// out already is told of no error.
func (s *Service) LogOut(ctx context.Context) error {
	const op = "logging out of the meeting service"
	token := s.forget()
	if token.value == "" || !s.now().Before(token.expires) {
		return nil
	}
	// A log-out whose answer is lost leaves a token that nobody has, and that ends by itself.
	a := ask{op: op, method: http.MethodDelete, path: "/v1/usg/acs/token", reads: true}
	_, err := s.call(ctx, a.with(headerAccess, token.value))
	if e, ok := errors.AsType[*fault.Error](err); ok && e.Status == http.StatusUnauthorized {
		return nil
	}
	return err
}
