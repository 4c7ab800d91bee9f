package manual_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"

	"foyer/cmd/internal/manual"
)

type kitchen struct {
	JSON   bool   `name:"json" help:"As JSON."`
	Hidden string `hidden:""`

	Cook struct {
		By     string   `required:"true" placeholder:"TIME" help:"Until when."`
		Output string   `short:"o" placeholder:"FILE" help:".dish files; a \\ stays."`
		Dish   string   `arg:"" help:"What to cook."`
		Guests []string `arg:"" optional:""`
	} `cmd:"" help:"Make a well-known dish."`
	Secret struct{} `cmd:"" hidden:"" help:"Nobody is to know."`
}

var page = manual.Page{
	Version: "1.2.3", Brief: "makes dishes", SeeAlso: []string{"pantry(1)", "stove(1)"},
	Titles: manual.Titles{Name: "Name", Synopsis: "Synopsis", Description: "Description", Options: "Options", Commands: "Commands", SeeAlso: "See also"},
	Sections: []manual.Section{
		{Title: "Exit status", Items: []manual.Item{{Term: "0", Meaning: "Done."}, {Term: "1", Meaning: ""}}},
		{Title: "Notes", Items: []manual.Item{{Meaning: "'Tis hot."}}},
	},
}

const want = `.\" Made from the program's --help.
.TH "KITCHEN" "1" "" "kitchen 1.2.3" ""
.nh
.ad l
.SH "NAME"
kitchen \- makes dishes
.SH "SYNOPSIS"
\fBkitchen\fR [\fIOPTION\fR...] [\fICOMMAND\fR]
.SH "DESCRIPTION"
A kitchen.
.SH "OPTIONS"
.TP
\fB\-h\fR, \fB\-\-help\fR
Show context\-sensitive help.
.TP
\fB\-\-json\fR
As JSON.
.SH "COMMANDS"
.SS "cook"
\fBkitchen cook\fR \fB\-\-by\fR=\fITIME\fR [\fIOPTION\fR...] \fIDISH\fR [\fIGUESTS\fR...]
.PP
Make a well\-known dish.
.TP
\fIDISH\fR
What to cook.
.TP
\fIGUESTS\fR
\ 
.TP
\fB\-\-by\fR=\fITIME\fR
Until when.
.TP
\fB\-o\fR, \fB\-\-output\fR=\fIFILE\fR
\&.dish files; a \e stays.
.SH "EXIT STATUS"
.TP
\fB0\fR
Done.
.TP
\fB1\fR
\ 
.SH "NOTES"
.PP
\&'Tis hot.
.SH "SEE ALSO"
pantry(1), stove(1)
`

func model(t *testing.T) *kong.Application {
	t.Helper()
	parser, err := kong.New(&kitchen{}, kong.Name("kitchen"), kong.Description("A kitchen."))
	if err != nil {
		t.Fatal(err)
	}
	return parser.Model
}

func TestAPageTellsWhatHelpTells(t *testing.T) {
	var b bytes.Buffer
	if err := page.Write(&b, model(t)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("page (-want +got):\n%s", diff)
	}
}

var errFull = errors.New("no space left")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAPageThatCannotBeWrittenIsAnError(t *testing.T) {
	if err := page.Write(full{}, model(t)); !errors.Is(err, errFull) {
		t.Errorf("error: %v", err)
	}
}

// echo is a language in which every sentence is its key.
type echo struct{}

func (echo) T(key string, _ ...any) string { return key }

func TestHeadingsAreInTheReadersLanguage(t *testing.T) {
	titles := manual.TitlesIn(echo{})
	for _, title := range []string{titles.Name, titles.Synopsis, titles.Description, titles.Options, titles.Commands, titles.SeeAlso} {
		if !strings.HasPrefix(title, "packages.man.") {
			t.Errorf("a heading is %q", title)
		}
	}
}
