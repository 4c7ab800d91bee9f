//go:build !windows && !darwin

package desktop

import (
	"io"
	"os"
	"path/filepath"
	"strings"
)

// maxEntry is the longest file that is read as an entry, in bytes.
const maxEntry = 64 << 10

const entryGroup = "[Desktop Entry]"

// desktopEntry is a file by the Desktop Entry specification. What is not asked for stays as it was,
// comments and translations too.
type desktopEntry struct{ lines []string }

func newDesktopEntry() *desktopEntry { return &desktopEntry{lines: []string{entryGroup}} }

// readDesktopEntry reads a file. One that is too long to be an entry is empty.
func readDesktopEntry(path string) (*desktopEntry, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxEntry+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxEntry {
		return &desktopEntry{}, nil
	}
	return &desktopEntry{lines: strings.Split(strings.TrimRight(string(data), "\n"), "\n")}, nil
}

// write replaces the file as a whole, and makes its folder. Where the file is a link to another one, that
// one is replaced.
func (e *desktopEntry) write(path string) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	return replaceFile(path, []byte(strings.Join(e.lines, "\n")+"\n"))
}

// group returns where the entry's own group begins and ends; both 0 without one.
func (e *desktopEntry) group() (first, end int) {
	for i, line := range e.lines {
		switch line = strings.TrimSpace(line); {
		case line == entryGroup && first == 0:
			first = i + 1
		case strings.HasPrefix(line, "[") && first > 0:
			return first, i
		}
	}
	if first == 0 {
		return 0, 0
	}
	return first, len(e.lines)
}

// isEntry tells whether it has the group that makes it one.
func (e *desktopEntry) isEntry() bool {
	_, end := e.group()
	return end > 0
}

// find returns the line of a key, -1 without one.
func (e *desktopEntry) find(key string) int {
	first, end := e.group()
	for i := first; i < end; i++ {
		if name, _, isPair := strings.Cut(e.lines[i], "="); isPair && strings.TrimSpace(name) == key {
			return i
		}
	}
	return -1
}

// get returns the value of a key, "" without one.
func (e *desktopEntry) get(key string) string {
	i := e.find(key)
	if i < 0 {
		return ""
	}
	_, value, _ := strings.Cut(e.lines[i], "=")
	return unescapeValue(strings.TrimSpace(value))
}

// set gives a key a value. There must be the entry's own group.
func (e *desktopEntry) set(key, value string) {
	line := key + "=" + escapeValue(value)
	if i := e.find(key); i >= 0 {
		e.lines[i] = line
		return
	}
	_, end := e.group()
	for end > 0 && strings.TrimSpace(e.lines[end-1]) == "" {
		end--
	}
	e.lines = append(e.lines[:end:end], append([]string{line}, e.lines[end:]...)...)
}

func (e *desktopEntry) remove(key string) {
	if i := e.find(key); i >= 0 {
		e.lines = append(e.lines[:i:i], e.lines[i+1:]...)
	}
}

var (
	valueEscapes   = strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\t", `\t`, "\r", `\r`)
	valueUnescapes = strings.NewReplacer(`\\`, `\`, `\s`, " ", `\n`, "\n", `\t`, "\t", `\r`, "\r")
)

func escapeValue(s string) string   { return valueEscapes.Replace(s) }
func unescapeValue(s string) string { return valueUnescapes.Replace(s) }

// command returns the arguments of the entry's Exec line; nil when it has none or breaks the rules.
func (e *desktopEntry) command() []string { return splitExec(e.get("Exec")) }

func (e *desktopEntry) setCommand(command []string) {
	quoted := make([]string, len(command))
	for i, argument := range command {
		quoted[i] = quoteExec(argument)
	}
	e.set("Exec", strings.Join(quoted, " "))
}

// reserved are the characters for which an argument has to be quoted, and escaped those that need a
// backslash even then.
const (
	reservedInExec = " \t\n\"'\\><~|&;$*?#()`"
	escapedInExec  = "\"`$\\"
)

// quoteExec writes one argument of an Exec line. A percent sign would be a field code.
func quoteExec(argument string) string {
	argument = strings.ReplaceAll(argument, "%", "%%")
	if argument != "" && !strings.ContainsAny(argument, reservedInExec) {
		return argument
	}
	var quoted strings.Builder
	quoted.WriteByte('"')
	for _, r := range argument {
		if strings.ContainsRune(escapedInExec, r) {
			quoted.WriteByte('\\')
		}
		quoted.WriteRune(r)
	}
	quoted.WriteByte('"')
	return quoted.String()
}

// splitExec reads an Exec line; nil when a quote is not closed. Field codes stand for nothing, as there
// is nothing to open.
func splitExec(line string) []string {
	var arguments []string
	for rest := strings.TrimLeft(line, " \t"); rest != ""; rest = strings.TrimLeft(rest, " \t") {
		argument, after, ok := nextExec(rest)
		if !ok {
			return nil
		}
		rest = after
		if isFieldCode(argument) {
			continue
		}
		arguments = append(arguments, strings.ReplaceAll(argument, "%%", "%"))
	}
	return arguments
}

func isFieldCode(argument string) bool {
	return len(argument) == 2 && argument[0] == '%' && argument[1] != '%'
}

// nextExec takes one argument off the beginning of a line.
func nextExec(line string) (argument, rest string, ok bool) {
	if line[0] != '"' {
		end := strings.IndexAny(line, " \t")
		if end < 0 {
			end = len(line)
		}
		return line[:end], line[end:], true
	}
	var b strings.Builder
	for i := 1; i < len(line); i++ {
		switch {
		case line[i] == '"':
			return b.String(), line[i+1:], true
		case line[i] == '\\' && i+1 < len(line):
			i++
			fallthrough
		default:
			b.WriteByte(line[i])
		}
	}
	return "", "", false
}
