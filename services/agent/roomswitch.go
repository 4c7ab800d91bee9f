package agent

import "context"

// pollRooms reads the rooms of the service in use again and again, until ctx ends. When another one is in
// use, what is being read of the last one is given up, since nobody waits for it, and the other one's last
// good answer is shown at once.
func (a *Agent) pollRooms(ctx context.Context) {
	for another := false; ctx.Err() == nil; another = true {
		p := a.roomsInUse()
		mine, stop := context.WithCancel(ctx)
		stopped := make(chan struct{})
		go func() {
			defer close(stopped)
			if another {
				p.turnDay(mine, p.settings())
				p.changed()
			}
			p.run(mine)
		}()
		for ctx.Err() == nil && a.roomsInUse() == p {
			select {
			case <-ctx.Done():
			case <-a.switched:
			}
		}
		stop()
		<-stopped
	}
}

// lookAtRooms takes notice of new settings.
func (a *Agent) lookAtRooms() {
	a.roomsInUse().look()
	select {
	case a.switched <- struct{}{}:
	default:
	}
}
