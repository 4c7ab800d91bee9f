package message

import "testing"

func TestCellsGiveNamesToAddresses(t *testing.T) {
	both := []Recipient{ok("barbara@example.com", "Barbara Example"), ok("ludwig@example.com", "Ludwig Muster")}
	for name, text := range map[string]string{
		"name and address":        "Barbara Example\tbarbara@example.com\nLudwig Muster\tludwig@example.com",
		"address and name":        "barbara@example.com\tBarbara Example\r\nludwig@example.com\tLudwig Muster\r\n",
		"headings":                "E-Mail\tVorname\tNachname\nbarbara@example.com\tBarbara\tExample\nludwig@example.com\tLudwig\tMuster",
		"numbers and departments": "1\tBarbara Example\tSales\t+49 30 1\tbarbara@example.com\n2\tLudwig Muster\tDesk\t+49 30 2\tludwig@example.com",
		"commas":                  "Name,E-mail\nBarbara Example,barbara@example.com\nLudwig Muster,ludwig@example.com",
		"semicolons":              "Barbara Example;barbara@example.com\nLudwig Muster;ludwig@example.com",
		"full-width signs":        "Barbara Example\tbarbara＠example.com\nLudwig Muster\t\u200bludwig@example.com",
		"lines in turn":           "Barbara Example\nbarbara@example.com\n\nLudwig Muster\nludwig@example.com",
		"quoted with line breaks": "\"Barbara Example\"\t\"barbara@example.com\"\nLudwig Muster\tludwig@example.com",
	} {
		t.Run(name, func(t *testing.T) { compareRecipients(t, text, both) })
	}
}

func TestCellsWithoutAnAddressAreReported(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []Recipient
	}{
		{"a row without one", "Barbara\tbarbara@example.com\nLudwig\tludwig", []Recipient{ok("barbara@example.com", "Barbara"), no("Ludwig ludwig")}},
		{"a row with a broken one", "Barbara\tbarbara@example\nLudwig\tludwig@example.com", []Recipient{no("Barbara barbara@example"), ok("ludwig@example.com", "Ludwig")}},
		{"a row with several", "Team\ta@example.com; b@example.com\nBarbara\tSales\tc@example.com\nLudwig\tSales", []Recipient{ok("a@example.com", ""), ok("b@example.com", ""), ok("c@example.com", "Barbara"), no("Ludwig Sales")}},
		{"a heading of one column", "Mail\na@example.com\nb@example.com\na@example.com", all("a@example.com", "b@example.com")},
		{"a first line that is no heading", "ludwig\na@example.com\nb@example.com", []Recipient{no("ludwig"), ok("a@example.com", ""), ok("b@example.com", "")}},
		{"one line with a comma is a list", "Barbara Example, barbara@example.com", []Recipient{no("Barbara Example"), ok("barbara@example.com", "")}},
		{"lists over several lines are no tables", "a@example.com, b@example.com\nc@example.com, d@example.com", all("a@example.com", "b@example.com", "c@example.com", "d@example.com")},
		{"nothing but broken ones", "Barbara\tx\nLudwig\ty", []Recipient{no("Barbara x"), no("Ludwig y")}},
		{"an open quote", "\"Barbara\tbarbara@example.com\nLudwig\tludwig@example.com", []Recipient{ok("barbara@example.com", "Barbara"), ok("ludwig@example.com", "Ludwig")}},
	} {
		t.Run(c.name, func(t *testing.T) { compareRecipients(t, c.text, c.want) })
	}
}
