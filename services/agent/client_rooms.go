package agent

import (
	"context"

	"foyer/services/room"
)

// RefreshRooms lets the agent read a day now, see Agent.RefreshRooms. What it read is in the database
// when this returns.
func (c Client) RefreshRooms(ctx context.Context, date room.Date) error {
	_, err := c.askFor(ctx, serviceTime, request{Do: doRefreshRooms, Day: date})
	return err
}

// RefreshMonth lets the agent read a month now, see Agent.RefreshMonth.
func (c Client) RefreshMonth(ctx context.Context, m room.Month) error {
	_, err := c.askFor(ctx, serviceTime, request{Do: doRefreshMonth, Month: m})
	return err
}

// PokeRooms lets the agent read the current day soon, see Agent.PokeRooms. It does not wait for that.
func (c Client) PokeRooms(ctx context.Context) error {
	_, err := c.ask(ctx, request{Do: doPokeRooms})
	return err
}
