package chatmessenger

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"foyer/services/transport"
)

// loopback is a server that accepts everything at once.
func loopback(b *testing.B) (address string) {
	b.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		_, _ = io.WriteString(w, `{}`)
	}))
	b.Cleanup(server.Close)
	return server.URL + prefix
}

// BenchmarkSend measures one message after the other beside its floor, a bare loop of net/http that
// posts the same bytes and looks at the status alone.
func BenchmarkSend(b *testing.B) {
	b.Run("foyer", func(b *testing.B) {
		s, err := New(client(b, transport.Config{}), Config{URL: loopback(b), Token: fixed(token)})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			if err := s.Send(b.Context(), hello); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("floor", func(b *testing.B) {
		address := loopback(b) + "/sendMessage"
		encoded, err := json.Marshal(wire{PanelName: "messenger", Message: hello.Text, Purposes: join(hello.To)})
		if err != nil {
			b.Fatal(err)
		}
		body := url.Values{"message": {string(encoded)}}.Encode()
		bare := &http.Client{Transport: &http.Transport{}}
		defer bare.CloseIdleConnections()
		b.ReportAllocs()
		for b.Loop() {
			answer, err := bare.Post(address, formKind, strings.NewReader(body))
			if err != nil {
				b.Fatal(err)
			}
			_, _ = io.Copy(io.Discard, answer.Body)
			answer.Body.Close() //nolint:errcheck // it was read to its end
		}
	})
}

// BenchmarkRooms measures the tolerant reading of a month beside its floor, encoding/json into any.
func BenchmarkRooms(b *testing.B) {
	document := month()
	b.Run("foyer", func(b *testing.B) {
		b.SetBytes(int64(len(document)))
		d := DefaultDialect()
		for b.Loop() {
			if got := d.Rooms(document, "", time.UTC); len(got.Rooms) != 12 || got.Unreadable > 0 {
				b.Fatalf("%d rooms", len(got.Rooms))
			}
		}
	})
	b.Run("floor", func(b *testing.B) {
		b.SetBytes(int64(len(document)))
		for b.Loop() {
			var all any
			if err := json.Unmarshal(document, &all); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// month are twelve rooms with two hundred bookings each.
func month() json.RawMessage {
	booking := `{"id":"1","title":"Weekly planning","startTime":1564621200000,"endTime":1564626600000,"createUserName":"Barbara Example","members":["ludwig@example.com","chen@example.com"],"isPrivate":false}`
	room := `{"id":"1","name":"Fuji","capacity":8,"place":"1st floor","equipment":["TV"],"reservedSchedules":[` + booking + strings.Repeat(","+booking, 199) + `]}`
	return json.RawMessage(`{"conferenceRooms":[` + room + strings.Repeat(","+room, 11) + `]}`)
}
