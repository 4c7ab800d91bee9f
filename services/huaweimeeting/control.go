package huaweimeeting

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"time"

	"foyer/services/meeting"
)

const (
	opControl = "getting the control token of a meeting"

	// controlLife is what the vendor documents, for an answer that does not say.
	controlLife = 30 * time.Minute
)

// controlToken opens a meeting. The zero value is none.
type controlToken struct {
	value            string
	host             bool
	expires, renewal time.Time
}

// controlKey says whose token it is. The password is in it as a hash, so that one token is never given
// to who has another password.
type controlKey struct {
	meeting  string
	password [sha256.Size]byte
	// anew keeps an opening, which has to ask with the password, from waiting for a mere renewal.
	anew bool
}

func keyOf(id, password string) controlKey {
	return controlKey{meeting: id, password: sha256.Sum256([]byte(password))}
}

type controlAnswer struct {
	Data one[struct {
		Token  text   `json:"token"`
		Role   number `json:"role"`                // 1 is the host
		Expire number `json:"expireTime"`          // since 1970, in milliseconds
		Valid  number `json:"confTokenExpireTime"` // seconds
	}] `json:"data"`
}

// fetchControl asks for a control token with the password, and with the old token to have that renewed.
func (s *Service) fetchControl(ctx context.Context, id, password, old string) (controlToken, error) {
	a := ask{
		op: opControl, method: http.MethodGet, path: "/v1/mmc/control/conferences/token",
		query: url.Values{"conferenceID": {id}}, header: map[string]string{headerLogin: "1"}, reads: true, refusals: controlRefusals,
	}
	a = a.with(headerPassword, password)
	if old != "" {
		a = a.with(headerControl, old)
	}
	asked := s.now()
	document, err := s.call(ctx, a)
	if err != nil {
		return controlToken{}, err
	}
	var answer controlAnswer
	if json.Unmarshal(document, &answer) != nil || answer.Data.value.Token == "" || !fits(string(answer.Data.value.Token)) {
		return controlToken{}, s.unreadable(opControl)
	}
	data := answer.Data.value
	token := controlToken{value: string(data.Token), host: !data.Role.is(0)}
	token.expires, token.renewal = lifetime(asked, data.Valid, time.UnixMilli(data.Expire.n), controlLife)
	return token, nil
}

// controlRefusals are the codes of statuses without a code of the service's.
var controlRefusals = map[int]string{http.StatusUnauthorized: CodeControlRefused, http.StatusForbidden: CodeForbidden}

// controlToken returns the control token of a meeting, and whether it was got just now. One that could
// not be renewed is used to its end.
func (s *Service) controlToken(ctx context.Context, op, id, password string) (token controlToken, fresh bool, err error) {
	key := keyOf(id, password)
	old, era := s.controlKept(key)
	if s.now().Before(old.renewal) {
		return old, false, nil
	}
	token, err = s.controls.do(ctx, key, func(ctx context.Context) (controlToken, error) {
		now, _ := s.controlKept(key)
		if s.now().Before(now.renewal) {
			return now, nil // somebody was just ready
		}
		token, err := controlToken{}, error(nil)
		isAlive := s.now().Before(now.expires)
		if isAlive {
			token, err = s.fetchControl(ctx, id, password, now.value)
		}
		if !isAlive || isRefused(err) {
			token, err = s.fetchControl(ctx, id, password, "")
		}
		if err == nil {
			s.keepControl(key, era, token)
		}
		return token, err
	})
	switch {
	case err == nil:
		return token, true, nil
	case ctx.Err() == nil && s.now().Before(old.expires):
		old.renewal = s.nextTry(err, old.expires)
		s.keepControl(key, era, old)
		return old, false, nil
	default:
		return controlToken{}, false, s.noFlight(op, err)
	}
}

func (s *Service) controlKept(key controlKey) (controlToken, int) {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.kept.control[key], s.kept.era
}

// keepControl keeps a token, unless all was forgotten since it was asked for, and drops those that have
// ended.
func (s *Service) keepControl(key controlKey, era int, token controlToken) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.kept.era != era {
		return
	}
	if s.kept.control == nil {
		s.kept.control = map[controlKey]controlToken{}
	}
	now := s.now()
	for other, t := range s.kept.control {
		if !now.Before(t.expires) {
			delete(s.kept.control, other)
		}
	}
	s.kept.control[key] = token
}

// dropControl forgets a token that the service does not accept.
func (s *Service) dropControl(key controlKey, value string) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.kept.control[key].value == value {
		delete(s.kept.control, key)
	}
}

// inControl makes a call that needs a control token. One that was given is used as it is. One of our own
// that held before and is refused is renewed once, and the call made again if it certainly did nothing.
func (s *Service) inControl(ctx context.Context, access meeting.Access, a ask) (json.RawMessage, error) {
	a.refusals = controlRefusals
	if given := strings.TrimSpace(access.Token); given != "" {
		if !fits(given) {
			return nil, s.invalid(a.op, CodeBadControlToken)
		}
		return s.call(ctx, a.with(headerControl, given))
	}
	id := a.query.Get("conferenceID")
	password, err := s.hostPassword(a.op, access)
	if err != nil {
		return nil, err
	}
	// The password is not sent now, but a service that got it before may repeat it.
	a.secrets = append([]string{password}, a.secrets...)
	token, fresh, err := s.controlToken(ctx, a.op, id, password)
	if err != nil {
		return nil, err
	}
	document, err := s.call(ctx, a.with(headerControl, token.value))
	if err == nil || fresh || !renews(err, a, renewing) {
		return document, err
	}
	s.dropControl(keyOf(id, password), token.value)
	if token, _, err = s.controlToken(ctx, a.op, id, password); err != nil {
		return nil, err
	}
	return s.call(ctx, a.with(headerControl, token.value))
}
