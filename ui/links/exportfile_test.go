package links_test

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"foyer/services/link"
	"foyer/services/person"
	"foyer/ui/links"
)

func TestExportedJSONHoldsEveryLinkAndItsTimes(t *testing.T) {
	all, _ := furnish().Links(t.Context())
	data, err := links.ExportJSON(all)
	if err != nil {
		t.Fatal(err)
	}
	var read []map[string]any
	if err := json.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	if len(read) != len(all) {
		t.Fatalf("%d links exported, want %d", len(read), len(all))
	}
	if read[0]["name"] != "Marketing" || read[0]["pinned"] != true || read[0]["used"] != "2026-11-23T10:40:00Z" {
		t.Errorf("the first link is %v", read[0])
	}
}

func TestExportedCSVComesBackAsPeopleAndHoldsNoFormula(t *testing.T) {
	all := []link.Saved{
		{Target: link.Target{Kind: link.Person, Name: `=HYPERLINK("x")`, Email: "anna@example.com"}},
		{Target: link.Target{Kind: link.Person, Name: "Berta; \"B\", B.", Email: "berta@example.com"}, Pinned: true},
	}
	data, err := links.ExportCSV(all)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.TrimPrefix(string(data), "\uFEFF")
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := rows[1][1]; got != `'=HYPERLINK("x")` {
		t.Errorf("a formula is exported as %q", got)
	}
	people, bad, err := person.ReadCSV(strings.NewReader(string(data)))
	if err != nil || len(bad) != 0 || len(people) != 2 || people[1].Email != "berta@example.com" {
		t.Errorf("read back %v, %v, %v", people, bad, err)
	}
}

func TestASavedQRCodeIsWhatTheFilesEndingSays(t *testing.T) {
	target := link.Target{Kind: link.Person, Email: "anna@example.com"}
	for path, begins := range map[string]string{"link.png": "\x89PNG", "LINK.SVG": "<", "link": "\x89PNG"} {
		data, err := links.QRCode(target, path)
		if err != nil || !strings.HasPrefix(string(data), begins) {
			t.Errorf("%s begins with %.8q, %v, want %q", path, data, err, begins)
		}
	}
	if svg, _ := links.QRCode(target, "a.svg"); !strings.Contains(string(svg), "<svg") {
		t.Errorf("the SVG holds no <svg: %.80q", svg)
	}
}
