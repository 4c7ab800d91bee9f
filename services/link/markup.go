package link

import "strings"

// flatten turns the tags of an HTML text that end lines into line ends and removes those that
// only format, so that space info copied out of a web page or mail reads like the plain one. Text
// without such tags comes back as it is; anchors stay for the scanner.
func flatten(text string) (flat string, isHTML bool) {
	if !hasBlockTag(text) {
		return text, false
	}
	var b strings.Builder
	b.Grow(len(text))
	for {
		open := strings.IndexByte(text, '<')
		if open < 0 {
			b.WriteString(text)
			return b.String(), true
		}
		b.WriteString(text[:open])
		text = text[open:]
		name, length := tag(text)
		switch effectOf(name) {
		case tagBreaks:
			b.WriteByte('\n')
			text = text[length:]
		case tagVanishes:
			text = text[length:]
		default:
			b.WriteByte('<')
			text = text[1:]
		}
	}
}

type tagEffect int

const (
	tagStays tagEffect = iota
	tagVanishes
	tagBreaks
)

func effectOf(name string) tagEffect {
	switch name {
	case "br", "p", "div", "li", "tr", "ul", "ol", "table", "blockquote", "pre":
		return tagBreaks
	case "b", "strong", "i", "em", "u", "span", "font", "code", "td", "th", "tbody", "html", "body":
		return tagVanishes
	}
	return tagStays
}

// hasBlockTag tells whether text holds a tag that only HTML has. A single <b> may be part of a
// space's name.
func hasBlockTag(text string) bool {
	for {
		open := strings.IndexByte(text, '<')
		if open < 0 {
			return false
		}
		text = text[open:]
		if name, _ := tag(text); effectOf(name) == tagBreaks && (name == "br" || text[1] == '/') {
			return true
		}
		text = text[1:]
	}
}

const maxTag = 2048

// tag returns the lower-case name of the tag that text begins with, and the tag's length.
func tag(text string) (name string, length int) {
	i := 1
	if i < len(text) && text[i] == '/' {
		i++
	}
	start := i
	for i < len(text) && isAlnum(text[i]) && i-start < 12 {
		i++
	}
	if i == start || i == len(text) || text[i] != '>' && text[i] != ' ' && text[i] != '/' && text[i] != '\n' {
		return "", 0
	}
	end := strings.IndexByte(text[i:min(len(text), i+maxTag)], '>')
	if end < 0 {
		return "", 0
	}
	return strings.ToLower(text[start:i]), i + end + 1
}
