package completion_test

import (
	"bytes"
	"errors"
	"os/exec"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"

	"foyer/cmd/internal/completion"
)

// kitchen is a command line with everything that completion knows of.
type kitchen struct {
	Profile string `placeholder:"DIR" help:"Where."`
	JSON    bool   `name:"json" help:"As JSON."`
	Verbose bool   `short:"v"`

	Cook struct {
		As     string   `enum:",boiled,baked" default:""`
		Output string   `short:"o" placeholder:"FILE"`
		Dish   string   `arg:"" enum:"soup,salad"`
		Guests []string `arg:"" optional:""`
	} `cmd:"" help:"Make a\n dish."`
	Plan struct {
		List struct{} `cmd:"" help:"List plans."`
		Read struct {
			File string `arg:"" name:"file.csv"`
			Day  string `arg:""`
		} `cmd:""`
	} `cmd:""`
	Secret struct{} `cmd:"" hidden:""`
}

func model(t *testing.T) *kong.Application {
	t.Helper()
	parser, err := kong.New(&kitchen{}, kong.Name("kitchen"))
	if err != nil {
		t.Fatal(err)
	}
	return parser.Model
}

// choices knows the guests, and that nobody is invited twice.
func choices(name string, before []string) []completion.Candidate {
	switch {
	case name == "cook guests" && len(before) == 1:
		return []completion.Candidate{{Word: "barbara"}}
	case name == "cook guests":
		return []completion.Candidate{{Word: "and " + strings.Join(before[1:], " ")}}
	}
	return nil
}

func TestWordsThatMayStandNext(t *testing.T) {
	for _, c := range []struct {
		line string // the last word is being typed
		want string // the candidates, and the kind unless it is nothing
	}{
		{"", "cook plan"},
		{"c", "cook"},
		{"plan ", "list read"},
		{"--json plan l", "list"},
		{"--profile plan c", "cook"},
		{"--profile=plan c", "cook"},
		{"--profile ", "folders"},
		{"--profile=", "folders"},
		{"-", "--help --profile --json --verbose"},
		{"--j", "--json"},
		{"cook --", "--as --output --help --profile --json --verbose"},
		{"cook --as ", "boiled baked"},
		{"cook --as=ba", "--as=baked"},
		{"cook --json=", ""},
		{"cook --nothing=", ""},
		{"cook -o ", "files"},
		{"cook -vo ", "files"},
		{"cook -ofile s", "soup salad"},
		{"cook --output x.txt s", "soup salad"},
		{"cook so", "soup"},
		{"cook soup ", "barbara"},
		{"cook soup barbara ", "and barbara"},
		{"cook -- --", ""},
		{"cook -- s", "soup salad"},
		{"plan read ", "files"},
		{"plan read a.csv ", ""},
		{"plan read a.csv monday ", "--help --profile --json --verbose"},
		{"plan list ", "--help --profile --json --verbose"},
		{"plan nothing ", ""},
		{"nothing", ""},
	} {
		words := strings.Split(c.line, " ")
		answer := completion.Complete(model(t), words, choices)
		var got []string
		for _, candidate := range answer.Candidates {
			got = append(got, candidate.Word)
		}
		if answer.Kind != completion.Nothing {
			got = append(got, string(answer.Kind))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.line, diff)
		}
	}
}

func TestNoWordsAreTheBeginning(t *testing.T) {
	if got := completion.Complete(model(t), nil, nil).Candidates; len(got) != 2 {
		t.Errorf("candidates: %v", got)
	}
}

func TestAnAnswerIsALineForEachCandidate(t *testing.T) {
	var b bytes.Buffer
	if err := completion.Complete(model(t), []string{""}, nil).Write(&b); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("nothing\ncook\tMake a dish.\nplan\n", b.String()); diff != "" {
		t.Errorf("answer (-want +got):\n%s", diff)
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAnAnswerThatCannotBeToldIsAnError(t *testing.T) {
	if err := (completion.Answer{}).Write(full{}); !errors.Is(err, errFull) {
		t.Errorf("error: %v", err)
	}
}

func TestThereIsAScriptForEachShell(t *testing.T) {
	for _, shell := range completion.Shells() {
		if script := completion.Script(shell); !strings.Contains(script, "complete-words --") {
			t.Errorf("the script for %s does not ask:\n%s", shell, script)
		}
	}
	if script := completion.Script("tcsh"); script != "" {
		t.Errorf("there is a script for tcsh: %s", script)
	}
}

// bash is on every machine that these tests run on; make test-package asks all shells.
func TestTheScriptForBashIsBash(t *testing.T) {
	cmd := exec.Command("bash", "-n")
	cmd.Stdin = strings.NewReader(completion.Script("bash"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("bash: %v: %s", err, out)
	}
}
