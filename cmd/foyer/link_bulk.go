package main

import (
	"bytes"

	"foyer/services/link"
	"foyer/services/person"
)

type bulkCommand struct {
	File   string `arg:"" optional:"" name:"file.csv" help:"${csv}"`
	As     string `enum:"html,markdown,csv" default:"html" placeholder:"FORMAT" help:"${as_table}"`
	Output string `short:"o" placeholder:"FILE" help:"${output}"`
}

// Run makes a table of links from a list of people. Rows that are left out are named on stderr.
func (c bulkCommand) Run(a *app) error {
	in, err := a.open(c.File)
	if err != nil {
		return err
	}
	defer in.Close()
	people, bad, err := person.ReadCSV(in)
	if err != nil {
		return wrong{a.words.T("cli.unreadable", "File", c.File, "Words", err)}
	}
	for _, row := range bad {
		a.say("foyer: %s", a.words.T("cli.row", "Line", row.Line, "Reason", a.words.T("row."+string(row.Reason)), "Value", row.Value))
	}
	switch {
	case len(people) == 0 && len(bad) == 0:
		return wrong{a.words.T("cli.empty-list")}
	case len(people) == 0:
		return wrong{a.words.N("cli.no-rows", len(bad))}
	}
	if a.JSON && c.Output == "" {
		err = a.document(bulkRows(people))
	} else {
		var table bytes.Buffer
		if err = link.WriteTable(&table, people, link.Format(c.As), c.template(a)); err == nil {
			err = a.deliver(c.Output, line(table.String()))
		}
	}
	if err == nil && len(bad) > 0 {
		return partly{a.words.N("cli.rows-left-out", len(bad))}
	}
	return err
}

func (c bulkCommand) template(a *app) link.Template {
	for _, t := range a.templates() {
		if t.Name == "" {
			return t
		}
	}
	return link.DefaultTemplate()
}

// bulkRow is one person's links as JSON.
type bulkRow struct {
	Name    string `json:"name,omitempty"`
	Email   string `json:"email"`
	SIP     string `json:"sip,omitempty"`
	Message string `json:"message"`
	Meeting string `json:"meeting,omitempty"`
}

func bulkRows(people []person.Person) []bulkRow {
	rows := make([]bulkRow, 0, len(people))
	for _, p := range people {
		row := bulkRow{Name: p.Name, Email: p.Email, SIP: p.SIP}
		t := link.Target{Kind: link.Person, Name: p.Name, Email: p.Email, SIP: p.SIP}
		if out, err := link.Write(t, link.URL, ""); err == nil {
			row.Message = out.Text
		}
		if meeting, ok := t.Meet(); ok {
			row.Meeting = meeting.URL
		}
		rows = append(rows, row)
	}
	return rows
}
