package demo

import (
	"encoding/json"
	"time"
)

// stateVersion is the version of the file.
const stateVersion = 1

// state is what the office knows and keeps.
type state struct {
	Version int `json:"version"`
	// Token is the one that the office made; one that was given to it stays with the giver.
	Token string `json:"token,omitempty"`
	Port  int    `json:"port,omitempty"`
	// Huawei is what clients of Huawei Cloud Meeting log in with.
	Huawei   *hwKeys `json:"huawei,omitempty"`
	Seq      int     `json:"seq"`
	Requests int     `json:"requests"`
	Sent     []Sent  `json:"sent"`
	// ChatRooms are in the order of their creation.
	ChatRooms []chatRoom `json:"chatRooms"`
	// NextID and the like make new ids.
	NextID int64       `json:"nextId"`
	Calls  []quickCall `json:"calls"`
	// Data are rooms and bookings that somebody set; nil are the office's own.
	Data *Data `json:"data,omitempty"`
}

// chatRoom is a room as its fields came in: what the office does not know comes back, too.
type chatRoom map[string]json.RawMessage

// quickCall is a quick web conference.
type quickCall struct {
	ID      string    `json:"id"`
	Expires time.Time `json:"expires"`
	// Password is a hash; "" is none.
	Password string `json:"password,omitempty"`
}

// copied returns a state that later changes do not reach.
func (s state) copied() state {
	s.Sent = s.Sent[:len(s.Sent):len(s.Sent)] // only ever appended to
	s.ChatRooms = append([]chatRoom(nil), s.ChatRooms...)
	s.Calls = append([]quickCall(nil), s.Calls...)
	return s
}

func (o *Office) lastPort() int {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.state.Port
}

func (o *Office) keepPort(port int) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if o.state.Port != port {
		o.state.Port = port
		o.changed()
	}
}
