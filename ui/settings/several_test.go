package settings_test

import (
	"context"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/ui/settings"
	"foyer/ui/style"
)

// branches are several services and the agent in memory.
type branches struct {
	mu      sync.Mutex
	file    *file
	values  []settings.ServiceValues // what the file holds at first
	health  map[string]error         // of the next tests
	did     []string
	waiting int
	fail    error // of the next change
}

// offices are three services: two servers, of which the first is in use, and an account.
func offices() *office {
	o := connected()
	o.branches = &branches{health: map[string]error{}, values: []settings.ServiceValues{
		{ID: "chat-messenger", Used: agent.Uses{Messages: true, Rooms: true}, Name: "Berlin office", URL: "https://cam.example.com", Reads: settings.ReadsPost},
		{ID: "chat-messenger-2", Name: "Tokyo office", URL: "https://tokyo.example.com", Reads: settings.ReadsGet},
		{ID: "huawei-meeting", Used: agent.Uses{Meetings: true}, URL: settings.MeetingsChina, SignIn: settings.SignInAccount, Account: "frontdesk@example", Signature: settings.SignatureNew},
	}}
	return o
}

// setSeveral stores a setting of one of several services.
func setSeveral(v *settings.Values, key, value string) {
	all := slices.Clone(v.Several)
	for i := range all {
		switch key {
		case all[i].ID + ".name":
			all[i].Name = value
		case all[i].ID + ".url":
			all[i].URL = value
		case all[i].ID + ".reads":
			all[i].Reads = value
		case all[i].ID + ".account":
			all[i].Account = value
		}
	}
	v.Several = all
}

func (b *branches) note(format string, values ...any) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.did = append(b.did, fmt.Sprintf(format, values...))
	return b.fail
}

func (b *branches) done() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	all := b.did
	b.did = nil
	return all
}

// change changes the services of the file.
func (b *branches) change(f func(all []settings.ServiceValues) []settings.ServiceValues) {
	b.file.mu.Lock()
	defer b.file.mu.Unlock()
	b.file.values.Several = f(slices.Clone(b.file.values.Several))
}

func (b *branches) Service(id string, app bool) settings.Service { return branch{b, id, app} }

func (b *branches) Dialect(id string) []settings.DialectField {
	return []settings.DialectField{{Key: "errors", Value: "errors of " + id, Default: "errors"}}
}

func (b *branches) SetDialect(_ context.Context, id string, values map[string]string) error {
	return b.note("dialect of %s: %v", id, values)
}

func (b *branches) Add(_ context.Context, kind, name string) (string, error) {
	id := kind + "-3"
	if err := b.note("add %s %s", kind, name); err != nil {
		return "", err
	}
	b.change(func(all []settings.ServiceValues) []settings.ServiceValues {
		return slices.Insert(all, 2, settings.ServiceValues{ID: id, Name: name, Reads: settings.ReadsPost})
	})
	return id, nil
}

func (b *branches) Waiting(context.Context, string) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.waiting, nil
}

func (b *branches) Remove(_ context.Context, id string) error {
	if err := b.note("remove %s", id); err != nil {
		return err
	}
	b.change(func(all []settings.ServiceValues) []settings.ServiceValues {
		return slices.DeleteFunc(all, func(v settings.ServiceValues) bool { return v.ID == id })
	})
	return nil
}

func (b *branches) Use(_ context.Context, id string) error {
	b.change(func(all []settings.ServiceValues) []settings.ServiceValues {
		for i := range all {
			if agent.KindOf(all[i].ID) == agent.ChatMessenger {
				all[i].Used = agent.Uses{Messages: all[i].ID == id, Rooms: all[i].ID == id}
			}
		}
		return all
	})
	return b.note("use %s", id)
}

// branch is one of them, with one of its secrets.
type branch struct {
	*branches
	id  string
	app bool
}

func (b branch) State(context.Context) (agent.ServiceState, error) {
	return agent.ServiceState{Name: b.id, Health: agent.Untried}, nil
}

func (b branch) Check(context.Context) (agent.Checked, error) {
	_ = b.note("check %s", b.id) // a test fails for reasons of its own
	return agent.Checked{At: now.Add(-time.Minute), Took: 210 * time.Millisecond, Rooms: 12}, b.health[b.id]
}

func (b branch) SetSecret(_ context.Context, value string, _ agent.Keeping) error {
	return b.note("secret of %s: %s", b.id, value)
}

func (b branch) RemoveSecret(context.Context) error { return b.note("no secret of %s", b.id) }

func (b branch) SecretState(context.Context) (agent.SecretState, error) {
	return agent.SecretState{Kept: agent.KeptInKeyring, Keyring: true}, nil
}

// card is the n-th card.
func (r *room) card(n int) settings.Card { return r.page.Cards()[n] }

// nameService types a name into the sheet for a new service.
func (r *room) nameService(name string) {
	r.t.Helper()
	field, ok := r.window.Canvas().Focused().(interface{ SetText(string) })
	if !ok {
		r.t.Fatal("the focus is not on the name")
	}
	field.SetText(name)
}

func titles(r *room) string {
	var all []string
	for _, c := range r.page.Cards() {
		all = append(all, c.Title()+": "+c.About())
	}
	return strings.Join(all, "\n")
}

func TestEveryServiceHasACardAndSaysWhatItIsInUseFor(t *testing.T) {
	r := visit(t, offices())
	expect(t, "cards", titles(r), "Chat&Messenger, Berlin office: In use for messages and rooms\n"+
		"Chat&Messenger, Tokyo office: Messages and rooms; another one is in use\nHuawei Cloud Meeting: invitations to running meetings")
	if r.card(0).CanUse() || !r.card(1).CanUse() || r.card(2).CanUse() {
		t.Error("the wrong ones can be put to use")
	}
	if slices.Contains(r.card(2).Menu(), "Remove…") || !slices.Contains(r.card(1).Menu(), "Remove…") {
		t.Errorf("menus %v and %v", r.card(2).Menu(), r.card(1).Menu())
	}
}

func TestACardChangesItsOwnServiceAlone(t *testing.T) {
	o := offices()
	r := visit(t, o)
	second := r.card(1)
	second.TestService()
	r.settle()
	second.EnterToken("secret")
	r.settle()
	second.Choose("Read by POST")
	second.EditDialect()
	r.settle()
	r.sheetDo()
	r.focus(second.URLControl())
	r.press(fyne.KeyEnd)
	r.write("/office")
	r.focus(second.TestControl())
	r.settle()
	expectLines(t, "done", o.branches.done(), "check chat-messenger-2", "secret of chat-messenger-2: secret", "dialect of chat-messenger-2: map[errors:errors of chat-messenger-2]")
	for _, set := range r.file.sets {
		if !strings.HasPrefix(set, "chat-messenger-2.") {
			t.Errorf("set %s", set)
		}
	}
	expect(t, "the first URL", r.card(0).URL(), "https://cam.example.com")
	expect(t, "the second", r.card(1).URL(), "https://tokyo.example.com/office")
}

func TestAnotherServiceIsPutToUse(t *testing.T) {
	o := offices()
	r := visit(t, o)
	r.card(1).Use()
	r.settle()
	expectLines(t, "done", o.branches.done(), "use chat-messenger-2")
	if !r.card(0).CanUse() || r.card(1).CanUse() || r.card(1).About() != "In use for messages and rooms" {
		t.Error(titles(r))
	}
}

func TestAServiceIsAddedUnderANameOfItsOwn(t *testing.T) {
	o := offices()
	r := visit(t, o)
	r.focus(r.card(0).URLControl())
	r.write("x") // what is being typed elsewhere stays
	r.page.AddService()
	r.settle()
	for _, name := range []string{"", "tokyo OFFICE", "huawei-meeting-7"} {
		r.nameService(name)
		if !r.sheet().OK().Disabled() {
			t.Errorf("%q can be added", name)
		}
	}
	r.nameService("Rome")
	r.sheetDo()
	expectLines(t, "done", o.branches.done(), "add chat-messenger Rome")
	if len(r.page.Cards()) != 4 || r.card(2).Title() != "Chat&Messenger, Rome" {
		t.Fatal(titles(r))
	}
	if r.window.Canvas().Focused() != r.card(2).URLControl() {
		t.Error("the focus is not on the field for its URL")
	}
	o.branches.fail = &fault.Error{Op: "adding", Kind: fault.Other, Code: "disk-full"}
	r.page.AddService()
	r.settle()
	r.nameService("Lima")
	r.sheetDo()
	if len(r.page.Cards()) != 4 || !strings.HasPrefix(r.page.Toast().Words(), "Not saved.") {
		t.Errorf("%q\n%s", r.page.Toast().Words(), titles(r))
	}
}

func TestRemovingAsksAndSaysWhatWaits(t *testing.T) {
	o := offices()
	o.branches.waiting = 3
	r := visit(t, o)
	r.card(1).Choose("Remove…")
	r.settle()
	if r.sheet() == nil || r.window.Canvas().Focused() != fyne.Focusable(r.sheet().Cancel()) {
		t.Fatal("nobody asked, or the focus is on the harmful button")
	}
	r.sheetCancel()
	if len(r.page.Cards()) != 3 || o.branches.done() != nil {
		t.Error("it was removed without a yes")
	}
	o.branches.fail = &fault.Error{Op: "removing", Kind: fault.Unreachable, Code: "keyring-locked"}
	r.card(1).Choose("Remove…")
	r.settle()
	r.sheetDo()
	if len(r.page.Cards()) != 3 || !strings.HasPrefix(r.page.Toast().Words(), "The service was not removed") {
		t.Errorf("%q", r.page.Toast().Words())
	}
	o.branches.fail = nil
	r.card(1).Choose("Remove…")
	r.settle()
	r.sheetDo()
	r.settle()
	expect(t, "the toast", r.page.Toast().Words(), "The service is removed. 3 messages wait in the outbox for your decision.")
	if len(r.page.Cards()) != 2 || r.card(0).CanUse() || r.card(0).About() != "messages and rooms" {
		t.Error(titles(r))
	}
}

func TestSeveralServicesPictures(t *testing.T) {
	dir := os.Getenv("FOYER_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	for _, c := range []struct {
		name string
		mode style.Mode
		text int
		w, h float32
		do   func(*room)
	}{
		{"several", style.Light, 100, 1000, 700, func(r *room) { r.card(0).TestService() }},
		{"several-dark", style.Dark, 100, 1000, 700, func(r *room) { r.card(0).TestService() }},
		{"several-200", style.Light, 200, 1000, 700, func(r *room) { r.focus(r.card(1).TestControl()) }},
		{"several-dark-200", style.Dark, 200, 720, 520, func(r *room) { r.focus(r.card(1).TestControl()) }},
		{"several-small", style.Light, 100, 720, 520, nil},
		{"several-menu", style.Light, 100, 1000, 700, func(r *room) { r.card(1).OpenServiceMenu() }},
		{"several-add", style.Light, 100, 1000, 700, func(r *room) { r.page.AddService(); r.settle(); r.nameService("Tokyo office") }},
		{"several-add-200", style.Dark, 200, 720, 520, func(r *room) { r.page.AddService(); r.settle(); r.nameService("Rome") }},
		{"several-remove", style.Light, 100, 1000, 700, func(r *room) { r.card(1).Choose("Remove…") }},
		{"several-remove-200", style.Dark, 200, 720, 520, func(r *room) { r.card(1).Choose("Remove…") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := offices()
			o.branches.waiting = 3
			r := visitWith(t, o, c.mode, c.text, fyne.NewSize(c.w, c.h))
			r.page.SetWebexApp(true)
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
