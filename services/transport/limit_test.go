package transport

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"foyer/services/fault"
)

func TestAnAnswerMayHaveEightMebibytesAndNoMore(t *testing.T) {
	size := MaxAnswer
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write(bytes.Repeat([]byte(" "), size))
	})
	c := client(t, Config{})
	answer, err := c.Do(t.Context(), post(server.URL+base))
	if err != nil || len(answer.Body) != MaxAnswer {
		t.Fatalf("%d bytes, %v", len(answer.Body), err)
	}
	size++
	e := fails(t, c, post(server.URL+base))
	want(t, e, fault.Faulty, CodeTooLarge)
	if e.Status != 200 {
		t.Errorf("status %d", e.Status)
	}
}

func TestAPackedAnswerIsMeasuredUnpacked(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	for range 16 {
		_, _ = z.Write(make([]byte, 1<<20))
	}
	z.Close() //nolint:errcheck // a buffer takes everything
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(packed.Bytes())
	})
	want(t, fails(t, client(t, Config{}), get(server.URL+base)), fault.Faulty, CodeTooLarge)
}

func TestABrokenPackIsTruncated(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = io.WriteString(w, "this is no gzip")
	})
	want(t, fails(t, client(t, Config{}), post(server.URL+base)), fault.Faulty, CodeTruncated)
}

func TestOfAnErrorLittleIsKept(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusBadRequest)
		_, _ = w.Write(bytes.Repeat([]byte("no "), MaxFault))
	})
	answer, err := client(t, Config{}).Do(t.Context(), post(server.URL+base))
	e := asFault(t, err)
	want(t, e, fault.Refused, CodeRefused)
	if answer.Status != 400 || len(answer.Body) != MaxFault {
		t.Errorf("status %d, %d bytes", answer.Status, len(answer.Body))
	}
	if n := len([]rune(e.Words)); n > maxWords+1 || !strings.HasPrefix(e.Words, "no no ") {
		t.Errorf("%d characters: %.20q", n, e.Words)
	}
}

func TestAHeaderHasAnEnd(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Long", strings.Repeat("x", 2*maxHead))
	})
	want(t, fails(t, client(t, Config{}), post(server.URL+base)), fault.Faulty, CodeTooLarge)
}

// say accepts connections and answers each with the same bytes, whatever comes.
func say(t *testing.T, words string) (address string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	t.Cleanup(func() {
		listener.Close() //nolint:errcheck // ends the loop below
		<-done
	})
	go func() {
		defer close(done)
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			if r, err := http.ReadRequest(bufio.NewReader(conn)); err == nil {
				received(r) // header and body come one after the other
			}
			_, _ = io.WriteString(conn, words)
			conn.Close() //nolint:errcheck // the client sees what it sees
		}
	}()
	return "http://" + listener.Addr().String() + base
}

func TestWhatSpeaksNoHTTPIsFaulty(t *testing.T) {
	for name, words := range map[string]string{
		"another protocol": "SSH-2.0-OpenSSH_9.2\r\n",
		"a bad status":     "HTTP/1.1 abc Hello\r\n\r\n",
		"a bad header":     "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			want(t, fails(t, client(t, Config{}), post(say(t, words))), fault.Faulty, CodeNotJSON)
		})
	}
	t.Run("nothing", func(t *testing.T) {
		want(t, fails(t, client(t, Config{}), post(say(t, ""))), fault.UnknownOutcome, CodeConnectionLost)
	})
}

func TestAnAnswerThatEndsWithItsConnectionIsComplete(t *testing.T) {
	answer, err := client(t, Config{}).Do(t.Context(), post(say(t, "HTTP/1.0 200 OK\r\n\r\n")))
	if err != nil || answer.Status != 200 || len(answer.Body) != 0 {
		t.Errorf("%+v, %v", answer, err)
	}
}
