package main

import (
	"errors"

	"foyer/services/agent"
	"foyer/services/fault"
)

type secretSetCommand struct {
	Name string `arg:"" help:"${named_secret}"`
	Keep string `enum:"keyring,file,session" default:"keyring" placeholder:"PLACE" help:"${keep}"`
}

// Run keeps a secret that comes from the standard input.
func (c secretSetCommand) Run(a *app) error {
	name, err := a.secretName(c.Name)
	if err != nil {
		return err
	}
	value, err := a.secretInput()
	if err != nil {
		return err
	}
	return a.viaSecrets(func(s agent.Secrets, isAgent bool) error {
		if c.Keep == string(agent.KeptInSession) && !isAgent {
			return wrong{a.words.T("cli.no-session")}
		}
		err := s.SetSecret(a.ctx, name, value, agent.Keeping(c.Keep))
		if e, ok := errors.AsType[*fault.Error](err); ok && isNoKeyring(e.Code) {
			a.say("foyer: %s", a.words.T("cli.keep-elsewhere"))
		}
		return err
	})
}

type secretStateCommand struct {
	Name string `arg:"" help:"${named_secret}"`
}

// Run says where a secret is kept.
func (c secretStateCommand) Run(a *app) error {
	name, err := a.secretName(c.Name)
	if err != nil {
		return err
	}
	return a.viaSecrets(func(s agent.Secrets, _ bool) error {
		state, err := s.SecretState(a.ctx, name)
		if err != nil {
			return err
		}
		if a.JSON {
			return a.document(state)
		}
		kept := string(state.Kept)
		if kept == "" {
			kept = "nowhere"
		}
		a.print("%s\n", a.words.T("cli.kept."+kept))
		return nil
	})
}

type secretRemoveCommand struct {
	Name string `arg:"" help:"${named_secret}"`
}

// Run forgets a secret.
func (c secretRemoveCommand) Run(a *app) error {
	name, err := a.secretName(c.Name)
	if err != nil {
		return err
	}
	return a.viaSecrets(func(s agent.Secrets, _ bool) error { return s.RemoveSecret(a.ctx, name) })
}

// viaSecrets hands over the agent's secrets, or those of this process when no agent runs.
func (a *app) viaSecrets(do func(s agent.Secrets, isAgent bool) error) error {
	client, err := a.client()
	if err != nil {
		return err
	}
	if _, err = client.Status(a.ctx); err == nil {
		return do(client, true)
	}
	if !errors.Is(err, agent.ErrNotRunning) {
		return err
	}
	dirs, err := a.dirs()
	if err != nil {
		return err
	}
	p := &post{app: a, dirs: dirs}
	if err := p.open(); err != nil {
		return errors.Join(err, p.close())
	}
	return errors.Join(do(p.office, false), p.close())
}
