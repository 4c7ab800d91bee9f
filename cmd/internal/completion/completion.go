// Package completion answers the shells' question how a command line may go on, from kong's model
// of that command line: commands, flags, and what their values can be. The scripts for bash, zsh
// and fish only ask and show; so all shells offer the same, and nothing has to be kept in step.
package completion

import (
	"strings"

	"github.com/alecthomas/kong"
)

// Candidate is one word that may stand next.
type Candidate struct {
	Word string
	// About says in a few words what it is; "" when nothing is known.
	About string
}

// Kind is what the shell itself is to offer beside the candidates.
type Kind string

// The kinds.
const (
	Nothing Kind = "nothing"
	Files   Kind = "files"
	Folders Kind = "folders"
)

// Answer is everything that may stand next.
type Answer struct {
	Candidates []Candidate
	Kind       Kind
}

// Choices returns the values of an argument or a flag which the model does not list. It is given
// the value's name, as "COMMAND ARGUMENT" or "COMMAND --FLAG", and the arguments before it.
type Choices func(name string, before []string) []Candidate

// Complete answers for words, the last of which is being typed and may be empty; the program's
// name is not among them. A line that is wrong already gets no candidates.
func Complete(app *kong.Application, words []string, choices Choices) Answer {
	if len(words) == 0 {
		words = []string{""}
	}
	l := line{node: app.Node, choices: choices}
	for _, word := range words[:len(words)-1] {
		l.read(word)
	}
	return l.next(words[len(words)-1])
}

// line is what a command line says so far.
type line struct {
	node    *kong.Node
	choices Choices
	// before are the arguments of the command so far.
	before []string
	// waiting is the flag whose value comes next.
	waiting *kong.Flag
	// plain: a lone -- was read, so no flags come any more.
	plain bool
	lost  bool
}

func (l *line) read(word string) {
	switch {
	case l.waiting != nil:
		l.waiting = nil
	case l.plain:
		l.argument(word)
	case word == "--":
		l.plain = true
	case strings.HasPrefix(word, "--"):
		name, _, hasValue := strings.Cut(word[2:], "=")
		if f := l.flag(name); f != nil && !f.IsBool() && !hasValue {
			l.waiting = f
		}
	case strings.HasPrefix(word, "-") && word != "-":
		l.waiting = l.shortFlag(word[1:])
	default:
		l.argument(word)
	}
}

// argument reads a word that is the name of a command, or an argument.
func (l *line) argument(word string) {
	if len(l.before) == 0 {
		for _, child := range l.node.Children {
			if child.Name == word {
				l.node = child
				return
			}
		}
	}
	l.lost = l.lost || len(l.node.Children) > 0
	l.before = append(l.before, word)
}

// flag finds a flag of the command or of those it belongs to.
func (l *line) flag(name string) *kong.Flag {
	for _, group := range l.node.AllFlags(false) {
		for _, f := range group {
			if f.Name == name {
				return f
			}
		}
	}
	return nil
}

// shortFlag returns the flag that waits for its value after letters such as "vo"; nil for none.
func (l *line) shortFlag(letters string) *kong.Flag {
	for i, letter := range letters {
		for _, group := range l.node.AllFlags(false) {
			for _, f := range group {
				if f.Short != letter || f.IsBool() {
					continue
				}
				if i+len(string(letter)) < len(letters) {
					return nil // the rest is its value
				}
				return f
			}
		}
	}
	return nil
}

// path names the command, as typed.
func (l *line) path() string {
	var names []string
	for n := l.node; n != nil && n.Type == kong.CommandNode; n = n.Parent {
		names = append([]string{n.Name}, names...)
	}
	return strings.Join(names, " ")
}
