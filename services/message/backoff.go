package message

import "time"

// Limits of trying again.
const (
	// MaxBackoff is the longest that Foyer waits by itself between two tries.
	MaxBackoff = 15 * time.Minute
	// GiveUp is for how long after it was queued a message is tried.
	GiveUp = 24 * time.Hour
)

// Backoff returns how long to wait after the given number of tries: 1 s × 1.9ⁿ.
func Backoff(tries int, jitter float64) time.Duration { return 0 }
