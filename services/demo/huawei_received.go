package demo

import (
	"encoding/json"
	"slices"
	"time"
)

// Received is one call of Huawei Cloud Meeting that came in, whether it was refused or not. Calls that
// a fault kept away, or that were too many, are not among them.
type Received struct {
	// Seq counts from 1 since the last Reset.
	Seq       int       `json:"seq"`
	At        time.Time `json:"at"`
	Function  string    `json:"function"`
	RequestID string    `json:"requestId"`
	// Account is who called, if an access token said so.
	Account string `json:"account,omitempty"`
	// Meeting is the ID in the query, if there is one.
	Meeting string `json:"meeting,omitempty"`
	Status  int    `json:"status"`
	Code    string `json:"code,omitempty"`
	// Body is what was sent, without passwords and tokens.
	Body string `json:"body,omitempty"`
}

const (
	receivedMost  = 1000
	receivedBytes = 8 << 20
)

// Received returns what came in since the last Reset, in the order of its arrival: the last 1000 calls,
// and fewer when they were long.
func (o *Office) Received() []Received {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return slices.Clone(o.huawei.received)
}

// receive remembers a call.
func (h *huawei) receive(f hwFunction, c *hwCall, id string, refused *hwCode) {
	r := Received{At: c.now, Function: f.name, RequestID: id, Meeting: c.query("conferenceID"), Status: 200, Body: c.harmless}
	if c.user != nil {
		r.Account = c.user.account
	}
	if refused != nil {
		r.Status, r.Code = refused.status, refused.code
	}
	h.heard++
	r.Seq = h.heard
	h.received = append(h.received, r)
	h.receivedBytes += r.size()
	drop := 0
	for len(h.received)-drop > receivedMost || h.receivedBytes > receivedBytes && drop < len(h.received)-1 {
		h.receivedBytes -= h.received[drop].size()
		drop++
	}
	// The start is cleared as well, as the memory of its bodies would stay otherwise.
	clear(h.received[:drop])
	h.received = h.received[drop:]
}

func (r Received) size() int { return len(r.Body) + len(r.Meeting) + len(r.Account) }

// withoutSecrets returns a body without its passwords and tokens; what is no object is left out.
func withoutSecrets(body []byte) string {
	if len(body) == 0 || len(body) > huaweiLongest {
		return ""
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(body, &members) != nil || members == nil {
		return ""
	}
	hidden := false
	for _, key := range []string{"password", "pwd", "token"} {
		if _, found := members[key]; found {
			members[key], hidden = raw("…"), true
		}
	}
	if !hidden {
		return string(body)
	}
	return string(raw(members))
}
