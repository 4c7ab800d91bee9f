package messages_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/messages"
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

// openWith opens the page with these drafts and this outbox.
func openWith(t *testing.T, d messages.Drafts, b *box) *office {
	t.Helper()
	return newOfficeWith(t, style.Light, 100, usual, b, d)
}

func TestWhatIsBeingWrittenOutlivesAWindowThatDies(t *testing.T) {
	d, b := &drafts{}, furnish()
	o := openWith(t, d, b)
	o.paste(o.page.To(), "Barbara Example <barbara@example.com>, chen.wei@example.com, anna.probe@")
	o.page.TypeText("Good morning,\nyour parcel is here.")
	o.typeTo("Ludw")
	o.tick() // some time goes by, and the window dies: nothing is closed
	again := openWith(t, d, b)
	same(t, "the chips", again.page.Recipients(), []string{"Barbara Example", "Chen Wei", "anna.probe@"})
	expect(t, "the text", again.page.Message(), "Good morning,\nyour parcel is here.")
	expect(t, "what was typed of a name", again.page.Typing(), "Ludw")
	if len(b.texts()) != len(furnish().texts()) {
		t.Errorf("something was sent: %q", b.texts())
	}
}

func TestAMessageToARoomOutlivesAWindowThatDiesInItsTab(t *testing.T) {
	d, b := &drafts{}, furnish()
	o := openWith(t, d, b)
	o.page.Compose(message.Message{Room: "Works council", Mentions: []string{"chen.wei@example.com"}, Text: "Agenda", Envelope: true})
	o.settle()
	o.tick()
	again := openWith(t, d, b)
	expect(t, "the text", again.page.Message(), "Agenda")
	expect(t, "the button", again.page.SendWords(), "Send to Works council")
	again.page.Primary()
	again.settle()
	if last := b.items[len(b.items)-1]; last.Room != "Works council" || !last.Envelope || len(last.Mentions) != 1 {
		t.Errorf("sent %+v", last.Message)
	}
}

func TestWhatWasQueuedIsNotOfferedAgain(t *testing.T) {
	d, b := &drafts{}, furnish()
	o := openWith(t, d, b)
	o.page.WriteTo("barbara@example.com")
	o.page.TypeText("Your parcel is here.")
	o.tick()
	asWritten := d.kept
	o.page.Primary()
	o.settle()
	again := openWith(t, d, b)
	expect(t, "the text", again.page.Message(), "")
	// The window may die between the outbox and the draft.
	d.kept = asWritten
	again = openWith(t, d, b)
	expect(t, "the text of a message that is queued", again.page.Message(), "")
	// The same words once more, later, are meant.
	o.now = o.now.Add(time.Hour)
	o.page.WriteTo("barbara@example.com")
	o.page.TypeText("Your parcel is here.")
	o.tick()
	again = openWith(t, d, b)
	expect(t, "the same words again", again.page.Message(), "Your parcel is here.")
}

func TestAChatRoomThatIsBeingMadeOutlivesAWindowThatDies(t *testing.T) {
	d, b := &drafts{}, furnish()
	o := openWith(t, d, b)
	o.page.MakeRoom("Aurora team")
	o.tick()
	again := openWith(t, d, b)
	expect(t, "its name", again.page.NewRoom(), "Aurora team")
}

func TestTheDiskIsLeftAloneWhileNothingChanges(t *testing.T) {
	d, b := &drafts{}, furnish()
	o := openWith(t, d, b)
	o.page.TypeText("Hello")
	o.tick()
	before := d.saves
	for range 5 {
		o.page.Load()
		o.settle()
		o.tick()
	}
	if before == 0 || d.saves != before {
		t.Errorf("%d saves, then %d", before, d.saves)
	}
}

func TestADraftThatCannotBeKeptIsSaidAndTriedAgain(t *testing.T) {
	d, b := &drafts{}, furnish()
	o := openWith(t, d, b)
	d.fail = errors.New("no space left")
	o.page.TypeText("Hello")
	o.tick()
	if words := o.page.Toast().Words(); words == "" {
		t.Error("nothing is said")
	}
	d.fail = nil
	o.page.TypeText("Hello again")
	o.tick()
	if d.saves != 1 {
		t.Errorf("%d saves", d.saves)
	}
	d.kept = []byte("{broken")
	again := openWith(t, d, b)
	expect(t, "the text", again.page.Message(), "")
	again.key(fyne.KeyTab) // and the page works
}
