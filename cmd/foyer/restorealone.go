package main

import (
	"context"
	"errors"
	"time"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/profile"
)

// restartTime is how long another agent is waited for: it may have to wait for a window that closes.
const restartTime = 40 * time.Second

// restoreByAgent lets the agent restore, and waits for the one that has done it.
func (a *app) restoreByAgent(client agent.Client, path string) (*agent.DataNews, error) {
	ctx, cancel := context.WithCancel(a.ctx)
	defer cancel()
	events, err := client.Subscribe(ctx, agent.RoleWatcher)
	if err != nil {
		return nil, err
	}
	if _, err := client.Restore(ctx, path); err != nil {
		return nil, err
	}
	for range events { //nolint:revive // the channel ends with the agent
	}
	wait, enough := context.WithTimeout(a.ctx, restartTime)
	defer enough()
	for {
		state, err := client.DataState(wait)
		if err == nil || !errors.Is(err, agent.ErrNotRunning) {
			return state.News, err
		}
		if rest(wait, pruneRest) != nil {
			return nil, &fault.Error{Op: "waiting for the agent", Service: "agent", Kind: fault.Unreachable, Code: "silent", Err: err}
		}
	}
}

// restoreAlone restores while no agent runs and none can start.
func (a *app) restoreAlone(dirs profile.Dirs, path string) (news *agent.DataNews, err error) {
	err = a.alone(dirs, waitForEnd, func() error {
		k := a.dataKeeper(dirs)
		if _, err := k.PrepareRestore(a.ctx, path); err != nil {
			return err
		}
		// Interrupted, it goes on: the next start would.
		news = k.finishRestore(context.WithoutCancel(a.ctx))
		return k.DismissNews(a.ctx) // it is told here
	})
	return news, err
}

// waitForEnd and quitAnother are what is done about an agent that runs while this process wants to be alone.
func waitForEnd(context.Context, agent.Client) error {
	return &fault.Error{Op: "waiting for the end of the agent", Service: "agent", Kind: fault.Unreachable}
}

func quitAnother(ctx context.Context, client agent.Client) error {
	_ = client.Quit(ctx) // it may be ending already
	return waitForEnd(ctx, client)
}

// alone calls f while this process has the right to be the agent, for which it waits until restartTime.
func (a *app) alone(dirs profile.Dirs, meanwhile func(context.Context, agent.Client) error, f func() error) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(a.ctx), restartTime)
	defer cancel()
	instance, err := agent.Claim(ctx, dirs.Lock(), dirs.Socket(), meanwhile)
	if err != nil {
		return err
	}
	return errors.Join(f(), instance.Close())
}

// quitAgent ends the agent and its windows and waits for that. That none runs is as good.
func (a *app) quitAgent(dirs profile.Dirs) error {
	client := agent.Client{Socket: dirs.Socket()}
	ctx, cancel := context.WithTimeout(a.ctx, restartTime)
	defer cancel()
	events, err := client.Subscribe(ctx, agent.RoleWatcher)
	if err == nil {
		err = client.Quit(ctx)
	}
	if errors.Is(err, agent.ErrNotRunning) {
		return nil
	}
	if err != nil {
		return err
	}
	for range events { //nolint:revive // the channel ends with the agent
	}
	return nil
}
