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
}

// read takes the cells. The reason is "" unless one cannot be kept, or there is nothing to keep.
func (c *cellsReader) read(cells []string) Reason {
	empty := true
	for i, value := range cells {
		if value == "" {
			continue
		}
		column := Column("")
		if i < len(c.columns) {
			column = c.columns[i]
		}
		if c.guessed {
			column = elsewhere(column, value, &c.attendee)
		}
		if column == ColumnReason {
			continue
		}
		if column == "" {
			c.skip(i)
			continue
		}
		empty = false
		if reason := c.cell(column, value); reason != "" {
			return reason
		}
	}
	if empty {
		return ReasonNoWay
	}
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

// cell takes one cell.
func (c *cellsReader) cell(column Column, value string) Reason {
	switch column {
	case ColumnGivenName:
		c.given = trimmed(value)
	case ColumnFamilyName:
		c.family = trimmed(value)
	case ColumnName, ColumnEmail:
		c.nameOrEmail(column, value)
	default:
		if !c.attendee.assign(column, value) {
			return ReasonRole
		}
	}
	return ""
}

// nameOrEmail reads the cells in which mail programs put both: Name <a@example.com>.
func (c *cellsReader) nameOrEmail(column Column, value string) {
	name, email, ok := "", "", false
	if strings.Contains(value, "@") {
		name, email, ok = person.ParseAddress(value)
	}
	a := &c.attendee
	switch {
	case !ok || column == ColumnName && name == "":
		a.assign(column, value)
	case column == ColumnName:
		a.Name = trimmed(name)
		if a.Email == "" {
			a.Email = email
		}
	default:
		a.Email = email
		if a.Name == "" {
			a.Name = trimmed(name)
		}
	}
}
