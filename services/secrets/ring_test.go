package secrets

import (
	"context"
	"errors"
	"maps"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"foyer/services/fault"
)

// fakeRing is a keyring whose user can be slow, and that can fail.
type fakeRing struct {
	mu      sync.Mutex
	entries map[string]string
	locked  bool
	fail    error
	panics  bool
	asked   int
	// wait, if there is one, blocks calls until it is closed.
	wait chan struct{}
}

func (f *fakeRing) call() error {
	f.mu.Lock()
	f.asked++
	wait := f.wait
	f.mu.Unlock()
	if wait != nil {
		<-wait
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.panics {
		panic("an answer of the wrong type")
	}
	return f.fail
}

func (f *fakeRing) Get(_, user string) (string, error) {
	if err := f.call(); err != nil {
		return "", err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if value, ok := f.entries[user]; ok {
		return value, nil
	}
	return "", errNotFound
}

func (f *fakeRing) Set(_, user, value string) error {
	if err := f.call(); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.entries[user] = value
	return nil
}

func (f *fakeRing) Delete(_, user string) error {
	if err := f.call(); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, ok := f.entries[user]; !ok {
		return errNotFound
	}
	delete(f.entries, user)
	return nil
}

func (f *fakeRing) Look(_ context.Context, _, _, user string) (presence, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	_, ok := f.entries[user]
	return presence{found: ok, locked: f.locked}, nil
}

func withFake(t *testing.T, f *fakeRing) *Keeper {
	t.Helper()
	if f.entries == nil {
		f.entries = map[string]string{}
	}
	return newKeeper(Config{Dir: folder(t)}, f)
}

func TestKeyringThatBlocksCostsNoMoreThanTheLimit(t *testing.T) {
	for _, locked := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			f := &fakeRing{entries: map[string]string{"token": "x"}, wait: make(chan struct{}), locked: locked}
			k := withFake(t, f)
			want, patient := CodeSilent, defaultLimit
			if locked {
				want, patient = CodeLocked, patience*defaultLimit
			}
			for range 3 {
				begin := time.Now()
				if _, err := k.Get(t.Context(), "token"); codeOf(err) != want || time.Since(begin) != defaultLimit {
					t.Errorf("locked %v: %v after %s", locked, err, time.Since(begin))
				}
			}
			// Who sets a secret may take the time to type a password.
			begin := time.Now()
			if err := k.Set(t.Context(), "token", "y", InKeyring); codeOf(err) != want || time.Since(begin) != patient {
				t.Errorf("locked %v: %v after %s", locked, err, time.Since(begin))
			}
			if f.asked != 1 {
				t.Errorf("the keyring was asked %d times while it waited", f.asked)
			}
			short, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			if err := k.Close(short); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("closing while it waits: %v", err)
			}
			close(f.wait)
			if err := k.Close(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestCallerWhoGivesUpIsNotKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fakeRing{entries: map[string]string{"token": "x"}, wait: make(chan struct{})}
		k := withFake(t, f)
		ctx, cancel := context.WithTimeoutCause(t.Context(), time.Second, nil)
		defer cancel()
		time.AfterFunc(time.Millisecond, cancel)
		begin := time.Now()
		if _, err := k.Get(ctx, "token"); fault.KindOf(err) != fault.Cancelled || !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		if took := time.Since(begin); took != time.Millisecond {
			t.Errorf("it took %s", took)
		}
		close(f.wait)
		synctest.Wait()
	})
}

func TestSecretThatWasPutElsewhereDoesNotComeBackLater(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fakeRing{wait: make(chan struct{}), locked: true}
		k := withFake(t, f)
		if err := k.Set(t.Context(), "token", "x", InKeyring); codeOf(err) != CodeLocked {
			t.Fatal(err)
		}
		if err := k.Set(t.Context(), "token", "x", InSession); err != nil {
			t.Fatal(err)
		}
		close(f.wait) // the user unlocks it after all
		if err := k.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		if len(f.entries) != 0 {
			t.Errorf("the keyring has %v", f.entries)
		}
	})
}

func TestUserWhoDeclinedIsAskedAgainOnlyForWhatTheyDo(t *testing.T) {
	f := &fakeRing{entries: map[string]string{"token": "x"}, locked: true, fail: errors.New("dismissed")}
	k := withFake(t, f)
	for range 3 {
		if _, err := k.Get(t.Context(), "token"); codeOf(err) != CodeLocked || fault.KindOf(err) != fault.Unreachable {
			t.Error(err)
		}
	}
	if f.asked != 1 {
		t.Errorf("reading asked %d times", f.asked)
	}
	for n := 2; n < 4; n++ {
		if err := k.Set(t.Context(), "token", "y", InKeyring); codeOf(err) != CodeLocked || f.asked != n {
			t.Errorf("setting: %v, asked %d times", err, f.asked)
		}
	}
	f.locked, f.fail = false, nil
	if value, err := k.Get(t.Context(), "token"); value != "x" || err != nil {
		t.Errorf("after unlocking: %q, %v", value, err)
	}
}

func TestKeyringThatFailsIsNamedWithoutTheSecret(t *testing.T) {
	for rule, f := range map[string]*fakeRing{
		"an error":               {fail: errors.New("no space")},
		"an error with a secret": {fail: errors.New("cannot store " + canary)},
		"a panic":                {panics: true},
	} {
		k := withFake(t, f)
		err := k.Set(t.Context(), "token", canary, InKeyring)
		if codeOf(err) != CodeFailed || fault.KindOf(err) != fault.Unreachable {
			t.Errorf("%s: %v", rule, err)
		}
		wantNowhere(t, err.Error(), k.config.Dir)
		f.entries = map[string]string{"token": canary}
		f.panics = true
		if err := k.Remove(t.Context(), "token"); codeOf(err) != CodeFailed {
			t.Errorf("%s: removed with %v", rule, err)
		}
	}
}

func TestProfilesHaveEntriesOfTheirOwn(t *testing.T) {
	f := &fakeRing{entries: map[string]string{}}
	for _, tag := range []string{"", "0123456789abcdef"} {
		k := newKeeper(Config{Dir: folder(t), Tag: tag}, f)
		if err := k.Set(t.Context(), "token", "x"+tag, InKeyring); err != nil {
			t.Fatal(err)
		}
	}
	if !maps.Equal(f.entries, map[string]string{"token": "x", "token@0123456789abcdef": "x0123456789abcdef"}) {
		t.Errorf("the keyring has %v", f.entries)
	}
}
