package meetings

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/meeting"
	"foyer/ui/widget"
)

// How soon and how many people that were invited before are offered while a name is typed.
const (
	suggestAfter = 120 * time.Millisecond
	suggestMost  = 6
)

// typing offers people who were invited before, and takes the red off a cell as soon as it is right.
func (p *Page) typing(row, column int, value string) {
	p.checkTyped(row, column, value)
	if columns[column] != meeting.ColumnName {
		return
	}
	stop(&p.waits.suggest)
	query := strings.TrimSpace(value)
	if query == "" {
		p.typingRested()
		return
	}
	p.waits.suggest = p.config.After(suggestAfter, func() {
		p.waits.suggest = nil
		p.tasks.Latest("suggest", func(ctx context.Context) func() {
			people, err := p.config.Book.Invited(ctx, query, suggestMost)
			return func() {
				if err != nil {
					p.config.Log.Warn("meetings page", "what", "looking for people invited before", "err", err)
					return
				}
				p.suggest(row, column, query, people)
			}
		})
	})
}

// checkTyped keeps a cell red as long as what is typed is wrong, once it was.
func (p *Page) checkTyped(row, column int, value string) {
	m := &p.model
	if row >= m.table.Len() {
		return
	}
	wasWrong := false
	for _, problem := range m.table.Problems(row) {
		wasWrong = wasWrong || problem.Column == columns[column] && !problem.Warning
	}
	if !wasWrong {
		return
	}
	one := meeting.NewTable(m.table.Row(row))
	one.Set(0, columns[column], value)
	wrong := false
	for _, problem := range one.Problems(0) {
		wrong = wrong || problem.Column == columns[column] && !problem.Warning
	}
	p.table.SetWrong(wrong)
}

// suggest drops people down below the name that is being typed.
func (p *Page) suggest(row, column int, query string, people []meeting.Attendee) {
	if r, c, on := p.table.Editing(); !on || r != row || c != column {
		return
	}
	rows := make([]widget.DropRow, len(people))
	for i, a := range people {
		rows[i] = widget.DropRow{Icon: "person", Title: a.Name, Second: firstOf(a.Phone, a.Email)}
	}
	p.drop.Open(rows, query, func(i int) { p.takeSuggestion(row, people[i]) })
	p.placeDrop()
}

// takeSuggestion puts somebody into the row that is being typed.
func (p *Page) takeSuggestion(row int, a meeting.Attendee) {
	p.table.GiveUp()
	count := 0
	if row < p.model.table.Len() {
		count = 1
	}
	p.changeRows(row, count, []entry{{attendee: a}})
	p.table.Focus()
	p.table.Go(row+1, 0)
}

// typingRested puts the list away, unless somebody is about to tap a row of it.
func (p *Page) typingRested() {
	stop(&p.waits.suggest)
	p.tasks.Latest("suggest", func(context.Context) func() { return nil })
	if !p.drop.Over() {
		p.drop.Hide()
	}
}

// placeDrop puts the list below the cell that is being typed, above it where there is no room.
func (p *Page) placeDrop() {
	row, column, on := p.table.Editing()
	if p.drop.Hidden || !on {
		return
	}
	at, cell := p.table.CellArea(row, column)
	at = at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(p))
	w, h := min(max(cell.Width*2, 320), p.Size().Width-at.X), p.drop.HeightFor(0)
	y := at.Y + cell.Height
	if y+h > p.Size().Height && at.Y-h >= 0 {
		y = at.Y - h
	}
	widget.Place(p.drop, at.X, y, w, h)
	p.drop.Refresh()
}

func firstOf(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}
