package text

import (
	"fmt"
	"strings"
)

// noValue stands for a placeholder that was given no value, so that it can be seen; a test looks for them.
const noValue = "<no value>"

// fill puts values for the placeholders into words, in the part of Go's templates that translations use:
// {{.Name}}, and {{if .Name}}…{{end}} for what is said only with a value other than "" and 0. The pairs
// are names and values. What is in a value is never a placeholder.
func fill(words string, pairs []any) string {
	if !strings.Contains(words, "{{") {
		return words
	}
	var b strings.Builder
	for {
		before, action, after, found := nextAction(words)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		words = after
		name, isCondition := strings.CutPrefix(action, "if ")
		name = strings.TrimPrefix(strings.TrimSpace(name), ".")
		switch {
		case action == "end":
		case !isCondition:
			b.WriteString(written(value(name, pairs)))
		case !says(value(name, pairs)):
			words = behindEnd(words)
		}
	}
}

// nextAction cuts words at the first {{action}}.
func nextAction(words string) (before, action, after string, found bool) {
	before, rest, open := strings.Cut(words, "{{")
	action, after, closed := strings.Cut(rest, "}}")
	if !open || !closed {
		return words, "", "", false
	}
	return before, strings.TrimSpace(action), after, true
}

// behindEnd is what comes after the condition that words begin in. Conditions do not lie in each other.
func behindEnd(words string) string {
	_, after, _ := strings.Cut(words, "{{end}}")
	return after
}

// value is what a name stands for; nil when nothing was given.
func value(name string, pairs []any) any {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == any(name) {
			return pairs[i+1]
		}
	}
	return nil
}

func written(v any) string {
	switch v := v.(type) {
	case nil:
		return noValue
	case string:
		return v
	}
	return fmt.Sprint(v)
}

// says reports whether a value says something.
func says(v any) bool {
	s := written(v)
	return v != nil && s != "" && s != "0" && s != "false"
}
