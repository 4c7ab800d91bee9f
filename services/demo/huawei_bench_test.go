package demo_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"foyer/services/demo"
)

// The floor reads the same JSON, and does nothing with it.
func BenchmarkInviteHundred(b *testing.B) {
	office, err := demo.New(demo.Config{})
	if err != nil {
		b.Fatal(err)
	}
	m := office.Meetings()[0]
	got := direct(office, "GET", controlPath+"/token?conferenceID="+m.ID, "", "X-Login-Type", "1", "X-Password", m.HostPassword)
	token := decoded[controlInfo](b, got.Body.String()).Data.Token
	var all []string
	for n := range 100 {
		all = append(all, fmt.Sprintf(`{"name":"Guest %d","phone":"+1202555%04d","type":"normal","email":"guest%d@example.com","deptName":"Sales"}`, n, n, n))
	}
	body := `{"attendees":[` + strings.Join(all, ",") + `]}`
	b.Run("office", func(b *testing.B) {
		for b.Loop() {
			if w := direct(office, "POST", controlPath+"/participants?conferenceID="+m.ID, body, "X-Conference-Authorization", token); w.Code != 200 {
				b.Fatal(w.Body)
			}
		}
	})
	b.Run("floor", func(b *testing.B) {
		for b.Loop() {
			var v any
			if err := json.Unmarshal([]byte(body), &v); err != nil {
				b.Fatal(err)
			}
		}
	})
}
