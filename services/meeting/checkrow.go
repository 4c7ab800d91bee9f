package meeting

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"foyer/services/person"
)

// The limits of the service's page, in code points.
const (
	maxName     = 96
	maxPhone    = 127
	maxEmail    = 255
	maxSMS      = 32
	maxDeptUUID = 64
	maxDeptName = 128
)

// checker collects what is wrong with one attendee.
type checker struct {
	problems []Problem
}

func (c *checker) wrong(column Column, check Check, limit int) {
	c.problems = append(c.problems, Problem{Column: column, Check: check, Limit: limit})
}

func (c *checker) warn(column Column, check Check) {
	c.problems = append(c.problems, Problem{Column: column, Check: check, Warning: true})
}

// checkRow returns what is wrong with a without looking at other rows, errors first. roleTyped says that
// something was typed as its role that is none.
func checkRow(a *Attendee, roleTyped bool) []Problem {
	var c checker
	c.text(a)
	c.phones(a)
	c.ways(a)
	c.kinds(a, roleTyped)
	if len(c.problems) > 1 {
		slices.SortStableFunc(c.problems, errorsFirst)
	}
	return c.problems
}

func errorsFirst(a, b Problem) int {
	switch {
	case a.Warning == b.Warning:
		return 0
	case b.Warning:
		return -1
	default:
		return 1
	}
}

// text checks that every field can be shown, and the lengths of those that say nothing else.
func (c *checker) text(a *Attendee) {
	for _, column := range Columns {
		if f := a.field(column); f != nil && !showable(*f) {
			c.wrong(column, ControlChars, 0)
		}
	}
	if trimmed(a.Name) == "" {
		c.wrong(ColumnName, NameMissing, 0)
	}
	c.length(ColumnName, a.Name, NameLong, maxName)
	c.length(ColumnDeptUUID, a.DeptUUID, DeptUUIDLong, maxDeptUUID)
	c.length(ColumnDeptName, a.DeptName, DeptNameLong, maxDeptName)
}

// length checks the number of code points.
func (c *checker) length(column Column, s string, check Check, limit int) bool {
	if len(s) <= limit || utf8.RuneCountInString(s) <= limit {
		return true
	}
	c.wrong(column, check, limit)
	return false
}

// phones checks the three numbers.
func (c *checker) phones(a *Attendee) {
	for _, column := range []Column{ColumnPhone, ColumnPhone2, ColumnPhone3} {
		number := *a.field(column)
		if number == "" {
			continue
		}
		c.number(column, number)
		if column != ColumnPhone && a.Type != Telepresence {
			c.wrong(column, ScreensNotRoom, 0)
		}
	}
}

func (c *checker) number(column Column, s string) {
	canonical, ok := parseNumber(s)
	switch {
	case ok:
		c.length(column, canonical, PhoneLong, maxPhone)
	case hasExtension(s):
		c.wrong(column, PhoneExtension, 0)
	default:
		c.wrong(column, PhoneWrong, 0)
	}
}

// ways checks how an attendee can be reached otherwise, and that there is a way.
func (c *checker) ways(a *Attendee) {
	switch {
	case a.Phone != "":
	case a.Email == "" && a.SMS == "":
		c.wrong(ColumnPhone, NoWay, 0)
	default:
		c.warn(ColumnPhone, NotCalled)
	}
	if a.Email != "" && c.length(ColumnEmail, a.Email, EmailLong, maxEmail) && !person.ValidEmail(a.Email) {
		c.wrong(ColumnEmail, EmailWrong, 0)
	}
	if a.SMS != "" {
		number, ok := parseNumber(a.SMS)
		if !ok {
			number = a.SMS
		}
		if c.length(ColumnSMS, number, SMSLong, maxSMS) && (!ok || !isDigits(number)) {
			c.wrong(ColumnSMS, SMSWrong, 0)
		}
	}
}

// kinds checks role and type.
func (c *checker) kinds(a *Attendee, roleTyped bool) {
	switch {
	case roleTyped || a.Role > Reserved:
		c.wrong(ColumnRole, RoleUnknown, 0)
	case a.Role == Reserved:
		c.warn(ColumnRole, RoleReserved)
	}
	switch {
	case a.Type == "":
	case !a.Type.known():
		c.wrong(ColumnType, TypeUnknown, 0)
	case a.Type.reserved():
		c.warn(ColumnType, TypeReserved)
	}
}

// isDigits tells whether a canonical number is a telephone number and no SIP address.
func isDigits(number string) bool {
	for _, r := range number {
		if r == '@' {
			return false
		}
	}
	return number != ""
}

// showable tells whether s is text without control characters, without signs that turn the direction of
// what follows, and without bytes that are no text. Marks of direction and joiners belong to names.
func showable(s string) bool {
	for i, r := range s {
		switch {
		case r >= ' ' && r < 0x7f:
		case r == utf8.RuneError:
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return false
			}
		case unicode.IsControl(r), r == '\u2028', r == '\u2029':
			return false
		case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
			return false
		case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe: // not characters
			return false
		}
	}
	return true
}
