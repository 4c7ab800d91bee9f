package meeting

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// anna is an attendee with whom nothing is wrong.
func anna() Attendee {
	return Attendee{Name: "Anna", Phone: "+48221234567", Email: "anna@example.com", SMS: "+48600100200", Role: Participant, Type: Normal, DeptUUID: "1", DeptName: "Sales", UserUUID: "u1", AccountID: "anna"}
}

func TestEveryRuleIsOneCheckOfOneCell(t *testing.T) {
	wide := func(n int) string { return strings.Repeat("企", n) }
	phone := func(n int) string { return "+" + strings.Repeat("1", n-1) }
	mail := func(n int) string {
		return strings.Repeat("a", 60) + "@" + strings.Repeat("b.", (n-60-1-3)/2) + strings.Repeat("c", (n-60-1-3)%2) + "com"
	}
	for name, c := range map[string]struct {
		change func(*Attendee)
		want   []Problem
	}{
		"nothing":            {func(*Attendee) {}, nil},
		"no name":            {func(a *Attendee) { a.Name = "" }, []Problem{{Column: ColumnName, Check: NameMissing}}},
		"blank name":         {func(a *Attendee) { a.Name = " \u3000\u200b" }, []Problem{{Column: ColumnName, Check: NameMissing}}},
		"96 code points":     {func(a *Attendee) { a.Name = wide(96) }, nil},
		"97 code points":     {func(a *Attendee) { a.Name = wide(97) }, []Problem{{Column: ColumnName, Check: NameLong, Limit: 96}}},
		"joined emoji":       {func(a *Attendee) { a.Name = "Anna 👩‍💻 \u200fAnna" }, nil},
		"control character":  {func(a *Attendee) { a.Name = "An\x07na" }, []Problem{{Column: ColumnName, Check: ControlChars}}},
		"line break":         {func(a *Attendee) { a.DeptName = "Sales\nBerlin" }, []Problem{{Column: ColumnDeptName, Check: ControlChars}}},
		"turned direction":   {func(a *Attendee) { a.Name = "Anna \u202eanna" }, []Problem{{Column: ColumnName, Check: ControlChars}}},
		"isolated direction": {func(a *Attendee) { a.AccountID = "a\u2066b" }, []Problem{{Column: ColumnAccountID, Check: ControlChars}}},
		"no UTF-8":           {func(a *Attendee) { a.Name = "Ann\xe4" }, []Problem{{Column: ColumnName, Check: ControlChars}}},
		"replacement sign":   {func(a *Attendee) { a.Name = "Ann\ufffd" }, nil},
		"no character":       {func(a *Attendee) { a.Name = "Ann\uffff" }, []Problem{{Column: ColumnName, Check: ControlChars}}},
		"127 of phone":       {func(a *Attendee) { a.Phone = phone(127) }, nil},
		"128 of phone":       {func(a *Attendee) { a.Phone = phone(128) }, []Problem{{Column: ColumnPhone, Check: PhoneLong, Limit: 127}}},
		"wrong phone":        {func(a *Attendee) { a.Phone = "call me" }, []Problem{{Column: ColumnPhone, Check: PhoneWrong}}},
		"extension":          {func(a *Attendee) { a.Phone = "+48 22 123 ext. 5" }, []Problem{{Column: ColumnPhone, Check: PhoneExtension}}},
		"SIP address":        {func(a *Attendee) { a.Phone = "anna@example.com" }, nil},
		"no way":             {func(a *Attendee) { a.Phone, a.Email, a.SMS = "", "", "" }, []Problem{{Column: ColumnPhone, Check: NoWay}}},
		"only mail":          {func(a *Attendee) { a.Phone, a.SMS = "", "" }, []Problem{{Column: ColumnPhone, Check: NotCalled, Warning: true}}},
		"only SMS":           {func(a *Attendee) { a.Phone, a.Email = "", "" }, []Problem{{Column: ColumnPhone, Check: NotCalled, Warning: true}}},
		"wrong mail":         {func(a *Attendee) { a.Email = "anna@example" }, []Problem{{Column: ColumnEmail, Check: EmailWrong}}},
		"254 of mail":        {func(a *Attendee) { a.Email = mail(254) }, nil},
		"256 of mail":        {func(a *Attendee) { a.Email = mail(256) }, []Problem{{Column: ColumnEmail, Check: EmailLong, Limit: 255}}},
		"32 of SMS":          {func(a *Attendee) { a.SMS = phone(32) }, nil},
		"33 of SMS":          {func(a *Attendee) { a.SMS = phone(33) }, []Problem{{Column: ColumnSMS, Check: SMSLong, Limit: 32}}},
		"SMS to an address":  {func(a *Attendee) { a.SMS = "anna@example.com" }, []Problem{{Column: ColumnSMS, Check: SMSWrong}}},
		"SMS to words":       {func(a *Attendee) { a.SMS = "call me" }, []Problem{{Column: ColumnSMS, Check: SMSWrong}}},
		"long words as SMS":  {func(a *Attendee) { a.SMS = strings.Repeat("call me ", 9) }, []Problem{{Column: ColumnSMS, Check: SMSLong, Limit: 32}}},
		"64 of deptUUID":     {func(a *Attendee) { a.DeptUUID = wide(64) }, nil},
		"65 of deptUUID":     {func(a *Attendee) { a.DeptUUID = wide(65) }, []Problem{{Column: ColumnDeptUUID, Check: DeptUUIDLong, Limit: 64}}},
		"128 of deptName":    {func(a *Attendee) { a.DeptName = wide(128) }, nil},
		"129 of deptName":    {func(a *Attendee) { a.DeptName = wide(129) }, []Problem{{Column: ColumnDeptName, Check: DeptNameLong, Limit: 128}}},
		"host":               {func(a *Attendee) { a.Role = Chair }, nil},
		"no role":            {func(a *Attendee) { a.Role = NoRole }, nil},
		"reserved role":      {func(a *Attendee) { a.Role = Reserved }, []Problem{{Column: ColumnRole, Check: RoleReserved, Warning: true}}},
		"unknown role":       {func(a *Attendee) { a.Role = 9 }, []Problem{{Column: ColumnRole, Check: RoleUnknown}}},
		"no type":            {func(a *Attendee) { a.Type = "" }, nil},
		"unknown type":       {func(a *Attendee) { a.Type = "fridge" }, []Problem{{Column: ColumnType, Check: TypeUnknown}}},
		"reserved type":      {func(a *Attendee) { a.Type = Telephone }, []Problem{{Column: ColumnType, Check: TypeReserved, Warning: true}}},
		"screens": {func(a *Attendee) { a.Phone2, a.Phone3 = "8002", "8003" }, []Problem{
			{Column: ColumnPhone2, Check: ScreensNotRoom}, {Column: ColumnPhone3, Check: ScreensNotRoom},
		}},
		"room with screens":        {func(a *Attendee) { a.Type, a.Phone2, a.Phone3 = Telepresence, "8002", "8003" }, []Problem{{Column: ColumnType, Check: TypeReserved, Warning: true}}},
		"room with a wrong screen": {func(a *Attendee) { a.Type, a.Phone3 = Telepresence, "left" }, []Problem{{Column: ColumnPhone3, Check: PhoneWrong}, {Column: ColumnType, Check: TypeReserved, Warning: true}}},
		"errors first": {func(a *Attendee) { *a = Attendee{Email: "x", Role: Reserved} }, []Problem{
			{Column: ColumnName, Check: NameMissing}, {Column: ColumnEmail, Check: EmailWrong},
			{Column: ColumnPhone, Check: NotCalled, Warning: true}, {Column: ColumnRole, Check: RoleReserved, Warning: true},
		}},
	} {
		a := anna()
		c.change(&a)
		if diff := cmp.Diff(c.want, checkRow(&a, false)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestEveryTypeIsKnown(t *testing.T) {
	for _, typ := range Types {
		a := anna()
		a.Type = typ
		for _, p := range checkRow(&a, false) {
			if !p.Warning || !typ.reserved() {
				t.Errorf("%s: %v", typ, p)
			}
		}
	}
	if len(Types) != 9 {
		t.Errorf("%d types", len(Types))
	}
}

func TestCheckAllNamesRowsAndWhatTheyRepeat(t *testing.T) {
	rows := []Attendee{
		{Name: "Anna", Phone: "+48 22 1234567", UserUUID: "AB"},
		{Phone: "8001"},
		{Name: "Jan", Phone: "0048-22-1234567"},
		{Name: "Ewa", Phone: "8002", UserUUID: "ab"},
		{Name: "Wrong", Phone: "x"},
		{Name: "Wrong too", Phone: "x"},
	}
	want := []Problem{
		{Row: 1, Column: ColumnName, Check: NameMissing},
		{Row: 2, Column: ColumnPhone, Check: DuplicateNumber, Warning: true, Other: 0},
		{Row: 3, Column: ColumnUserUUID, Check: DuplicatePerson, Warning: true, Other: 0},
		{Row: 4, Column: ColumnPhone, Check: PhoneWrong},
		{Row: 5, Column: ColumnPhone, Check: PhoneWrong},
	}
	if diff := cmp.Diff(want, CheckAll(rows)); diff != "" {
		t.Error(diff)
	}
	if got := CheckAll(nil); got != nil {
		t.Errorf("of nobody: %v", got)
	}
}
