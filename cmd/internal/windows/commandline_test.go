//go:build wine

package windows

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLinksAreRecognisedOnTheCommandLine(t *testing.T) {
	b := newBox(t)
	var got []struct{ Kind, ID, Name, URL string }
	b.must(json.Unmarshal([]byte(b.does([]byte(spaceInfo), "link", "parse", "-", "--json")), &got))
	want := []struct{ Kind, ID, Name, URL string }{{"space", spaceID, "Büro 東京", spaceURL}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("link parse (-want +got):\n%s", diff)
	}
}

func TestWrongInputExitsWithTwo(t *testing.T) {
	b := newBox(t)
	if _, err := b.foyer(nil, "link", "person", "no address"); exitCode(err) != 2 {
		t.Errorf("a wrong address: %v", err)
	}
	if _, err := b.foyer(nil, "no-such-command"); exitCode(err) != 2 {
		t.Errorf("a wrong command: %v", err)
	}
}

func TestFilesAndSettingsAreKeptInTheProfile(t *testing.T) {
	b := newBox(t)
	b.does(nil, "config", "set", "links.format", "markdown")
	if got := strings.TrimSpace(b.does(nil, "config", "get", "links.format")); got != "markdown" {
		t.Errorf("links.format is %q", got)
	}
	b.does(nil, "link", "person", "barbara@example.com", "--as", "qr", "-o", `C:\qr.png`)
	if data, err := os.ReadFile(b.Unix(`C:\qr.png`)); err != nil || !strings.HasPrefix(string(data), "\x89PNG") {
		t.Errorf("the QR code: %.8q, %v", data, err)
	}
	if out := b.does(nil, "doctor"); !strings.Contains(out, "data") {
		t.Errorf("doctor says %q", out)
	}
}
