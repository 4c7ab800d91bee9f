//go:build packaged

package installed

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shells are asked in their own words what they offer for a line, with the scripts of the .deb.
// Each prints a candidate a line; what stands behind a tab is its description.
var shells = []struct {
	name, script, ask string
	// as and batch are what it offers for --as=h and --batch=oth: some shells complete the whole
	// word, some only what stands behind the "=".
	as, batch string
}{
	{"bash", "usr/share/bash-completion/completions/foyer", `
		source "$1"
		COMP_LINE=$2
		COMP_POINT=${#COMP_LINE}
		eval "set -- ${COMP_LINE//=/ = }" # as bash parts it; nothing here needs quoting
		COMP_WORDS=("$@")
		if [[ $COMP_LINE == *" " || $COMP_LINE == *= ]]; then COMP_WORDS+=(""); fi
		COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
		_foyer foyer "" ""
		printf '%s\n' "${COMPREPLY[@]}"`, "html", "other.csv"},
	{"fish", "usr/share/fish/vendor_completions.d/foyer.fish", `source $argv[1]; complete -C $argv[2]`, "--as=html", "--batch=other.csv"},
}

func TestShellsComplete(t *testing.T) {
	for _, shell := range shells {
		t.Run(shell.name, func(t *testing.T) {
			for _, c := range completions(shell.as, shell.batch) {
				check(t, c, ask(t, shell.name, shell.ask, shell.script, c.line))
			}
		})
	}
}

type completionCase struct {
	line string
	// want has to be offered, never must not.
	want, never []string
}

func completions(as, batch string) []completionCase {
	return []completionCase{
		{"foyer ", []string{"link", "rooms", "meeting", "paste", "completion"}, []string{"man", "complete-words", "hold-clipboard"}},
		{"foyer li", []string{"link"}, []string{"rooms"}},
		{"foyer --json rooms ", []string{"free", "list", "now", "show"}, []string{"link"}},
		{"foyer link person --", []string{"--as", "--text", "--profile", "--help"}, []string{"--addr"}},
		{"foyer link person --as h", []string{"html"}, []string{"url"}},
		{"foyer link person --as=h", []string{as}, []string{"url"}},
		{"foyer send --batch=oth", []string{batch}, []string{"people of ours.csv"}},
		{"foyer outbox list --state ", []string{"failed", "unknown"}, nil},
		{"foyer show set", []string{"settings"}, []string{"rooms"}},
		{"foyer config get links.", []string{"links.format"}, []string{"rooms.zone"}},
		{"foyer config set links.format mark", []string{"markdown"}, nil},
		{"foyer completion ", []string{"bash", "zsh", "fish"}, nil},
		{"foyer link bulk peo", []string{"people of ours.csv"}, []string{"other.csv"}},
		{"foyer rooms no-such-command ", nil, []string{"free", "link"}},
	}
}

// ask starts a shell in a folder with some files, and returns what it offers.
func ask(t *testing.T, shell, script, file, line string) []string {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"people of ours.csv", "other.csv"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(folder)
	env := append(bare(t), "PATH="+filepath.Join(unpacked, "usr/bin")+":"+os.Getenv("PATH"))
	args := []string{"-c", script}
	if shell == "bash" {
		args = []string{"--norc", "-c", script, "bash"}
	}
	out := runs(t, env, "", shell, append(args, filepath.Join(unpacked, file), line)...)
	var offered []string
	for candidate := range strings.Lines(out) {
		word, _, _ := strings.Cut(strings.TrimRight(candidate, "\n"), "\t")
		offered = append(offered, word)
	}
	return offered
}

func check(t *testing.T, c completionCase, offered []string) {
	t.Helper()
	for _, word := range c.want {
		if !slices.Contains(offered, word) {
			t.Errorf("%q: %s is not offered, but %q", c.line, word, offered)
		}
	}
	for _, word := range c.never {
		if slices.Contains(offered, word) {
			t.Errorf("%q: %s is offered", c.line, word)
		}
	}
}

// zshAsks starts zsh on a terminal of its own, types a line and the key that lists, and prints what
// is on the screen then: zsh completes only what is being typed.
const zshAsks = `
	zmodload zsh/zpty
	zpty -b shell zsh -f -i
	send() { zpty -w shell "$1"; }
	wait_for() { local got; REPLY=; while zpty -r -m shell got "*$1*" 2>/dev/null || zpty -t shell; do REPLY+=$got; [[ $REPLY == *$1* ]] && return; done; }
	send "PS1= PS2= ; fpath=($1 \$fpath); autoload -U compinit; compinit -u -D; zstyle ':completion:*' list-prompt ''; LISTMAX=1000"
	send 'show() { local -a all; all=(); compadd() { builtin compadd -O found "$@"; all+=($found); builtin compadd "$@"; }; _main_complete; unfunction compadd; print -r -- "OFFERED ${(j:|:)all} END" >"$OUT"; }; zle -C show list-choices show; bindkey "^X" show; print REA''DY'
	wait_for READY
	zpty -w -n shell "$2"$'\C-x'
	for ((i = 0; i < 500; i++)); do [[ -s $OUT ]] && break; sleep 0.02; done
	zpty -d shell
	cat "$OUT"`

func TestZshCompletes(t *testing.T) {
	for _, c := range completions("--as=html", "other.csv") {
		check(t, c, askZsh(t, c.line))
	}
}

func askZsh(t *testing.T, line string) []string {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"people of ours.csv", "other.csv"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(folder)
	env := append(bare(t), "PATH="+filepath.Join(unpacked, "usr/bin")+":"+os.Getenv("PATH"), "OUT="+filepath.Join(t.TempDir(), "offered"), "TERM=dumb")
	out := runs(t, env, "", "zsh", "-f", "-c", zshAsks, "zsh", filepath.Join(unpacked, "usr/share/zsh/vendor-completions"), line)
	offered, ok := strings.CutPrefix(strings.TrimSpace(out), "OFFERED ")
	if !ok {
		t.Fatalf("%q: zsh says %q", line, out)
	}
	return strings.Split(strings.TrimSuffix(offered, " END"), "|")
}

func TestTheScriptsOfThePackageAreThoseThatFoyerPrints(t *testing.T) {
	for shell, file := range map[string]string{
		"bash": "usr/share/bash-completion/completions/foyer",
		"zsh":  "usr/share/zsh/vendor-completions/_foyer",
		"fish": "usr/share/fish/vendor_completions.d/foyer.fish",
	} {
		packed, err := os.ReadFile(filepath.Join(unpacked, file))
		if err != nil {
			t.Fatal(err)
		}
		printed := runs(t, bare(t), "", filepath.Join(unpacked, "usr/bin/foyer"), "completion", shell)
		if diff := cmp.Diff(string(packed), printed); diff != "" {
			t.Errorf("%s (-packed +printed):\n%s", shell, diff)
		}
	}
}
