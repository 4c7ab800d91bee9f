package completion

import (
	"embed"
	"fmt"
	"io"
	"strings"
)

//go:embed scripts
var scripts embed.FS

// Shells are those that there is a script for.
func Shells() []string { return []string{"bash", "zsh", "fish"} }

// Script returns what makes a shell complete the program; "" for a shell that is not among Shells.
func Script(shell string) string {
	data, err := scripts.ReadFile("scripts/foyer." + shell)
	if err != nil {
		return ""
	}
	return string(data)
}

// Write tells a script the answer: the kind in the first line, then one candidate a line, with a
// tab before what is known about it.
func (a Answer) Write(w io.Writer) error {
	var b strings.Builder
	b.WriteString(string(a.Kind) + "\n")
	for _, c := range a.Candidates {
		b.WriteString(c.Word)
		if about := strings.Join(strings.Fields(c.About), " "); about != "" {
			b.WriteString("\t" + about)
		}
		b.WriteByte('\n')
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("telling the shell: %w", err)
	}
	return nil
}
