package tray

import (
	"context"
	"log/slog"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// fakeFace is a desktop's tray that notes what it is given.
type fakeFace struct {
	mu       sync.Mutex
	pictures int
	tip      string
	builds   int
	labels   []string
	clicks   map[string]chan struct{}
}

func newFakeFace() *fakeFace { return &fakeFace{clicks: map[string]chan struct{}{}} }

func (f *fakeFace) picture([]byte) { f.mu.Lock(); defer f.mu.Unlock(); f.pictures++ }

func (f *fakeFace) tooltip(s string) { f.mu.Lock(); defer f.mu.Unlock(); f.tip = s }

func (f *fakeFace) clear() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, c := range f.clicks {
		close(c)
	}
	f.labels, f.clicks = nil, map[string]chan struct{}{}
	f.builds++
}

func (f *fakeFace) line(label, _ string) <-chan struct{} {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.labels = append(f.labels, label)
	f.clicks[label] = make(chan struct{})
	return f.clicks[label]
}

func (f *fakeFace) separator() { f.line("-", "") }

// click clicks as the library does: a click that nobody waits for is lost.
func (f *fakeFace) click(label string) (taken bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	select {
	case f.clicks[label] <- struct{}{}:
		return true
	default:
		return false
	}
}

// inTray runs a tray on a fake face in a bubble where time is the test's.
func inTray(t *testing.T, handle func(context.Context, Action), do func(*Tray, *fakeFace)) {
	words := english(t)
	synctest.Test(t, func(t *testing.T) {
		tr, f := New(words, handle, slog.New(slog.DiscardHandler)), newFakeFace()
		ctx, cancel := context.WithCancel(t.Context())
		keep := tr.begin(ctx, f)
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			keep()
			tr.end()
		}()
		synctest.Wait()
		do(tr, f)
		cancel()
		<-ended
	})
}

func TestChangesInAFlurryBuildTheMenuOnce(t *testing.T) {
	inTray(t, nil, func(tr *Tray, f *fakeFace) {
		for _, name := range []string{"a", "b", "c"} {
			tr.Update(State{Links: saved(name)})
			time.Sleep(settle / 10) // the test's own time
		}
		time.Sleep(2 * settle)
		synctest.Wait()
		if f.builds != 1 {
			t.Errorf("built %d times", f.builds)
		}
		if diff := cmp.Diff([]string{"Paste space info", "New link…", "-", "c", "All links…", "-", "Send message…", "Invite participants…", "-", "Open Foyer", "Settings…", "Quit"}, f.labels); diff != "" {
			t.Errorf("menu (-want +got):\n%s", diff)
		}
	})
}

func TestWhatLooksTheSameIsNotBuiltAgain(t *testing.T) {
	inTray(t, nil, func(tr *Tray, f *fakeFace) {
		tr.Update(State{})
		time.Sleep(2 * settle)
		tr.Reword()
		time.Sleep(2 * settle)
		synctest.Wait()
		if f.builds != 0 || f.pictures != 1 {
			t.Errorf("built %d times, drawn %d times", f.builds, f.pictures)
		}
	})
}

func TestIconAndTooltipFollowTheState(t *testing.T) {
	inTray(t, nil, func(tr *Tray, f *fakeFace) {
		tr.Update(State{Problems: []string{"data-set-aside"}})
		time.Sleep(2 * settle)
		tr.Colour(White)
		time.Sleep(2 * settle)
		synctest.Wait()
		if f.pictures != 3 || f.tip != "Foyer: the database was damaged and set aside" || f.builds != 0 {
			t.Errorf("drawn %d times, tooltip %q, built %d times", f.pictures, f.tip, f.builds)
		}
	})
}

func TestClicksAreHandedOnHoweverLongTheyTake(t *testing.T) {
	release := make(chan struct{})
	got := make(chan Action, 10)
	handle := func(_ context.Context, a Action) {
		got <- a
		<-release
	}
	inTray(t, func(ctx context.Context, a Action) { handle(ctx, a) }, func(tr *Tray, f *fakeFace) {
		release = make(chan struct{})
		got = make(chan Action, 10)
		tr.Update(State{Links: saved("*Marketing")})
		time.Sleep(2 * settle)
		synctest.Wait()
		for _, label := range []string{"★ Marketing", "★ Marketing", "Paste space info", "Quit"} {
			if !f.click(label) {
				t.Errorf("the click on %q was lost", label)
			}
			synctest.Wait()
		}
		want := map[Action]int{{Verb: CopyLink, Ref: 1}: 2, {Verb: Paste}: 1, {Verb: Quit}: 1}
		for range 4 {
			want[<-got]--
		}
		for a, n := range want {
			if n != 0 {
				t.Errorf("%v came %d times too few", a, n)
			}
		}
		close(release)
	})
}

func TestClicksAfterTheEndAreDropped(t *testing.T) {
	clicked := false
	tr := New(english(t), func(context.Context, Action) { clicked = true }, slog.New(slog.DiscardHandler))
	tr.end()
	tr.click(t.Context(), Action{Verb: Paste})
	tr.clicks.Wait()
	if clicked {
		t.Error("a click after the end was handled")
	}
}
