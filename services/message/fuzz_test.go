package message

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/person"
)

// FuzzReadRecipients proves that every recipient is either valid or as it was in the text, that there
// are no duplicates, that nothing with a sign of addresses in it is dropped, and that the addresses are
// read again as the same.
func FuzzReadRecipients(f *testing.F) {
	for _, c := range recipientCases {
		f.Add(c.text)
	}
	f.Add("Name\tE-mail\nBarbara\tb@example.com\n\"open\tx@y")
	f.Fuzz(func(t *testing.T, text string) {
		all := ReadRecipients(text)
		addresses := checkRecipients(t, all)
		if len(all) == 0 && strings.Contains(text, "@") && hasWord(text) && utf8.ValidString(text) && !strings.Contains(text, ":") {
			t.Fatalf("nobody in %q", text)
		}
		again := checkRecipients(t, ReadRecipients(strings.Join(addresses, ";")))
		if diff := cmp.Diff(addresses, again); diff != "" {
			t.Fatal(diff)
		}
		if list, ok := plainAddresses(text); ok {
			if diff := cmp.Diff(addresses, list); diff != "" {
				t.Fatalf("the short way is another one: %s", diff)
			}
		}
	})
}

// checkRecipients fails unless each recipient is sound, and returns the addresses.
func checkRecipients(t *testing.T, list []Recipient) (addresses []string) {
	t.Helper()
	seen := map[string]bool{}
	for _, r := range list {
		if r.Valid != (r.Address != "") || r.Valid != person.ValidEmail(r.Address) || r.Raw == "" {
			t.Fatalf("%+v", r)
		}
		if strings.ContainsAny(r.Name+r.Raw, "\n\r\x00") || !utf8.ValidString(r.Name) || hasAt(r.Name) {
			t.Fatalf("%+v", r)
		}
		if !r.Valid {
			continue
		}
		if key := strings.ToLower(r.Address); seen[key] {
			t.Fatalf("%s twice", r.Address)
		} else {
			seen[key] = true
		}
		addresses = append(addresses, r.Address)
	}
	return addresses
}

// FuzzReadBatch proves that rows are counted, that lines only grow, that a row is either sound or says
// why not, and that errors name a line of the file.
func FuzzReadBatch(f *testing.F) {
	for _, s := range []string{
		vendorFile, `[{"message":"x\u00e9","users":["a@example.com"],"envelope":1},{},3,]`, `{"messages":[{"room":"A","message":"x"}]}`, "{\"to\":\"a@example.com\"}\n{\"to\":\"A\"", "[{\"a\":[}]",
		"users,room,message,envelope,x\na@example.com,,\"a \"\"b\"\"\nc\",yes,1\n,Desk,x,no\n\"open,,\n", "sep=;\nmessage;users\n\"\";\r\r;;;", "\xff\xfem\x00e\x00", "PK\x03\x04",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		for _, format := range []Format{JSON, CSV, FormatOf("", file)} {
			lines := countLines(file) // at most; UTF-16 has fewer
			r := NewReader(strings.NewReader(string(file)), format, "custom")
			columns, last := r.Columns(), Row{}
			for row, err := range r.All() {
				if err != nil {
					checkBatchError(t, err, lines)
					continue
				}
				if row.Number != last.Number+1 || row.Line < last.Line || row.Line > lines || row.Extra != nil && len(row.Extra) != len(columns) {
					t.Fatalf("line %d of %d: %+v", last.Line, lines, row)
				}
				checkProblems(t, row)
				last = row
			}
		}
	})
}

// checkProblems fails unless row is sound or says why not.
func checkProblems(t *testing.T, row Row) {
	t.Helper()
	if problems := row.Message.Check(); row.Problems == nil && problems != nil {
		t.Fatalf("row %d: %+v", row.Number, problems)
	}
	for _, p := range row.Problems {
		if p.Code == "" || len(p.Subject) > maxSubject+len("…") || strings.Contains(p.Subject, "\n") {
			t.Fatalf("row %d: %+v", row.Number, p)
		}
	}
}

func checkBatchError(t *testing.T, err error, lines int) {
	t.Helper()
	var broken *fault.Error
	if !errors.As(err, &broken) || broken.Kind != fault.Invalid || broken.Code == "" {
		t.Fatal(err)
	}
	var at *LineError
	if errors.As(err, &at) && (at.Line < 1 || at.Line > lines) {
		t.Fatalf("%v of %d", err, lines)
	}
}

// FuzzJSON proves that the checker, the walker and the strings are those of encoding/json.
func FuzzJSON(f *testing.F) {
	for _, s := range []string{`{"a":[1,-0.5e+7,true,false,null,"x\u00e9\ud83d\ude00\ud83d\n\/"],"b":{},"":[]}`, `{"a":01}`, `"\ud83d\ud83d\ude00"`, `[1,]`, "{\"a\"\n:\t1 , \"a\":2}", `"\x"`, "\"\x01\"", `{"a"}`, "-", "\"\xff\\n\""} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		trimmed := strings.Trim(string(b), " \t\r\n")
		if len(trimmed) == 0 || strings.Count(trimmed, "[")+strings.Count(trimmed, "{") > maxDepth {
			return
		}
		at := validLength([]byte(trimmed))
		if valid := at == len(trimmed); valid != json.Valid([]byte(trimmed)) {
			t.Fatalf("%q: %d of %d", trimmed, at, len(trimmed))
		} else if !valid {
			return
		}
		switch trimmed[0] {
		case '{':
			checkMembers(t, trimmed)
		case '[':
			checkValues(t, trimmed)
		case '"':
			var want string
			if json.Unmarshal([]byte(trimmed), &want); utf8.ValidString(trimmed) && unquoted([]byte(trimmed)) != want {
				t.Fatalf("%s is %q, want %q", trimmed, unquoted([]byte(trimmed)), want)
			}
		}
	})
}

func checkMembers(t *testing.T, object string) {
	t.Helper()
	if !utf8.ValidString(object) {
		return // encoding/json reads such keys as others
	}
	want, got := map[string]json.RawMessage{}, map[string]json.RawMessage{}
	if err := json.Unmarshal([]byte(object), &want); err != nil {
		t.Fatal(err)
	}
	for key, value := range eachMember([]byte(object)) {
		got[key] = value
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
}

func checkValues(t *testing.T, array string) {
	t.Helper()
	want, got := []json.RawMessage{}, []json.RawMessage{}
	if err := json.Unmarshal([]byte(array), &want); err != nil {
		t.Fatal(err)
	}
	for _, value := range eachValue([]byte(array)) {
		got = append(got, value)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
}

// FuzzParseExpiry proves that what is read is a time to come, in the place of the one who asks.
func FuzzParseExpiry(f *testing.F) {
	for _, s := range []string{"today 18:00", "tomorrow at 9", "5:30 p.m.", "in 2 days 9:00", "1h30", "half an hour", "Fri, 22nd of Nov 2026 18.30", "22.11. 18:00", "2026-11-22T18:00:00Z", "29 Feb midnight", "99999 weeks"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		now := wednesday(t)
		at, err := ParseExpiry(text, now)
		var wrong *fault.Error
		switch {
		case err == nil && (!at.After(now) || at.Location() != now.Location() || at.UnixMilli() < now.UnixMilli()):
			t.Fatalf("%q is %s", text, at)
		case err != nil && (!errors.As(err, &wrong) || wrong.Kind != fault.Invalid || !at.IsZero()):
			t.Fatalf("%q: %s, %v", text, at, err)
		case err == nil && at.Before(now.AddDate(1, 0, 0)):
			if again, err := ParseExpiry(at.Format(time.RFC3339Nano), now); err != nil || !again.Equal(at) {
				t.Fatalf("%q is %s, then %s, %v", text, at, again, err)
			}
		}
	})
}

// FuzzMessageTemplate proves that text without braces stays as it is, that a template without faults
// has nothing left of its fields once they are filled, and that filling never fails.
func FuzzMessageTemplate(f *testing.F) {
	f.Add("Hello {name}, {{really}} {Day }", "Barbara {x}")
	f.Add("{", "")
	f.Fuzz(func(t *testing.T, text, value string) {
		tpl := Template{Text: text}
		fields := tpl.Fields()
		values := map[string]string{}
		for _, name := range fields {
			values[name] = value
		}
		filled := tpl.Fill(values)
		if !strings.ContainsAny(text, "{}") && filled != text {
			t.Fatalf("%q became %q", text, filled)
		}
		if tpl.Check() == nil && strings.Count(filled, "{") != strings.Count(text, "{{")+occurrences(tpl)*strings.Count(value, "{") {
			t.Fatalf("%q became %q", text, filled)
		}
	})
}

// occurrences counts the fields in a template, each time.
func occurrences(tpl Template) int {
	n := 0
	tpl.each(func(string) {}, func(string, string) { n++ }, func(string) {})
	return n
}

// FuzzChatRoom proves that a room that was read is written and read again as the same.
func FuzzChatRoom(f *testing.F) {
	for _, s := range []string{vendorSample, `{"memberUids":["a"],"x":[1 ,2],"ID":7}`, `{"memberUids":{"a":true,"a":false},"\u00e9":"<"}`, "null", "[]"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var room, again ChatRoom
		if json.Unmarshal(data, &room) != nil {
			return
		}
		text, err := json.Marshal(room)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &again); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		second, err := json.Marshal(again)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(text), string(second)); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(room.Members, again.Members); diff != "" {
			t.Fatal(diff)
		}
	})
}

// FuzzResults proves that the results of a batch are a batch again, whatever its rows say.
func FuzzResults(f *testing.F) {
	f.Add("a@example.com", "", "Hello; \"you\",\nand all", "=1+1", true)
	f.Add("b@example.com c@example.com", "Desk, 2nd floor", "'x", "", false)
	f.Fuzz(func(t *testing.T, users, room, text, extra string, envelope bool) {
		d := draft{users: addresses(users), text: text, envelope: envelope}
		d.room(room)
		item := Item{Message: d.row().Message, Row: 1, State: Unknown, Extra: []string{extra}}
		if item.Check() != nil || len(text) > maxRow/2 || isFormula(text) || isFormula(item.Room) || isFormula(strings.Join(append(item.To, item.Mentions...), "")) || !utf8.ValidString(room) || !utf8.ValidString(extra) {
			return
		}
		var file strings.Builder
		if err := WriteResults(&file, Batch{Columns: []string{"Extra"}}, itemsOf(item)); err != nil {
			t.Fatal(err)
		}
		rows := mustRead(t, file.String(), CSV)
		if len(rows) != 1 || rows[0].Problems != nil || len(rows[0].Extra) != 5 {
			t.Fatalf("%q: %+v", file.String(), rows)
		}
		got, want := rows[0].Message, item.Message
		got.Text, want.Text = strings.TrimSpace(got.Text), strings.TrimSpace(want.Text) // Cells without quotes lose blanks at their ends.
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q: %s", file.String(), diff)
		}
	})
}

// isFormula tells whether a spreadsheet would take s for a formula, so that it gets an apostrophe.
func isFormula(s string) bool { return s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) }
