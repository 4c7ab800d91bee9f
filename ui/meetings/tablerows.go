package meetings

import (
	"fyne.io/fyne/v2"

	"foyer/services/meeting"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// fine is the tone of what went well.
const fine = widget.Fine

// columns are the columns that are edited in place; the others are in a row's details.
var columns = []meeting.Column{meeting.ColumnName, meeting.ColumnPhone, meeting.ColumnEmail}

// checks are all rules, of which the longest short words decide how wide the last column is.
var checks = []meeting.Check{meeting.NameMissing, meeting.NameLong, meeting.PhoneWrong, meeting.PhoneLong, meeting.PhoneExtension, meeting.NoWay, meeting.NotCalled, meeting.EmailWrong, meeting.EmailLong,
	meeting.SMSLong, meeting.SMSWrong, meeting.DeptUUIDLong, meeting.DeptNameLong, meeting.RoleUnknown, meeting.RoleReserved, meeting.TypeUnknown, meeting.TypeReserved,
	meeting.ScreensNotRoom, meeting.ControlChars, meeting.DuplicateNumber, meeting.DuplicatePerson}

func (p *Page) newTable() *widget.SheetTable {
	say := p.config.Say
	t := widget.NewSheetTable(
		widget.SheetColumn{Head: say.T("meetings.column.name"), Share: 136, Least: 84},
		widget.SheetColumn{Head: say.T("meetings.column.phone"), Share: 148, Least: 96},
		widget.SheetColumn{Head: say.T("meetings.column.email"), Share: 168, Least: 110, Drop: true})
	t.NoteHead, t.NewHint, t.NewHintShort = say.T("meetings.column.check"), say.T("meetings.new-row"), say.T("meetings.new-row-short")
	for _, c := range checks {
		t.Notes = append(t.Notes, say.T("meetings.check."+string(c)))
	}
	t.Notes = append(t.Notes, say.T("meetings.host-ready"), say.T("meetings.fate.sending"), say.T("meetings.fate.refused"), say.T("meetings.fate.unclear"), p.standWord(""))
	for _, s := range order {
		if s != "" {
			t.Notes = append(t.Notes, p.standWord(s))
		}
	}
	t.Row = p.sheetRow
	t.OnEdited = func(row, column int, value string) { p.editCell(row, columns[column], value) }
	t.OnPasted = func(row, column int, text string) { p.pasted(row, column, text) }
	t.OnRemoved = p.removeRows
	t.OnCopied = p.copyRows
	t.OnUndo = func(again bool) {
		if again {
			p.doAgain()
		} else {
			p.takeBack()
		}
	}
	t.OnTyping, t.OnRested, t.OnTypingKey = p.typing, p.typingRested, func(k *fyne.KeyEvent) bool { return p.drop.Typed(k) }
	t.OnOpened = p.openRow
	t.OnMenu = func(row int, at fyne.Position) { widget.ShowMenuAt(p, at, p.rowMenu(row)) }
	return t
}

// sheetRow says what a row of the table says.
func (p *Page) sheetRow(row int) widget.SheetRow {
	m, say := &p.model, p.config.Say
	problems := m.table.Problems(row)
	r := widget.SheetRow{Cells: make([]widget.SheetCell, len(columns))}
	for i, c := range columns {
		cell := widget.SheetCell{Words: m.table.Cell(row, c), Hint: say.T("meetings.none")}
		if c == meeting.ColumnName {
			cell.Hint = say.T("meetings.name-hint")
		}
		for _, problem := range problems {
			if problem.Column == c && cell.Tip == "" {
				cell.Wrong, cell.Tip = !problem.Warning, p.sentence(problem)
			}
		}
		r.Cells[i] = cell
	}
	if s := m.sent[row]; s.fate() != "" && s.fate() != meeting.FateNotSent || m.run != nil && s != nil {
		p.sentNote(&r, s)
		return r
	}
	p.checkNote(&r, row, problems)
	return r
}

// sentence says what is wrong with a cell.
func (p *Page) sentence(problem meeting.Problem) string {
	return p.config.Say.T("attendee.check."+string(problem.Check), "Limit", problem.Limit, "Other", problem.Other+1)
}

// checkNote says in two words what would become of a row.
func (p *Page) checkNote(r *widget.SheetRow, row int, problems []meeting.Problem) {
	m, say := &p.model, p.config.Say
	if len(problems) > 0 {
		first := problems[0]
		r.Note, r.Tip = say.T("meetings.check."+string(first.Check)), p.sentence(first)
		r.Icon, r.Tone = "x", style.InUse
		if first.Warning {
			r.Icon, r.Tone = "warning", style.Soon
		}
		return
	}
	r.Icon, r.Tone, r.Quiet, r.Note = "check", style.Free, true, say.T("meetings.ready")
	if m.table.Row(row).Role == meeting.Chair {
		r.Note = say.T("meetings.host-ready")
	}
}

// sentNote says what became of a row that was invited.
func (p *Page) sentNote(r *widget.SheetRow, s *sentRow) {
	say := p.config.Say
	switch s.fate() {
	case "":
		r.Icon, r.Tone, r.Note = "message-sending", style.Accent, say.T("meetings.fate.sending")
	case meeting.FateRefused:
		r.Icon, r.Tone, r.Note, r.Tip = "x", style.InUse, say.T("meetings.fate.refused"), say.T("meetings.fate.refused-tip")
		if p.model.outcome != nil && p.model.outcome.err != nil {
			r.Tip = say.Reason(p.model.outcome.err)
		}
	case meeting.FateUnclear:
		r.Icon, r.Tone, r.Note, r.Tip = "message-unknown", style.Soon, say.T("meetings.fate.unclear"), say.T("meetings.fate.unclear-tip")
	default:
		state := s.standing().State
		r.Icon, r.Tone = standMark(state)
		r.Note = p.standWord(state)
		if p.model.unread != nil || p.model.phase != running {
			r.Tone = style.Unknown
		}
	}
}

// showTable draws the table, its title and what can be done.
func (p *Page) showTable() {
	p.table.Frozen = p.model.run != nil
	p.table.SetCount(p.model.table.Len())
	p.title.show()
	p.foot.show()
}

// rowMenu is the menu of a row, or of the rows that are chosen.
func (p *Page) rowMenu(row int) (items []*fyne.MenuItem) {
	say, m := p.config.Say, &p.model
	first, count := p.table.Chosen()
	if count == 0 || row < first || row >= first+count {
		first, count = row, 1
	}
	add := func(words string, on bool, do func()) {
		item := fyne.NewMenuItem(words, do)
		item.Disabled = !on
		items = append(items, item)
	}
	rest := m.run == nil
	if count == 1 {
		add(say.T("meetings.details"), true, func() { p.openRow(row) })
		if s := m.sent[row]; s.called() {
			at := s.standing()
			add(say.T("meetings.invite-again"), rest && m.phase == running && (s.missing() || s.fate() == meeting.FateUnclear), func() { p.inviteAgain(s) })
			add(say.T("meetings.hang-up"), at.PID != "" && m.phase == running && !s.missing(), func() {
				p.hangUp(say.T("meetings.hung-up", "Name", widget.Strong(s.round.rows[s.at].Name)), at.PID)
			})
		}
	}
	add(say.T("meetings.copy"), true, func() { p.copyRows(first, count, -1) })
	add(say.N("meetings.remove-rows", count), rest, func() { p.removeRows(first, count) })
	return items
}
