package message

import (
	"strings"
	"unicode/utf8"
)

// kind is what a token of a line of recipients is.
type kind int

const (
	word    kind = iota
	angle        // <…>
	comment      // (…) without an address in it
	quoted       // "…"
	comma
	semicolon
	tab
)

// token is a part of a line: line[start:end], and what stands inside of its brackets.
type token struct {
	kind       kind
	start, end int
	inner      string
}

// addresses tells whether there should be an address in the token.
func (t token) addresses() bool {
	return t.kind == angle || (t.kind == word || t.kind == quoted) && hasAt(t.inner)
}

// maxGroup bounds how far a bracket or quote is looked for, in bytes; one that is not closed by then
// stands for itself.
const maxGroup = 512

// lexer cuts a line into tokens.
type lexer struct {
	line   string
	at     int
	word   int // where the current word began, -1 outside of words
	tokens []token
}

func lex(line string) []token {
	l := lexer{line: line, word: -1}
	for l.at < len(line) {
		l.next()
	}
	l.endWord()
	return l.tokens
}

func (l *lexer) next() {
	r, size := utf8.DecodeRuneInString(l.line[l.at:])
	switch k := separator(r); {
	case k != word:
		l.endWord()
		l.tokens = append(l.tokens, token{kind: k, start: l.at, end: l.at + size})
		l.at += size
	case isBlank(r):
		l.endWord()
		l.at += size
	case r == '<' || r == '＜':
		l.group(angle, size, ">＞", "<＜,;，；、")
	case r == '(' || r == '（':
		l.group(comment, size, ")）", "(（@＠")
	case r == '"' && l.word < 0:
		l.group(quoted, size, `"`, "")
	case r == '“' && l.word < 0:
		l.group(quoted, size, "”", "")
	default:
		if l.word < 0 {
			l.word = l.at
			size = max(size, mailLink(l.line[l.at:]))
		}
		l.at += size
	}
}

// separator returns the kind of a separator, and word for everything else.
func separator(r rune) kind {
	switch r {
	case ',', '，', '、', '﹐', '､', '،':
		return comma
	case ';', '；', '﹔', '؛':
		return semicolon
	case '\t':
		return tab
	default:
		return word
	}
}

func (l *lexer) endWord() {
	if l.word >= 0 {
		l.tokens = append(l.tokens, token{kind: word, start: l.word, end: l.at, inner: l.line[l.word:l.at]})
		l.word = -1
	}
}

// group takes everything up to one of the closing characters. Where one of stops comes first, or none
// within reach, the opening one is a character like others.
func (l *lexer) group(k kind, size int, closing, stops string) {
	rest := l.line[l.at+size:]
	rest = rest[:min(len(rest), maxGroup)]
	if link := mailLink(rest); link > 0 {
		stops = "<＜"
	}
	for i, r := range rest {
		if strings.ContainsRune(stops, r) {
			break
		}
		if strings.ContainsRune(closing, r) && (k != quoted || i == 0 || rest[i-1] != '\\') {
			l.endWord()
			end := l.at + size + i + utf8.RuneLen(r)
			l.tokens = append(l.tokens, token{kind: k, start: l.at, end: end, inner: rest[:i]})
			l.at = end
			return
		}
	}
	if strings.HasSuffix(l.line[:l.at], "]") {
		l.endWord() // A link in Markdown.
	}
	if l.word < 0 {
		l.word = l.at
	}
	l.at += size
}

// mailLink returns how long the mailto link with parameters is that s begins with, and 0 without one.
// Commas and semicolons belong to its parameters.
func mailLink(s string) int {
	if !hasPrefixFold(s, mailto) {
		return 0
	}
	ask := strings.IndexAny(s, "?,;<>\" \t")
	if ask < 0 || s[ask] != '?' {
		return 0
	}
	end := strings.IndexFunc(s[ask:], func(r rune) bool { return isBlank(r) || strings.ContainsRune("<>\"", r) })
	if end < 0 {
		return len(s)
	}
	return ask + end
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
