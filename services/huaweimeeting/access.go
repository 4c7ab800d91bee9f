package huaweimeeting

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"foyer/services/fault"
)

const (
	// ahead is how long before its end a token is renewed, at most; a short-lived one in its last quarter.
	ahead = 5 * time.Minute
	// pause is how long a token that could not be renewed is used before the next try.
	pause = 30 * time.Second
	// stubborn is how long a refused secret is not tried again, as the service locks accounts after some
	// tries. Check and Forget end it.
	stubborn = 30 * time.Second
	// accessLife is the least that the vendor documents, for an answer that does not say.
	accessLife = 12 * time.Hour
	longest    = 365 * 24 * time.Hour
)

// accessToken is a log-in. The zero value is none.
type accessToken struct {
	value, name      string
	expires, renewal time.Time
}

// refusal is a log-in that was refused.
type refusal struct {
	hash  [sha256.Size]byte
	until time.Time
	err   error
}

type logInAnswer struct {
	Token  text   `json:"accessToken"`
	Valid  number `json:"validPeriod"` // seconds
	Expire number `json:"expireTime"`  // since 1970, in seconds
	User   one[struct {
		Name    text `json:"name"`
		Account text `json:"ucloginAccount"`
	}] `json:"user"`
}

// lifetime returns when a token that was asked for at a moment ends, and when to renew it. What the
// service says in seconds counts more than its date: the seconds hold whatever this computer's clock
// shows, and the date only if both clocks agree.
func lifetime(asked time.Time, seconds number, date time.Time, usual time.Duration) (expires, renewal time.Time) {
	life := usual
	if seconds.ok && seconds.n > 0 {
		life = time.Duration(min(seconds.n, int64(longest/time.Second))) * time.Second
	} else if date.After(asked) {
		life = min(date.Sub(asked), longest)
	}
	expires = asked.Add(life)
	return expires, expires.Add(-min(ahead, life/4))
}

// logIn gets an access token. The secret that was just refused is not tried again unless it has to be.
func (s *Service) logIn(ctx context.Context, era int, force bool) (accessToken, error) {
	a, hash, err := s.logInRequest(ctx)
	if err != nil {
		return accessToken{}, err
	}
	asked := s.now()
	s.lock.Lock()
	refused := s.kept.refused
	s.lock.Unlock()
	if !force && refused.hash == hash && asked.Before(refused.until) {
		return accessToken{}, refused.err
	}
	document, err := s.call(ctx, a)
	var answer logInAnswer
	if err == nil && (json.Unmarshal(document, &answer) != nil || answer.Token == "" || !fits(string(answer.Token))) {
		err = s.unreadable(opLogIn)
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	if err != nil {
		if isRefused(err) && s.kept.era == era {
			s.kept.refused = refusal{hash: hash, until: asked.Add(stubborn), err: err}
		}
		return accessToken{}, err
	}
	token := accessToken{value: string(answer.Token), name: answer.User.value.Name.line()}
	if token.name == "" {
		token.name = answer.User.value.Account.line()
	}
	token.expires, token.renewal = lifetime(asked, answer.Valid, time.Unix(answer.Expire.n, 0), accessLife)
	if s.kept.era == era {
		s.kept.access, s.kept.refused = token, refusal{}
	}
	return token, nil
}

// access returns an access token, and whether it was got just now. One that could not be renewed is used
// to its end.
func (s *Service) access(ctx context.Context, op string) (token accessToken, fresh bool, err error) {
	if s.auth.AppID == "" && s.auth.Account == "" {
		return accessToken{}, false, s.noAccount(op)
	}
	old, era := s.accessKept()
	if s.now().Before(old.renewal) {
		return old, false, nil
	}
	token, err = s.logins.do(ctx, era, func(ctx context.Context) (accessToken, error) {
		if now, at := s.accessKept(); at == era && s.now().Before(now.renewal) {
			return now, nil // somebody was just ready
		}
		return s.logIn(ctx, era, false)
	})
	switch {
	case err == nil:
		return token, true, nil
	case ctx.Err() != nil:
		return accessToken{}, false, s.noFlight(op, err)
	case s.now().Before(old.expires):
		s.lock.Lock()
		defer s.lock.Unlock()
		if s.kept.access.value == old.value {
			s.kept.access.renewal = s.nextTry(err, old.expires)
		}
		return old, false, nil
	default:
		return accessToken{}, false, s.noFlight(op, err)
	}
}

// nextTry is when to renew a token again that could not be renewed: not at all after a refusal, as the
// service counts those.
func (s *Service) nextTry(err error, expires time.Time) time.Time {
	if next := s.now().Add(pause); !isRefused(err) && next.Before(expires) {
		return next
	}
	return expires
}

// noFlight is the error of who waited in vain: the work's own, or that the wait was given up.
func (s *Service) noFlight(op string, err error) error {
	if _, ok := errors.AsType[*fault.Error](err); ok {
		return err
	}
	return s.gaveUp(op, err)
}

func (s *Service) accessKept() (accessToken, int) {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.kept.access, s.kept.era
}

// dropAccess forgets a token that the service does not accept.
func (s *Service) dropAccess(value string) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.kept.access.value == value {
		s.kept.access = accessToken{}
	}
}

// asAccount calls as the account, and logs in once more when the log-in that held before does not.
func (s *Service) asAccount(ctx context.Context, a ask) (json.RawMessage, error) {
	if a.refusals == nil {
		a.refusals = map[int]string{http.StatusUnauthorized: CodeLogInRefused, http.StatusForbidden: CodeForbidden}
	}
	token, fresh, err := s.access(ctx, a.op)
	if err != nil {
		return nil, err
	}
	document, err := s.call(ctx, a.with(headerAccess, token.value))
	if err == nil || fresh || !renews(err, a, loggingIn) {
		return document, err
	}
	s.dropAccess(token.value)
	if token, _, err = s.access(ctx, a.op); err != nil {
		return nil, err
	}
	return s.call(ctx, a.with(headerAccess, token.value))
}
