package outbox_test

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/style"
)

// crowd is an outbox of n sent messages.
func crowd(n int) *box {
	b := furnish()
	b.items = b.items[:0]
	for i := range n {
		b.items = append(b.items, message.Item{ID: int64(i + 1), State: message.Sent, Ended: monday.Add(-time.Duration(i) * time.Second),
			Message: message.Message{To: []string{fmt.Sprintf("person.%d@example.com", i)}, Text: fmt.Sprintf("Your parking space is number %d, on the level below the ground floor.", i)}})
	}
	return b
}

func TestOfAVeryLongOutboxOnlyWhatIsInSightIsRead(t *testing.T) {
	o := newOfficeWith(t, style.Light, 100, fyne.NewSize(1000, 700), crowd(5000))
	if o.box.read > 200 {
		t.Errorf("%d messages were read to show the first ones", o.box.read)
	}
	list := o.page.List()
	list.Focus()
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	o.settle()
	rows := o.page.Rows()
	expect(t, "the last row", rows[len(rows)-1].Title, "person.4999@example.com")
	for range 400 { // through all of it, page by page
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
		o.settle()
	}
	if kept := o.page.Kept(); kept > 2300 {
		t.Errorf("%d messages are kept in memory", kept)
	}
}

func TestALoadKeepsChoiceAndPlaceAndNothingFlickers(t *testing.T) {
	o := newOfficeWith(t, style.Light, 100, fyne.NewSize(1000, 700), crowd(1000))
	o.pick(500)
	first, _ := o.page.List().InSight()
	top := o.page.List().Keys()[first]
	for i := range 7 { // newer ones come on top
		o.box.items = append(o.box.items, message.Item{ID: int64(2000 + i), State: message.Sent, Ended: monday.Add(time.Minute), Message: message.Message{To: []string{"a@example.com"}, Text: "new"}})
	}
	o.page.Load()
	o.settle()
	same(t, "the choice", []int64{500}, o.page.Chosen())
	now, count := o.page.List().InSight()
	if got := o.page.List().Keys()[now]; got != top || now != first+7 {
		t.Errorf("row %d at %d stands on top, want %d", got, now, top)
	}
	if n := len(o.page.Rows()); n < count {
		t.Errorf("%d of %d rows in sight are read", n, count)
	}
	expect(t, "the panel", o.page.PanelTitle(), "To person.499@example.com")
}

func TestAMessageThatLeavesTheFilterStaysInThePanel(t *testing.T) {
	o := open(t)
	o.page.Filter(message.Queued)
	o.settle()
	o.pick(1)
	o.box.set(1, func(i *message.Item) { i.State, i.Ended = message.Sent, at(10, 42, 10) })
	o.page.Load()
	o.settle()
	expect(t, "the panel", o.page.PanelTitle(), "To Ludwig Muster")
	expect(t, "its state", o.page.Standing(), "sent today 10:42")
	same(t, "the rows", 1, len(o.page.Rows()))
}

func TestALoadIsNotGivenUpForANewerOne(t *testing.T) {
	o := open(t)
	o.box.gate = make(chan struct{})
	for range 50 {
		o.page.Load()
	}
	o.box.set(1, func(i *message.Item) { i.State, i.Ended = message.Sent, monday })
	close(o.box.gate)
	o.box.mu.Lock()
	before := len(o.box.asked)
	o.box.mu.Unlock()
	o.settle()
	o.pass(250 * time.Millisecond) // then it is read once more, since something changed meanwhile
	loads := 0
	for _, what := range o.box.asked[before-1:] {
		if what == "ids" {
			loads++
		}
	}
	if loads != 2 {
		t.Errorf("50 changes were read in %d loads", loads)
	}
	same(t, "the counts", 5, o.counted.Sent)
}

func TestAFirstLoadThatTakesLongSaysSoAndCanBeGivenUp(t *testing.T) {
	b := furnish()
	b.gate = make(chan struct{})
	o := newLateOffice(t, style.Light, 100, fyne.NewSize(1000, 700), b)
	o.page.Load()
	if o.page.Reading() {
		t.Error("it says so at once")
	}
	o.ring(300 * time.Millisecond)
	if !o.page.Reading() || len(o.page.Rows()) != 0 {
		t.Error("it does not say that it reads")
	}
	o.page.GiveUp()
	o.settle()
	if o.page.Reading() {
		t.Error("it still says that it reads")
	}
	close(b.gate)
	o.page.Load()
	o.settle()
	if len(o.page.Rows()) != 11 || o.page.Reading() {
		t.Errorf("%d rows", len(o.page.Rows()))
	}
}
