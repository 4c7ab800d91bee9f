package agent

import "time"

// tempo knows how long calls and the disk take, to say how many messages may be taken before a worker
// is free for them. What is taken and not begun when the process is killed becomes unknown, so it is
// only as much as the workers finish while the disk writes: nothing for calls that take their time.
type tempo struct{ call, disk time.Duration }

// maxAhead bounds what is taken ahead, in messages.
const maxAhead = 256

func (t *tempo) called(d time.Duration) { t.call = average(t.call, d) }

func (t *tempo) stored(d time.Duration) { t.disk = average(t.disk, d) }

// average follows the newest values, about ten of them.
func average(old, value time.Duration) time.Duration {
	if old == 0 {
		return value
	}
	return old + (value-old)/8
}

// ahead is how many messages to take beyond those that the workers send.
func (t *tempo) ahead(workers int) int {
	if t.call <= 0 {
		return 0
	}
	return int(min(2*t.disk*time.Duration(workers)/t.call, maxAhead))
}
