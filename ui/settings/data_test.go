package settings_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/ui/settings"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// archive is all data in memory.
type archive struct {
	mu     sync.Mutex
	state  agent.DataState
	info   agent.BackupInfo
	fail   error
	did    []string
	hold   chan struct{} // what is done waits for it, or for its end; nil for no wait
	report string
}

func newArchive() *archive {
	return &archive{state: agent.DataState{Holdings: agent.Holdings{Links: 14, Messages: 1200, Groups: 2, People: 31}, Database: 3 << 20, Log: 40 << 10},
		info:   agent.BackupInfo{Foyer: "1.2.3", Made: now.Add(-26 * time.Hour), Settings: true, Holdings: agent.Holdings{Links: 12, Messages: 900, Groups: 1, People: 30}},
		report: "# Foyer: diagnostics report\n\n## Versions\n\n- Foyer: 1.2.3\n- OS: linux/amd64\n\n## Doctor\n\n- tray: ok xfce4-panel\n- secrets: missing Install a keyring."}
}

func (a *archive) do(ctx context.Context, what string) error {
	a.mu.Lock()
	hold := a.hold
	a.did = append(a.did, what)
	a.mu.Unlock()
	if hold != nil {
		select {
		case <-hold:
		case <-ctx.Done():
			return &fault.Error{Op: what, Kind: fault.Cancelled, Err: ctx.Err()}
		}
	}
	return a.fail
}

func (a *archive) done() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return slices.Clone(a.did)
}

func (a *archive) DataState(context.Context) (agent.DataState, error) { return a.state, a.fail }

func (a *archive) Prunable(_ context.Context, days int) (int, error) { return 400 - days, a.fail }

func (a *archive) Backup(ctx context.Context, path string) (agent.BackupInfo, error) {
	return a.info, a.do(ctx, "backup "+path)
}

func (a *archive) CheckBackup(ctx context.Context, path string) (agent.BackupInfo, error) {
	return a.info, a.do(ctx, "check "+path)
}

func (a *archive) Restore(ctx context.Context, path string) (agent.BackupInfo, error) {
	return a.info, a.do(ctx, "restore "+path)
}

func (a *archive) Erase(ctx context.Context) error { return a.do(ctx, "erase") }

func (a *archive) Export(ctx context.Context, path string) error { return a.do(ctx, "export "+path) }

func (a *archive) Report(ctx context.Context) (string, error) { return a.report, a.do(ctx, "report") }

func (a *archive) SaveReport(ctx context.Context, path string) error {
	return a.do(ctx, "report "+path)
}

func (a *archive) DismissNews(ctx context.Context) error { return a.do(ctx, "dismiss") }

// inArchive is the room at its data.
func inArchive(t *testing.T, a *archive) *room { return inArchiveAs(t, a, style.Light, 100, usual) }

func inArchiveAs(t *testing.T, a *archive, mode style.Mode, size int, area fyne.Size) *room {
	t.Helper()
	r := enterWith(t, mode, size, area)
	r.page.SetData(a)
	r.page.ShowSection(settings.SectionData)
	r.page.SetLinks(14)
	r.settle()
	return r
}

func TestABackupIsWrittenAndSaid(t *testing.T) {
	a := newArchive()
	r := inArchive(t, a)
	r.page.BackUp("/home/barbara/all")
	r.settle()
	if did := a.done(); !slices.Equal(did, []string{"backup /home/barbara/all.foyer-backup"}) {
		t.Errorf("did %q", did)
	}
	if words := widget.Plain(r.page.Toast().Words()); !strings.Contains(words, "all.foyer-backup holds 12 links, 900 messages, one group, 30 people") {
		t.Errorf("the toast says %q", words)
	}
	a.info.Stripped = true
	r.page.BackUp("/home/barbara/b.zip")
	r.settle()
	if words := r.page.Toast().Words(); !strings.Contains(words, "left out") {
		t.Errorf("the toast says %q", words)
	}
	a.fail = &fault.Error{Op: "x", Kind: fault.Other, Code: "disk-full"}
	r.page.ExportTo("/x.json")
	r.settle()
	expect(t, "the toast", r.page.Toast().Words(), "Nothing was exported. The disk is full.")
}

func TestARestoreIsCheckedAndAskedFirst(t *testing.T) {
	a := newArchive()
	a.info.Waiting = 3
	r := inArchive(t, a)
	r.page.CheckBackup("/b.zip")
	r.settle()
	if did := a.done(); !slices.Equal(did, []string{"check /b.zip"}) {
		t.Fatalf("did %q", did)
	}
	// The focus is on what changes nothing.
	r.press(fyne.KeyReturn)
	if did := a.done(); len(did) != 1 || r.window.Canvas().Overlays().Top() != nil {
		t.Fatalf("Enter did %q", did)
	}
	r.page.CheckBackup("/b.zip")
	r.settle()
	r.window.Canvas().FocusNext()
	r.press(fyne.KeyReturn)
	if did := a.done(); !slices.Contains(did, "restore /b.zip") {
		t.Errorf("did %q", did)
	}
	expect(t, "the toast", r.page.Toast().Words(), "Foyer closes and opens again.")
	a.fail = &fault.Error{Op: "x", Kind: fault.Invalid, Code: "backup-newer"}
	r.page.CheckBackup("/b.zip")
	r.settle()
	if words := r.page.Toast().Words(); !strings.Contains(words, "newer Foyer") || r.window.Canvas().Overlays().Top() != nil {
		t.Errorf("a newer backup: %q", words)
	}
}

func TestEverythingIsDeletedOnlyAfterAWord(t *testing.T) {
	a := newArchive()
	r := inArchive(t, a)
	for range 2 {
		r.focus(r.page.EraseButton())
		r.press(fyne.KeyReturn)
		if r.window.Canvas().Overlays().Top() == nil {
			t.Fatal("nothing is asked")
		}
		if len(a.done()) > 0 {
			t.Fatalf("did %q", a.done())
		}
		r.press(fyne.KeyEscape)
	}
	r.focus(r.page.EraseButton())
	r.press(fyne.KeyReturn)
	r.window.Canvas().FocusNext()
	r.press(fyne.KeyReturn)
	if did := a.done(); !slices.Equal(did, []string{"erase"}) {
		t.Errorf("did %q", did)
	}
}

func TestWhatTakesItsTimeCanBeCancelled(t *testing.T) {
	a := newArchive()
	a.hold = make(chan struct{})
	r := inArchive(t, a)
	r.page.BackUp("/b.zip")
	expect(t, "the words", r.page.Doing(), "Backing up…")
	r.page.ExportTo("/x.json") // nothing else meanwhile
	r.page.CancelDoing()
	r.settle()
	if did := a.done(); !slices.Equal(did, []string{"backup /b.zip"}) {
		t.Errorf("did %q", did)
	}
	expect(t, "the words in the end", r.page.Doing(), "")
	expect(t, "the toast", r.page.Toast().Words(), "")
}

func TestThePageClosesWhileSomethingIsDone(t *testing.T) {
	a := newArchive()
	a.hold = make(chan struct{})
	r := inArchive(t, a)
	r.page.BackUp("/b.zip")
	r.page.Close() // or waits for ever
}

func TestHowLongMessagesStayIsStoredAndItsEffectSaid(t *testing.T) {
	a := newArchive()
	r := inArchive(t, a)
	r.file.values.KeepDays = 90
	r.page.Reconsider()
	r.settle()
	expect(t, "the words", r.page.WouldGo(), "310 messages are older now and go within a day.")
	r.focus(r.page.KeepDaysControl())
	r.press(fyne.KeyEnd)
	expect(t, "the words", r.page.WouldGo(), "No message goes by itself.")
	r.press(fyne.KeyHome)
	if !slices.Equal(r.file.sets, []string{"outbox.keep-days=0", "outbox.keep-days=30"}) {
		t.Errorf("stored %q", r.file.sets)
	}
	r.file.values.KeepDays = 7
	r.page.Reconsider()
	r.settle()
	expect(t, "the words", r.page.WouldGo(), "393 messages are older now and go within a day.")
}

func TestWhatHappenedToTheDataIsSaid(t *testing.T) {
	a := newArchive()
	a.state.News = &agent.DataNews{Kind: agent.Restored, At: now, Backup: a.info, Doubtful: 2, Before: "/home/barbara/before"}
	r := inArchive(t, a)
	for _, part := range []string{"Restored: 12 links", "2 messages waited", "kept in /home/barbara/before"} {
		if words := widget.Plain(r.page.News()); !strings.Contains(words, part) {
			t.Errorf("%q lacks %q", words, part)
		}
	}
	r.page.DismissNews()
	r.settle()
	if did := a.done(); !slices.Equal(did, []string{"dismiss"}) || r.page.News() != "" {
		t.Errorf("did %q, says %q", did, r.page.News())
	}
	for words, news := range map[string]agent.DataNews{
		"everything is as it was. Another Foyer still uses the database": {Kind: agent.RestoreFailed, Service: "database", Code: "database-in-use"},
		"Not removed: /x/y": {Kind: agent.EraseFailed, Left: []string{"/x/y"}},
		"The settings are as they were. The disk is full": {Kind: agent.Restored, Service: "profile", Code: "disk-full"},
	} {
		a.state.News = &news
		r.page.Reconsider()
		r.settle()
		if said := widget.Plain(r.page.News()); !strings.Contains(said, words) {
			t.Errorf("%q lacks %q", said, words)
		}
	}
}

func TestAReportIsReadBeforeItIsCopied(t *testing.T) {
	a := newArchive()
	r := inArchive(t, a)
	r.page.MakeReport()
	r.settle()
	if r.window.Canvas().Overlays().Top() == nil {
		t.Fatal("the report is not shown")
	}
	r.press(fyne.KeyReturn)
	expect(t, "what is copied", r.desk.copied, a.report)
	r.press(fyne.KeyEscape)
	r.page.SaveReportTo("/r.md")
	r.settle()
	if did := a.done(); !slices.Equal(did, []string{"report", "report /r.md"}) {
		t.Errorf("did %q", did)
	}
}

func TestSizesAreSaidBehindThePlaces(t *testing.T) {
	r := inArchive(t, newArchive())
	if place := r.page.PlaceWords(settings.Database); !strings.HasSuffix(place, "foyer.db (3072 KB)") {
		t.Errorf("the database: %q", place)
	}
}
