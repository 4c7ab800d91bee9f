package huaweimeeting

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"foyer/services/fault"
)

const (
	opLogIn = "logging in to the meeting service"

	// clientType is that of programs. One account can have 64 tokens of it.
	clientType = 72
	// signed is how long a signature holds: long enough for clocks that differ by some minutes.
	signed = time.Hour
)

// logInBody is the body of both ways to log in.
type logInBody struct {
	Account    string `json:"account,omitempty"`
	AppID      string `json:"appId,omitempty"`
	ClientType int    `json:"clientType"`
	CorpID     string `json:"corpId,omitempty"`
	Expires    int64  `json:"expireTime,omitempty"`
	Nonce      string `json:"nonce,omitempty"`
	UserID     string `json:"userId,omitempty"`
}

// logInRequest builds the log-in. The hash tells one secret from another.
func (s *Service) logInRequest(ctx context.Context) (a ask, hash [sha256.Size]byte, err error) {
	switch {
	case s.auth.AppID != "":
		return s.byAppID(ctx)
	case s.auth.Account != "":
		return s.byAccount(ctx)
	default:
		return ask{}, hash, s.noAccount(opLogIn)
	}
}

func (s *Service) noAccount(op string) error {
	return &fault.Error{Op: op, Service: s.name, Kind: fault.NotConfigured, Code: CodeNoAccount}
}

func (s *Service) byAccount(ctx context.Context) (a ask, hash [sha256.Size]byte, err error) {
	password, err := s.secret(ctx, s.auth.Password)
	if err != nil {
		return ask{}, hash, err
	}
	account := strings.TrimSpace(s.auth.Account)
	if strings.Contains(account, ":") || !fits(account) {
		return ask{}, hash, &fault.Error{Op: opLogIn, Service: s.name, Kind: fault.NotConfigured, Code: CodeBadAccount}
	}
	pair := base64.StdEncoding.EncodeToString([]byte(account + ":" + password))
	a = logInAsk("/v1/usg/acs/auth/account", "Basic "+pair, logInBody{Account: account, ClientType: clientType})
	a.secrets = []string{password, pair}
	return a, sha256.Sum256([]byte(pair)), nil
}

func (s *Service) byAppID(ctx context.Context) (a ask, hash [sha256.Size]byte, err error) {
	key, err := s.secret(ctx, s.auth.AppKey)
	if err != nil {
		return ask{}, hash, err
	}
	body := logInBody{
		AppID: s.auth.AppID, ClientType: clientType, CorpID: s.auth.CorpID,
		Expires: s.now().Add(signed).Unix(), Nonce: hex.EncodeToString(s.dice.roll(24)), UserID: s.auth.UserID,
	}
	signature := body.sign(key)
	authorization := "HMAC-SHA256 signature=" + signature
	if s.auth.Form != OldForm {
		authorization += ",access=" + base64.StdEncoding.EncodeToString([]byte(body.AppID))
	}
	a = logInAsk("/v2/usg/acs/auth/appauth", authorization, body)
	if s.auth.Form != OldForm {
		a.header[headerTicket] = "LongTicket"
	}
	a.secrets = []string{key, signature}
	return a, sha256.Sum256([]byte(s.auth.AppID + "\x00" + key)), nil
}

// sign returns the signature in hexadecimal. Without a user both colons stay. The corporation is part of
// it for applications of service providers only.
func (b logInBody) sign(key string) string {
	parts := []string{b.AppID, b.UserID, strconv.FormatInt(b.Expires, 10), b.Nonce}
	if b.CorpID != "" {
		parts = []string{b.AppID, b.CorpID, b.UserID, strconv.FormatInt(b.Expires, 10), b.Nonce}
	}
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(strings.Join(parts, ":")))
	return hex.EncodeToString(mac.Sum(nil))
}

func logInAsk(path, authorization string, body logInBody) ask {
	return ask{
		op: opLogIn, method: http.MethodPost, path: path, body: body, kind: "application/json; charset=UTF-8",
		header: map[string]string{"Authorization": authorization},
		// A log-in whose answer is lost leaves a token that nobody has, and that ends by itself.
		reads: true,
		refusals: map[int]string{
			http.StatusUnauthorized: CodeLogInRefused, http.StatusForbidden: CodeForbidden,
			http.StatusPreconditionFailed: CodeAccountDisabled, http.StatusLocked: CodeAccountLocked,
		},
	}
}

// secret asks for the password or the key. Nothing was sent when it is missing, whatever the reason.
func (s *Service) secret(ctx context.Context, ask func(context.Context) (string, error)) (string, error) {
	var secret string
	var err error
	if ask != nil {
		secret, err = ask(ctx)
	}
	if err == nil {
		if secret = strings.Trim(secret, "\r\n"); secret != "" {
			return secret, nil
		}
	} else if ctx.Err() != nil {
		return "", s.gaveUp(opLogIn, ctx.Err())
	}
	failure := &fault.Error{Op: opLogIn, Service: s.name, Kind: fault.NotConfigured, Code: CodeNoAccountSecret, Err: err}
	if known, ok := errors.AsType[*fault.Error](err); ok && known.Code != "" {
		// The keeper of secrets knows best. In this service's name it is told of a password, not of a token.
		failure.Code, failure.Words, failure.Err = known.Code, known.Words, known.Err
		if known.Kind == fault.Cancelled || known.Kind == fault.Unreachable {
			failure.Kind = known.Kind
		}
	}
	return "", failure
}

// fits reports whether a value can be sent in a header, and comes back as it was.
func fits(value string) bool {
	for _, r := range value {
		if r < ' ' || r == 0x7f {
			return false
		}
	}
	return true
}
