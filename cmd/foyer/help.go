package main

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"

	"foyer/ui/text"
)

// helpWidth is where lines of the help end, in characters.
const helpWidth = 88

type helpCommand struct {
	Topic string `arg:"" optional:"" help:"${topic}"`
}

// helpDocument is a topic as JSON.
type helpDocument struct {
	Topic string   `json:"topic"`
	Title string   `json:"title"`
	Text  []string `json:"text,omitempty"`
}

// Run prints a topic, or lists all of them.
func (c helpCommand) Run(a *app) error {
	if c.Topic == "" {
		return a.listTopics()
	}
	topic := text.Topic(strings.ToLower(c.Topic))
	if !slices.Contains(text.Topics(), topic) {
		_ = a.listTopics() // the mistake is what counts
		return wrong{a.words.T("help.no-topic", "Topic", c.Topic)}
	}
	title, paragraphs := a.words.HelpTitle(topic), a.words.HelpText(topic)
	if a.JSON {
		return a.document(helpDocument{string(topic), title, paragraphs})
	}
	a.print("%s\n", title)
	for _, p := range paragraphs {
		a.print("\n%s", wrapped(p, helpWidth))
	}
	return nil
}

func (a *app) listTopics() error {
	var all []helpDocument
	longest := 0
	for _, t := range text.Topics() {
		all = append(all, helpDocument{Topic: string(t), Title: a.words.HelpTitle(t)})
		longest = max(longest, len(t))
	}
	if a.JSON {
		return a.document(all)
	}
	for _, d := range all {
		a.print("%-*s  %s\n", longest, d.Topic, d.Title)
	}
	a.print("\n%s", wrapped(a.words.T("help.more"), helpWidth))
	return nil
}

// wrapped breaks a paragraph into lines of at most so many columns; characters of East Asian scripts
// take two, and lines may end between them.
func wrapped(paragraph string, columns int) string {
	var b strings.Builder
	line := 0
	for _, word := range pieces(paragraph) {
		bare := strings.TrimRight(word, " ")
		if line > 0 && line+columnsOf(bare) > columns {
			b.WriteString("\n")
			line = 0
		}
		b.WriteString(word)
		line += columnsOf(word)
	}
	lines := strings.Split(b.String(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// pieces cuts a paragraph where a line may end: after blanks, and after each wide character that no
// punctuation follows.
func pieces(paragraph string) []string {
	var all []string
	begin := 0
	for i, r := range paragraph {
		end := i + utf8.RuneLen(r)
		next, _ := utf8.DecodeRuneInString(paragraph[end:])
		if r == ' ' && next != ' ' || wide(r) && !strings.ContainsRune("、。，．：；）」』”！？ ", next) && !strings.ContainsRune("（「『“", r) {
			all = append(all, paragraph[begin:end])
			begin = end
		}
	}
	return append(all, paragraph[begin:])
}

func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		if n++; wide(r) {
			n++
		}
	}
	return n
}

// wide reports whether a terminal gives a character two columns.
func wide(r rune) bool {
	kind := width.LookupRune(r).Kind()
	return kind == width.EastAsianWide || kind == width.EastAsianFullwidth
}
