package profile

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/message"
)

func TestTemplatesAreKeptWithTheirComments(t *testing.T) {
	f := written(t, `[links]
format = "url"

# For customers.
[[links.templates]]
name = "Sales"  # us
space = "Talk to {name}"
colour = "red"

[[links.templates]]
name = "Old"

[look]
theme = "dark"
`)
	want := []link.Template{{Name: "Sales", Space: "Talk to {name}"}, {Name: "Old"}}
	if d := cmp.Diff(want, f.Templates()); d != "" {
		t.Fatalf("read (-want +got):\n%s", d)
	}
	want = []link.Template{{Name: "New", Meeting: "Say \"hi\" to\n{sip}"}, {Name: "Sales", Person: "Ask {name}"}}
	if err := f.SetTemplates(want); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, opened(t, f.path).Templates()); d != "" {
		t.Errorf("read again (-want +got):\n%s", d)
	}
	const after = `[links]
format = "url"

[[links.templates]]
name = "New"
meeting = "Say \"hi\" to\n{sip}"

# For customers.
[[links.templates]]
name = "Sales"  # us
colour = "red"
person = "Ask {name}"

[look]
theme = "dark"`
	if d := cmp.Diff(after, strings.TrimSpace(content(t, f))); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if err := f.SetTemplates(nil); err != nil || f.Templates() != nil || strings.Contains(content(t, f), "templates") {
		t.Errorf("removing all: error %v\n%s", err, content(t, f))
	}
}

func TestTemplatesWrittenInOneValueBecomeTables(t *testing.T) {
	f := written(t, "[links]\ntemplates = [{name = \"A\"}, {name = \"B\", space = \"x\"}]\nformat = \"url\"\n")
	if got := f.Templates(); len(got) != 2 || got[1].Space != "x" {
		t.Fatalf("read %+v", got)
	}
	want := []link.Template{{Name: "A", Space: "y"}}
	if err := f.SetTemplates(want); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, opened(t, f.path).Templates()); d != "" || f.Values().Format != "url" {
		t.Errorf("%s\n%s", d, content(t, f))
	}
}

func TestTemplatesThatCannotBeReadAreReportedAndStay(t *testing.T) {
	f := written(t, `[[links.templates]]
name = 7

[[links.templates]]
space = "no name"

[[links.templates]]
name = "Good"

[[links.templates]]
name = "Good"
space = "second"

[[links.templates]]
name = "Wrong"
space = "{nonsense}"
`)
	if d := cmp.Diff([]link.Template{{Name: "Good"}}, f.Templates()); d != "" {
		t.Error(d)
	}
	if w := f.Warnings(); len(w) != 4 || w[0].Key != "links.templates" || w[0].Code != CodeBadValue || w[0].Err == nil {
		t.Errorf("warnings %+v", w)
	}
	if err := f.SetTemplates(nil); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"name = 7", "no name", "second", "{nonsense}"} {
		if !strings.Contains(content(t, f), text) {
			t.Errorf("%q is lost:\n%s", text, content(t, f))
		}
	}
	if strings.Count(content(t, f), "name = \"Good\"") != 1 {
		t.Errorf("the good template stays:\n%s", content(t, f))
	}
	if again := written(t, "links.templates = \"x\"\n"); len(again.Warnings()) != 1 {
		t.Errorf("no array at all: %+v", again.Warnings())
	}
}

func TestTemplatesThatNobodyCouldUseAreRefused(t *testing.T) {
	f := written(t, "")
	for rule, bad := range map[string][]link.Template{
		"no name":       {{Space: "x"}},
		"twice":         {{Name: "A"}, {Name: "A"}},
		"unknown field": {{Name: "A", Space: "{nonsense}"}},
	} {
		err := f.SetTemplates(bad)
		if e, ok := errors.AsType[*fault.Error](err); !ok || e.Kind != fault.Invalid {
			t.Errorf("%s: %v", rule, err)
		}
	}
	if f.Templates() != nil || content(t, f) != "" {
		t.Errorf("the file is %q", content(t, f))
	}
}

func TestMessageTemplatesAreKeptBesideThoseOfLinks(t *testing.T) {
	f := written(t, `[[links.templates]]
name = "Sales"

# Every morning.
[[messages.templates]]
name = "Visitor"
text = "{name} is here"

[[messages.templates]]
text = "no name"
`)
	want := []message.Template{{Name: "Visitor", Text: "{name} is here"}}
	if d := cmp.Diff(want, f.MessageTemplates()); d != "" {
		t.Errorf("read (-want +got):\n%s", d)
	}
	if w := f.Warnings(); len(w) != 1 || w[0].Key != "messages.templates" || w[0].Code != CodeBadValue {
		t.Errorf("warnings %+v", w)
	}
	want = []message.Template{{Name: "Visitor", Text: "{name} waits\nat the door"}, {Name: "Mail", Text: "Mail for you"}}
	if err := f.SetMessageTemplates(want); err != nil {
		t.Fatal(err)
	}
	again := opened(t, f.path).Values()
	if d := cmp.Diff(want, again.MessageTemplates); d != "" {
		t.Errorf("read again (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]link.Template{{Name: "Sales"}}, again.Templates); d != "" {
		t.Errorf("those of links (-want +got):\n%s", d)
	}
	for _, text := range []string{"# Every morning.\n[[messages.templates]]\nname = \"Visitor\"\n", `"{name} waits\nat the door"`, "no name"} {
		if !strings.Contains(content(t, f), text) {
			t.Errorf("%q is lost:\n%s", text, content(t, f))
		}
	}
	if err := f.SetMessageTemplates([]message.Template{{Text: "x"}}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("one without a name: %v", err)
	}
}
