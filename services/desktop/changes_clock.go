package desktop

import (
	"context"
	"time"
)

// How often the clock is looked at, and by how much it has to be wrong.
const (
	clockLook  = time.Minute
	clockSlack = 15 * time.Second
)

// clockSource notices a computer that slept by the clock on the wall, which went on meanwhile.
func clockSource(now func() time.Time) changeSource {
	return func(ctx context.Context, tell func(Change)) error {
		look := time.NewTimer(clockLook)
		defer look.Stop()
		for {
			// Without the monotonic part, which stands still in sleep on some systems and not on others.
			before := now().Round(0)
			select {
			case <-ctx.Done():
				return nil
			case <-look.C:
			}
			if slept := now().Round(0).Sub(before) - clockLook; slept.Abs() > clockSlack {
				tell(Woke)
			}
			look.Reset(clockLook)
		}
	}
}
