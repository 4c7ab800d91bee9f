package messages

import (
	"html"
	"strings"

	"foyer/services/agent"
	"foyer/services/link"
)

// callFormats are the ways to copy the link of a quick call.
var callFormats = []link.Format{link.URL, link.HTML, link.Markdown, link.RichText}

// writeLink writes a web address with its text in a format. The domain's own writer is for Webex
// alone: it makes links anew from their parts.
func writeLink(url, text string, f link.Format) agent.Clip {
	anchor := `<a href="` + html.EscapeString(url) + `">` + html.EscapeString(text) + `</a>`
	switch f {
	case link.HTML:
		return agent.Clip{Text: anchor}
	case link.Markdown:
		return agent.Clip{Text: "[" + markdownText.Replace(text) + "](" + markdownURL.Replace(url) + ")"}
	case link.RichText:
		return agent.Clip{Text: text + ": " + url, HTML: anchor}
	}
	return agent.Clip{Text: url}
}

// What would end the text or the address of a link in Markdown, and what stands for it.
var (
	markdownText = strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`, `*`, `\*`, `_`, `\_`, "`", "\\`", `<`, `\<`)
	markdownURL  = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E")
)
