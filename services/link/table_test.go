package link

import (
	"errors"
	"strings"
	"testing"

	"foyer/services/fault"
	"foyer/services/person"

	"github.com/google/go-cmp/cmp"
)

var staff = []person.Person{
	{Name: "Barbara Example", Email: "barbara@example.com"},
	{Name: `=1+1|<b> "x"`, Email: "o'neil@example.com", SIP: "o@sip.example.com"},
	{Email: "+49@example.com"},
}

func TestWriteTableEscapesForEachFormat(t *testing.T) {
	for as, want := range map[Format]string{
		HTML: `<table>
<thead><tr><th>Name</th><th>Message link</th><th>Meeting link</th></tr></thead>
<tbody>
<tr><td>Barbara Example</td><td><a href="webexteams://im?email=barbara@example.com">Contact me in a Webex space</a></td><td><a href="webexteams://meet?sip=barbara@example.com">Create a meeting with me in Webex</a></td></tr>
<tr><td>=1+1|&lt;b&gt; &#34;x&#34;</td><td><a href="webexteams://im?email=o%27neil@example.com">Contact me in a Webex space</a></td><td><a href="webexteams://meet?sip=o@sip.example.com">Create a meeting with me in Webex</a></td></tr>
<tr><td>+49@example.com</td><td><a href="webexteams://im?email=%2B49@example.com">Contact me in a Webex space</a></td><td><a href="webexteams://meet?sip=%2B49@example.com">Create a meeting with me in Webex</a></td></tr>
</tbody>
</table>
`,
		Markdown: `| Name | Message link | Meeting link |
| --- | --- | --- |
| Barbara Example | [Contact me in a Webex space](webexteams://im?email=barbara@example.com) | [Create a meeting with me in Webex](webexteams://meet?sip=barbara@example.com) |
| =1+1\|\<b\> "x" | [Contact me in a Webex space](webexteams://im?email=o%27neil@example.com) | [Create a meeting with me in Webex](webexteams://meet?sip=o@sip.example.com) |
| +49@example.com | [Contact me in a Webex space](webexteams://im?email=%2B49@example.com) | [Create a meeting with me in Webex](webexteams://meet?sip=%2B49@example.com) |
`,
		CSV: `Name,Message link,Meeting link
Barbara Example,webexteams://im?email=barbara@example.com,webexteams://meet?sip=barbara@example.com
"'=1+1|<b> ""x""",webexteams://im?email=o%27neil@example.com,webexteams://meet?sip=o@sip.example.com
'+49@example.com,webexteams://im?email=%2B49@example.com,webexteams://meet?sip=%2B49@example.com
`,
	} {
		t.Run(string(as), func(t *testing.T) {
			var b strings.Builder
			if err := WriteTable(&b, staff, as, DefaultTemplate()); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, b.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWriteTableTakesLabelsFromTheTemplate(t *testing.T) {
	var b strings.Builder
	tpl := Template{Person: "Write to {name} | now", Meeting: "Call {sip}"}
	if err := WriteTable(&b, staff[:1], Markdown, tpl); err != nil {
		t.Fatal(err)
	}
	want := `| Barbara Example | [Write to Barbara Example \| now](webexteams://im?email=barbara@example.com) | [Call barbara@example.com](webexteams://meet?sip=barbara@example.com) |`
	if !strings.Contains(b.String(), want) {
		t.Error(b.String())
	}
}

func TestWriteTableFails(t *testing.T) {
	var b strings.Builder
	if err := WriteTable(&b, staff, QR, Template{}); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
	if err := WriteTable(&b, staff, HTML, Template{Meeting: "{nosuch}"}); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
	for _, as := range []Format{HTML, Markdown, CSV} {
		if err := WriteTable(fullDisk{}, staff, as, Template{}); !errors.Is(err, errFull) {
			t.Error(as, err)
		}
	}
}

var errFull = errors.New("disk full")

// fullDisk takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }
