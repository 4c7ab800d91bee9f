package meeting

import (
	"strconv"
	"strings"
)

// field returns the text of a column in a, nil for the role and for what is no column of a table.
func (a *Attendee) field(c Column) *string {
	switch c {
	case ColumnName:
		return &a.Name
	case ColumnPhone:
		return &a.Phone
	case ColumnPhone2:
		return &a.Phone2
	case ColumnPhone3:
		return &a.Phone3
	case ColumnEmail:
		return &a.Email
	case ColumnSMS:
		return &a.SMS
	case ColumnUserUUID:
		return &a.UserUUID
	case ColumnAccountID:
		return &a.AccountID
	case ColumnDeptUUID:
		return &a.DeptUUID
	case ColumnDeptName:
		return &a.DeptName
	case ColumnType:
		return (*string)(&a.Type)
	default:
		return nil
	}
}

// cell returns what a column of a shows.
func (a *Attendee) cell(c Column) string {
	if c == ColumnRole {
		n, ok := a.Role.Number()
		if !ok {
			return ""
		}
		return strconv.Itoa(n)
	}
	if f := a.field(c); f != nil {
		return *f
	}
	return ""
}

// assign gives a column what a cell says. ok is false when that is no role; everything else is taken as
// it is, and is for Check to judge.
func (a *Attendee) assign(c Column, value string) (ok bool) {
	if c == ColumnRole {
		role, known := readRole(value)
		a.Role = role
		return known
	}
	f := a.field(c)
	if f == nil {
		return true
	}
	*f = tidyCell(c, value)
	return true
}

// tidyCell brings what a cell says into the form that is sent.
func tidyCell(c Column, value string) string {
	switch c {
	case ColumnPhone, ColumnPhone2, ColumnPhone3, ColumnSMS:
		return CanonicalNumber(value)
	case ColumnType:
		value = trimmed(value)
		if t := Type(strings.ToLower(value)); t.known() {
			return string(t)
		}
		return value
	default:
		return trimmed(value)
	}
}

// tidy returns a as it is sent.
func (a Attendee) tidy() Attendee {
	for _, c := range Columns {
		if f := a.field(c); f != nil {
			*f = tidyCell(c, *f)
		}
	}
	return a
}

// Columns are the columns of a table, in the order in which they are written.
var Columns = [...]Column{
	ColumnName, ColumnPhone, ColumnEmail, ColumnSMS, ColumnRole, ColumnType, ColumnPhone2, ColumnPhone3,
	ColumnUserUUID, ColumnAccountID, ColumnDeptUUID, ColumnDeptName,
}
