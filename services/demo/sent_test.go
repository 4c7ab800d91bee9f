package demo_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"foyer/services/demo"
)

func TestParallelRequestsAreAllCountedOnce(t *testing.T) {
	office, c := visit(t, demo.Config{Dir: t.TempDir()})
	const clients, each = 16, 50
	var all sync.WaitGroup
	for i := range clients {
		all.Go(func() {
			for n := range each {
				form := fmt.Sprintf(`message={"panelName":"messenger","message":"%d","generalPurposes":{"users":"user%d@example.com"}}`, n, i)
				if status, _ := c.call(http.MethodPost, "sendMessage", token, form); status != http.StatusOK {
					t.Errorf("status %d", status)
				}
				switch n % 10 {
				case 0:
					c.call(http.MethodPost, "getConferenceRoomStatus", token, "yyyyMMdd=20261124")
				case 1:
					c.call(http.MethodPost, "updateChatRoom", token, calls["updateChatRoom"])
				case 2:
					office.SetFault("getConferenceMaster", demo.Fault{Kind: demo.TooMany}, 1)
				case 3:
					office.Sent()
				}
			}
		})
	}
	all.Wait()
	next := map[string]int{}
	for i, s := range office.Sent() {
		if s.Seq != i+1 {
			t.Fatalf("number %d is in place %d", s.Seq, i)
		}
		if s.Function != "sendMessage" {
			continue
		}
		if want := fmt.Sprint(next[s.To[0]]); s.Text != want {
			t.Errorf("%s: %s, want %s", s.To[0], s.Text, want)
		}
		next[s.To[0]]++
	}
	for i := range clients {
		if got := next[fmt.Sprintf("user%d@example.com", i)]; got != each {
			t.Errorf("client %d: %d messages", i, got)
		}
	}
}

func TestMessagesOfOneRequestShareItsNumber(t *testing.T) {
	office, c := visit(t, demo.Config{})
	c.call(http.MethodPost, "sendMessage", token, calls["sendMessage"])
	c.call(http.MethodPost, "sendMessages", token, `messages=[{"message":"1","property":{"users":"a@example.com"}},{"message":"2","property":{"users":"b@example.com, c@example.com"}}]`)
	want := []demo.Sent{
		{Seq: 1, Request: 1, At: monday, Function: "sendMessage", Room: "Facilities", Text: "Hello"},
		{Seq: 2, Request: 2, At: monday, Function: "sendMessages", To: []string{"a@example.com"}, Text: "1"},
		{Seq: 3, Request: 2, At: monday, Function: "sendMessages", To: []string{"b@example.com", "c@example.com"}, Text: "2"},
	}
	if d := cmp.Diff(want, office.Sent(), cmpopts.EquateEmpty()); d != "" {
		t.Errorf("sent (-want +got):\n%s", d)
	}
}

func TestWaitingForWhatIsSentEnds(t *testing.T) {
	office, c := visit(t, demo.Config{})
	ended := make(chan error)
	go func() { ended <- office.WaitSent(t.Context(), 2) }()
	for range 2 {
		c.call(http.MethodPost, "sendMessage", token, calls["sendMessage"])
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := office.WaitSent(ctx, 3); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
