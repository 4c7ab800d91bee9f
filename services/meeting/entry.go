package meeting

// FromEntry makes an attendee of somebody in the directory, who is called on the SIP number, or on the
// mobile phone when callMobile asks for it or there is no other number. A mobile number that is hidden is
// not known, so that it cannot be called.
func FromEntry(e Entry, callMobile bool) Attendee {
	a := Attendee{
		UserUUID: e.UserUUID, AccountID: e.Account, Name: e.Name, Phone: e.Number, Email: e.Email,
		DeptName: e.DeptName, Type: e.Type,
	}
	if e.Phone != "" && (callMobile || e.Number == "") {
		a.Phone, a.Type = e.Phone, Mobile
	}
	return a.tidy()
}
