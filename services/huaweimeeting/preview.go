package huaweimeeting

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"foyer/services/meeting"
)

// mask stands where a secret goes, and variable in the command line.
const (
	mask     = "••••"
	variable = "$CONTROL_TOKEN"
)

// Preview returns the request of Invite, built by the same hands. It needs neither password nor token,
// as it shows none. The request ID is another one at every call.
func (s *Service) Preview(_ context.Context, access meeting.Access, attendees []meeting.Attendee) (meeting.Request, error) {
	a, err := s.inviteAsk(access, attendees)
	if err != nil {
		return meeting.Request{}, err
	}
	r := s.request(a.with(headerControl, mask))
	shown := meeting.Request{Method: r.Method, URL: r.URL}
	curl := []string{"curl", "-X", r.Method}
	for _, name := range slices.Sorted(maps.Keys(r.Header)) {
		value := r.Header.Get(name)
		shown.Header = append(shown.Header, [2]string{name, value})
		if value == mask {
			curl = append(curl, "-H", `"`+name+": "+variable+`"`)
		} else {
			curl = append(curl, "-H", quoted(name+": "+value))
		}
	}
	body := bytes.TrimSpace(r.Body)
	shown.Curl = strings.Join(append(curl, "--data-binary", quoted(string(body)), quoted(r.URL)), " ")
	var indented bytes.Buffer
	_ = json.Indent(&indented, body, "", "  ") // it was just encoded
	shown.Body = indented.String()
	return shown, nil
}

// quoted writes a word for a POSIX shell.
func quoted(word string) string { return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'" }
