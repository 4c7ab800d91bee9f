package main

import (
	"encoding/json"
	"log/slog"
	"strings"
	"testing"
)

func TestTheDemoOfficeSaysWhatLogsIn(t *testing.T) {
	d, err := openDemo(t.Context(), t.TempDir(), loopback, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := d.close(); err != nil {
			t.Error(err)
		}
	}()
	o := d.office
	var lines []string
	for _, line := range d.serves().lines() {
		lines = append(lines, strings.Join(line, "\t"))
	}
	data, err := json.Marshal(d.serves())
	if err != nil {
		t.Fatal(err)
	}
	said := []string{o.URL(), o.Token(), o.HuaweiURL(), o.Account(), o.AccountPassword(), o.AppID(), o.AppKey()}
	for _, m := range o.Meetings() {
		said = append(said, m.ID, m.HostPassword, m.Subject)
	}
	if len(said) != 16 {
		t.Errorf("%d things to be said, want 7 and three of each of three meetings", len(said))
	}
	for _, want := range said {
		if !strings.Contains(strings.Join(lines, "\n"), want) || !strings.Contains(string(data), want) {
			t.Errorf("%s is not among\n%s\n%s", want, strings.Join(lines, "\n"), data)
		}
	}
}
