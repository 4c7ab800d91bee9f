package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"time"

	"foyer/services/agent"
	"foyer/services/message"
	"foyer/services/store"
)

// round is one batch with everything around it.
type round struct {
	place
	server *server
	store  *store.Store
	batch  message.Batch
	random *rand.Rand
	tally  tally
}

// playRound queues a batch, kills at most so many processes that deliver it, lets a last one finish, and
// says what is wrong with the result.
func playRound(ctx context.Context, random *rand.Rand, rows, kills int) (t tally, err error) {
	dir, err := os.MkdirTemp("", "soak.")
	if err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	r := &round{place: place(dir), random: random}
	if r.server, err = open(random.Uint64()); err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, r.server.close()) }()
	if r.store, err = store.Open(ctx, r.database(), time.Now); err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, r.store.Close()) }()
	if r.batch, err = r.store.QueueBatch(ctx, message.Batch{Name: "soak.csv"}, batch(rows)); err != nil {
		return t, err
	}
	for r.tally.kills < kills {
		over, err := r.life(ctx)
		if err != nil {
			return r.tally, err
		}
		if over {
			break
		}
	}
	if err := r.lastLife(ctx); err != nil {
		return r.tally, err
	}
	err = r.judge(ctx)
	return r.tally, err
}

// How the moments of kills are chosen.
const (
	early     = 5                     // one in so many is killed by the time, while it starts
	start     = 80 * time.Millisecond // which takes less than this
	crowded   = 3                     // one in so many has a second process beside it
	requests  = 60                    // until a kill, at most
	afterward = 3 * time.Millisecond  // until it comes, at most
)

// life starts an agent, and perhaps a command that delivers, too, and kills them. It reports whether
// everything was at rest before.
func (r *round) life(ctx context.Context) (over bool, err error) {
	moment := r.server.after(1 + r.random.IntN(requests))
	var alive []*exec.Cmd
	defer func() {
		for _, cmd := range alive {
			err = errors.Join(err, kill(cmd))
			r.tally.kills++
		}
	}()
	roles := []string{roleAgent}
	if r.random.IntN(crowded) == 0 {
		roles = append(roles, roleCommand)
	}
	for _, role := range roles {
		cmd, err := r.spawn(ctx, role, r.server.http.URL)
		if err != nil {
			return false, err
		}
		alive = append(alive, cmd)
	}
	if r.random.IntN(early) == 0 {
		return false, sleep(ctx, time.Duration(r.random.Int64N(int64(start))))
	}
	if over, err := r.until(ctx, moment); over || err != nil {
		return over, err
	}
	return false, sleep(ctx, time.Duration(r.random.Int64N(int64(afterward))))
}

// kill ends a process as nothing else does. One that has ended by itself is as good.
func kill(cmd *exec.Cmd) error {
	if err := cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("killing: %w", err)
	}
	err := cmd.Wait()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && !exit.Exited() {
		return nil
	}
	return err
}

// lastLife lets an agent finish what is left, and quit in peace.
func (r *round) lastLife(ctx context.Context) error {
	cmd, err := r.spawn(ctx, roleAgent, r.server.http.URL)
	if err != nil {
		return err
	}
	if _, err := r.until(ctx, nil); err != nil {
		return errors.Join(err, kill(cmd))
	}
	if err := r.quit(ctx); err != nil {
		return errors.Join(err, kill(cmd))
	}
	return cmd.Wait()
}

// quit asks the agent to end, as soon as it is there to be asked.
func (r *round) quit(ctx context.Context) error {
	for {
		err := agent.Client{Socket: r.socket()}.Quit(ctx)
		if !errors.Is(err, agent.ErrNotRunning) {
			return err
		}
		if err := sleep(ctx, look); err != nil {
			return err
		}
	}
}

// look is how often the outbox is looked at.
const look = 25 * time.Millisecond

// until waits for the moment, or until everything is at rest.
func (r *round) until(ctx context.Context, moment <-chan struct{}) (over bool, err error) {
	ticker := time.NewTicker(look)
	defer ticker.Stop()
	for {
		select {
		case <-moment:
			return false, nil
		case <-ctx.Done():
			return false, ctx.Err()
		case <-ticker.C:
		}
		c, err := r.store.Counts(ctx, message.Filter{Batch: r.batch.ID})
		if err != nil || c.Queued+c.Sending == 0 {
			return true, err
		}
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
