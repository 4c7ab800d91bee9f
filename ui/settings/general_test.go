package settings_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/link"
	"foyer/ui/settings"
	"foyer/ui/style"
)

var notWritten = &fault.Error{Op: "writing a setting", Kind: fault.Faulty, Code: "disk-full"}

func expect(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %q, want %q", what, got, want)
	}
}

func TestEveryChoiceIsStoredAtOnce(t *testing.T) {
	for name, c := range map[string]struct {
		control func(*settings.Page) fyne.Focusable
		keys    []fyne.KeyName
		want    []string
	}{
		"format":    {(*settings.Page).FormatControl, []fyne.KeyName{fyne.KeyHome}, []string{"links.format=url"}},
		"theme":     {(*settings.Page).ThemeControl, []fyne.KeyName{fyne.KeyRight}, []string{"look.theme=dark"}},
		"text size": {(*settings.Page).SizeControl, []fyne.KeyName{fyne.KeyEnd}, []string{"look.text-size=200"}},
		"notify":    {(*settings.Page).CopiedControl, []fyne.KeyName{fyne.KeySpace}, []string{"notifications.link-copied=false"}},
		"twice":     {(*settings.Page).FormatControl, []fyne.KeyName{fyne.KeyLeft, fyne.KeyLeft}, []string{"links.format=markdown", "links.format=html"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := enter(t)
			r.focus(c.control(r.page))
			r.press(c.keys...)
			if diff := cmp.Diff(c.want, r.file.sets); diff != "" {
				t.Errorf("stored (-want +got):\n%s", diff)
			}
			if len(r.changed) != len(c.want) {
				t.Errorf("told of %q, want %d changes", r.changed, len(c.want))
			}
		})
	}
}

func TestAChoiceThatCannotBeStoredGoesBackAndIsSaid(t *testing.T) {
	r := enter(t)
	r.file.fail = notWritten
	for _, c := range []fyne.Focusable{r.page.FormatControl(), r.page.ThemeControl(), r.page.SizeControl()} {
		r.focus(c)
		r.press(fyne.KeyEnd)
		r.press(fyne.KeyLeft)
	}
	r.focus(r.page.CopiedControl())
	r.press(fyne.KeySpace)
	expect(t, "the format", string(r.page.Format()), "richtext")
	expect(t, "the sentence for it", r.page.FormatFor(), "A clickable text in mails and documents. Plain fields get the text and the link.")
	expect(t, "the theme", r.page.ChosenTheme(), "light")
	if r.page.TextSize() != 100 || !r.page.Copied() {
		t.Errorf("text size %d, notify %v", r.page.TextSize(), r.page.Copied())
	}
	expect(t, "the toast", r.page.Toast().Words(), "Not saved. The disk is full.")
	if len(r.changed) > 0 {
		t.Errorf("told of %q though nothing changed", r.changed)
	}
}

func TestTheSentenceBelowTheFormatsFollowsTheChoice(t *testing.T) {
	r := enter(t)
	r.focus(r.page.FormatControl())
	seen := map[string]bool{}
	for _, k := range []fyne.KeyName{fyne.KeyHome, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight} {
		r.press(k)
		seen[r.page.FormatFor()] = true
	}
	if len(seen) != 4 {
		t.Errorf("%d sentences for 4 formats: %v", len(seen), seen)
	}
}

func TestSettingsChangedElsewhereAreShown(t *testing.T) {
	r := enter(t)
	r.file.values.Format, r.file.values.Theme, r.file.values.TextSize, r.file.values.LinkCopied = link.Markdown, style.Dark, 110, false
	r.page.Reconsider()
	r.settle()
	expect(t, "the format", string(r.page.Format()), "markdown")
	expect(t, "the theme", r.page.ChosenTheme(), "dark")
	if r.page.TextSize() != 110 || r.page.Copied() {
		t.Errorf("text size %d, notify %v", r.page.TextSize(), r.page.Copied())
	}
	if len(r.file.sets) > 0 {
		t.Errorf("showing settings stored %q", r.file.sets)
	}
}

// What was read before a choice must not take the choice back.
func TestAReadingThatIsOvertakenByAChoiceIsNotShown(t *testing.T) {
	r := enter(t)
	r.page.Reconsider()
	r.page.Settle() // read, not shown yet
	r.focus(r.page.FormatControl())
	r.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	r.mu.Lock()
	overtaken := r.due[0]
	r.due = r.due[1:]
	r.mu.Unlock()
	overtaken()
	expect(t, "the format", string(r.page.Format()), "url")
	r.settle()
	expect(t, "the format in the end", string(r.page.Format()), "url")
}

func TestTheWebexCardSaysWhetherLinksOpenHere(t *testing.T) {
	r := enter(t)
	r.page.SetWebexApp(false)
	expect(t, "the card", r.page.WebexAbout(), "No account needed. Without the Webex app, links can be copied but not opened.")
	r.page.SetWebexApp(true)
	expect(t, "the card", r.page.WebexAbout(), "No account needed. Links open in the Webex app on this computer.")
}

func TestSectionsAreReachedByKeyNameAndSearch(t *testing.T) {
	for name, go2 := range map[string]func(*room){
		"by name":     func(r *room) { r.page.ShowSection(settings.SectionNotifications) },
		"by tap":      func(r *room) { test.Tap(r.page.NavControl(1).(fyne.Tappable)) },
		"by keyboard": func(r *room) { r.window.Canvas().FocusNext(); r.press(fyne.KeyReturn) },
		"by search":   func(r *room) { r.page.Actions(func() {})[1].Open() },
	} {
		t.Run(name, func(t *testing.T) {
			r := enter(t)
			go2(r)
			expect(t, "the section", r.page.Section(), settings.SectionNotifications)
		})
	}
	r := enter(t)
	r.page.ShowSection("no such section")
	expect(t, "the section after an unknown name", r.page.Section(), settings.SectionGeneral)
}

func TestNarrowPagesShowTheSectionsAboveTheCards(t *testing.T) {
	for _, c := range []struct {
		name   string
		text   int
		area   fyne.Size
		narrow bool
	}{
		{"usual window", 100, usual, false},
		{"small window", 100, fyne.NewSize(720, 520), true},
		{"large text", 200, usual, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := enterWith(t, style.Light, c.text, c.area)
			if r.page.Narrow() != c.narrow {
				t.Fatalf("narrow is %v", r.page.Narrow())
			}
			if got := r.window.Canvas().Focused(); got != r.page.NavControl(0) {
				t.Errorf("the focus is on %T, not on the sections", got)
			}
			if c.narrow {
				r.press(fyne.KeyRight)
				expect(t, "the section", r.page.Section(), settings.SectionNotifications)
			}
		})
	}
}

func TestThePlacesAreShownAndCopied(t *testing.T) {
	r := enter(t)
	expect(t, "the links before they are counted", r.page.Links(), "")
	r.page.SetLinks(1)
	expect(t, "the links", r.page.Links(), "1 saved")
	const path = "/home/barbara/.local/share/foyer/foyer.db"
	r.page.CopyPath(path)
	r.settle()
	expect(t, "the clipboard", r.desk.copied, path)
	expect(t, "the toast", r.page.Toast().Words(), "Copied: "+path)
	r.desk.fail = &fault.Error{Op: "copying", Code: "no-display"}
	r.page.CopyPath(path)
	r.settle()
	expect(t, "the toast", r.page.Toast().Words(), "Not copied. There is no display here, so there is no clipboard.")
}

func TestAPageThatIsNotShownCostsNothingAndForgetsNothing(t *testing.T) {
	r := enterHidden(t)
	r.page.SetLinks(14)
	r.page.SetWebexApp(false)
	r.page.Reconsider()
	r.page.Leave()
	r.settle()
	if r.file.asked > 0 {
		t.Errorf("asked for the settings %d times", r.file.asked)
	}
	r.shell.Show("settings")
	expect(t, "the links", r.page.Links(), "14 saved")
	expect(t, "the card", r.page.WebexAbout(), "No account needed. Without the Webex app, links can be copied but not opened.")
	expect(t, "the format", string(r.page.Format()), "richtext")
}
