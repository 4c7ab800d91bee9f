package profile

import (
	"maps"
	"slices"
	"strings"

	"foyer/services/meeting"
)

// Huawei is how to reach Huawei Cloud Meeting. Password and App key are secrets, so they are not here.
type Huawei struct {
	// ID is the name of its table, and of its secrets.
	ID string
	// Name is the user's for it, "" without one. URL has no slash at its end.
	Name, URL string
	// SignIn is "account" or "app-id".
	SignIn string
	// Account is for the first; AppID, User, Corporation and Signature ("new" or "old") for the second.
	Account, AppID, User, Corporation, Signature string
	// PlainHTTP is the host that was allowed to get passwords without encryption; "" for none.
	PlainHTTP string
}

// IsSet reports whether there is an account to log in with.
func (h Huawei) IsSet() bool {
	if h.SignIn == "app-id" {
		return h.AppID != ""
	}
	return h.Account != ""
}

// Meetings is how people are called into meetings.
type Meetings struct {
	// Chunk is how many go into one request, 1 to 500.
	Chunk int
	// Columns says what the columns of files hold; nil when nothing was said.
	Columns meeting.Mapping
}

// columns reads what WriteColumns wrote. An entry that is none is left out.
func columns(values map[string]string) meeting.Mapping {
	var m meeting.Mapping
	for _, entry := range splitList(values[MeetingsColumns]) {
		at := strings.LastIndex(entry, "=")
		if at <= 0 || at == len(entry)-1 {
			continue
		}
		if m == nil {
			m = meeting.Mapping{}
		}
		m[entry[:at]] = meeting.Column(entry[at+1:])
	}
	return m
}

// WriteColumns spells a mapping as the value of MeetingsColumns. Headings that a list cannot have are
// left out.
func WriteColumns(m meeting.Mapping) string {
	var all []string
	for _, heading := range slices.Sorted(maps.Keys(m)) {
		if heading = strings.TrimSpace(heading); heading != "" && !strings.Contains(heading, ";") {
			all = append(all, heading+"="+string(m[heading]))
		}
	}
	return joinList(all[:min(len(all), listLimit)])
}
