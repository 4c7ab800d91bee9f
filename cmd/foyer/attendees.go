package main

import (
	"bytes"
	"io"

	"foyer/services/meeting"
)

// maxAttendees is how long a list of attendees may be, in bytes.
const maxAttendees = 64 << 20

// attendees reads a list and, when it comes from the standard input too, the secret in its first line.
func (c meetingInviteCommand) attendees(a *app) (meeting.Access, meeting.Reading, error) {
	access := meeting.Access{ID: c.ID}
	wantsSecret := c.Password || c.Token
	// A check needs no secret, but one that stands before the list is no attendee.
	if wantsSecret && c.isStdin(a) {
		data, err := a.bytes(c.File)
		if err != nil {
			return access, meeting.Reading{}, err
		}
		first, rest, _ := bytes.Cut(data, []byte("\n"))
		if len(bytes.TrimRight(first, "\r")) == 0 {
			return access, meeting.Reading{}, wrong{a.words.T("cli.no-secret")}
		}
		r, err := c.read(a, rest)
		return c.with(access, string(bytes.TrimRight(first, "\r"))), r, err
	}
	if wantsSecret && !c.Check {
		var err error
		if access, err = c.access(a); err != nil {
			return access, meeting.Reading{}, err
		}
	}
	data, err := a.bytes(c.File)
	if err != nil {
		return access, meeting.Reading{}, err
	}
	r, err := c.read(a, data)
	return access, r, err
}

func (c meetingInviteCommand) isStdin(a *app) bool {
	return c.File == stdin || c.File == "" && !isTerminal(a.in)
}

// bytes reads a file whole.
func (a *app) bytes(name string) ([]byte, error) {
	from, err := a.open(name)
	if err != nil {
		return nil, err
	}
	defer from.Close()
	data, err := io.ReadAll(io.LimitReader(from, maxAttendees+1))
	if err != nil {
		return nil, wrong{a.words.T("cli.unreadable", "File", orStdin(name), "Words", cause(err))}
	}
	if len(data) > maxAttendees {
		return nil, wrong{a.words.T("cli.list-too-long", "File", orStdin(name))}
	}
	return data, nil
}

func orStdin(name string) string {
	if name == "" {
		return stdin
	}
	return name
}

// read reads attendees in the format that was named, or that they seem to have.
func (c meetingInviteCommand) read(a *app, data []byte) (meeting.Reading, error) {
	format := meeting.Format(c.As)
	if format == "" {
		format = meeting.Detect(c.File, data[:min(len(data), 4096)])
	}
	switch format {
	case meeting.FormatCSV:
		return meeting.ReadCSV(bytes.NewReader(data), a.mapping())
	case meeting.FormatVCard:
		return meeting.ReadVCard(bytes.NewReader(data))
	case meeting.FormatJSON:
		return meeting.ReadJSON(bytes.NewReader(data))
	default:
		return meeting.ReadText(string(data)), nil
	}
}

// mapping is what was said of the columns of files before.
func (a *app) mapping() meeting.Mapping {
	file, err := a.settings()
	if err != nil {
		return nil
	}
	return file.Values().Meetings.Columns
}

// attendeeJSON is a row as JSON, with what is wrong with it.
type attendeeJSON struct {
	Row  int    `json:"row,omitempty"` // counts from 1; what could not be read has a line only
	Line int    `json:"line,omitempty"`
	Name string `json:"name,omitempty"`
	// State is ready, warned, not-called or wrong; rejected for what could not be read.
	State    string        `json:"state"`
	Problems []problemJSON `json:"problems,omitempty"`
}

type problemJSON struct {
	Column  string `json:"column,omitempty"`
	Check   string `json:"check"`
	Message string `json:"message"`
	Warning bool   `json:"warning,omitempty"`
}

// checked is what a list is like before anything is sent.
type checked struct {
	table    *meeting.Table
	rows     []attendeeJSON
	rejected int
}

// review checks every row.
func (a *app) review(r meeting.Reading) checked {
	people := make([]meeting.Attendee, len(r.Rows))
	for i, row := range r.Rows {
		people[i] = row.Attendee
	}
	c := checked{table: meeting.NewTable(people...), rows: make([]attendeeJSON, 0, len(people)), rejected: len(r.Rejected)}
	for i, row := range r.Rows {
		j := attendeeJSON{Row: i + 1, Line: row.Line, Name: row.Name, State: string(c.table.Status(i))}
		for _, p := range c.table.Problems(i) {
			j.Problems = append(j.Problems, problemJSON{Column: string(p.Column), Check: string(p.Check), Message: a.words.Problem(p), Warning: p.Warning})
		}
		c.rows = append(c.rows, j)
	}
	for _, row := range r.Rejected {
		c.rows = append(c.rows, attendeeJSON{Line: row.Line, Name: row.Text, State: "rejected",
			Problems: []problemJSON{{Check: string(row.Reason), Message: a.words.Rejected(row.Reason)}}})
	}
	return c
}

// isWrong reports whether something has to be corrected before anything may be sent.
func (c checked) isWrong() bool { return c.rejected > 0 || c.table.Summary().Wrong > 0 }

// tell says on stderr what is wrong or odd.
func (c checked) tell(a *app) {
	for _, row := range c.rows {
		for _, p := range row.Problems {
			at := row.Line
			if at == 0 {
				at = row.Row
			}
			a.say("foyer: %s", a.words.T("cli.at-line", "Line", at, "Name", shortened(row.Name), "Words", p.Message))
		}
	}
}

// shortened returns the beginning of a text as one line, enough to find the row by.
func shortened(text string) string {
	const longest = 80
	runes := []rune(oneLine(text))
	if len(runes) <= longest {
		return string(runes)
	}
	return string(runes[:longest]) + "…"
}
