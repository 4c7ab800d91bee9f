package demo_test

import (
	"maps"
	"net/http"
	"slices"
	"testing"
	"time"
)

func TestWhatBecomesOfACallDependsOnTheLastDigit(t *testing.T) {
	h := meetings(t)
	m := h.office.Meetings()[0]
	if got := h.open(m); got.status != http.StatusOK {
		t.Fatal(got.code())
	}
	before := h.participants(m.ID)
	got := h.ask("POST", "/v1/mmc/control/conferences/participants?conferenceID="+m.ID, `{"attendees":[
		{"name":"0","phone":"+12025550100","type":"mobile"},{"name":"4","phone":"sip:4@example.com","type":"normal"},
		{"name":"5","phone":"5","type":"normal"},{"name":"6","phone":"6","type":"normal"},{"name":"7","phone":"7","type":"normal"},
		{"name":"8","phone":"8","type":"normal"},{"name":"9","phone":"9","type":"normal"}]}`)
	if got.body != `{"returnCode":0,"returnDesc":"Success"}` || len(got.body) != 39 {
		t.Fatalf("%d %s", got.status, got.body)
	}
	const (
		in = iota
		calling
		joining
	)
	at := time.Duration(0)
	for _, test := range []struct {
		at   time.Duration
		want map[string]int
	}{
		{0, map[string]int{"0": calling, "4": calling, "5": calling, "6": calling, "7": calling, "8": calling, "9": calling}},
		{1 * time.Second, map[string]int{"0": calling, "4": calling, "5": calling, "8": calling, "9": calling}},
		{2 * time.Second, map[string]int{"0": joining, "4": calling, "5": calling, "9": calling}},
		{4 * time.Second, map[string]int{"0": in, "4": calling, "5": calling}},
		{6 * time.Second, map[string]int{"0": in, "4": joining, "5": calling}},
		{8 * time.Second, map[string]int{"0": in, "4": in, "5": calling}},
		{29 * time.Second, map[string]int{"0": in, "4": in, "5": calling}},
		{30 * time.Second, map[string]int{"0": in, "4": in}},
	} {
		h.clock.pass(test.at - at)
		at = test.at
		now := h.participants(m.ID)
		maps.DeleteFunc(now, func(name string, _ int) bool { _, was := before[name]; return was })
		if !maps.Equal(now, test.want) {
			t.Errorf("after %v: %v, want %v", at, now, test.want)
		}
	}
	if len(before) != 6 || slices.ContainsFunc(slices.Collect(maps.Values(before)), func(s int) bool { return s != in }) {
		t.Errorf("before: %v", before)
	}
}
