package demo

import (
	"cmp"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
)

// The arguments of createQuickCall.
//
// undocumented: both names. So an expiry is also any argument that looks like one, and the password
// is the argument that is left.
const (
	expireKey   = "expireDate"
	passwordKey = "password"
)

// createQuickCall is A.2.3.
//
// undocumented: what it is answered with, and that an end in the past is refused.
func (o *Office) createQuickCall(c camCall) (any, []refusal) {
	until, password := callArguments(c.args)
	ms, err := strconv.ParseInt(until, 10, 64)
	if err != nil {
		return nil, []refusal{{expireKey, "missing", expireKey + " is not a time in milliseconds"}}
	}
	if ms > lastMs {
		return nil, []refusal{{expireKey, "too-far", expireKey + " is too far away"}}
	}
	call := quickCall{ID: strings.ToLower(rand.Text()[:12]), Expires: time.UnixMilli(ms).UTC()}
	if password != "" {
		call.Password = call.hash(password)
	}
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if !call.Expires.After(o.now()) {
		return nil, []refusal{{expireKey, "past", expireKey + " is in the past"}}
	}
	o.state.Calls = append(o.state.Calls, call)
	if over := len(o.state.Calls) - keptCalls; over > 0 {
		o.state.Calls = o.state.Calls[over:]
	}
	o.accept(Sent{Function: CreateQuickCall, Expires: call.Expires})
	scheme := "http://"
	if c.r.TLS != nil {
		scheme = "https://"
	}
	return map[string]any{"url": scheme + c.r.Host + callPath + call.ID}, nil
}

// lastMs is the end of the year 9999, the last that JSON and people can write.
const lastMs = 253402300799999

// keptCalls is how many quick calls the office remembers.
const keptCalls = 10_000

func callArguments(args camArguments) (until, password string) {
	until, password = args.values.Get(expireKey), args.values.Get(passwordKey)
	for key, values := range args.values {
		if key == expireKey || key == passwordKey {
			continue
		}
		for _, value := range values {
			if until == "" && isTime(value) {
				until = value
			} else {
				password = cmp.Or(password, value)
			}
		}
	}
	return until, password
}

// isTime reports whether it could be milliseconds since 1970.
func isTime(s string) bool {
	_, err := strconv.ParseInt(s, 10, 64)
	return err == nil && len(s) == len("1624368868714")
}

func (c quickCall) hash(password string) string {
	sum := sha256.Sum256([]byte(c.ID + "\x00" + password))
	return hex.EncodeToString(sum[:])
}

// opens reports whether the password is the right one.
func (c quickCall) opens(password string) bool {
	return c.Password == "" || subtle.ConstantTimeCompare([]byte(c.hash(password)), []byte(c.Password)) == 1
}

// call returns a quick call.
func (o *Office) call(id string) (quickCall, bool) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	for _, c := range o.state.Calls {
		if c.ID == id {
			return c, true
		}
	}
	return quickCall{}, false
}

// Opens reports whether the office gave out the URL for a quick call, and whether that has ended or
// wants another password. It is for tests.
func (o *Office) Opens(url, password string) bool {
	_, id, found := strings.Cut(url, callPath)
	c, there := o.call(id)
	return found && there && c.opens(password) && c.Expires.After(o.now())
}
