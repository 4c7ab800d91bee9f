package link

import (
	"bufio"
	"encoding/csv"
	"html"
	"io"
	"strings"

	"foyer/services/person"
)

// WriteTable writes one row for each person, with the columns Name, Message link and Meeting link,
// as HTML, Markdown or CSV. The links of HTML and Markdown carry the labels that tpl makes; CSV has
// bare links. Without a SIP address the meeting link calls the e-mail address, as in Webex's own
// example. It fails with a *fault.Error of kind Invalid for other formats and broken templates, and
// with w's error.
func WriteTable(w io.Writer, people []person.Person, as Format, tpl Template) error {
	out := bufio.NewWriter(w)
	var err error
	switch as {
	case HTML:
		err = writeRows(out, people, tpl, htmlTable)
	case Markdown:
		err = writeRows(out, people, tpl, markdownTable)
	case CSV:
		err = writeCSV(out, people)
	default:
		return invalid("writing a table", "no-such-format", string(as))
	}
	if err != nil {
		return err
	}
	return out.Flush()
}

// table is how a format draws a table with links in it.
type table struct {
	head, foot string
	cell       func(name string) string
	link       func(url, label string) string
	row        [4]string // before, between, between, after
}

var htmlTable = table{
	head: "<table>\n<thead><tr><th>Name</th><th>Message link</th><th>Meeting link</th></tr></thead>\n<tbody>\n",
	foot: "</tbody>\n</table>\n",
	cell: html.EscapeString,
	link: anchor,
	row:  [4]string{"<tr><td>", "</td><td>", "</td><td>", "</td></tr>\n"},
}

var markdownTable = table{
	head: "| Name | Message link | Meeting link |\n| --- | --- | --- |\n",
	cell: strings.NewReplacer(`\`, `\\`, "|", `\|`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "*", `\*`, "_", `\_`, "`", "\\`").Replace,
	link: func(url, label string) string { return strings.ReplaceAll(markdownLink(url, label), "|", `\|`) },
	row:  [4]string{"| ", " | ", " | ", " |\n"},
}

func writeRows(out *bufio.Writer, people []person.Person, tpl Template, style table) error {
	out.WriteString(style.head)
	for _, p := range people {
		message, meeting := links(p)
		messageLabel, err := tpl.Label(message)
		if err != nil {
			return err
		}
		meetingLabel, err := tpl.Label(meeting)
		if err != nil {
			return err
		}
		for i, part := range []string{
			style.cell(message.Title()),
			style.link(message.URL, messageLabel),
			style.link(meeting.URL, meetingLabel),
		} {
			out.WriteString(style.row[i])
			out.WriteString(part)
		}
		out.WriteString(style.row[3])
	}
	_, err := out.WriteString(style.foot)
	return err
}

func writeCSV(out *bufio.Writer, people []person.Person) error {
	rows := csv.NewWriter(out)
	if err := rows.Write([]string{"Name", "Message link", "Meeting link"}); err != nil {
		return err
	}
	for _, p := range people {
		message, meeting := links(p)
		if err := rows.Write([]string{inert(message.Title()), message.URL, meeting.URL}); err != nil {
			return err
		}
	}
	rows.Flush()
	return rows.Error()
}

// inert keeps a spreadsheet from taking a name for a formula, by the leading ' that it knows as
// "this is text".
func inert(name string) string {
	if name != "" && strings.IndexByte("=+-@", name[0]) >= 0 {
		return "'" + name
	}
	return name
}

// links returns the message and the meeting link of p.
func links(p person.Person) (message, meeting Target) {
	message = FromPerson(p)
	meeting, _ = message.Meet()
	return message, meeting
}

// FromPerson returns the target of a person from a list.
func FromPerson(p person.Person) Target {
	t := Target{Kind: Person, Name: p.Name, Email: p.Email, SIP: p.SIP}
	t.URL = t.link()
	return t
}
