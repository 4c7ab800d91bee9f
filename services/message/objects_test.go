package message

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const vendorFile = `messages=[
 {"message": "hello 1", "property":{"users": "user1@example.com,user2@example.com"}},
 {"message": "hello 2", "property":{"users": "user1@example.com,user2@example.com"}},
 {"发送": "test", "message": "test 1"}
]`

func TestTheVendorsOwnFileIsRead(t *testing.T) {
	both := []string{"user1@example.com", "user2@example.com"}
	want := []Row{
		{Number: 1, Line: 2, Message: Message{To: both, Text: "hello 1"}},
		{Number: 2, Line: 3, Message: Message{To: both, Text: "hello 2"}},
		{Number: 3, Line: 4, Message: Message{Room: "test", Text: "test 1"}},
	}
	for name, text := range map[string]string{"as it is": vendorFile, "with a mark": "\ufeff" + vendorFile, "with \\r\\n": strings.ReplaceAll(vendorFile, "\n", "\r\n"), "with \\r": strings.ReplaceAll(vendorFile, "\n", "\r")} {
		if diff := cmp.Diff(want, mustRead(t, text, JSON)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestObjectsAreReadInAllTheirForms(t *testing.T) {
	people := Message{To: []string{"a@example.com", "b@example.com"}, Text: "x"}
	sealed := people
	sealed.Envelope = true
	room := Message{Room: "Desk", Text: "x"}
	mention := Message{Room: "Desk", Mentions: []string{"a@example.com", "b@example.com"}, Text: "x"}
	for object, want := range map[string]Message{
		`{"message":"x","users":"a@example.com,b@example.com"}`:                                                                          people,
		`{"users":["a@example.com","B <b@example.com>","A@EXAMPLE.COM"],"message":"x"}`:                                                  people,
		`{"panelName":"messenger","message":"x","isOpened":false,"generalPurposes":{"users":"a@example.com, b@example.com"}}`:            people,
		`{"Message":"x","ISOPENED":true,"property":{"kind":1,"users":"a@example.com;b@example.com"},"more":[{"users":"z@example.com"}]}`: sealed,
		`{"message":"x","envelope":"yes","to":"a@example.com b@example.com"}`:                                                            sealed,
		`{"message":"x","envelope":1,"to":["a@example.com","b@example.com"],"room":null,"mentions":null}`:                                sealed,
		`{"message":"x","room":"Desk"}`:                                            room,
		`{"message":"x","sendTo":" Desk\n"}`:                                       room,
		`{"message":"x","send":"Desk","roomName":"Desk","panelName":"messenger"}`:  room,
		`{"message":"x","to":"Desk","users":null,"property":null,"envelope":null}`: room,
		`{"message":"x","custom":"Desk"}`:                                          room,
		`{"text":"x","\u0072oom":"\u0044esk","users":""}`:                          room,
		`{"message":"x","panelName":"Desk","generalPurposes":{"users":"a@example.com"},"mentions":["A@example.com","b@example.com"],"a":1}`: mention,
		"{\"message\":\"a\\r\\nb\\rc \\\"\\ud83d\\ude00\",\n\"room\":\"Desk\"\n}":                                                           {Room: "Desk", Text: "a\nb\nc \"😀"},
		`{"message":12.50,"room":7}`:                          {Room: "7", Text: "12.50"},
		"{\"message\":\"J\xfcrgen\\t\",\"room\":\"B\xfcro\"}": {Room: "Büro", Text: "Jürgen\t"},
	} {
		rows, columns, err := readAll("["+object+"]", JSON, "custom", "users")
		if err != nil || columns != nil {
			t.Errorf("%s: %v, %v", object, columns, err)
			continue
		}
		if diff := cmp.Diff([]Row{{Number: 1, Line: 1, Message: want}}, rows); diff != "" {
			t.Errorf("%s: %s", object, diff)
		}
	}
}

func TestListsAreReadInAllTheirForms(t *testing.T) {
	const one, two = `{"room":"A","message":"1"}`, `{"room":"B","message":"2"}`
	for _, text := range []string{
		"[" + one + "," + two + "]", "messages=[" + one + "," + two + "]", "messages = [" + one + "," + two + ",\n]\n", `{ "messages" : [` + one + "," + two + "] }\n", one + "\n" + two + "\n", one + two,
		"\xff\xfe" + wide("["+one+","+two+"]"),
	} {
		rows := mustRead(t, text, JSON)
		if len(rows) != 2 || rows[0].Message.Room != "A" || rows[1].Message.Text != "2" || rows[1].Number != 2 || rows[0].Problems != nil {
			t.Errorf("%q: %+v", text, rows)
		}
	}
}

// wide returns ASCII as UTF-16.
func wide(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteString(s[i:i+1] + "\x00")
	}
	return b.String()
}

func TestObjectsThatCannotBeSentSayWhy(t *testing.T) {
	for object, want := range map[string][]Problem{
		`{}`:                           {{Code: ProblemNoRecipient}, {Code: ProblemNoText}},
		`{"message":" \n","users":""}`: {{Code: ProblemNoRecipient}, {Code: ProblemNoText}},
		`{"message":"x","users":"a@example.com,barbara"}`:                         {{ProblemBadAddress, "barbara"}},
		`{"message":"x","users":"Example, Barbara; a@example.com"}`:               {{ProblemAddressComma, "Example, Barbara"}},
		`{"message":"x","mentions":"a@example.com"}`:                              {{Code: ProblemNoRoom}},
		`{"message":"x","room":"A","panelName":"B"}`:                              {{ProblemTwoRooms, "B"}},
		`{"message":"x","room":"A","envelope":"perhaps"}`:                         {{ProblemBadEnvelope, "perhaps"}},
		`{"message":"x","room":"A","envelope":{}}`:                                {{ProblemBadValue, "envelope"}},
		`{"message":{"a":1},"room":["A"],"users":"a@example.com"}`:                {{ProblemBadValue, "message"}, {ProblemBadValue, "room"}, {Code: ProblemNoText}},
		`{"message":"x","property":"a@example.com"}`:                              {{ProblemBadValue, "property"}, {Code: ProblemNoRecipient}},
		`{"message":"x","users":["a@example.com",{}],"to":true}`:                  {{ProblemBadValue, "users"}, {ProblemBadValue, "to"}},
		`{"message":"x\u0000","room":"A"}`:                                        {{ProblemNotText, ""}},
		`{"message":"` + strings.Repeat("é", MaxText/2+1) + `","room":"A"}`:       {{Code: ProblemTooLong}},
		`{"message":"` + strings.Repeat(`\u00e9`, maxElement/6) + `","room":"A"}`: {{ProblemLongRow, "1"}},
		`{"message":"x" "room":"A"}`:                                              {{ProblemBadJSON, "1"}},
		"{\"message\":\"x\",\n\n'room':\"A\"}":                                    {{ProblemBadJSON, "3"}},
		"{\"message\":\"x\",\r\n\"room\":\r\"A\",\r\n}":                           {{ProblemBadJSON, "4"}},
		"{\"message\":\"a\tb\"}":                                                  {{ProblemBadJSON, "1"}},
		`"x"`:                                                                     {{ProblemBadJSON, "1"}},
		`12`:                                                                      {{ProblemBadJSON, "1"}},
		`null`:                                                                    {{ProblemBadJSON, "1"}},
		`[{"message":"x","room":"A"}]`:                                            {{ProblemBadJSON, "1"}},
	} {
		rows := mustRead(t, "["+object+","+`{"message":"x","room":"A"}`+"]", JSON)
		if len(rows) != 2 || rows[1].Problems != nil || rows[1].Number != 2 || rows[1].Message.Room != "A" {
			t.Errorf("%.60s: the row behind is lost: %+v", object, rows)
			continue
		}
		if diff := cmp.Diff(want, rows[0].Problems); diff != "" {
			t.Errorf("%.60s: %s", object, diff)
		}
	}
}

func TestRowsAndLinesAreCountedRight(t *testing.T) {
	rows := mustRead(t, "[\n{\"message\":\"x\",\n\"room\":\"A\"},\r\n\r\n{},\r1,{\n\n\"message\":\"a\\nb\"}]", JSON)
	var got []string
	for _, r := range rows {
		got = append(got, fmt.Sprintf("%d:%d", r.Number, r.Line))
	}
	if diff := cmp.Diff([]string{"1:2", "2:5", "3:6", "4:6"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestBrokenListsNameTheLine(t *testing.T) {
	const row = `{"message":"x","room":"A"}`
	for _, c := range []struct {
		text       string
		rows, line int
	}{
		{"hello", 0, 1}, {"\n\n12", 0, 3}, {"messages=", 0, 1}, {"messages=%5B", 0, 1}, {"messages", 0, 1}, {`"x"`, 0, 1},
		{"[" + row, 1, 1}, {"[\n" + row + ",\n", 1, 3}, {"[" + row + "\n" + row + "]", 1, 2}, {"[,]", 0, 1}, {"[" + row + ",,]", 1, 1}, {"[}", 0, 1},
		{"[\n{\"message\":\"x\n\"}]", 0, 2}, {"[" + row + ",\n{\"message\":\"x}]\n", 1, 2}, {"[" + row + ",\n\n{\"a\":[1}]", 1, 3}, {"[" + row + ",\n{\"a\":1]", 1, 2},
		{"[" + row + "]\n" + row, 1, 2}, {"[" + row + "]]", 1, 1}, {`{"messages":[` + row + "]", 1, 1}, {`{"messages":[` + row + "],\n\"x\":1}", 1, 1},
		{"[" + strings.Repeat("[", maxDepth+1), 0, 1}, {row + "\n]", 1, 2}, {row + "\n,", 1, 2}, {"[{\"message\":\n\"x", 0, 2},
	} {
		checkBroken(t, c.text, JSON, c.rows, CodeBatchJSON, c.line)
	}
}
