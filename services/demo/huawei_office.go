package demo

// HuaweiURL returns the server URL for clients of Huawei Cloud Meeting; "" before Listen.
func (o *Office) HuaweiURL() string { return o.URL() }

// Account returns the account that can log in.
func (o *Office) Account() string { return hwAccountName() }

// AccountPassword returns its password, which stays the same as long as Dir does.
func (o *Office) AccountPassword() string {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.huawei.keys.Password
}

// AppID returns the application that can log in.
func (o *Office) AppID() string { return hwAppID }

// AppKey returns its key, which stays the same as long as Dir does.
func (o *Office) AppKey() string {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.huawei.keys.AppKey
}

// Meeting is one meeting of the demo office, as its own page shows it.
type Meeting struct {
	ID            string `json:"id"`
	Subject       string `json:"subject"`
	HostPassword  string `json:"hostPassword"`
	GuestPassword string `json:"guestPassword"`
	Running       bool   `json:"running"`
}

// Meetings returns the meetings that have not ended.
func (o *Office) Meetings() []Meeting {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.huawei.settle(o.now())
	var all []Meeting
	for _, m := range o.huawei.meetings {
		if m.phase != hwOver {
			all = append(all, Meeting{m.id, m.subject, m.chair, m.guest, m.phase == hwRunning})
		}
	}
	return all
}
