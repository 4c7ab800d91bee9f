package meeting

import (
	"strings"

	"foyer/services/person"
)

// cellsReader makes an attendee of cells.
type cellsReader struct {
	*table
	attendee      Attendee
	given, family string
	// named is the name in the cell of an address, reached the address in the cell of a name, which is
	// the cell at.
	named, reached string
	at             int
}

// read takes the cells. The reason is "" unless one cannot be kept, or there is nothing to keep.
func (c *cellsReader) read(cells []string) Reason {
	empty := true
	columns := c.columns
	if c.guessed {
		columns = c.elsewhere(cells)
	}
	for i, value := range cells {
		if value == "" {
			continue
		}
		column := Column("")
		if i < len(columns) {
			column = columns[i]
		}
		if column == ColumnReason {
			continue
		}
		if column == "" {
			c.skip(i)
			continue
		}
		empty = false
		if reason := c.cell(i, column, value); reason != "" {
			return reason
		}
	}
	if empty {
		return ReasonNoWay
	}
	c.keepHalves()
	c.attendee.Name = fullName(c.attendee.Name, c.given, c.family)
	return ""
}

// skip counts a cell that is not read.
func (c *cellsReader) skip(i int) {
	if i < len(c.names) && c.names[i] != "" {
		c.unread(c.names[i])
		return
	}
	c.unread(place(i))
}

// cell takes the cell i.
func (c *cellsReader) cell(i int, column Column, value string) Reason {
	switch column {
	case ColumnGivenName:
		c.given = trimmed(value)
	case ColumnFamilyName:
		c.family = trimmed(value)
	case ColumnName, ColumnEmail:
		c.nameOrEmail(i, column, value)
	default:
		if !c.attendee.assign(column, value) {
			return ReasonRole
		}
	}
	return ""
}

// nameOrEmail reads the cells in which mail programs put both: Name <a@example.com>.
func (c *cellsReader) nameOrEmail(i int, column Column, value string) {
	name, email, ok := "", "", false
	if strings.Contains(value, "@") {
		name, email, ok = person.ParseAddress(value)
	}
	switch {
	case !ok || column == ColumnName && name == "":
		c.attendee.assign(column, value)
	case column == ColumnName:
		c.attendee.Name, c.reached, c.at = trimmed(name), email, i
	default:
		c.attendee.Email, c.named = email, trimmed(name)
	}
}

// keepHalves takes the name and the address that stood in a cell of the other, where no cell has its own.
// Another address than the cell of its own has is counted.
func (c *cellsReader) keepHalves() {
	a := &c.attendee
	keep(&a.Name, c.named)
	keep(&a.Email, c.reached)
	if c.reached != "" && !strings.EqualFold(a.Email, c.reached) {
		c.skip(c.at)
	}
}
