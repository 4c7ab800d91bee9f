package meeting

// Column is a field of an attendee, by the service's name for it.
type Column string

// The columns.
const (
	ColumnName      Column = "name"
	ColumnPhone     Column = "phone"
	ColumnPhone2    Column = "phone2"
	ColumnPhone3    Column = "phone3"
	ColumnEmail     Column = "email"
	ColumnSMS       Column = "sms"
	ColumnRole      Column = "role"
	ColumnType      Column = "type"
	ColumnUserUUID  Column = "userUUID"
	ColumnAccountID Column = "accountId"
	ColumnDeptUUID  Column = "deptUUID"
	ColumnDeptName  Column = "deptName"
)

// Check is a rule that an attendee breaks. Its value is part of the key of its sentence.
type Check string

// The checks.
const (
	NameMissing     Check = "name-missing"
	NameLong        Check = "name-long"       // more than 96
	PhoneWrong      Check = "phone-wrong"     // neither a SIP address nor a number
	PhoneLong       Check = "phone-long"      // more than 127
	PhoneExtension  Check = "phone-extension" // a number with an extension, which cannot be called
	NoWay           Check = "no-way"          // neither phone nor e-mail nor SMS
	NotCalled       Check = "not-called"      // warning: no phone, and the service notifies nobody otherwise
	EmailWrong      Check = "email-wrong"     // not an address
	EmailLong       Check = "email-long"      // more than 255
	SMSLong         Check = "sms-long"        // more than 32
	SMSWrong        Check = "sms-wrong"       // not a telephone number
	DeptUUIDLong    Check = "deptuuid-long"   // more than 64
	DeptNameLong    Check = "deptname-long"   // more than 128
	RoleUnknown     Check = "role-unknown"    // not 0, 1, 2
	RoleReserved    Check = "role-reserved"   // warning: 2
	TypeUnknown     Check = "type-unknown"    // none of Type
	TypeReserved    Check = "type-reserved"   // warning: telepresence, telephone
	ScreensNotRoom  Check = "screens"         // phone2 or phone3 without type telepresence
	ControlChars    Check = "control-chars"   // a field has characters that cannot be shown
	DuplicateNumber Check = "duplicate"       // warning: the same number as another row
	DuplicatePerson Check = "duplicate-uuid"  // warning: the same UUID as another row
)

// Problem is what is wrong with one cell. Row counts from 0.
type Problem struct {
	Row    int    `json:"row"`
	Column Column `json:"column"`
	Check  Check  `json:"check"`
	// Warning problems do not keep the row from being sent.
	Warning bool `json:"warning,omitempty"`
	// Limit is the number of code points that are allowed, 0 where the check has no limit.
	Limit int `json:"limit,omitempty"`
	// Other is the row that a duplicate repeats.
	Other int `json:"other,omitempty"`
}
