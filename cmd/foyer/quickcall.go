package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"time"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
)

// maxSecret is far longer than any password or token.
const maxSecret = 64 << 10

// secretInput reads a secret from the standard input: its first line.
func (a *app) secretInput() (string, error) {
	if isTerminal(a.in) {
		a.say("%s", a.words.T("cli.type-secret"))
	}
	b, err := io.ReadAll(io.LimitReader(a.in, maxSecret))
	if err != nil {
		return "", wrong{a.words.T("cli.unreadable", "File", stdin, "Words", cause(err))}
	}
	first, _, _ := bytes.Cut(b, []byte("\n"))
	return strings.TrimRight(string(first), "\r"), nil
}

// viaAgent lets the running agent do something, or does it here when none runs or when the environment
// of this command says something other than what the agent goes by. service is the ID of the service that the
// agent is to ask, "" for the one in use.
func (a *app) viaAgent(service string, overridden func(*office) bool, byAgent func(agent.Client) error, here func(*post) error) error {
	dirs, err := a.dirs()
	if err != nil {
		return err
	}
	p := &post{app: a, dirs: dirs}
	client, err := p.find()
	switch {
	case err != nil:
	case p.agent != nil && !overridden(p.office):
		client.Service = service
		err = byAgent(client)
	default:
		err = here(p)
	}
	return errors.Join(err, p.close())
}

// viaOffice is viaAgent for what a Chat&Messenger does.
func (a *app) viaOffice(service string, byAgent func(agent.Client) error, here func(agent.Messenger) error) error {
	overridden := func(o *office) bool { return o.overridden(service) }
	return a.viaAgent(service, overridden, byAgent, func(p *post) error {
		m, err := p.messenger(service)
		if err != nil {
			return err
		}
		return here(m)
	})
}

type quickCallCommand struct {
	Expires  string `required:"true" placeholder:"TIME" help:"${expires}"`
	Password bool   `name:"password-stdin" help:"${password_stdin}"`
	serviceFlag
}

// call is a quick call as JSON.
type call struct {
	URL     string `json:"url"`
	Expires string `json:"expires"` // RFC 3339, UTC
}

// Run prints the URL of a new quick web conference.
func (c quickCallCommand) Run(a *app) error {
	expires, err := message.ParseExpiry(a.words.InDay(c.Expires), time.Now())
	if err != nil {
		return err
	}
	q := message.QuickCall{Expires: expires}
	if c.Password {
		if q.Password, err = a.secretInput(); err != nil {
			return err
		}
	}
	id, err := c.of(a, agent.ChatMessenger)
	if err != nil {
		return err
	}
	var url string
	err = a.viaOffice(id,
		func(c agent.Client) error { url, err = c.QuickCall(a.ctx, q); return err },
		func(m agent.Messenger) error { url, err = m.QuickCall(a.ctx, q); return err })
	if err != nil {
		return err
	}
	if a.JSON {
		return a.document(call{URL: url, Expires: stamp(expires)})
	}
	a.print("%s\n", url)
	return nil
}

type chatRoomSaveCommand struct {
	File string `arg:"" optional:"" name:"file.json" help:"${room_file}"`
	serviceFlag
}

// Run creates or updates a chat room, and prints it as the server returned it.
func (c chatRoomSaveCommand) Run(a *app) error {
	text, err := a.text(c.File)
	if err != nil {
		return err
	}
	var room message.ChatRoom
	if err := json.Unmarshal([]byte(text), &room); err != nil {
		if _, known := errors.AsType[*fault.Error](err); known {
			return err
		}
		return wrong{a.words.T("cli.no-json", "Words", err)}
	}
	if problems := room.Check(); len(problems) > 0 {
		return wrong{a.problems(problems)}
	}
	id, err := c.of(a, agent.ChatMessenger)
	if err != nil {
		return err
	}
	var saved message.ChatRoom
	err = a.viaOffice(id,
		func(c agent.Client) error { saved, err = c.SaveChatRoom(a.ctx, room); return err },
		func(m agent.Messenger) error { saved, err = m.SaveChatRoom(a.ctx, room); return err })
	if err != nil {
		return err
	}
	return errors.Join(a.document(saved), a.remember(context.WithoutCancel(a.ctx), id, saved))
}
