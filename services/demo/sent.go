package demo

import (
	"context"
	"time"
)

// Sent is something that the office accepted. sendMessages gives one for each of its messages.
type Sent struct {
	// Seq counts everything accepted since the last Reset, from 1.
	Seq int `json:"seq"`
	// Request counts the requests that were accepted, so the messages of one sendMessages share it.
	Request  int       `json:"request"`
	At       time.Time `json:"at"`
	Function string    `json:"function"`
	// To are the recipients of a direct message.
	To []string `json:"to,omitempty"`
	// Room is the chat room's name.
	Room     string   `json:"room,omitempty"`
	Mentions []string `json:"mentions,omitempty"`
	Text     string   `json:"text,omitempty"`
	Envelope bool     `json:"envelope,omitempty"`
	// Expires is the end of a quick call.
	Expires time.Time `json:"expires,omitzero"`
}

// kept is how many accepted things the office remembers.
const kept = 250_000

// Sent returns everything that was accepted, in the order of its arrival: the last 250,000.
func (o *Office) Sent() []Sent {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return append([]Sent(nil), o.state.Sent...)
}

// Calls returns how many requests of a function, or of all for "", came in since the last Reset,
// whatever became of them.
func (o *Office) Calls(function string) int {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if function != "" {
		return o.calls[function]
	}
	all := 0
	for _, n := range o.calls {
		all += n
	}
	return all
}

// WaitSent waits until so many things were accepted since the last Reset, or until ctx ends.
func (o *Office) WaitSent(ctx context.Context, count int) error {
	for {
		o.mutex.Lock()
		enough := o.state.Seq >= count
		if o.arrived == nil {
			o.arrived = make(chan struct{})
		}
		arrived := o.arrived
		o.mutex.Unlock()
		if enough {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-arrived:
		}
	}
}

// Reset forgets everything that was sent and set: the office is as on its first day. Its token, and
// the form of its answers, stay.
func (o *Office) Reset() {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	first := seed()
	first.Token, first.Port, first.Huawei = o.state.Token, o.state.Port, o.state.Huawei
	o.state = first
	o.huawei = newHuawei(o.huawei.keys, o.now())
	clear(o.faults)
	clear(o.calls)
	o.changed()
}

// accept remembers what one request sent. The mutex is held.
func (o *Office) accept(all ...Sent) {
	o.state.Requests++
	for _, s := range all {
		o.state.Seq++
		s.Seq, s.Request, s.At = o.state.Seq, o.state.Requests, o.now()
		o.state.Sent = append(o.state.Sent, s)
	}
	if over := len(o.state.Sent) - kept; over >= kept/10 {
		o.state.Sent = append([]Sent(nil), o.state.Sent[over:]...)
	}
	if o.arrived != nil {
		close(o.arrived)
		o.arrived = nil
	}
	o.changed()
}
