package demo

import (
	"encoding/json"
	"net/mail"
	"regexp"
	"slices"
	"unicode/utf8"
)

// hwAttendee is somebody to be invited. Limits are in code points.
type hwAttendee struct {
	UserUUID, AccountID, Name string
	Role                      int
	Phone, Phone2, Phone3     string
	Email, SMS                string
	Type, DeptUUID, DeptName  string
	AutoInvite                int
}

var (
	hwTypes = []string{"normal", "telepresence", "terminal", "outside", "mobile", "telephone", "ideahub", "board", "hwvision"}
	// hwNumbers are what can be called: digits, or user@host:port.
	hwNumbers = regexp.MustCompile(`^(\+?[0-9*#]+|(sips?:)?[^\s@:<>"]+@[A-Za-z0-9.\[\]:-]+)$`)
	hwTexts   = regexp.MustCompile(`^\+?[0-9 ()-]+$`)
)

// readAttendees reads the member of that name.
func readAttendees(in *camObject) ([]hwAttendee, *hwCode) {
	var list []json.RawMessage
	in.read("attendees", &list, "a list")
	if len(list) > hwInviteMost {
		return nil, &hwTooManyInvited
	}
	all := make([]hwAttendee, len(list))
	for i, data := range list {
		one := readObject("attendee", data)
		a := &all[i]
		for key, into := range map[string]*string{
			"userUUID": &a.UserUUID, "accountId": &a.AccountID, "name": &a.Name, "phone": &a.Phone, "phone2": &a.Phone2,
			"phone3": &a.Phone3, "email": &a.Email, "sms": &a.SMS, "type": &a.Type, "deptUUID": &a.DeptUUID, "deptName": &a.DeptName,
		} {
			*into = one.text(key)
		}
		one.read("role", &a.Role, "a number")
		one.read("isAutoInvite", &a.AutoInvite, "a number")
		if a.Type == "" {
			a.Type = hwTypes[0]
		}
		in.wrong = append(in.wrong, one.wrong...)
	}
	if len(in.wrong) > 0 {
		return nil, &hwNotJSON
	}
	return all, nil
}

// check returns what is wrong with an attendee, nil for nothing.
//
// undocumented: the order of the checks; that somebody without a phone is taken as long as there is an
// e-mail address or a number for text messages, which the page says in one place and denies in
// another; that UUIDs and accounts have limits; that a missing type is a normal one; that 2 is taken as a role.
func (a hwAttendee) check() *hwCode {
	for _, rule := range []struct {
		broken bool
		code   *hwCode
	}{
		{a.Name == "", &hwNameEmpty},
		{longer(a.Name, 96), &hwNameLong},
		{a.Phone == "" && a.Email == "" && a.SMS == "", &hwNumberEmpty},
		{longer(a.Phone, 127) || longer(a.Phone2, 127) || longer(a.Phone3, 127), &hwNumberLong},
		{slices.ContainsFunc([]string{a.Phone, a.Phone2, a.Phone3}, func(n string) bool { return n != "" && !hwNumbers.MatchString(n) }), &hwNumberIllegal},
		{a.Role < 0 || a.Role > 2, &hwRoleUnknown},
		{longer(a.Email, 255), &hwEmailLong},
		{longer(a.SMS, 32), &hwSMSLong},
		{a.Email != "" && !isEmail(a.Email), &hwEmailIllegal},
		{a.SMS != "" && !hwTexts.MatchString(a.SMS), &hwSMSIllegal},
		{longer(a.DeptName, 128), &hwDepartmentLong},
		{longer(a.DeptUUID, 64) || longer(a.UserUUID, 64) || longer(a.AccountID, 255), &hwParameter},
		{!slices.Contains(hwTypes, a.Type), &hwParameter},
		{a.AutoInvite < 0 || a.AutoInvite > 1, &hwParameter},
	} {
		if rule.broken {
			return rule.code
		}
	}
	return nil
}

func longer(text string, limit int) bool { return utf8.RuneCountInString(text) > limit }

func isEmail(text string) bool {
	a, err := mail.ParseAddress(text)
	return err == nil && a.Name == "" && a.Address == text
}
