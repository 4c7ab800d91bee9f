package transport

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"foyer/services/fault"
)

func TestEveryStatusHasOneMeaning(t *testing.T) {
	var status int
	var header http.Header
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		received(r)
		for name := range header {
			w.Header().Set(name, header.Get(name))
		}
		w.WriteHeader(status)
	})
	c := client(t, Config{})
	later := http.Header{"Retry-After": {"7"}}
	for _, test := range []struct {
		status int
		header http.Header
		kind   fault.Kind
		code   string
		again  time.Duration
	}{
		{400, nil, fault.Refused, CodeRefused, 0},
		{401, nil, fault.Refused, CodeTokenRefused, 0},
		{402, nil, fault.Refused, CodeRefused, 0},
		{403, nil, fault.Refused, CodeTokenRefused, 0},
		{404, nil, fault.Refused, CodeNotFound, 0},
		{405, nil, fault.Refused, CodeRefused, 0},
		{407, nil, fault.Refused, CodeProxy, 0},
		{408, nil, fault.Faulty, CodeTimeout, 0},
		{413, nil, fault.Refused, CodeRefused, 0},
		{429, nil, fault.Faulty, CodeRateLimited, 0},
		{429, later, fault.Faulty, CodeRateLimited, 7 * time.Second},
		{500, nil, fault.Faulty, CodeServerFault, 0},
		{500, later, fault.Faulty, CodeServerFault, 0},
		{502, nil, fault.Faulty, CodeServerFault, 0},
		{503, nil, fault.Faulty, CodeServerFault, 0},
		{503, later, fault.Faulty, CodeRateLimited, 7 * time.Second},
		{504, nil, fault.Faulty, CodeServerFault, 0},
		{599, nil, fault.Faulty, CodeServerFault, 0},
		{600, nil, fault.Faulty, CodeServerFault, 0},
		{304, nil, fault.Faulty, CodeRedirected, 0},
	} {
		status, header = test.status, test.header
		e := fails(t, c, post(server.URL+base))
		want(t, e, test.kind, test.code)
		if e.Status != status || e.RetryAfter != test.again || e.Op != "sending a message" || e.Service != "Berlin office" {
			t.Errorf("%d: %+v", status, e)
		}
	}
	for _, status = range []int{200, 201, 202, 204} {
		if answer, err := c.Do(t.Context(), post(server.URL+base)); err != nil || answer.Status != status {
			t.Errorf("%d: %+v, %v", status, answer, err)
		}
	}
}

func TestAnErrorHasTheServersWords(t *testing.T) {
	for name, test := range map[string]struct{ kind, body, words, code string }{
		"text":          {"text/plain", "  the quota\nis used\x00 up ", "the quota is used up", CodeRefused},
		"no text":       {"text/plain", "\xff\xfe", "\uFFFD", CodeRefused},
		"a web page":    {"text/html", "<html><title>Not &amp; here\n</title><body>words", "Not & here", CodeHTMLPage},
		"a bare page":   {"text/html", "<p>no title", "", CodeHTMLPage},
		"a hidden page": {"", "\uFEFF <!DOCTYPE html><TITLE lang=en>Hello</TITLE>", "Hello", CodeHTMLPage},
		"JSON":          {"text/html", `{"errors":["for the adapter"]}`, "", CodeRefused},
		"nothing":       {"text/html", "", "", CodeRefused},
		"Go":            {"text/plain", "Client sent an HTTP request to an HTTPS server.\n", "Client sent an HTTP request to an HTTPS server.", CodePlainOnTLSPort},
		"nginx":         {"text/html", "<title>400 The plain HTTP request was sent to HTTPS port</title>", "400 The plain HTTP request was sent to HTTPS port", CodePlainOnTLSPort},
	} {
		t.Run(name, func(t *testing.T) {
			server := serve(t, func(w http.ResponseWriter, r *http.Request) {
				received(r)
				w.Header().Set("Content-Type", test.kind)
				w.Header().Set("X-Request-ID", "r-17")
				w.WriteHeader(400)
				_, _ = io.WriteString(w, test.body)
			})
			e := fails(t, client(t, Config{}), post(server.URL+base))
			if e.Words != test.words || e.Code != test.code || e.RequestID != "r-17" {
				t.Errorf("words %q, code %q, id %q; want %q, %q", e.Words, e.Code, e.RequestID, test.words, test.code)
			}
		})
	}
}

func TestRetryAfterIsSecondsOrADate(t *testing.T) {
	at := func(d time.Duration) string { return time.Now().Add(d).UTC().Format(http.TimeFormat) }
	for _, test := range []struct {
		value, date string
		least, most time.Duration
	}{
		{"", "", 0, 0},
		{"120", "", 2 * time.Minute, 2 * time.Minute},
		{" 120 ", "", 2 * time.Minute, 2 * time.Minute},
		{"1.5", "", 1500 * time.Millisecond, 1500 * time.Millisecond},
		{"0", "", time.Second, time.Second},
		{"-5", "", 0, 0},
		{"soon", "", 0, 0},
		{"NaN", "", 0, 0},
		{"99999999999999999999", "", maxPause, maxPause},
		{at(time.Minute), "", 50 * time.Second, time.Minute},
		{at(-time.Minute), "", time.Second, time.Second},
		// A server whose clock is an hour late means its own clock.
		{at(-59 * time.Minute), at(-time.Hour), 59 * time.Second, 61 * time.Second},
	} {
		got := retryAfter(http.Header{"Retry-After": {test.value}, "Date": {test.date}})
		if got < test.least || got > test.most {
			t.Errorf("%q at %q: %v, want %v to %v", test.value, test.date, got, test.least, test.most)
		}
	}
}

func FuzzRetryAfter(f *testing.F) {
	for _, s := range []string{"1", "1e300", "-1", "Sun, 22 Nov 2026 10:00:00 GMT", "0x1p-2", "inf"} {
		f.Add(s, "Sun, 22 Nov 2026 09:00:00 GMT")
	}
	f.Fuzz(func(t *testing.T, value, date string) {
		got := retryAfter(http.Header{"Retry-After": {value}, "Date": {date}})
		if got != 0 && (got < minPause || got > maxPause) {
			t.Errorf("%q: %v", value, got)
		}
	})
}

func TestWordsAreOneShortLine(t *testing.T) {
	if got, want := bound(" a\r\n\tb\u200b\x1b[31mc\u2028d "), "a b [31mc d"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := bound(strings.Repeat("会", maxWords+1)), strings.Repeat("会", maxWords)+"…"; got != want {
		t.Errorf("%q", got)
	}
	if got, want := bound(strings.Repeat("会", maxWords)), strings.Repeat("会", maxWords); got != want {
		t.Errorf("%q", got)
	}
}
