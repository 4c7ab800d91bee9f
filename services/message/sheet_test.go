package message

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestColumnsMayStandInAnyOrder(t *testing.T) {
	people := Message{To: []string{"a@example.com", "b@example.com"}, Text: "Hello, you"}
	sealed, room := people, Message{Room: "Desk", Mentions: people.To, Text: "Hello, you"}
	sealed.Envelope = true
	for text, want := range map[string]Message{
		"users,message\n\"a@example.com, b@example.com\",\"Hello, you\"":                                    people,
		"message;users\nHello, you;a@example.com b@example.com":                                             people,
		"\ufeffENVELOPE\tMessage\tUsers\r\nyes\tHello, you\tA <a@example.com>; b@example.com;A@EXAMPLE.COM": sealed,
		"sep=;\nusers;room;message;envelope\n\"a@example.com\nb@example.com\";;Hello, you;WAHR\n":           sealed,
		"\"sep=\t\"\nusers\troom\tmessage\na@example.com,b@example.com\tmessenger\tHello, you":              people,
		"Users;Room;Message;\na@example.com,b@example.com; Desk ;\"Hello, you\";":                           room,
		"chat room;text;mentions;is_opened\nDesk;Hello, you;a@example.com,b@example.com;no":                 room,
		"room;users;mentions;message\nDesk;a@example.com;A@example.com,b@example.com;Hello, you":            room,
		"\n\n E-Mail ; Body \ra@example.com,b@example.com;Hello, you\r":                                     people,
		"\xff\xfe" + wide("users;message\r\na@example.com,b@example.com;Hello, you"):                        people,
	} {
		rows, columns, err := readAll(text, CSV)
		if err != nil || len(columns) > 0 || len(rows) != 1 {
			t.Errorf("%q: %+v, %v, %v", text, rows, columns, err)
			continue
		}
		rows[0].Line = 0
		if diff := cmp.Diff(Row{Number: 1, Message: want}, rows[0]); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestFurtherColumnsAreKept(t *testing.T) {
	rows, columns, err := readAll("Badge,users,message, Plate no. ,email\n17,a@example.com,x,\"B-\"\"X\"\" 1\",z@example.com\n,b@example.com,y\n", CSV)
	if err != nil {
		t.Fatal(err)
	}
	want := []Row{
		{Number: 1, Line: 2, Message: Message{To: []string{"a@example.com"}, Text: "x"}, Extra: []string{"17", `B-"X" 1`, "z@example.com"}},
		{Number: 2, Line: 3, Message: Message{To: []string{"b@example.com"}, Text: "y"}, Extra: []string{"", "", ""}},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Badge", "Plate no.", "email"}, columns); diff != "" {
		t.Error(diff)
	}
}

func TestCellsKeepTheirText(t *testing.T) {
	for cell, want := range map[string]string{
		`"a ""b"" c"`: `a "b" c`, "\"a\r\nb\rc\nd\"": "a\nb\nc\nd", `"  a  "`: "  a  ", `  a  `: "a", `a "b" c`: `a "b" c`, `C:\new`: `C:\new`, `"a,b" `: "a,b", ` "a"`: "a", "J\xfcrgen": "Jürgen",
		"企画": "企画", "'-5": "'-5", `""""`: `"`,
	} {
		rows := mustRead(t, "room,message\nDesk,"+cell+"\nDesk,z", CSV)
		if len(rows) != 2 || rows[0].Message.Text != want || rows[1].Message.Text != "z" {
			t.Errorf("%q: %+v, want %q", cell, rows, want)
		}
	}
}

func TestRowsThatCannotBeSentSayWhy(t *testing.T) {
	for line, want := range map[string][]Problem{
		`a@example.com,,`:                                    {{Code: ProblemNoText}},
		`,,x`:                                                {{Code: ProblemNoRecipient}},
		`barbara;a@example.com,,x`:                           {{ProblemBadAddress, "barbara"}},
		`a@example.com`:                                      {{Code: ProblemNoText}},
		`a@example.com,,Hello, world`:                        {{ProblemBadEnvelope, "world"}},
		`a@example.com,,Hello,,b,c`:                          {{ProblemManyCells, "b"}},
		`a@example.com,,Hello,,,`:                            nil,
		`a@example.com,,Hello,perhaps`:                       {{ProblemBadEnvelope, "perhaps"}},
		`a@example.com,,"Hello" you`:                         {{ProblemBadQuotes, "2"}},
		`a@example.com,,"He said "hi"`:                       {{ProblemBadQuotes, "2"}},
		`a@example.com,,"Hello`:                              {{ProblemBadQuotes, "2"}},
		`,Desk,` + strings.Repeat("x", maxRow):               {{ProblemLongRow, "2"}},
		`,Desk,x` + strings.Repeat(",", maxCells):            {{ProblemLongRow, "2"}},
		`,Desk,"x` + strings.Repeat("y", maxRow+70000) + `"`: {{ProblemLongRow, "2"}},
	} {
		rows := mustRead(t, "users,room,message,envelope,\n"+line+"\r\n,Desk,\"x\ny\",\n", CSV)
		if len(rows) != 2 || rows[1].Problems != nil || rows[1].Message.Room != "Desk" || rows[1].Number != 2 || rows[1].Line != 3 {
			t.Errorf("%.60s: the row behind is lost: %d rows, %+v", line, len(rows), rows[len(rows)-1])
			continue
		}
		if diff := cmp.Diff(want, rows[0].Problems); diff != "" {
			t.Errorf("%.60s: %s", line, diff)
		}
	}
}

func TestAQuoteThatDoesNotEndSwallowsOnlyItsRow(t *testing.T) {
	var b strings.Builder
	b.WriteString("room,message\nDesk,\"open\n")
	const behind = 30000 // beyond what a row may have
	for i := range behind {
		fmt.Fprintf(&b, "Desk,number %d and some more text so that it takes its room\n", i)
	}
	rows := mustRead(t, b.String(), CSV)
	if len(rows) != behind+1 {
		t.Fatalf("%d rows", len(rows))
	}
	if diff := cmp.Diff([]Problem{{ProblemBadQuotes, "2"}}, rows[0].Problems); diff != "" {
		t.Error(diff)
	}
	for i, r := range rows[1:] {
		if r.Number != i+2 || r.Line != i+3 || r.Problems != nil || !strings.HasPrefix(r.Message.Text, fmt.Sprintf("number %d ", i)) {
			t.Fatalf("row %d: %+v", i+2, r)
		}
	}
}

func TestATextOfManyLinesIsOneRow(t *testing.T) {
	text := strings.Repeat("line\n", 40000)
	rows := mustRead(t, "room,message\nDesk,\""+text+"\"\nDesk,x", CSV)
	if len(rows) != 2 || rows[0].Message.Text != text || rows[1].Line != 40003 || rows[0].Problems != nil {
		t.Errorf("%d rows", len(rows))
	}
}

func TestHeadingsHaveToSayWhatIsSent(t *testing.T) {
	for text, want := range map[string]string{
		"a@example.com,Hello\n": "message", "users\na@example.com\n": "message", "message\nx\n": "users", "message,envelope\nx,1\n": "users", "users|message\na|b": "message",
	} {
		rows, _, err := readAll("\n"+text, CSV)
		checkBroken(t, "\n"+text, CSV, 0, CodeBatchColumns, 2)
		if len(rows) > 0 || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	checkBroken(t, "users,\"message\n\nx,y\n", CSV, 0, CodeBatchQuotes, 1)
}

// TestQuotesThatNeverMatchEndTheReading has in each line one quote that closes and one that opens, so
// that every line begins a row without end.
func TestQuotesThatNeverMatchEndTheReading(t *testing.T) {
	text := "room,message\n" + strings.Repeat("a\",\"\n", 2*maxRow/5)
	rows, _, err := readAll(text, CSV)
	if len(rows) > 1000 || err == nil {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	checkBroken(t, text, CSV, len(rows), CodeBatchQuotes, len(rows)+2)
}
