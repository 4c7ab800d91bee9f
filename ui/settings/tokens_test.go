package settings_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/fault"
)

// canary is a token that must be found nowhere but in the keyring.
const canary = "canary-7f3a9c51"

func TestATokenIsStoredWhenTheFocusLeavesAndNeverShown(t *testing.T) {
	for name, leave := range map[string]func(*room){
		"the focus leaves": func(r *room) { r.window.Canvas().FocusNext() },
		"Enter":            func(r *room) { r.press(fyne.KeyReturn) },
		"the test":         func(r *room) { r.page.TestService() },
		"another section":  func(r *room) { r.page.ShowSection("data") },
		"another page":     func(r *room) { r.shell.Show("links") },
	} {
		t.Run(name, func(t *testing.T) {
			o := connected()
			r := visit(t, o)
			r.focus(r.page.TokenControl())
			expect(t, "the field with the focus", r.page.TokenSays(), "")
			r.write("  " + canary + " ")
			leave(r)
			r.settle()
			expectLines(t, "kept", o.kept, canary+" in keyring")
			expect(t, "what is left in the field", r.page.TokenTyped(), "")
			if strings.Contains(strings.Join(r.file.sets, " "), canary) {
				t.Errorf("the settings got %q", r.file.sets)
			}
		})
	}
}

func TestAFieldThatIsLeftEmptyKeepsTheToken(t *testing.T) {
	o := connected()
	r := visit(t, o)
	r.focus(r.page.TokenControl())
	r.write("  ")
	r.window.Canvas().FocusNext()
	r.settle()
	expectLines(t, "kept", o.kept)
	expect(t, "the field", r.page.TokenSays(), "kept in the system keyring")
}

func TestTheFieldSaysWhereTheTokenIs(t *testing.T) {
	for kept, want := range map[agent.Keeping]string{
		agent.KeptNowhere: "", agent.KeptInKeyring: "kept in the system keyring", agent.KeptInSession: "kept until Foyer quits",
		agent.KeptInFile: "kept in a file of yours", agent.KeptInEnvironment: "set by FOYER_CAM_TOKEN",
	} {
		t.Run(string(kept), func(t *testing.T) {
			o := connected()
			o.secret.Kept = kept
			r := visit(t, o)
			expect(t, "the field", r.page.TokenSays(), want)
			if fixed := kept == agent.KeptInEnvironment; r.page.TokenFixed() != fixed {
				t.Errorf("fixed is %v", !fixed)
			}
		})
	}
}

func TestWithoutAKeyringAPersonChoosesAnotherPlace(t *testing.T) {
	for name, c := range map[string]struct {
		why  *fault.Error
		keys []fyne.KeyName // in the choice of places
		want string
		says string
	}{
		"until Foyer quits":  {noKeyring, nil, canary + " in session", "kept until Foyer quits"},
		"a file":             {noKeyring, []fyne.KeyName{fyne.KeyEnd}, canary + " in file", "kept in a file of yours"},
		"locked: a file":     {locked, []fyne.KeyName{fyne.KeyEnd}, canary + " in file", "kept in a file of yours"},
		"no bus: in session": {&fault.Error{Kind: fault.NotConfigured, Code: "no-session-bus"}, []fyne.KeyName{fyne.KeyHome}, canary + " in session", "kept until Foyer quits"},
	} {
		t.Run(name, func(t *testing.T) {
			o := unset()
			o.unkept, o.secret.Keyring = c.why, false
			r := visit(t, o)
			r.page.EnterToken(canary)
			r.settle()
			r.press(c.keys...)
			expectLines(t, "kept before the choice", o.kept)
			r.sheetDo()
			expectLines(t, "kept", o.kept, c.want)
			expect(t, "the field", r.page.TokenSays(), c.says)
			if r.sheet() != nil {
				t.Error("the sheet is still there")
			}
		})
	}
}

func TestALockedKeyringCanBeTriedAgain(t *testing.T) {
	o := connected()
	o.unkept = locked
	r := visit(t, o)
	r.page.EnterToken(canary)
	r.settle()
	o.unkept = nil
	r.sheetDo() // the keyring again comes first
	expectLines(t, "kept", o.kept, canary+" in keyring")
}

func TestATokenThatIsNotKeptIsDropped(t *testing.T) {
	o := unset()
	o.unkept, o.secret.Keyring = noKeyring, false
	r := visit(t, o)
	r.page.EnterToken(canary)
	r.settle()
	r.press(fyne.KeyEscape)
	if r.sheet() != nil {
		r.sheetCancel()
	}
	expectLines(t, "kept", o.kept)
	expect(t, "the field", r.page.TokenSays()+r.page.TokenTyped(), "")
}

func TestANewTokenGoesWhereThePersonPutTheLastOne(t *testing.T) {
	for _, keep := range []agent.Keeping{agent.KeptInSession, agent.KeptInFile} {
		t.Run(string(keep), func(t *testing.T) {
			o := connected()
			o.secret = agent.SecretState{Kept: keep}
			o.unkept = noKeyring
			r := visit(t, o)
			r.page.EnterToken(canary)
			r.settle()
			expectLines(t, "kept", o.kept, canary+" in "+string(keep))
			expect(t, "the note", r.page.Note(), "Passwords and tokens are never written to the settings, logs or reports.")
		})
	}
}

func TestANewTokenGoesIntoTheKeyringOnceThereIsOne(t *testing.T) {
	o := connected()
	o.secret.Kept = agent.KeptInFile // from when there was no keyring
	r := visit(t, o)
	r.page.EnterToken(canary)
	r.settle()
	expectLines(t, "kept, with a keyring", o.kept, canary+" in keyring")
}

func TestAnotherReasonIsSaidAndNothingIsTested(t *testing.T) {
	o := connected()
	o.unkept = &fault.Error{Kind: fault.Invalid, Code: "secret-unusable"}
	r := visit(t, o)
	r.focus(r.page.TokenControl())
	r.write(canary)
	r.page.TestService()
	r.settle()
	expect(t, "the toast", r.page.Toast().Words(), "The token is not stored. This cannot be a token: it is one line of text, no longer than 2000 characters.")
	if o.checks > 0 {
		t.Error("the old token was tested")
	}
}

func TestTheMenuRemovesTheToken(t *testing.T) {
	o := connected()
	r := visit(t, o)
	r.page.Choose("Remove the token")
	r.settle()
	expect(t, "the toast", r.page.Toast().Words(), "The token is removed. Messages wait in the outbox until there is one.")
	expect(t, "the field", r.page.TokenSays(), "")
	expectLines(t, "the menu", r.page.Menu(), "Name…", "✓ Read by POST", "Read by GET", "Dialect…", "– Remove the token", "Forget this service…")
	o.unkept, o.secret.Kept = locked, agent.KeptInKeyring
	r.page.Reconsider()
	r.settle()
	r.page.Choose("Remove the token")
	r.settle()
	expect(t, "the toast", r.page.Toast().Words(), "The token is not removed. The keyring is locked.")
}

func TestClosingThePageDoesNotWaitForALockedKeyring(t *testing.T) {
	o := connected()
	o.unkept, o.wait = locked, make(chan struct{})
	r := visit(t, o)
	r.page.EnterToken(canary)
	expect(t, "the field", r.page.TokenSays(), "being stored…")
	r.page.Close() // hangs when it waits
	expectLines(t, "kept", o.kept)
}
