package completion

import (
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// next returns what the word that is being typed may become.
func (l *line) next(typed string) Answer {
	switch name, value, hasValue := strings.Cut(typed, "="); {
	case l.lost:
		return Answer{Kind: Nothing}
	case l.waiting != nil:
		return l.values(l.waiting.Value, "--"+l.waiting.Name, typed, "")
	case !l.plain && hasValue && strings.HasPrefix(typed, "--"):
		f := l.flag(name[2:])
		if f == nil || f.IsBool() {
			return Answer{Kind: Nothing}
		}
		return l.values(f.Value, name, value, name+"=")
	case !l.plain && strings.HasPrefix(typed, "-") && typed != "-" || typed == "-" && l.positional() == nil:
		return Answer{Candidates: l.flags(typed), Kind: Nothing}
	default:
		return l.words(typed)
	}
}

// words are the commands, or the values of the argument that comes next; where there is neither,
// the flags.
func (l *line) words(typed string) Answer {
	if len(l.node.Children) > 0 {
		var all []Candidate
		for _, child := range l.node.Children {
			if !child.Hidden && strings.HasPrefix(child.Name, typed) {
				all = append(all, Candidate{child.Name, child.Help})
			}
		}
		return Answer{Candidates: all, Kind: Nothing}
	}
	if p := l.positional(); p != nil {
		return l.values(p, p.Name, typed, "")
	}
	if l.plain || typed != "" {
		return Answer{Kind: Nothing}
	}
	return Answer{Candidates: l.flags(""), Kind: Nothing}
}

// positional returns the argument that comes next, nil for none. The last one may take any number.
func (l *line) positional() *kong.Value {
	all := l.node.Positional
	if len(all) == 0 {
		return nil
	}
	if len(l.before) < len(all) {
		return all[len(l.before)]
	}
	if last := all[len(all)-1]; last.IsCumulative() {
		return last
	}
	return nil
}

func (l *line) flags(typed string) []Candidate {
	var all []Candidate
	for _, group := range slices.Backward(l.node.AllFlags(true)) {
		for _, f := range group {
			if word := "--" + f.Name; strings.HasPrefix(word, typed) {
				all = append(all, Candidate{word, f.Help})
			}
		}
	}
	return all
}

// values lists what an argument or a flag may be. Each word gets the prefix, which was typed.
func (l *line) values(v *kong.Value, name, typed, prefix string) Answer {
	var all []Candidate
	if l.choices != nil {
		all = l.choices(l.path()+" "+name, l.before)
	}
	if v.Enum != "" {
		for _, word := range v.EnumSlice() {
			if word != "" {
				all = append(all, Candidate{Word: word})
			}
		}
	}
	answer := Answer{Kind: Nothing}
	for _, c := range all {
		if strings.HasPrefix(c.Word, typed) {
			answer.Candidates = append(answer.Candidates, Candidate{prefix + c.Word, c.About})
		}
	}
	switch {
	case v.Flag != nil && v.Flag.PlaceHolder == "DIR":
		answer.Kind = Folders
	case v.Flag != nil && v.Flag.PlaceHolder == "FILE", v.Flag == nil && isFile(v.Name):
		answer.Kind = Files
	}
	return answer
}

// isFile reports whether an argument is named "file" or after a kind of file, such as "file.csv".
func isFile(name string) bool { return name == "file" || strings.HasPrefix(name, "file.") }
