package meeting

// Query asks for meetings or people.
type Query struct {
	// Words are looked for in subjects and names; "" is everything.
	Words string `json:"words,omitempty"`
	// Offset and Limit choose a page; Limit 0 is the adapter's usual one, at most 500.
	Offset int `json:"offset,omitempty"`
	Limit  int `json:"limit,omitempty"`
	// Running asks for meetings that take place now only.
	Running bool `json:"running,omitempty"`
}

// Meetings is one page of meetings; Count is how many there are altogether.
type Meetings struct {
	Meetings []Meeting `json:"meetings"`
	Offset   int       `json:"offset"`
	Count    int       `json:"count"`
}

// Directory is one page of the organisation's directory.
type Directory struct {
	People []Entry `json:"people"`
	Offset int     `json:"offset"`
	Count  int     `json:"count"`
}

// Entry is a person or a room system of the directory.
type Entry struct {
	UserUUID string `json:"userUUID"`
	Account  string `json:"account,omitempty"`
	Name     string `json:"name"`
	// Number is the SIP number; Phone the mobile one, "" when it is hidden.
	Number   string `json:"number,omitempty"`
	Phone    string `json:"phone,omitempty"`
	Email    string `json:"email,omitempty"`
	DeptName string `json:"deptName,omitempty"`
	Type     Type   `json:"type,omitempty"`
}
