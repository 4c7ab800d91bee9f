package agent

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"foyer/services/fault"
)

func TestReadLineTakesWholeLinesUpToTheLimit(t *testing.T) {
	long := strings.Repeat("x", 9000)
	for _, c := range []struct {
		name, in string
		want     string
		err      error
	}{
		{"one line", "a\nb\n", "a", nil},
		{"an empty line", "\n", "", nil},
		{"longer than the buffer", long + "\n", long, nil},
		{"as long as the limit", strings.Repeat("y", 9999) + "\n", strings.Repeat("y", 9999), nil},
		{"longer than the limit", strings.Repeat("y", 10000) + "\n", "", errTooLong},
		{"without an end", "abc", "", io.ErrUnexpectedEOF},
		{"nothing", "", "", io.EOF},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := readLine(bufio.NewReaderSize(strings.NewReader(c.in), 64), 10000)
			if !errors.Is(err, c.err) {
				t.Fatalf("error %v, want %v", err, c.err)
			}
			if diff := cmp.Diff(c.want, string(got)); diff != "" {
				t.Errorf("line (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDecodeRequestRefusesWhatAsksForNothing(t *testing.T) {
	for _, c := range []struct {
		name, in, code string
		want           request
	}{
		{"a request", `{"do":"show","page":"links"}`, "", request{Do: "show", Page: "links"}},
		{"fields from a newer client", `{"do":"quit","colour":"blue"}`, "", request{Do: "quit"}},
		{"garbage", "\x00\xff{", "not-json", request{}},
		{"a number", "7", "not-json", request{}},
		{"no request", `{"page":"links"}`, "no-request", request{}},
		{"null", "null", "no-request", request{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := decodeRequest([]byte(c.in))
			if code := codeOf(err); code != c.code {
				t.Fatalf("code %q (%v), want %q", code, err, c.code)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("request (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFaultsKeepWhatTheUserIsToldOnTheWire(t *testing.T) {
	for _, c := range []struct {
		name string
		in   error
		want fault.Error
	}{
		{
			"a fault", &fault.Error{Op: "opening", Service: "window", Kind: fault.NotConfigured, Code: "no-window", Words: "w"},
			fault.Error{Op: "opening", Service: "window", Kind: fault.NotConfigured, Code: "no-window", Words: "w"},
		},
		{
			"a fault with a cause", &fault.Error{Op: "saving", Kind: fault.Other, Code: "disk-full", Err: errors.New("no space")},
			fault.Error{Op: "saving", Kind: fault.Other, Code: "disk-full", Words: "no space"},
		},
		{
			"a fault of a service",
			&fault.Error{Op: "sending", Kind: fault.Faulty, Status: 429, Code: "rate-limited", RequestID: "r1", RetryAfter: time.Minute, Err: errors.New("c")},
			fault.Error{Op: "sending", Kind: fault.Faulty, Status: 429, Code: "rate-limited", RequestID: "r1", RetryAfter: time.Minute, Words: "c"},
		},
		{"any error", errors.New("odd"), fault.Error{Op: "doing", Kind: fault.Other, Words: "odd"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			line, err := json.Marshal(toWire("doing", c.in))
			if err != nil {
				t.Fatal(err)
			}
			var w wireFault
			if err := json.Unmarshal(line, &w); err != nil {
				t.Fatal(err)
			}
			got, ok := errors.AsType[*fault.Error](w.err())
			if !ok {
				t.Fatalf("no fault: %v", w.err())
			}
			if diff := cmp.Diff(c.want, *got); diff != "" {
				t.Errorf("fault (-want +got):\n%s", diff)
			}
		})
	}
	if err := toWire("doing", nil).err(); err != nil {
		t.Errorf("no fault became %v", err)
	}
}

func TestWriteLineRefusesWhatNobodyWouldRead(t *testing.T) {
	var b bytes.Buffer
	err := writeLine(&b, request{Do: doCopy, Clip: &Clip{Text: strings.Repeat("x", maxLine)}})
	if !errors.Is(err, errTooLong) || b.Len() > 0 {
		t.Errorf("error %v, %d bytes written", err, b.Len())
	}
}

// FuzzRequest feeds the decoder what any process might send: it never panics, and what it accepts
// survives being sent on.
func FuzzRequest(f *testing.F) {
	for _, seed := range []string{"", "\n", "{}\n", `{"do":"copy","clip":{"png":"AAAA"}}` + "\n", `{"do":"subscribe","role":"window"}` + "\n",
		`{"do":"undo","undo":18446744073709551615}` + "\n",
		`{"do":"deliver","ids":[1,2]}` + "\n", `{"do":"quick-call","quickCall":{"Expires":"2026-11-22T18:00:00Z"}}` + "\n",
		`{"do":"save-chat-room","chatRoom":{"name":"n","memberUids":{"u":true}}}` + "\n", `{"do":"set-secret","name":"n","keeping":"file"}` + "\n", `{"do":"undo","undo":-1}` + "\n", "[[[[[[[[[[[[[[", `{"do":"` + strings.Repeat("a", 5000)} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		line, err := readLine(bufio.NewReaderSize(bytes.NewReader(in), 16), 4096)
		if err != nil {
			return
		}
		if len(line) > 4096 {
			t.Fatalf("%d bytes", len(line))
		}
		q, err := decodeRequest(line)
		if err != nil {
			if codeOf(err) == "" {
				t.Fatalf("an error without a code: %v", err)
			}
			return
		}
		var b bytes.Buffer
		if err := writeLine(&b, q); err != nil {
			t.Fatal(err)
		}
		again, err := decodeRequest(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(q, again, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("sent on (-first +second):\n%s", diff)
		}
	})
}

func codeOf(err error) string {
	if e, ok := errors.AsType[*fault.Error](err); ok {
		return e.Code
	}
	return ""
}
