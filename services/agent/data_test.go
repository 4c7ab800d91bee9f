package agent

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"foyer/services/fault"
)

// fakeData is all data, that notes what is asked of it.
type fakeData struct {
	mu    sync.Mutex
	asked []string
	err   error
	hold  bool // what is asked goes on until it is given up
}

var backedUp = BackupInfo{Foyer: "1.2.3", Made: time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC), Bytes: 7, Settings: true, Holdings: Holdings{Links: 2, Waiting: 1}}

func (d *fakeData) ask(ctx context.Context, what string) error {
	d.mu.Lock()
	d.asked = append(d.asked, what)
	d.mu.Unlock()
	if d.hold {
		<-ctx.Done()
		d.mu.Lock()
		defer d.mu.Unlock()
		d.asked = append(d.asked, "given up")
		return ctx.Err()
	}
	return d.err
}

func (d *fakeData) all() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.asked)
}

func (d *fakeData) DataState(ctx context.Context) (DataState, error) {
	return DataState{Holdings: Holdings{Messages: 3}, News: &DataNews{Kind: Restored, Doubtful: 1, Service: "profile", Code: "busy"}}, d.ask(ctx, "state")
}

func (d *fakeData) Prunable(ctx context.Context, days int) (int, error) {
	return days + 1, d.ask(ctx, "prunable")
}

func (d *fakeData) Backup(ctx context.Context, path string) (BackupInfo, error) {
	return backedUp, d.ask(ctx, "backup "+path)
}

func (d *fakeData) CheckBackup(ctx context.Context, path string) (BackupInfo, error) {
	return backedUp, d.ask(ctx, "check "+path)
}

func (d *fakeData) PrepareRestore(ctx context.Context, path string) (BackupInfo, error) {
	return backedUp, d.ask(ctx, "restore "+path)
}

func (d *fakeData) PrepareErase(ctx context.Context) error { return d.ask(ctx, "erase") }

func (d *fakeData) Export(ctx context.Context, path string) error { return d.ask(ctx, "export "+path) }

func (d *fakeData) Report(ctx context.Context) (string, error) {
	return "# Report", d.ask(ctx, "report")
}

func (d *fakeData) SaveReport(ctx context.Context, path string) error {
	return d.ask(ctx, "report "+path)
}

func (d *fakeData) DismissNews(ctx context.Context) error { return d.ask(ctx, "dismiss") }

// keeping is an agent that looks after data.
func keeping(t *testing.T, d *fakeData) (Client, *Agent) {
	t.Helper()
	a := New(Config{Data: d})
	p := newPlace(t)
	t.Cleanup(running(t, a, p.start(t)))
	return Client{Socket: p.socket}, a
}

func TestTheAgentLooksAfterTheData(t *testing.T) {
	d := &fakeData{}
	c, a := keeping(t, d)
	state, err := c.DataState(t.Context())
	if err != nil || state.Messages != 3 || state.News == nil || state.News.Doubtful != 1 {
		t.Errorf("state %+v, %v", state, err)
	}
	if e, ok := errors.AsType[*fault.Error](state.News.Failure()); !ok || e.Code != "busy" || (DataNews{}).Failure() != nil {
		t.Errorf("the failure in the news is %v", state.News.Failure())
	}
	select {
	case <-a.Done():
		t.Error("the agent ends")
	default:
	}
}

func TestEveryRequestReachesTheData(t *testing.T) {
	d := &fakeData{}
	c, _ := keeping(t, d)
	ctx := t.Context()
	if n, err := c.Prunable(ctx, 7); n != 8 || err != nil {
		t.Errorf("prunable %d, %v", n, err)
	}
	if b, err := c.Backup(ctx, "/b"); b != backedUp || err != nil {
		t.Errorf("backup %+v, %v", b, err)
	}
	if b, err := c.CheckBackup(ctx, "/c"); b != backedUp || err != nil {
		t.Errorf("check %+v, %v", b, err)
	}
	if text, err := c.Report(ctx); text != "# Report" || err != nil {
		t.Errorf("report %q, %v", text, err)
	}
	if err := errors.Join(c.Export(ctx, "/e"), c.SaveReport(ctx, "/r"), c.DismissNews(ctx)); err != nil {
		t.Error(err)
	}
	if got, want := d.all(), []string{"prunable", "backup /b", "check /c", "report", "export /e", "report /r", "dismiss"}; !slices.Equal(got, want) {
		t.Errorf("asked %q, want %q", got, want)
	}
}

func TestTheAgentEndsToRestoreAndToErase(t *testing.T) {
	for what, ask := range map[string]func(Client) error{
		"restore /b": func(c Client) error { _, err := c.Restore(t.Context(), "/b"); return err },
		"erase":      func(c Client) error { return c.Erase(t.Context()) },
	} {
		d := &fakeData{err: &fault.Error{Op: "x", Kind: fault.Invalid, Code: "backup-damaged"}}
		c, a := keeping(t, d)
		if e, ok := errors.AsType[*fault.Error](ask(c)); !ok || e.Code != "backup-damaged" {
			t.Errorf("%s: %v", what, e)
		}
		if _, err := c.Status(t.Context()); err != nil {
			t.Errorf("%s: the agent ended after a failure: %v", what, err)
		}
		d.err = nil
		if err := ask(c); err != nil {
			t.Errorf("%s: %v", what, err)
		}
		<-a.Done()
		if got := d.all(); !slices.Equal(got, []string{what, what}) {
			t.Errorf("asked %q", got)
		}
	}
}

func TestWhoGivesUpEndsWhatIsDoneWithTheData(t *testing.T) {
	d := &fakeData{hold: true}
	c, _ := keeping(t, d)
	ctx, cancel := context.WithCancel(t.Context())
	asked := make(chan error, 1)
	go func() {
		_, err := c.Restore(ctx, "/b")
		asked <- err
	}()
	for len(d.all()) == 0 { //nolint:revive // until the agent has the question
	}
	cancel()
	if err := <-asked; fault.KindOf(err) != fault.Cancelled {
		t.Errorf("the answer is %v", err)
	}
	for len(d.all()) < 2 { //nolint:revive // until it hears that nobody wants to know
	}
	if _, err := c.Status(t.Context()); err != nil {
		t.Errorf("the agent ended: %v", err)
	}
}

func TestAnAgentWithoutDataSaysSo(t *testing.T) {
	p := newPlace(t)
	a := New(Config{})
	t.Cleanup(running(t, a, p.start(t)))
	if err := (Client{Socket: p.socket}).Erase(t.Context()); fault.KindOf(err) != fault.NotConfigured {
		t.Errorf("%v", err)
	}
	b := New(Config{Data: &fakeData{}})
	if _, err := b.keepData(t.Context(), dataCall{Do: "sell"}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("an unknown request: %v", err)
	}
}
