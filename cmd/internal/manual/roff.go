package manual

import "strings"

// page is a manual page in the language of man, built line by line.
type page struct{ strings.Builder }

// request writes a line of the language, such as .TP; its arguments are quoted.
func (p *page) request(name string, arguments ...string) {
	p.WriteString("." + name)
	for _, a := range arguments {
		p.WriteString(` "` + strings.ReplaceAll(escape(a), `"`, `\(dq`) + `"`)
	}
	p.WriteByte('\n')
}

// text writes a line of text that is escaped already.
func (p *page) text(escaped string) {
	if strings.HasPrefix(escaped, ".") || strings.HasPrefix(escaped, "'") {
		escaped = `\&` + escaped // else it is a request
	}
	p.WriteString(escaped + "\n")
}

// section begins a section.
func (p *page) section(title string) { p.request("SH", strings.ToUpper(title)) }

// item writes a term, escaped already, and what it means.
func (p *page) item(term, meaning string) {
	p.request("TP")
	p.text(term)
	if meaning == "" {
		meaning = "\u00a0" // a term without a text would take the next one's
	}
	p.text(escape(meaning))
}

// escape makes a text mean itself. A dash is one that can be copied, not a hyphen; a line break is
// a blank.
func escape(s string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, "\n", " ", "\u00a0", `\ `).Replace(s)
}

func bold(s string) string   { return `\fB` + escape(s) + `\fR` }
func italic(s string) string { return `\fI` + escape(s) + `\fR` }

// optional marks an escaped word as one that may be left out.
func optional(s string) string { return "[" + s + "]" }
