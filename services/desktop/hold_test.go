package desktop

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/chord"
)

// waits returns how long it takes from each try to the next, when each one fails in the same way after a while.
func waits(t *testing.T, tries int, lasting time.Duration, fail error) (all []time.Duration) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var ended time.Time
		insist(ctx, AdviceShortcutFailed, func() error {
			if !ended.IsZero() {
				all = append(all, time.Since(ended))
			}
			if tries--; tries < 0 {
				cancel()
				return ctx.Err()
			}
			time.Sleep(lasting)
			ended = time.Now()
			return fail
		}, func(*holdError) {})
	})
	return all
}

func TestTriesAreFartherAndFartherApart(t *testing.T) {
	lost, taken := errors.New("lost"), &holdError{hold: HoldTaken}
	for name, c := range map[string]struct {
		lasting time.Duration
		fail    error
		want    []time.Duration
	}{
		"lost": {0, lost, []time.Duration{1e9, 2e9, 4e9, 8e9, 16e9, 32e9, time.Minute, time.Minute}},
		"taken": {0, taken, []time.Duration{time.Minute, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute,
			16 * time.Minute, 16 * time.Minute, 16 * time.Minute, 16 * time.Minute}},
		"after having worked": {lastingHold, lost, []time.Duration{1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9}},
		"never again":         {0, &holdError{hold: HoldFailed, final: true}, nil},
		"not possible":        {0, &holdError{hold: HoldUnsupported}, nil},
	} {
		if diff := cmp.Diff(c.want, waits(t, 8, c.lasting, c.fail)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestAStateIsToldOnceHoweverOftenItIsTried(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		tries := 0
		way := func(_ context.Context, _ ShortcutConfig, tell func(ShortcutEvent)) error {
			if tries++; tries <= 3 {
				return &holdError{hold: HoldTaken, advice: AdviceShortcutTaken, err: errors.New(time.Now().String())}
			}
			tell(ShortcutEvent{Hold: HoldHeld})
			tell(ShortcutEvent{Pressed: true})
			tell(ShortcutEvent{Pressed: true})
			cancel()
			return nil
		}
		var told []ShortcutEvent
		for e := range (ShortcutConfig{Chord: chord.Chord{Ctrl: true, Key: "K"}, Log: quiet()}).run(ctx, way) {
			told = append(told, e)
		}
		want := []ShortcutEvent{{Hold: HoldTaken, Advice: AdviceShortcutTaken}, {Hold: HoldHeld}, {Pressed: true}, {Pressed: true}}
		if diff := cmp.Diff(want, told); diff != "" {
			t.Errorf("told (-want +got):\n%s", diff)
		}
	})
}
