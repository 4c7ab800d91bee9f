package main

import (
	"context"

	"foyer/services/desktop"
)

// heed lets the agent ask again what it could not reach whenever the network changed or the computer woke
// up, until ctx ends.
func (d *desk) heed(ctx context.Context) {
	for change := range desktop.Changes(ctx, d.log) {
		d.log.Info("asking again", "after", change)
		d.office.rest()
		d.agent.Reconnect()
	}
}

// rest ends the connections that nobody uses at the moment: they may lead through a network that is gone,
// where a message would vanish and nobody would know whether it arrived.
func (o *office) rest() {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.client != nil {
		o.client.Close()
	}
}
