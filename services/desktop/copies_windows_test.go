package desktop

import (
	"context"
	"strings"
	"testing"
)

// copyFormats puts formats on the clipboard beside a text.
func copyFormats(t *testing.T, text string, others map[string][]byte) {
	t.Helper()
	data, err := unicodeText(text)
	if err != nil {
		t.Fatal(err)
	}
	parts := []clipFormat{{cfUnicodeText, data}}
	for name, data := range others {
		id, err := registerFormat(name)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, clipFormat{id, data})
	}
	if err := setClipboard(t.Context(), parts); err != nil {
		t.Fatal(err)
	}
}

func TestCopiesAreToldButNotSecrets(t *testing.T) {
	copyFormats(t, "what was there before", nil)
	ctx, cancel := context.WithCancel(t.Context())
	events := Copies(ctx, quiet())
	defer func() {
		cancel()
		for range events { //nolint:revive // the channel ends with everything behind it
		}
	}()
	next := func(text string) {
		t.Helper()
		e := CopyEvent{Text: text}
		wantEvent(t, events, e)
	}
	wantEvent(t, events, CopyEvent{Hold: HoldHeld, Detail: "AddClipboardFormatListener"})
	copyFormats(t, "Büro 東京 😀", nil)
	next("Büro 東京 😀")
	copyFormats(t, "may be kept", map[string][]byte{historyFormat: {1, 0, 0, 0}})
	next("may be kept")
	copyFormats(t, "password 1", map[string][]byte{secretFormats[0]: {0}})
	copyFormats(t, "password 2", map[string][]byte{secretFormats[1]: {0}})
	copyFormats(t, "password 3", map[string][]byte{historyFormat: {0, 0, 0, 0}})
	copyFormats(t, strings.Repeat("x", 2*maxCopy), nil)
	if err := setClipboard(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	copyFormats(t, "seen", nil)
	next("seen")
}
