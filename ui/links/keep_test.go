package links_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"foyer/ui/links"
	"foyer/ui/style"
)

// drafts keeps a draft in memory.
type drafts struct {
	mu    sync.Mutex
	kept  []byte
	saves int
	fail  error
}

func (d *drafts) Draft(context.Context) ([]byte, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.kept, d.fail
}

func (d *drafts) SaveDraft(_ context.Context, draft []byte) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.fail == nil {
		d.saves++
		d.kept = draft
	}
	return d.fail
}

func openWith(t *testing.T, d links.Drafts) *office {
	t.Helper()
	return newOfficeWith(t, style.Light, 100, usual, furnish(), d)
}

func TestThePasteBoxOutlivesAWindowThatDies(t *testing.T) {
	d := &drafts{}
	o := openWith(t, d)
	o.page.TypeBox("Space name: Sales\nSpace ID: 1e0f")
	o.tick()
	again := openWith(t, d)
	if got := again.page.BoxText(); got != "" {
		t.Errorf("an ordinary start puts %q into the box", got)
	}
	again.page.Recall()
	again.settle()
	if got := again.page.BoxText(); got != "Space name: Sales\nSpace ID: 1e0f" {
		t.Errorf("the box holds %q", got)
	}
	again.page.TypeBox("")
	again.tick()
	if d.kept != nil {
		t.Errorf("an empty box is kept as %q", d.kept)
	}
}

func TestWhatIsTypedMeanwhileStays(t *testing.T) {
	d := &drafts{kept: []byte("old")}
	o := openWith(t, d)
	o.page.TypeBox("new")
	o.page.Recall()
	o.settle()
	if got := o.page.BoxText(); got != "new" {
		t.Errorf("the box holds %q", got)
	}
}

func TestAPasteBoxThatCannotBeKeptIsSaidAndTriedAgain(t *testing.T) {
	d := &drafts{fail: errors.New("no space left")}
	o := openWith(t, d)
	o.page.TypeBox("barbara@")
	o.tick()
	if o.page.Toast().Words() == "" {
		t.Error("nothing is said")
	}
	d.fail = nil
	o.page.TypeBox("barbara@example.com")
	o.tick()
	if string(d.kept) != "barbara@example.com" {
		t.Errorf("kept %q", d.kept)
	}
}
