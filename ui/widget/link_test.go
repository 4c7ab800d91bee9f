package widget

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
)

func TestALinkThatHasNoRoomIsCutAndItsTipSaysTheWhole(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, 100))
	const words = "13:00–14:30 Preparation of the yearly meeting of all members"
	b := NewButton(Linked, "", words, nil)
	shown := func() string {
		for _, o := range test.WidgetRenderer(b).Objects() {
			if text, ok := o.(*canvas.Text); ok && text.Text != "" {
				return text.Text
			}
		}
		return ""
	}
	b.Resize(fyne.NewSize(120, 20))
	if got := shown(); !strings.HasSuffix(got, "…") || !strings.HasPrefix(words, strings.TrimSuffix(got, "…")) || b.tip != words {
		t.Errorf("it says %q, its tip %q", got, b.tip)
	}
	if b.Words() != words {
		t.Errorf("its words are %q", b.Words())
	}
	b.Resize(fyne.NewSize(900, 20))
	if shown() != words || b.tip != "" {
		t.Errorf("with room it says %q, its tip %q", shown(), b.tip)
	}
}
