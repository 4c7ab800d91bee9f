//go:build !windows && !darwin

package desktop

import (
	"os"
	"path/filepath"
	"testing"

	"foyer/services/fault"
)

func TestADocumentOpensInTheProgramForIt(t *testing.T) {
	told := filepath.Join(t.TempDir(), "told")
	t.Setenv("TOLD", told)
	t.Setenv("PATH", programs(t, map[string]string{"xdg-open": `printf %s "$1" > "$TOLD"`}))
	const path = "/home/barbara/My rooms.PDF"
	if err := new(Opener).OpenDocument(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(told); err != nil || string(got) != path {
		t.Errorf("%q was opened, %v", got, err)
	}
}

func TestOnlyDocumentsAreOpened(t *testing.T) {
	t.Setenv("PATH", programs(t, map[string]string{"xdg-open": "exit 0"}))
	for _, path := range []string{"", "rooms.pdf", "/usr/bin/xterm", "/tmp/rooms.desktop", "file:///tmp/rooms.pdf", "https://example.com/rooms.pdf"} {
		wantFault(t, new(Opener).OpenDocument(t.Context(), path), fault.Invalid, CodeNoDocument)
	}
}

func TestADocumentThatNoProgramShowsIsSaid(t *testing.T) {
	t.Setenv("PATH", programs(t, map[string]string{"xdg-open": "exit 3"}))
	wantFault(t, new(Opener).OpenDocument(t.Context(), "/tmp/rooms.pdf"), fault.Other, CodeNoViewer)
	t.Setenv("PATH", t.TempDir())
	wantFault(t, new(Opener).OpenDocument(t.Context(), "/tmp/rooms.pdf"), fault.NotConfigured, CodeNoTool)
}
