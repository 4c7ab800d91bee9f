package widget

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"foyer/ui/style"
)

// scene is a picture of widgets in their states, at 100 % and at 200 % text.
type scene struct {
	name        string
	size, large fyne.Size
	make        func() fyne.CanvasObject
	then        func(*stage)
}

// column is a column with a margin, as wide as the picture.
func column(parts ...fyne.CanvasObject) *Column {
	all := make([]Part, len(parts))
	for i, p := range parts {
		all[i] = Part{12, p, false}
	}
	return NewColumn(16, all...)
}

// posed is a button in a state.
func posed(b *Button, pose func(*Button)) *Button {
	pose(b)
	return b
}

func buttons() fyne.CanvasObject {
	poses := []func(*Button){func(*Button) {}, func(b *Button) { b.hovered = true }, func(b *Button) { b.hovered, b.pressed = true, true },
		func(b *Button) { b.focused = true }, func(b *Button) { b.disabled = true }}
	var lines []fyne.CanvasObject
	for _, weight := range []Weight{Filled, Outlined, Quiet, Linked} {
		var line []fyne.CanvasObject
		for _, pose := range poses {
			b := NewButton(weight, "", "Copy", nil)
			if weight == Quiet || weight == Filled {
				b.Icon = "copy"
			}
			line = append(line, posed(b, pose))
		}
		lines = append(lines, NewLine(14, -1, line...))
	}
	hinted := NewButton(Filled, "copy", "Copy link", nil)
	hinted.Hint = "Ctrl+Enter"
	return column(append(lines, NewLine(14, -1, hinted, NewIconButton("more", "More", nil), NewKeyCap("Ctrl+K")))...)
}

func choices() fyne.CanvasObject {
	on, focused := NewChip("Spaces", "6", nil), NewChip("People", "7", nil)
	on.on, focused.focused = true, true
	seg := NewSegments([]string{"URL", "HTML", "Markdown", "Rich text", "QR code"}, nil)
	seg.selected = 2
	narrow := NewSegments([]string{"URL", "HTML", "Markdown", "Rich text", "QR code", "Room ID"}, nil)
	narrow.focused = true
	off := NewSegments([]string{"Light", "Dark"}, nil).Stretch()
	off.disabled = true
	ticked, unticked := NewCheck("Notify when a link was copied", nil), NewCheck("Disabled", nil)
	ticked.on, ticked.focused, unticked.disabled = true, true, true
	return column(NewLine(8, -1, NewChip("All", "13", nil), on, focused), seg, off, narrow, ticked, unticked)
}

func fields() fyne.CanvasObject {
	rest, wrong, both, area := NewEntry("search", "Search saved links…"), NewEntry("", ""), NewEntry("", ""), NewArea("link", "Paste, type or drop space info, a link or an address", 2, 5)
	wrong.SetText("no address")
	wrong.SetInvalid(true)
	both.SetText("j.modelo@example")
	both.SetAction(NewIconButton("x", "Clear", nil))
	both.input.hasFocus = true
	both.SetInvalid(true)
	focused := NewEntry("", "Focused")
	focused.input.hasFocus = true
	return column(rest, focused, wrong, both, area)
}

func rows() fyne.CanvasObject {
	l := NewRowList()
	l.Stars = true
	l.Actions = []RowAction{{"copy", "Copy", nil}, {"open", "Open", nil}, {"more", "More", nil}}
	l.SetRows([]Row{
		{Pinned: true, Icon: "space", Title: "Marketing", Second: "12 people, 1 external", Trailing: "2 min ago"},
		{Pinned: true, Icon: "person", Title: "Barbara Example", Second: "barbara@example.com", Trailing: "09:58"},
		{Icon: "space", Title: "A name that is much longer than what is left of a row", Second: "a.very.long.address@a.very.long.domain.example.com", Trailing: "Friday"},
		{Icon: "meeting", Title: "Personal room", Second: "example.webex.com/meet", Trailing: "18 Nov"},
	}, 1)
	return l
}

func banners() fyne.CanvasObject {
	act := func(words string) *Button { return NewButton(Linked, "", words, nil) }
	return column(
		NewBanner(Fine, "Connected to "+Strong("Chat&Messenger")+"."),
		NewBanner(Caution, "As of 13:02; server unreachable since 13:03; trying again in 40 s.", act("Try now")),
		NewBanner(Trouble, "Chat&Messenger refused: "+Strong("no such user")+".", act("What the server said"), act("Edit")),
		NewBanner(Notice, "This is the ID of a message.").Bleed(),
		NewHint("warn", style.Soon, "The ID and the link name different spaces. The ID was used."))
}

func heads() fyne.CanvasObject {
	actions := func() []*Button {
		return []*Button{NewButton(Outlined, "plus", "New link…", nil), NewButton(Quiet, "import", "Import…", nil), NewButton(Quiet, "download", "Export…", nil)}
	}
	nav := NewNavItem("link", "Links", nil)
	nav.on = true
	counted := NewNavItem("outbox", "Outbox", nil)
	counted.count = "2"
	marks := make([]fyne.CanvasObject, 0, len(States()))
	for _, s := range States() {
		marks = append(marks, NewMark(s))
	}
	result := NewResultRow("space", "Project Aurora", "space", "Open", "Enter", "aur", nil)
	result.on = true
	return NewColumn(0, Part{0, NewHeader("Links", "More", actions()...), false},
		Part{0, NewRule(), false},
		Part{0, column(NewSearchButton("Search", "Ctrl+K", nil), nav, counted, NewLine(12, -1, marks...), result, NewResultRow("person", "Barbara Example", "barbara@example.com", "Copy", "Enter", "bar", nil)), false})
}

func firstUse() fyne.CanvasObject {
	return column(NewFirstUse("Links people can click", "Foyer turns what Webex copies into links.",
		[]Step{{Do: "Copy space info in Webex", Then: "In any space, on any platform.", Key: "Ctrl+Shift+K"}, {Do: "Paste it here", Then: "Or click Paste space info in the tray."}},
		"Nothing leaves this computer.", NewButton(Filled, "copy", "Paste", nil), NewButton(Outlined, "", "Import people…", nil)),
		NewNothing("No link matches “xyz”.", NewButton(Linked, "", "Clear the search", nil)))
}

func recipientsField() fyne.CanvasObject {
	filled, empty := NewChipsEntry("Add a name or address, or paste many", "Remove"), NewChipsEntry("Add a name or address, or paste many", "Remove")
	filled.SetChips(append(fourPeople, EntryChip{Words: "j.modelo@example", Tone: Trouble})...)
	return column(filled, empty)
}

var scenes = []scene{
	{"buttons", fyne.NewSize(520, 280), fyne.NewSize(900, 400), buttons, nil},
	{"choices", fyne.NewSize(400, 320), fyne.NewSize(600, 520), choices, nil},
	{"fields", fyne.NewSize(320, 300), fyne.NewSize(480, 430), fields, nil},
	{"rows", fyne.NewSize(700, 150), fyne.NewSize(1000, 230), rows, func(s *stage) {
		s.focus(find(s, func(*RowList) bool { return true }))
		find(s, func(v *rowView) bool { return v.index == 2 }).MouseIn(nil)
	}},
	{"rows-narrow", fyne.NewSize(320, 150), fyne.NewSize(640, 230), rows, nil},
	{"banners", fyne.NewSize(640, 320), fyne.NewSize(720, 640), banners, nil},
	{"heads", fyne.NewSize(420, 330), fyne.NewSize(640, 520), heads, nil},
	{"first-use", fyne.NewSize(640, 420), fyne.NewSize(760, 720), firstUse, nil},
	{"chips", fyne.NewSize(568, 200), fyne.NewSize(900, 300), recipientsField, func(s *stage) {
		e := find(s, func(*ChipsEntry) bool { return true })
		s.focus(e.Input())
		s.keys(fyne.KeyLeft, fyne.KeyHome)
	}},
	{"panel", fyne.NewSize(312, 300), fyne.NewSize(480, 420), func() fyne.CanvasObject {
		p := NewSidePanel()
		p.SetHead("space", "Marketing, and a longer name than that", NewIconButton("star", "Pin", nil), NewIconButton("more", "More", nil))
		p.SetParts(Part{0, NewProse("space · 12 people, 1 external", style.Caption, style.Ink2), false}, Part{12, NewEntry("", "Text"), false},
			Part{12, NewProse("webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b", style.Body, style.Ink), false}, Part{16, NewButton(Filled, "copy", "Copy link", nil), true})
		return p
	}, nil},
	{"sheet", fyne.NewSize(480, 240), fyne.NewSize(680, 360), func() fyne.CanvasObject { return rows() }, func(s *stage) {
		name := NewEntry("", "")
		name.SetText("Marketing")
		sheet := NewSheet("Edit link", "Cancel", "Save", func() {})
		sheet.Add(Part{0, NewText("Name", style.Caption, style.Ink2), false}, Part{4, sheet.Field(name), false})
		sheet.Open(s.window.Canvas(), nil)
	}},
	{"floats", fyne.NewSize(420, 160), fyne.NewSize(640, 240), func() fyne.CanvasObject {
		toast := NewToast()
		toast.After = (&timers{}).after
		toast.Say(Fine, Strong("Marketing")+" deleted.", "Undo", func() {})
		return container.NewStack(NewColumn(16, Part{0, NewIconButton("star", "Pin to the top of the list", nil), true}), container.NewWithoutLayout(toast))
	}, func(s *stage) {
		find(s, func(*Toast) bool { return true }).Place(s.window.Canvas().Size())
		find(s, func(b *Button) bool { return b.Icon == "star" }).MouseIn(nil)
		s.timers.ring()
	}},
}

// TestWidgetsLookAsTheyDid compares with pictures that somebody has looked at. Their fonts are those
// that Fyne brings along, and their words Latin, so that they are the same on every computer.
func TestWidgetsLookAsTheyDid(t *testing.T) {
	for _, sc := range append(scenes, ledgerScenes...) {
		for _, mode := range []style.Mode{style.Light, style.Dark} {
			for percent, size := range map[int]fyne.Size{100: sc.size, 200: sc.large} {
				name := fmt.Sprintf("%s-%s-%d", sc.name, mode, percent)
				t.Run(name, func(t *testing.T) {
					s := showAs(t, mode, percent, sc.make, size.Width, size.Height)
					if sc.then != nil {
						sc.then(s)
					}
					s.golden(name)
				})
			}
		}
	}
}
