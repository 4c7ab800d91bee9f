package meetings

import (
	"fyne.io/fyne/v2"

	"foyer/services/meeting"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// details are the columns of a row's sheet, in their order.
var details = []meeting.Column{meeting.ColumnName, meeting.ColumnPhone, meeting.ColumnEmail, meeting.ColumnRole, meeting.ColumnType, meeting.ColumnSMS, meeting.ColumnDeptName,
	meeting.ColumnPhone2, meeting.ColumnPhone3, meeting.ColumnDeptUUID, meeting.ColumnUserUUID, meeting.ColumnAccountID}

// offered are the types that can be chosen; the reserved ones are kept where a file has them.
var offered = []meeting.Type{"", meeting.Normal, meeting.Terminal, meeting.Outside, meeting.Mobile, meeting.IdeaHub, meeting.Board, meeting.HWVision, meeting.Telepresence}

// rowSheet has all fields of a row.
type rowSheet struct {
	page   *Page
	row    int
	sheet  *widget.Sheet
	trial  *meeting.Table // the row as it would be
	fields map[meeting.Column]*widget.Entry
	notes  map[meeting.Column]*widget.Prose
}

// openRow shows all fields of a row.
func (p *Page) openRow(row int) {
	m, say := &p.model, p.config.Say
	if row >= m.table.Len() || m.run != nil {
		return
	}
	r := &rowSheet{page: p, row: row, trial: meeting.NewTable(m.table.Row(row)), fields: map[meeting.Column]*widget.Entry{}, notes: map[meeting.Column]*widget.Prose{}}
	for _, c := range details {
		r.trial.Set(0, c, m.table.Cell(row, c))
	}
	title := say.T("meetings.row-title", "Row", row+1)
	r.sheet = widget.NewSheet(title, say.T("widget.cancel"), say.T("meetings.save"), r.save)
	for _, c := range details {
		r.notes[c] = widget.NewProse("", style.Caption, style.InUse)
		r.sheet.Add(labelled(say.T("meetings.column."+string(c)), r.field(c))...)
		r.sheet.Add(widget.Part{Above: 2, Object: r.notes[c]})
	}
	r.check()
	p.open(r.sheet, r.fields[meeting.ColumnName].Input())
}

// field is what a column is changed with.
func (r *rowSheet) field(c meeting.Column) fyne.CanvasObject {
	switch c {
	case meeting.ColumnRole:
		return r.roles()
	case meeting.ColumnType:
		return r.types()
	}
	e := widget.NewEntry("", "")
	e.SetText(r.trial.Cell(0, c))
	r.sheet.Field(e)
	e.OnChanged = func(words string) {
		r.trial.Set(0, c, words)
		r.check()
	}
	r.fields[c] = e
	return e
}

func (r *rowSheet) roles() fyne.CanvasObject {
	say := r.page.config.Say
	choice := widget.NewSegments([]string{say.T("meetings.role.any"), say.T("meetings.role.participant"), say.T("meetings.role.host")}, func(i int) {
		a := r.trial.Row(0)
		a.Role = meeting.Role(i)
		kind := r.trial.Cell(0, meeting.ColumnType)
		r.trial.Put(0, a)
		r.trial.Set(0, meeting.ColumnType, kind)
		r.check()
	})
	choice.Select(int(min(r.trial.Row(0).Role, meeting.Chair)))
	return choice
}

func (r *rowSheet) types() fyne.CanvasObject {
	say := r.page.config.Say
	var b *widget.Button
	name := func(t meeting.Type) string {
		if t == "" {
			return say.T("meetings.type.any")
		}
		return say.T("meetings.type." + string(t))
	}
	shown := func() string {
		typed := r.trial.Cell(0, meeting.ColumnType)
		if t := r.trial.Row(0).Type; typed == "" || string(t) == typed {
			if t == meeting.Telephone {
				return string(t)
			}
			return name(t)
		}
		return typed
	}
	b = widget.NewButton(widget.Outlined, "down", shown(), func() {
		var items []*fyne.MenuItem
		for _, t := range offered {
			items = append(items, fyne.NewMenuItem(name(t), func() {
				r.trial.Set(0, meeting.ColumnType, string(t))
				b.SetText(shown())
				r.check()
			}))
		}
		widget.ShowMenu(b, items)
	})
	return widget.NewLine(0, -1, b)
}

// check says below each field what is wrong with it.
func (r *rowSheet) check() {
	wrong := map[meeting.Column]meeting.Problem{}
	for _, problem := range r.trial.Problems(0) {
		if _, known := wrong[problem.Column]; !known {
			wrong[problem.Column] = problem
		}
	}
	for _, c := range details {
		problem, bad := wrong[c]
		r.notes[c].Hidden = !bad
		if bad {
			r.notes[c].Color = style.InUse
			if problem.Warning {
				r.notes[c].Color = style.Soon
			}
			r.notes[c].SetText(r.page.sentence(problem))
		}
		if e := r.fields[c]; e != nil {
			e.SetInvalid(bad && !problem.Warning)
		}
	}
	r.sheet.Refresh()
}

// save puts the row into the table, wrong or not: the table says the rest.
func (r *rowSheet) save() {
	p := r.page
	r.sheet.Close()
	if p.model.run != nil || r.row >= p.model.table.Len() {
		return
	}
	p.changeRows(r.row, 1, []entry{{attendee: r.trial.Row(0), role: r.trial.Cell(0, meeting.ColumnRole), kind: r.trial.Cell(0, meeting.ColumnType)}})
	p.table.Focus()
	p.table.Go(r.row, max(p.column(), 0))
}
