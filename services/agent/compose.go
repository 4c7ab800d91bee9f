package agent

import (
	"strings"

	"foyer/services/link"
)

// htmlBreak parts links in HTML; everywhere else each link has its own line.
const htmlBreak = "<br>\n"

// compose writes links for the clipboard, one a line. Formats that make no text to be pasted, such
// as a picture, fall back to the URL.
func compose(links []link.Saved, format link.Format, templates []link.Template) (Clip, link.Format, error) {
	switch format {
	case link.URL, link.HTML, link.Markdown, link.RichText:
	default:
		format = link.URL
	}
	var texts, htmls []string
	for _, s := range links {
		out, err := link.Write(s.Target, format, link.Label(s, templates))
		if err != nil {
			return Clip{}, format, err
		}
		texts = append(texts, out.Text)
		if out.HTML != "" {
			htmls = append(htmls, out.HTML)
		}
	}
	separator := "\n"
	if format == link.HTML {
		separator = htmlBreak
	}
	return Clip{Text: strings.Join(texts, separator), HTML: strings.Join(htmls, htmlBreak)}, format, nil
}
