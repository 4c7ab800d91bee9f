package widget

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"foyer/ui/style"
)

var fourPeople = []EntryChip{
	{Icon: "person", Words: "Barbara Example"},
	{Icon: "person", Words: "Chen Wei"},
	{Icon: "person", Words: "Ludwig Muster"},
	{Icon: "person", Words: "anna.probe@exmaple.com", Tone: Caution, Tip: "The domain differs from the others."},
}

// recipients is a ChipsEntry whose page makes a chip of every text, and a log of what it was told.
type recipients struct {
	*stage
	entry *ChipsEntry
	told  []string
}

func newRecipients(t *testing.T, width float32, chips ...EntryChip) *recipients {
	t.Helper()
	r := &recipients{}
	r.stage = show(t, func() fyne.CanvasObject {
		r.entry = NewChipsEntry("Add a name or address, or paste many", "Remove")
		r.entry.OnText = func(s string) {
			r.told = append(r.told, "text "+s)
			r.entry.SetChips(append(r.entry.Chips(), EntryChip{Icon: "person", Words: s})...)
		}
		r.entry.OnRemove = func(i int) {
			r.told = append(r.told, fmt.Sprint("remove ", i))
			left := append([]EntryChip{}, r.entry.Chips()[:i]...)
			r.entry.SetChips(append(left, r.entry.Chips()[i+1:]...)...)
		}
		r.entry.OnActivated = func(i int) { r.told = append(r.told, fmt.Sprint("activate ", i)) }
		r.entry.OnChosen = func(i int) { r.told = append(r.told, fmt.Sprint("chosen ", i)) }
		r.entry.SetChips(chips...)
		column := NewColumn(20, Part{0, r.entry, false})
		r.entry.OnResized(column.Refresh)
		return column
	}, width, 300)
	r.focus(r.entry.Input())
	r.told = nil
	return r
}

func (r *recipients) heard(want ...string) {
	r.t.Helper()
	if diff := cmp.Diff(want, r.told); diff != "" {
		r.t.Errorf("what the page was told (-want +got):\n%s", diff)
	}
	r.told = nil
}

func TestWhatEndsATextInAChipsEntryHandsItOver(t *testing.T) {
	for name, c := range map[string]struct {
		typed string
		key   fyne.KeyName
		want  []string
	}{
		"Enter":                           {"anna@example.com", fyne.KeyReturn, []string{"text anna@example.com"}},
		"Enter on the number block":       {"anna@example.com", fyne.KeyEnter, []string{"text anna@example.com"}},
		"Tab":                             {"anna@example.com", fyne.KeyTab, []string{"text anna@example.com"}},
		"a comma":                         {"anna@example.com,", "", []string{"text anna@example.com"}},
		"a semicolon":                     {"anna@example.com;", "", []string{"text anna@example.com"}},
		"a full-width comma":              {"anna@example.com，", "", []string{"text anna@example.com"}},
		"one after the other":             {"a@b.de, c@d.de,", "", []string{"text a@b.de", "text c@d.de"}},
		"blanks around it are left out":   {"  anna@example.com  ", fyne.KeyReturn, []string{"text anna@example.com"}},
		"a blank does not end a name":     {"Anna Probe", "", nil},
		"a comma in quotation marks":      {`"Probe, Anna" <anna@example.com>`, "", nil},
		"a comma behind quotation marks":  {`"Probe, Anna" <anna@example.com>,`, "", []string{`text "Probe, Anna" <anna@example.com>`}},
		"separators alone say nothing":    {",;, ;", fyne.KeyReturn, nil},
		"Enter in the empty field is not": {"", fyne.KeyReturn, nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRecipients(t, 600)
			r.runes(c.typed)
			if c.key != "" {
				r.keys(c.key)
			}
			r.heard(c.want...)
			if c.want != nil && r.entry.Text() != "" {
				t.Errorf("%q is left in the field", r.entry.Text())
			}
		})
	}
}

func TestPastingManyKeepsTheirLines(t *testing.T) {
	for name, c := range map[string]struct {
		before, pasted string
		want           []string
		left           string
	}{
		"lines":                   {"", "anna@example.com\r\nBarbara Example <b@example.com>\n", []string{"text anna@example.com\nBarbara Example <b@example.com>"}, ""},
		"cells of a table":        {"", "Anna\ta@example.com\nBen\tb@example.com", []string{"text Anna\ta@example.com\nBen\tb@example.com"}, ""},
		"commas and semicolons":   {"", "a@b.de, c@d.de; e@f.de", []string{"text a@b.de, c@d.de; e@f.de"}, ""},
		"one address stays":       {"", "anna@example.com", nil, "anna@example.com"},
		"one line with its break": {"", "anna@example.com\n", nil, "anna@example.com"},
		"behind what was typed":   {"anna@", "example.com\nb@example.com", []string{"text anna@example.com\nb@example.com"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRecipients(t, 600)
			r.runes(c.before)
			clipboard := fyne.CurrentApp().Clipboard()
			clipboard.SetContent(c.pasted)
			r.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
			r.heard(c.want...)
			if r.entry.Text() != c.left {
				t.Errorf("%q is left in the field, want %q", r.entry.Text(), c.left)
			}
		})
	}
}

func TestTheKeysMoveAmongChipsAndRemoveThem(t *testing.T) {
	const left, right, back, del = fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete
	for name, c := range map[string]struct {
		keys []fyne.KeyName
		want []string
		left int
	}{
		"Left at the start chooses the last": {[]fyne.KeyName{left}, []string{"chosen 3"}, 4},
		"Left moves on and stops":            {[]fyne.KeyName{left, left, left, left, left}, []string{"chosen 3", "chosen 2", "chosen 1", "chosen 0"}, 4},
		"Right leads back into the field":    {[]fyne.KeyName{left, left, right, right}, []string{"chosen 3", "chosen 2", "chosen 3", "chosen -1"}, 4},
		"Home and End":                       {[]fyne.KeyName{left, fyne.KeyHome, fyne.KeyEnd}, []string{"chosen 3", "chosen 0", "chosen -1"}, 4},
		"Escape lets go":                     {[]fyne.KeyName{left, fyne.KeyEscape}, []string{"chosen 3", "chosen -1"}, 4},
		"Backspace chooses, then removes":    {[]fyne.KeyName{back, back}, []string{"chosen 3", "remove 3", "chosen 2"}, 3},
		"Backspace on the first one":         {[]fyne.KeyName{left, fyne.KeyHome, back}, []string{"chosen 3", "chosen 0", "remove 0", "chosen 0"}, 3},
		"Delete goes on with the next":       {[]fyne.KeyName{left, fyne.KeyHome, del, del}, []string{"chosen 3", "chosen 0", "remove 0", "chosen 0", "remove 0", "chosen 0"}, 2},
		"Delete on the last one":             {[]fyne.KeyName{left, del}, []string{"chosen 3", "remove 3", "chosen 2"}, 3},
		"Enter activates":                    {[]fyne.KeyName{left, left, fyne.KeyReturn}, []string{"chosen 3", "chosen 2", "activate 2"}, 4},
		"Delete in the field removes none":   {[]fyne.KeyName{del}, nil, 4},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRecipients(t, 600, fourPeople...)
			r.keys(c.keys...)
			r.heard(c.want...)
			if got := len(r.entry.Chips()); got != c.left {
				t.Errorf("%d chips are left, want %d", got, c.left)
			}
		})
	}
}

func TestAllChipsGoWithBackspaceAlone(t *testing.T) {
	r := newRecipients(t, 600, fourPeople...)
	for range 5 {
		r.keys(fyne.KeyBackspace)
	}
	if n := len(r.entry.Chips()); n != 0 || r.entry.Chosen() != -1 {
		t.Errorf("%d chips are left, chosen is %d", n, r.entry.Chosen())
	}
	r.runes("anna")
	if r.entry.Text() != "anna" {
		t.Errorf("typing goes nowhere: %q", r.entry.Text())
	}
}

func TestKeysWithinTheTypedWordsStayThere(t *testing.T) {
	r := newRecipients(t, 600, fourPeople...)
	r.runes("ab")
	r.keys(fyne.KeyLeft, fyne.KeyBackspace)
	r.heard()
	if r.entry.Text() != "b" {
		t.Errorf("the field holds %q, want the last letter", r.entry.Text())
	}
	r.keys(fyne.KeyLeft)
	r.heard("chosen 3")
	r.runes("x")
	r.heard("chosen -1")
	if r.entry.Text() != "xb" {
		t.Errorf("typing with a chip chosen gave %q", r.entry.Text())
	}
}

func TestAChipsEntryIsOneTabStop(t *testing.T) {
	r := newRecipients(t, 600, fourPeople...)
	if stops := r.tabStops(); len(stops) != 1 || stops[0] != r.entry.Input() {
		t.Errorf("Tab stops at %v", stops)
	}
}

func TestLeavingAChipsEntryLetsGoOfTheChip(t *testing.T) {
	r := newRecipients(t, 600, fourPeople...)
	r.keys(fyne.KeyLeft)
	r.window.Canvas().Unfocus()
	r.heard("chosen 3", "chosen -1")
}

func TestTapsChooseRemoveAndActivateChips(t *testing.T) {
	r := newRecipients(t, 600, fourPeople...)
	r.window.Canvas().Unfocus()
	views := findAll(r.stage, func(*chipView) bool { return true })
	test.Tap(views[1])
	r.heard("chosen 1")
	if !r.entry.Focused() {
		t.Error("a tap on a chip does not bring the focus")
	}
	test.DoubleTap(views[1])
	r.heard("chosen -1", "chosen 1", "activate 1") // a press takes the focus off first
	test.Tap(views[0].cross)
	r.heard("chosen -1", "remove 0", "chosen -1")
	test.Tap(r.entry.flow)
	if !r.entry.Focused() || r.entry.Chosen() != -1 {
		t.Error("a tap beside the chips does not go to the field")
	}
}

func TestChipsFlowInRowsWithinTheFrame(t *testing.T) {
	for _, percent := range []int{100, 200} {
		for _, width := range []float32{120, 240, 352, 600, 1000} {
			t.Run(fmt.Sprintf("%v px at %d %%", width, percent), func(t *testing.T) {
				var e *ChipsEntry
				s := showAs(t, style.Light, percent, func() fyne.CanvasObject {
					e = NewChipsEntry("Add a name or address, or paste many", "Remove")
					e.MaxRows = 100
					e.SetChips(fourPeople...)
					return NewColumn(0, Part{0, e, false})
				}, width, 900)
				if got, want := e.Size().Height, e.HeightFor(width); got != want {
					t.Errorf("is %v high, HeightFor says %v", got, want)
				}
				views := findAll(s, func(*chipView) bool { return true })
				if len(views) != len(fourPeople) {
					t.Fatalf("%d of %d chips are drawn", len(views), len(fourPeople))
				}
				for i, v := range views {
					if !inside(v, e) || !inside(v.words, v) || !inside(v.cross, v) {
						t.Errorf("chip %d reaches out of its frame", i)
					}
					if i > 0 && overlap(v, views[i-1]) {
						t.Errorf("chips %d and %d overlap", i-1, i)
					}
				}
				if last := views[len(views)-1]; overlap(e.field.input, last.words) || !inside(e.field.input, e) {
					t.Error("the field overlaps the last chip or the frame")
				}
			})
		}
	}
}

func overlap(a, b fyne.CanvasObject) bool {
	d := fyne.CurrentApp().Driver()
	pa, pb := d.AbsolutePositionForObject(a), d.AbsolutePositionForObject(b)
	return pa.X < pb.X+b.Size().Width && pb.X < pa.X+a.Size().Width && pa.Y < pb.Y+b.Size().Height && pb.Y < pa.Y+a.Size().Height
}

func TestAChipsEntryGrowsThenScrollsToTheField(t *testing.T) {
	r := newRecipients(t, 400)
	one := r.entry.HeightFor(360)
	for i := range 40 {
		r.runes(fmt.Sprintf("person.number.%d@example.com,", i))
	}
	if got, want := r.entry.HeightFor(360), r.entry.rowsHeight(style.Of(r.entry), chipsRows); got != want {
		t.Errorf("40 chips are %v high, want %v, that of %d rows", got, want, chipsRows)
	}
	if got := r.entry.Size().Height; one >= got || got != r.entry.HeightFor(360) {
		t.Errorf("is %v high, began with %v, wants %v", got, one, r.entry.HeightFor(360))
	}
	if !inside(r.entry.field, r.entry) {
		t.Error("the field is scrolled out of sight")
	}
	r.keys(fyne.KeyLeft, fyne.KeyHome)
	first := find(r.stage, func(v *chipView) bool { return v.index == 0 })
	if !inside(first, r.entry) {
		t.Error("the chosen chip is scrolled out of sight")
	}
}

func TestADoubtfulAndAWrongChipDifferByShapeAndColour(t *testing.T) {
	seen := map[string]bool{}
	for _, tone := range []Tone{Fine, Caution, Trouble} {
		icon, ink, fill, outline := EntryChip{Icon: "person", Tone: tone}.look()
		for _, part := range []string{"icon " + icon, "ink " + string(ink), "fill " + string(fill), "outline " + string(outline)} {
			if seen[part] {
				t.Errorf("tone %d shares its %s with another one", tone, part)
			}
			seen[part] = true
		}
	}
}

func TestAChosenChipShowsTheFocus(t *testing.T) {
	r := newRecipients(t, 600, fourPeople...)
	at := func() int {
		return count(r.capture(), style.Accent)
	}
	field := at()
	r.keys(fyne.KeyLeft)
	chip := at()
	r.window.Canvas().Unfocus()
	if field == 0 || chip == 0 || at() != 0 || chip == field {
		t.Errorf("accent pixels: in the field %d, on a chip %d, without focus %d", field, chip, at())
	}
}

func TestAChipThatWasCutSaysAllOfItInItsTip(t *testing.T) {
	long := EntryChip{Icon: "person", Words: "a.very.long.address.of.somebody@a.very.long.domain.example.com", Tip: "Not in the directory."}
	r := newRecipients(t, 300, long)
	v := find(r.stage, func(*chipView) bool { return true })
	if v.words.Shown() == long.Words {
		t.Fatal("the words were not cut")
	}
	v.MouseIn(nil)
	r.timers.ring()
	if got, want := r.tips.words.Words(), long.Words+"\n"+long.Tip; got != want {
		t.Errorf("the tip says %q, want %q", got, want)
	}
	if !inside(r.tips.box, r.tips) {
		t.Error("the tip reaches out of the window")
	}
	v.MouseOut()
	if r.tips.box.Visible() {
		t.Error("the tip stays")
	}
}

func TestSetTextPutsWordsBackWithoutMakingChips(t *testing.T) {
	r := newRecipients(t, 600)
	r.entry.SetText("a, b")
	r.heard()
	if r.entry.Text() != "a, b" {
		t.Errorf("the field holds %q", r.entry.Text())
	}
	r.entry.Flush()
	r.heard("text a, b")
}
