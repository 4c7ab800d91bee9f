package demo_test

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"foyer/services/demo"
)

// The floor is a server that reads the request and says the same.
func BenchmarkSendMessage(b *testing.B) {
	office, err := demo.New(demo.Config{Token: token})
	if err != nil {
		b.Fatal(err)
	}
	kept, err := demo.New(demo.Config{Token: token, Dir: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	defer kept.Close()
	for _, bench := range []struct {
		name    string
		handler http.Handler
	}{
		{"office", office},
		{"on the disk", kept},
		{"floor", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			io.Copy(io.Discard, r.Body) //nolint:errcheck // as much as there is
			w.Header().Set("Content-Type", "application/json")
			io.WriteString(w, `{"count":1,"result":true}`) //nolint:errcheck // as above
		})},
	} {
		b.Run(bench.name, func(b *testing.B) { sendAll(b, bench.handler) })
	}
}

// sendAll sends requests on connections of its own, without net/http's client, which costs more than
// the server.
func sendAll(b *testing.B, handler http.Handler) {
	server := httptest.NewServer(handler)
	defer server.Close()
	form := `message=%7B%22panelName%22%3A%22messenger%22%2C%22message%22%3A%22Good+morning%22%2C%22isOpened%22%3Afalse%2C` +
		`%22generalPurposes%22%3A%7B%22users%22%3A%22barbara%40example.com%22%7D%7D`
	request := "POST /sendMessage HTTP/1.1\r\nHost: x\r\nx-cam-apiToken: " + token +
		"\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + strconv.Itoa(len(form)) + "\r\n\r\n" + form
	b.ReportAllocs()
	b.SetParallelism(4)
	b.RunParallel(func(pb *testing.PB) {
		conn, err := net.Dial("tcp", strings.TrimPrefix(server.URL, "http://"))
		if err != nil {
			b.Error(err)
			return
		}
		defer conn.Close()
		answers := bufio.NewReader(conn)
		for pb.Next() {
			if _, err := io.WriteString(conn, request); err != nil {
				b.Error(err)
				return
			}
			response, err := http.ReadResponse(answers, nil)
			if err != nil || response.StatusCode != http.StatusOK {
				b.Errorf("%v, %v", response, err)
				return
			}
			io.Copy(io.Discard, response.Body) //nolint:errcheck // as much as there is
			response.Body.Close()
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "requests/s")
}

func BenchmarkMonthOfBookings(b *testing.B) {
	office, err := demo.New(demo.Config{Token: token})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		r := httptest.NewRequest(http.MethodGet, "/getConferenceRoomStatus?yyyyMMdd=202611", nil)
		r.Header.Set(demo.TokenHeader, token)
		w := httptest.NewRecorder()
		office.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			b.Fatal(w.Code)
		}
	}
}
