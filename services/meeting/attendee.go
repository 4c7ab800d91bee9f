package meeting

// Attendee is somebody to call into a meeting, or a room system. The limits of its fields are those of
// the page "Inviting participants" of Huawei Cloud Meeting's API, in code points.
type Attendee struct {
	UserUUID  string `json:"userUUID,omitempty"`
	AccountID string `json:"accountId,omitempty"`
	Name      string `json:"name"`
	Role      Role   `json:"role,omitzero"`
	// Phone is what is called: a SIP number or URI, or a telephone number. Phone2 and Phone3 are the left
	// and right screen of a telepresence room.
	Phone    string `json:"phone,omitempty"`
	Phone2   string `json:"phone2,omitempty"`
	Phone3   string `json:"phone3,omitempty"`
	Email    string `json:"email,omitempty"`
	SMS      string `json:"sms,omitempty"`
	Type     Type   `json:"type,omitempty"`
	DeptUUID string `json:"deptUUID,omitempty"`
	DeptName string `json:"deptName,omitempty"`
}

// Type is what kind of endpoint an attendee is called on; "" leaves it to the service.
type Type string

// The types. Telepresence and Telephone are reserved.
const (
	Normal       Type = "normal"
	Telepresence Type = "telepresence"
	Terminal     Type = "terminal"
	Outside      Type = "outside"
	Mobile       Type = "mobile"
	Telephone    Type = "telephone"
	IdeaHub      Type = "ideahub"
	Board        Type = "board"
	HWVision     Type = "hwvision"
)

// Role is what an attendee is in the meeting. The zero value leaves it to the service, which makes a
// participant.
type Role uint8

// The roles. The service's numbers are one less: 0, 1 and 2. Chair is called host on screen.
const (
	NoRole Role = iota
	Participant
	Chair
	Reserved
)

// Number returns the service's number; ok is false for NoRole.
func (r Role) Number() (n int, ok bool) { return int(r) - 1, r != NoRole }

// RoleOf returns the role that the service numbers n; ok is false when there is none.
func RoleOf(n int) (role Role, ok bool) {
	if n < 0 || n > 2 {
		return NoRole, false
	}
	return Role(n + 1), true
}
