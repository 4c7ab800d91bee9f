package huaweimeeting

import (
	"encoding/json"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// complaint is what an answer says went wrong.
type complaint struct{ code, words string }

// pairs are the names under which code and words stand. The first pair is that of the meeting service
// and its gateway, the second that of other services, and the third that of the accepted calls.
var pairs = [][2]string{{"error_code", "error_msg"}, {"code", "message"}, {"returnCode", "returnDesc"}}

// complaintOf finds a complaint in an answer, or in an object one level below. Of an answer that is a
// success by its status, the second pair counts only with a code that cannot be anything else.
func complaintOf(document json.RawMessage, failed bool) (complaint, bool) {
	object, ok := members(document)
	if !ok {
		return complaint{}, false
	}
	if c, ok := object.complaint(failed); ok {
		return c, true
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if inner, ok := members(object[name]); ok && (failed || name == "error") {
			if c, ok := inner.complaint(failed); ok {
				return c, true
			}
		}
	}
	return complaint{}, false
}

// object is a JSON object of which nothing is known yet.
type object map[string]json.RawMessage

func members(document json.RawMessage) (object, bool) {
	var o object
	err := json.Unmarshal(document, &o)
	return o, err == nil && o != nil
}

func (o object) complaint(failed bool) (complaint, bool) {
	for _, pair := range pairs {
		c := complaint{o.text(pair[0]), o.text(pair[1])}
		switch {
		case c.code == "0", c.code == "" && (c.words == "" || !failed):
		case pair[0] == "code" && !failed && !serviceCode.MatchString(c.code):
		default:
			return c, true
		}
	}
	return complaint{}, false
}

func (o object) text(name string) string {
	var t text
	_ = json.Unmarshal(o[name], &t) // a text takes anything
	return strings.TrimSpace(string(t))
}

var (
	// serviceCode is such as "MMC.111072065" or "APIG.0308".
	serviceCode = regexp.MustCompile(`^[A-Za-z]{2,10}(?:\.[A-Za-z]{2,10})?\.[0-9]{1,12}$`)
	bareCode    = regexp.MustCompile(`^[0-9]{3,12}$`)
)

// codeOf returns a code as the vendor's tables write it; "" for what is none. A number without the
// service's name is understood, as the name follows from its first digits.
func codeOf(said string) string {
	switch {
	case serviceCode.MatchString(said):
		return said
	case !bareCode.MatchString(said):
		return ""
	case len(said) == 9 && (strings.HasPrefix(said, "11")):
		return "MMC." + said
	case len(said) == 9 && strings.HasPrefix(said, "20"):
		return "USG." + said
	default:
		return said
	}
}

// window is how the gateway says over which time it counts: "limit:5,time:1 minute".
var window = regexp.MustCompile(`time:\s*([0-9]{1,4})\s*(second|minute|hour)`)

// throttled is how long to wait after 429 without Retry-After: at most the time over which the gateway
// counts; 0 when it does not say.
func throttled(h http.Header, words string) time.Duration {
	found := window.FindStringSubmatch(words)
	if found == nil {
		found = window.FindStringSubmatch(h.Get("X-Apig-Ratelimit-Api"))
	}
	if found == nil {
		return 0
	}
	n, _ := strconv.Atoi(found[1])
	unit := map[string]time.Duration{"second": time.Second, "minute": time.Minute, "hour": time.Hour}[found[2]]
	return min(time.Duration(max(n, 1))*unit, time.Hour)
}
