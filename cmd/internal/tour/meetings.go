package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"foyer/cmd/internal/session"
)

// demoMeeting is a meeting that goes on in the demo office.
const demoMeeting = "914083136"

// missing are people as the rows of a spreadsheet. The second one's number has letters in it; the third
// one's, by its last digit, is busy.
const missing = "Ludwig Muster\t+49 30 5550 1742\tludwig.muster@example.com\n" +
	"Laura Beispiel\t+49 30 5550 OO34\tlaura.beispiel@example.com\n" +
	"Juan Modelo\t+34 91 5550 148\tjuan.modelo@example.es\n" +
	"Erika Mustermann\t+49 30 5550 1811\terika.mustermann@example.com\n"

// late are four more, of whom one has a wrong number and one has none.
const late = "Giulia Esempio\t+39 06 5550 x212\tgiulia.esempio@example.com\n" +
	"Jan Novák\t\tjan.novak@example.com\n" +
	"Zofia Przykład\t+48 22 5550 133\tzofia.przyklad@example.com\n" +
	"Björn Exempel\t+46 8 5550 1720\tbjoern.exempel@example.com\n"

// meetings is what a host does when people are missing: they are pasted, checked, and called.
func (w *walk) meetings() []step {
	return []step{
		{"Go to Meetings and type the ID of one that is running", w.openMeeting},
		{"Paste four people from a spreadsheet; one number has letters in it", w.pastePeople},
		{"Correct the number, and press Ctrl+Enter", w.invite},
		{"Paste more, while one of the first is found not to have answered", w.pasteMore},
	}
}

func (w *walk) openMeeting(ctx context.Context) (string, error) {
	if _, err := w.foyer(ctx, "--demo", "show", "meetings"); err != nil {
		return "", err
	}
	window, err := w.window(ctx)
	if err != nil {
		return "", err
	}
	if err := w.Type(ctx, demoMeeting); err != nil {
		return "", err
	}
	if err := w.signedIn(ctx); err != nil {
		return "", err
	}
	return "the account knows its password; six people are in it", w.shot(ctx, window, "meeting")
}

// signedIn waits until the account was used, which the page does for what was typed.
func (w *walk) signedIn(ctx context.Context) error {
	return session.Await(ctx, "the account to be used", func() (bool, error) {
		out, err := w.foyer(ctx, "--demo", "--json", "service", "list")
		if err != nil {
			return false, err
		}
		var services []struct{ Name, Health string }
		if err := json.Unmarshal([]byte(out), &services); err != nil {
			return false, err
		}
		for _, s := range services {
			if s.Name == "huawei-meeting" && s.Health == "connected" {
				return true, nil
			}
		}
		return false, nil
	})
}

func (w *walk) pastePeople(ctx context.Context) (string, error) {
	// On from the fields, so that the rows go into the table.
	if err := w.Key(ctx, "Tab", "Tab"); err != nil {
		return "", err
	}
	if err := w.pasteRows(ctx, missing); err != nil {
		return "", err
	}
	// To the wrong number, whose tip says what is wrong.
	if err := w.changed(ctx, "Down", "Right"); err != nil {
		return "", err
	}
	window, err := w.window(ctx)
	if err != nil {
		return "", err
	}
	return "three of them can be called, and the wrong cell is red", w.shot(ctx, window, "meeting-pasted")
}

// pasteRows pastes text into the window.
func (w *walk) pasteRows(ctx context.Context, text string) error {
	if err := w.Copy(ctx, text); err != nil {
		return err
	}
	return w.changed(ctx, "ctrl+v")
}

func (w *walk) invite(ctx context.Context) (string, error) {
	if err := w.Type(ctx, "+49 30 5550 1834"); err != nil {
		return "", err
	}
	if err := w.changed(ctx, "Return"); err != nil {
		return "", err
	}
	if err := w.changed(ctx, "ctrl+Return"); err != nil {
		return "", err
	}
	saw, err := w.inMeeting(ctx, "Ludwig Muster", "Laura Beispiel", "Erika Mustermann")
	if err != nil {
		return "", err
	}
	window, err := w.window(ctx)
	if err != nil {
		return "", err
	}
	return saw, w.shot(ctx, window, "meeting-invited")
}

// inMeeting waits until people are in the meeting.
func (w *walk) inMeeting(ctx context.Context, names ...string) (string, error) {
	var in []string
	err := session.Await(ctx, "people in the meeting", func() (bool, error) {
		out, err := w.foyer(ctx, "--demo", "--json", "meeting", "people", demoMeeting)
		if err != nil {
			return false, err
		}
		var now struct {
			People []struct{ Name, State string }
		}
		if err := json.Unmarshal([]byte(out), &now); err != nil {
			return false, err
		}
		in = in[:0]
		for _, p := range now.People {
			if p.State == "in" {
				in = append(in, p.Name)
			}
		}
		return !slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(in, name) }), nil
	})
	return fmt.Sprintf("in the meeting are now %s", strings.Join(in, ", ")), err
}

func (w *walk) pasteMore(ctx context.Context) (string, error) {
	if err := w.changed(ctx, "Down", "Down"); err != nil { // behind the last row
		return "", err
	}
	if err := w.pasteRows(ctx, late); err != nil {
		return "", err
	}
	window, err := w.window(ctx)
	if err != nil {
		return "", err
	}
	if err := w.toastGone(ctx, window); err != nil {
		return "", err
	}
	return "the page says who is in, who did not answer, and what is wrong in the new rows", w.shot(ctx, window, "meetings")
}

// toastGone waits until what the window says for some seconds has gone from in front of its page.
func (w *walk) toastGone(ctx context.Context, window session.Window) error {
	const toast = 5000 // pixels, more than anything else that changes by itself
	with, err := w.Picture(window.Rect())
	if err != nil {
		return err
	}
	return session.Await(ctx, "the toast to go", func() (bool, error) {
		now, err := w.Picture(window.Rect())
		if err != nil {
			return false, err
		}
		differ := 0
		for i := 0; i < len(with.Pix); i += 4 {
			if !bytes.Equal(with.Pix[i:i+4], now.Pix[i:i+4]) {
				differ++
			}
		}
		return differ > toast, nil
	})
}
