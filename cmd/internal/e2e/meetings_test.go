package e2e

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/cmd/internal/session"
)

// The demo office's meetings: the account is the host of the first, and may only look at the second.
const (
	ownMeeting    = "914083136"
	ownPassword   = "318204"
	otherMeeting  = "915627408"
	otherPassword = "772150"
)

// The functions of the service that tests look for.
const (
	invitation = "InviteParticipant"
	look       = "ShowRealTimeInfoOfMeeting"
)

// called is somebody in an invitation, as the service received it.
type called struct {
	Name  string `json:"name"`
	Phone string `json:"phone"`
	Email string `json:"email"`
}

// People whose calls come to different ends, which is decided by the last digit of the number.
var (
	ludwig = called{"Ludwig Muster", "+99111283523400022", "ludwig.muster@example.com"} // comes
	laura  = called{"Laura Beispiel", "+99111283523400044", "laura.beispiel@example.com"}
	juan   = called{"Juan Modelo", "+99111283523400058", "juan.modelo@example.es"} // is busy
	ann    = called{"Ann Example", "+99111283523400102", "ann.example@example.com"}
	giulia = called{"Giulia Esempio", "+99111283523400331", "giulia.esempio@example.com"}
	erika  = called{"Erika Mustermann", "+99111283523400141", "erika.mustermann@example.com"}
)

// row is somebody as a row of a spreadsheet.
func (c called) row() string { return c.Name + "\t" + c.Phone + "\t" + c.Email }

// inSheet are people as the rows of a spreadsheet.
func inSheet(people ...called) string {
	rows := make([]string, len(people))
	for i, c := range people {
		rows[i] = c.row()
	}
	return strings.Join(rows, "\n")
}

// meetingsDesk is a desktop whose Foyer has an account of a demo office, which runs by itself: it
// remembers what it received even when the agent dies.
type meetingsDesk struct {
	*desk
	sim string // where the office is looked at and changed
}

// withMeetings starts a desktop, a demo office and an agent with its account.
func withMeetings(t *testing.T) *meetingsDesk {
	t.Helper()
	d := withAgent(t, full)
	office, err := d.Launch(built.Foyer, "demo", "serve", "--json")
	d.must(err)
	var served struct {
		HuaweiMeeting struct{ URL, Account, Password string }
	}
	d.must(session.Await(t.Context(), "the demo office", func() (bool, error) {
		said, _, whole := strings.Cut(office.Output(), "\n")
		return whole && json.Unmarshal([]byte(said), &served) == nil, nil
	}))
	account := served.HuaweiMeeting
	if _, err := d.Run(t.Context(), []byte(account.Password), built.Foyer, "secret", "set", "huawei-meeting", "--keep", "file"); err != nil {
		t.Fatal(err)
	}
	d.foyer("config", "set", "huawei-meeting.url", account.URL)
	d.foyer("config", "set", "huawei-meeting.account", account.Account)
	at, err := url.Parse(account.URL)
	d.must(err)
	return &meetingsDesk{desk: d, sim: "http://" + at.Host + "/_sim/"}
}

// inMeeting opens the page from the tray and types a meeting's ID, and its password where that is not
// the account's own. It waits until the service was asked who is in the meeting, which it only tells
// whom the password has let in.
func (d *meetingsDesk) inMeeting(id, password string) {
	d.t.Helper()
	d.choose("Invite participants…")
	d.window()
	d.must(d.Type(d.t.Context(), id))
	if password != "" {
		d.must(d.Key(d.t.Context(), "Tab"))
		d.must(d.Type(d.t.Context(), password))
	}
	d.awaitReceived("a look at the meeting", func(all []received) bool {
		for _, r := range all {
			if r.Function == look && r.Meeting == id && r.Status == http.StatusOK {
				return true
			}
		}
		return false
	})
	d.window()
}

// received is a call that came to the service.
type received struct {
	Seq      int
	Function string
	Meeting  string
	Status   int
	Body     string
}

// get reads what the office shows of itself.
func (d *meetingsDesk) get(what string, into any) {
	d.t.Helper()
	request, err := http.NewRequestWithContext(d.t.Context(), http.MethodGet, d.sim+what, nil)
	d.must(err)
	answer, err := http.DefaultClient.Do(request)
	d.must(err)
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		d.t.Fatalf("%s: %s", what, answer.Status)
	}
	d.must(json.NewDecoder(answer.Body).Decode(into))
}

// received returns all calls that came to the service.
func (d *meetingsDesk) received() []received {
	d.t.Helper()
	var all struct{ Received []received }
	d.get("received", &all)
	return all.Received
}

func (d *meetingsDesk) awaitReceived(what string, is func(all []received) bool) {
	d.t.Helper()
	d.must(session.Await(d.t.Context(), what, func() (bool, error) { return is(d.received()), nil }))
}

// invitations returns who was invited, by request.
func (d *meetingsDesk) invitations() (all [][]called) {
	d.t.Helper()
	for _, r := range d.received() {
		if r.Function != invitation {
			continue
		}
		var body struct{ Attendees []called }
		if err := json.Unmarshal([]byte(r.Body), &body); err != nil {
			d.t.Fatalf("%v in %s", err, r.Body)
		}
		all = append(all, body.Attendees)
	}
	return all
}

// wantInvitations fails unless exactly these requests came to the service.
func (d *meetingsDesk) wantInvitations(want ...[]called) {
	d.t.Helper()
	if diff := cmp.Diff(want, d.invitations()); diff != "" {
		d.t.Errorf("invitations (-want +got):\n%s", diff)
	}
}

// awaitInvitations waits until so many invitations came.
func (d *meetingsDesk) awaitInvitations(n int) {
	d.t.Helper()
	d.must(session.Await(d.t.Context(), "an invitation", func() (bool, error) { return len(d.invitations()) >= n, nil }))
}

// pastes pastes text where the keyboard is.
func (d *meetingsDesk) pastes(text string) {
	d.t.Helper()
	d.must(d.Copy(d.t.Context(), text))
	d.must(d.Key(d.t.Context(), "ctrl+v"))
}

// showsRows waits until the page's table has these rows, which it copies for that; the keyboard is in
// the table, all of which is chosen then.
func (d *meetingsDesk) showsRows(rows string) {
	d.t.Helper()
	d.must(d.Copy(d.t.Context(), "something else"))
	var copied string
	err := session.Await(d.t.Context(), "the rows of the table", func() (bool, error) {
		if err := d.Key(d.t.Context(), "ctrl+a", "ctrl+c"); err != nil {
			return false, err
		}
		now, err := d.Paste(d.t.Context(), "UTF8_STRING")
		copied = now
		return err == nil && now == rows, nil
	})
	if err != nil {
		d.t.Fatalf("%v (-want +got):\n%s", err, cmp.Diff(rows, copied))
	}
}

// finds goes through the page with Tab until its table, which has these rows, has the keyboard.
func (d *meetingsDesk) finds(rows string) {
	d.t.Helper()
	d.must(d.Copy(d.t.Context(), "something else"))
	d.must(session.Await(d.t.Context(), "the rows of the table", func() (bool, error) {
		if err := d.Key(d.t.Context(), "Tab", "ctrl+a", "ctrl+c"); err != nil {
			return false, err
		}
		now, err := d.Paste(d.t.Context(), "UTF8_STRING")
		return err == nil && now == rows, nil
	}))
}

// leaveFields goes from the meeting's fields on to the first button behind them.
func (d *meetingsDesk) leaveFields(tabs ...string) {
	d.t.Helper()
	d.must(d.Key(d.t.Context(), tabs...))
}

// people lists who is in the account's own meeting and in which state, by name.
func (d *meetingsDesk) people() map[string]string {
	d.t.Helper()
	var now struct {
		People []struct{ Name, State string }
	}
	if err := json.Unmarshal([]byte(d.foyer("--json", "meeting", "people", ownMeeting)), &now); err != nil {
		d.t.Fatal(err)
	}
	all := map[string]string{}
	for _, p := range now.People {
		all[p.Name] = p.State
	}
	return all
}

// awaitIn waits until people are in the account's own meeting.
func (d *meetingsDesk) awaitIn(people ...called) {
	d.t.Helper()
	d.must(session.Await(d.t.Context(), "people in the meeting", func() (bool, error) {
		now := d.people()
		for _, c := range people {
			if now[c.Name] != "in" {
				return false, nil
			}
		}
		return true, nil
	}))
}

// awaitCalls waits until the last calls from a meeting to people have come to these ends.
func (d *meetingsDesk) awaitCalls(id string, want map[string]string) {
	d.t.Helper()
	got := map[string]string{}
	err := session.Await(d.t.Context(), "the calls", func() (bool, error) {
		var all struct {
			Meetings []struct {
				ID    string
				Calls []struct{ Name, State string }
			}
		}
		d.get("meetings", &all)
		for _, m := range all.Meetings {
			for _, c := range m.Calls {
				if m.ID == id && want[c.Name] != "" {
					got[c.Name] = c.State
				}
			}
		}
		return cmp.Equal(want, got), nil
	})
	if err != nil {
		d.t.Fatalf("%v (-want +got):\n%s", err, cmp.Diff(want, got))
	}
}

// kept returns which of Foyer's own files hold a text.
func (d *meetingsDesk) kept(text string) (files []string) {
	d.t.Helper()
	for _, place := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"} {
		root := filepath.Join(d.Getenv(place), "foyer")
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			switch {
			case os.IsNotExist(err):
				return nil
			case err != nil:
				return err
			case e.IsDir() && e.Name() == "demo": // the office's own, which made the password
				return fs.SkipDir
			case !e.Type().IsRegular():
				return nil
			}
			content, err := os.ReadFile(path)
			if os.IsNotExist(err) {
				return nil // the database's own, which come and go
			}
			if bytes.Contains(content, []byte(text)) {
				files = append(files, path)
			}
			return err
		})
		d.must(err)
	}
	return files
}

func TestPastedPeopleAreCorrectedInvitedAndComeAndTheMissingAreCalledAgain(t *testing.T) {
	d := withMeetings(t)
	d.inMeeting(ownMeeting, "")
	d.leaveFields("Tab", "Tab")
	wrong := laura
	wrong.Phone = "+9911128352340OO44"
	d.pastes(inSheet(ludwig, wrong, juan))
	d.showsRows(inSheet(ludwig, wrong, juan))
	// Down to the empty row, and people as a mail names them.
	d.must(d.Key(t.Context(), "Home", "Down"))
	d.pastes("Erika Mustermann <erika.mustermann@example.com>\n")
	reached := erika
	reached.Phone = ""
	d.showsRows(inSheet(ludwig, wrong, juan, reached))
	// Nobody notifies her without a number, and nobody calls Laura under a wrong one.
	d.must(d.Key(t.Context(), "Home", "Right"))
	d.must(d.Type(t.Context(), erika.Phone))
	d.must(d.Key(t.Context(), "Return", "Up", "Up", "Up"))
	d.must(d.Type(t.Context(), laura.Phone))
	d.must(d.Key(t.Context(), "Return"))
	d.showsRows(inSheet(ludwig, laura, juan, erika))

	d.must(d.Key(t.Context(), "ctrl+Return"))
	d.awaitInvitations(1)
	d.awaitIn(ludwig, laura, erika)
	d.awaitCalls(ownMeeting, map[string]string{ludwig.Name: "in", laura.Name: "in", erika.Name: "in", juan.Name: "busy"})
	d.wantInvitations([]called{ludwig, laura, juan, erika})

	// The filled button is for the missing as soon as the page has seen that somebody is.
	d.must(session.Await(t.Context(), "the missing to be called again", func() (bool, error) {
		if len(d.invitations()) > 1 {
			return true, nil
		}
		return false, d.Key(t.Context(), "ctrl+Return")
	}))
	d.wantInvitations([]called{ludwig, laura, juan, erika}, []called{juan})
}

func TestAMeetingOpensWithTheHostPasswordThatIsTyped(t *testing.T) {
	d := withMeetings(t)
	d.inMeeting(otherMeeting, otherPassword)
	d.leaveFields("Tab")
	d.pastes(inSheet(ann, giulia))
	d.showsRows(inSheet(ann, giulia))
	d.must(d.Key(t.Context(), "ctrl+Return"))
	d.awaitInvitations(1)
	d.awaitCalls(otherMeeting, map[string]string{ann.Name: "in", giulia.Name: "in"})
	d.wantInvitations([]called{ann, giulia})
	if files := d.kept(otherPassword); len(files) > 0 {
		t.Errorf("the host password is in %q", files)
	}
}

func TestWhatWasTypedIsThereAgainButForThePassword(t *testing.T) {
	d := withMeetings(t)
	d.inMeeting(otherMeeting, otherPassword)
	d.leaveFields("Tab")
	d.pastes(inSheet(ludwig, juan))
	d.showsRows(inSheet(ludwig, juan))
	w := d.window()
	d.must(d.Key(t.Context(), "ctrl+w"))
	d.must(d.WaitNoWindow(t.Context(), w.Title))
	d.must(session.Await(t.Context(), "meeting and rows in a file", func() (bool, error) {
		return len(d.kept(otherMeeting)) > 0 && len(d.kept(juan.Name)) > 0, nil
	}))
	// A new window: the one that was closed is kept for a while, and knows everything.
	d.must(d.agent.Stop())
	d.startAgent()
	d.choose("Invite participants…")
	d.window()
	d.finds(inSheet(ludwig, juan))
	d.must(d.Key(t.Context(), "ctrl+Return"))
	d.window()
	for _, secret := range []string{otherPassword, ownPassword} {
		if files := d.kept(secret); len(files) > 0 {
			t.Errorf("a host password is in %q", files)
		}
	}
	d.wantInvitations()
}

func TestAnInvitationWhoseAgentDiesIsLookedForAndNeverRepeated(t *testing.T) {
	d := withMeetings(t)
	d.inMeeting(ownMeeting, "")
	d.leaveFields("Tab", "Tab")
	d.pastes(inSheet(ludwig, laura))
	d.showsRows(inSheet(ludwig, laura))
	fault := strings.NewReader(`{"function": "` + invitation + `", "kind": "delay", "wait": "30s"}`)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, d.sim+"fault", fault)
	d.must(err)
	answer, err := http.DefaultClient.Do(request)
	d.must(err)
	d.must(answer.Body.Close())
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("the fault: %s", answer.Status)
	}
	d.hasBanner(false)
	d.must(d.Key(t.Context(), "ctrl+Return"))
	d.awaitInvitations(1)
	d.must(d.agent.Kill())
	d.hasBanner(true)
	d.must(d.Key(t.Context(), "ctrl+Return", "ctrl+Return"))
	before := d.received()
	d.startAgent()
	d.awaitReceived("a look at the meeting after the agent died", func(all []received) bool {
		for _, r := range all[len(before):] {
			if r.Function == look && r.Meeting == ownMeeting && r.Status == http.StatusOK {
				return true
			}
		}
		return false
	})
	d.awaitIn(ludwig, laura)
	d.window()
	d.must(d.Key(t.Context(), "ctrl+Return", "ctrl+Return"))
	d.window()
	d.showsRows(inSheet(ludwig, laura))
	d.wantInvitations([]called{ludwig, laura})
}
