package agent

import (
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

// Reconnect asks again what could not be reached, because something happened after which it may be
// reachable: the computer woke up, or the network changed. The rooms of the current day are read, and
// messages are tried that wait because nobody could be reached; not those that wait because the service
// asked for that, refuses the token, or has a fault. It does not wait, and may be called as often as
// something happens: the service is asked every few seconds at most.
func (a *Agent) Reconnect() {
	a.roomsInUse().poke()
	a.couriers.each((*Deliverer).reconnect)
}

// reconnect lets messages be tried that wait because the service could not be reached.
func (d *Deliverer) reconnect() {
	d.mu.Lock()
	d.wanted.network = true
	d.mu.Unlock()
	d.Wake()
}

// unreached reports whether a message waits because nobody could be reached: not a byte of it left this
// computer, so that trying it again is safe at any time.
func unreached(f *message.Failure) bool {
	return f != nil && f.Kind == fault.Unreachable && f.Status == 0
}

// reconnect shortens the rest of a service that could not be reached. It lasts for freshTry all the same,
// so that a network that comes and goes does not make a storm of tries.
func (p *pace) reconnect(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.asked || p.question || !p.resting(now) {
		return
	}
	p.until = sooner(p.until, later(now, p.since.Add(freshTry)))
}
