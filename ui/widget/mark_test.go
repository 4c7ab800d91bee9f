package widget

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
)

func TestStatesHaveTheShapesAndColoursOfTheDesign(t *testing.T) {
	for state, want := range map[State][2]style.Name{
		RoomFree:       {style.Free, style.FreeTint},
		RoomStartsSoon: {style.Soon, style.SoonTint},
		RoomInUse:      {style.InUse, style.InUseTint},
		RoomUnknown:    {style.Unknown, style.UnknownTint},
		MessageQueued:  {style.Ink2, ""},
		MessageSending: {style.Accent, ""},
		MessageSent:    {style.Free, style.FreeTint},
		MessageFailed:  {style.InUse, style.InUseTint},
		MessageUnknown: {style.Soon, style.SoonTint},
		Warned:         {style.Soon, style.SoonTint},
	} {
		if state.Color() != want[0] || state.Tint() != want[1] {
			t.Errorf("%s is %s on %q, want %s on %q", state, state.Color(), state.Tint(), want[0], want[1])
		}
	}
}

func TestEveryStateIsDrawnInItsColour(t *testing.T) {
	seen := map[string]State{}
	for _, state := range States() {
		for _, mode := range []style.Mode{style.Light, style.Dark} {
			s := showAs(t, mode, 100, func() fyne.CanvasObject { return NewColumn(4, Part{0, NewMark(state), true}) }, 24, 24)
			if n := near(s.capture(), state.Color()); n < 20 {
				t.Errorf("%s in %s: %d pixels of its colour", state, mode, n)
			}
		}
		if other, same := seen[state.Drawing()]; same {
			t.Errorf("%s has the shape of %s", state, other)
		}
		seen[state.Drawing()] = state
	}
	if len(seen) != 10 {
		t.Errorf("%d states, the design has ten", len(seen))
	}
}

func TestAStaleStateKeepsItsShapeAndLosesItsColour(t *testing.T) {
	var i *Icon
	s := show(t, func() fyne.CanvasObject {
		i = NewMark(RoomFree)
		return NewColumn(4, Part{0, i, true})
	}, 24, 24)
	i.SetState(RoomInUse, false)
	if i.Name != RoomInUse.Drawing() || count(s.capture(), style.InUse) == 0 {
		t.Error("does not show the new state")
	}
	i.SetState(RoomInUse, true)
	if i.Name != RoomInUse.Drawing() || count(s.capture(), style.InUse) != 0 || count(s.capture(), style.Unknown) == 0 {
		t.Error("a stale state keeps its colour or loses its shape")
	}
}

func TestAnIconIsDrawnAnewInAnotherColourOrSize(t *testing.T) {
	var i *Icon
	s := show(t, func() fyne.CanvasObject {
		i = NewIcon("copy", 16, style.Ink2)
		return NewColumn(4, Part{0, i, true})
	}, 60, 60)
	before := count(s.capture(), style.Ink2)
	i.Set("copy", style.Accent)
	if count(s.capture(), style.Accent) != before || count(s.capture(), style.Ink2) != 0 {
		t.Error("keeps its colour")
	}
	i.Side = 32
	i.Refresh()
	s.window.Resize(fyne.NewSize(61, 61))
	if got := count(s.capture(), style.Accent); got < 2*before {
		t.Errorf("%d pixels at 32 px, %d at 16", got, before)
	}
	i.Set("", style.Accent)
	if count(s.capture(), style.Accent) != 0 {
		t.Error("without a name something is drawn")
	}
	i.Set("star", style.Accent)
	if count(s.capture(), style.Accent) == 0 {
		t.Error("with a name again nothing is drawn")
	}
}
