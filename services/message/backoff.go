package message

import (
	"math"
	"time"
)

// Limits of trying again.
const (
	// MaxBackoff is the longest that Foyer waits by itself between two tries.
	MaxBackoff = 15 * time.Minute
	// GiveUp is for how long after it was queued a message is tried.
	GiveUp = 24 * time.Hour
)

// The first wait, and by how much each is longer than the one before.
const (
	firstBackoff  = time.Second
	backoffGrowth = 1.9
)

// Backoff returns how long to wait before the next try: 1 s after the first one and 1.9 times longer
// after each further, up to MaxBackoff. jitter in [0,1) takes up to half of it off, so that what
// failed together is not tried together for ever; 0 takes nothing.
func Backoff(tries int, jitter float64) time.Duration {
	wait := float64(firstBackoff) * math.Pow(backoffGrowth, float64(max(tries-1, 0)))
	wait = min(wait, float64(MaxBackoff))
	return time.Duration(wait * (1 - min(max(jitter, 0), 1)/2))
}
