package settings_test

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/ui/settings"
	"foyer/ui/style"
)

var (
	tokenRefused = &fault.Error{Op: "testing", Kind: fault.Refused, Status: 401, Code: "token-refused", Words: "invalid apiToken", RequestID: "7f3a-9c51"}
	noKeyring    = &fault.Error{Op: "keeping", Kind: fault.NotConfigured, Code: "no-keyring"}
	locked       = &fault.Error{Op: "keeping", Kind: fault.Unreachable, Code: "keyring-locked"}
	plainHTTP    = &fault.Error{Op: "testing", Kind: fault.NotConfigured, Code: "plain-http", Words: "http://cam.example.com:8080"}
)

func test1(r *room) { r.page.TestService(); r.settle() }

func refusing() *office {
	o := connected()
	o.fail = tokenRefused
	return o
}

func TestServicePictures(t *testing.T) {
	dir := os.Getenv("FOYER_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	webex := func(r *room) { r.page.SetWebexApp(true) }
	open := func() *office {
		o := connected()
		o.values.URL, o.state.OpenLock, o.checked.Unreadable = "http://cam.example.com:8080", true, 0
		return o
	}
	keyless := func() *office { o := unset(); o.unkept = noKeyring; o.secret.Keyring = false; return o }
	away := func() *office {
		o := connected()
		o.state.Health, o.state.Since, o.state.Next = agent.Unreachable, now, now.Add(600e9)
		o.state.Failure = &message.Failure{Kind: fault.Unreachable, Code: "no-host"}
		return o
	}
	demo := func() *office { o := connected(); o.values = settings.ServiceValues{}; o.state.Demo = true; return o }
	for _, c := range []struct {
		name   string
		mode   style.Mode
		text   int
		w, h   float32
		office *office
		do     func(*room)
	}{
		{"services", style.Light, 100, 1000, 700, connected(), func(r *room) { webex(r); test1(r) }},
		{"services-dark", style.Dark, 100, 1000, 700, connected(), func(r *room) { webex(r); test1(r) }},
		{"services-200", style.Light, 200, 1000, 700, connected(), func(r *room) { webex(r); test1(r) }},
		{"services-small", style.Light, 100, 720, 520, connected(), func(r *room) { webex(r); test1(r) }},
		{"services-small-200", style.Dark, 200, 720, 520, connected(), func(r *room) { webex(r); test1(r) }},
		{"services-refused", style.Light, 100, 1000, 700, refusing(), func(r *room) { webex(r); test1(r); r.focus(r.page.TestControl()) }},
		{"services-refused-said", style.Dark, 100, 1000, 700, refusing(), func(r *room) { test1(r); r.page.WhatTheServerSaid() }},
		{"services-refused-small-200", style.Light, 200, 720, 520, refusing(), func(r *room) { test1(r); r.focus(r.page.TestControl()) }},
		{"services-first-use", style.Light, 100, 1000, 700, unset(), func(r *room) { webex(r); r.page.Connect() }},
		{"services-bad-url", style.Light, 100, 1000, 700, unset(), func(r *room) { r.page.Connect(); r.write("cam example com"); r.page.TestService() }},
		{"services-away", style.Dark, 100, 1000, 700, away(), nil},
		{"services-open-lock", style.Light, 100, 1000, 700, open(), test1},
		{"services-plain", style.Light, 100, 1000, 700, func() *office { o := open(); o.state.OpenLock = false; o.fail = plainHTTP; return o }(), test1},
		{"services-plain-200", style.Dark, 200, 720, 520, func() *office { o := open(); o.state.OpenLock = false; o.fail = plainHTTP; return o }(), test1},
		{"services-no-keyring", style.Light, 100, 1000, 700, keyless(), func(r *room) { r.page.EnterToken("secret"); r.settle() }},
		{"services-no-keyring-file", style.Dark, 100, 1000, 700, keyless(), func(r *room) { r.page.EnterToken("secret"); r.settle(); r.press(fyne.KeyEnd) }},
		{"services-no-keyring-200", style.Light, 200, 720, 520, keyless(), func(r *room) { r.page.EnterToken("secret"); r.settle(); r.press(fyne.KeyEnd) }},
		{"services-dialect", style.Light, 100, 1000, 700, func() *office { o := connected(); o.dialect = map[string]string{"errors": "faults"}; return o }(), func(r *room) { r.page.EditDialect() }},
		{"services-dialect-200", style.Dark, 200, 720, 520, connected(), func(r *room) { r.page.EditDialect() }},
		{"services-menu", style.Light, 100, 1000, 700, connected(), func(r *room) { r.page.OpenServiceMenu() }},
		{"services-forget", style.Light, 100, 1000, 700, connected(), func(r *room) { r.page.AskForget() }},
		{"services-token", style.Light, 100, 1000, 700, connected(), func(r *room) { r.focus(r.page.TokenControl()); r.write("abcdefghijklmnop") }},
		{"services-demo", style.Light, 100, 1000, 700, demo(), test1},
		{"services-general", style.Light, 100, 1000, 700, connected(), func(r *room) { r.page.ShowSection(settings.SectionGeneral) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := visitWith(t, c.office, c.mode, c.text, fyne.NewSize(c.w, c.h))
			if c.do != nil {
				c.do(r)
			}
			r.settle()
			f, err := os.Create(filepath.Join(dir, c.name+".png"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if err := png.Encode(f, r.window.Canvas().Capture()); err != nil {
				t.Fatal(err)
			}
		})
	}
}
