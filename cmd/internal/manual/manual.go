// Package manual writes a program's manual page from kong's model of its command line, so that the
// page and --help cannot tell different things. What the model does not hold (environment, files,
// exit codes, examples) is given by the program.
package manual

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

// Titles are the headings, in the reader's language.
type Titles struct {
	Name, Synopsis, Description, Options, Commands, SeeAlso string
}

// Section is a section that the program adds: a list of terms and what they mean, or, without
// terms, paragraphs.
type Section struct {
	Title string
	Items []Item
}

// Item is a term and what it means. An item without a term is a paragraph.
type Item struct{ Term, Meaning string }

// Page is everything that a manual page tells.
type Page struct {
	// Version is the program's.
	Version string
	// Brief is what the program is, in one line without a full stop.
	Brief string
	// SeeAlso are names of other pages, such as "foyer(1)".
	SeeAlso  []string
	Titles   Titles
	Sections []Section
}

// Write writes the page of a program in section 1.
func (p Page) Write(w io.Writer, app *kong.Application) error {
	var out page
	out.WriteString(".\\\" Made from the program's --help.\n")
	out.request("TH", strings.ToUpper(app.Name), "1", "", app.Name+" "+p.Version, "")
	out.WriteString(".nh\n.ad l\n") // words of a command line stay whole, and lines ragged
	out.section(p.Titles.Name)
	out.text(escape(app.Name) + ` \- ` + escape(p.Brief))
	out.section(p.Titles.Synopsis)
	out.text(synopsis(app.Node))
	out.section(p.Titles.Description)
	out.text(escape(app.Help))
	out.section(p.Titles.Options)
	p.flags(&out, app.Node)
	if len(app.Children) > 0 {
		out.section(p.Titles.Commands)
		for _, leaf := range app.Leaves(true) {
			p.command(&out, leaf)
		}
	}
	for _, s := range p.Sections {
		out.section(s.Title)
		for _, item := range s.Items {
			if item.Term == "" {
				out.request("PP")
				out.text(escape(item.Meaning))
				continue
			}
			out.item(bold(item.Term), item.Meaning)
		}
	}
	if len(p.SeeAlso) > 0 {
		out.section(p.Titles.SeeAlso)
		out.text(escape(strings.Join(p.SeeAlso, ", ")))
	}
	if _, err := io.WriteString(w, out.String()); err != nil {
		return fmt.Errorf("writing the manual page: %w", err)
	}
	return nil
}

// synopsis is how a command is called, escaped.
func synopsis(n *kong.Node) string {
	words := []string{bold(n.FullPath())}
	for _, f := range n.Flags {
		if f.Required {
			words = append(words, bold("--"+f.Name)+"="+italic(f.FormatPlaceHolder()))
		}
	}
	if hasOptions(n) {
		words = append(words, optional(italic("OPTION")+"..."))
	}
	for _, a := range n.Positional {
		word := italic(strings.ToUpper(a.Name))
		if a.IsCumulative() {
			word += "..."
		}
		if !a.Required {
			word = optional(word)
		}
		words = append(words, word)
	}
	if len(n.Children) > 0 {
		words = append(words, optional(italic("COMMAND")))
	}
	return strings.Join(words, " ")
}

func hasOptions(n *kong.Node) bool {
	for _, f := range n.Flags {
		if !f.Hidden && !f.Required {
			return true
		}
	}
	return false
}

// command tells one command, with its arguments and its own flags.
func (p Page) command(out *page, n *kong.Node) {
	out.request("SS", strings.TrimPrefix(n.FullPath(), root(n).Name+" "))
	out.text(synopsis(n))
	out.request("PP")
	out.text(escape(n.Help))
	for _, a := range n.Positional {
		out.item(italic(strings.ToUpper(a.Name)), a.Help)
	}
	p.flags(out, n)
}

func (p Page) flags(out *page, n *kong.Node) {
	for _, f := range n.Flags {
		if f.Hidden {
			continue
		}
		term := bold("--" + f.Name)
		if !f.IsBool() {
			term += "=" + italic(f.FormatPlaceHolder())
		}
		if f.Short != 0 {
			term = bold("-"+string(f.Short)) + ", " + term
		}
		out.item(term, f.Help)
	}
}

// root returns the program that a command belongs to.
func root(n *kong.Node) *kong.Node {
	for n.Parent != nil {
		n = n.Parent
	}
	return n
}
