package main

import (
	"context"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/secrets"
)

var _ agent.Secrets = (*office)(nil)

// SecretState implements agent.Secrets.
func (o *office) SecretState(ctx context.Context, name string) (agent.SecretState, error) {
	if o.demo != nil {
		// The demo office makes its token itself.
		return agent.SecretState{Kept: agent.KeptInSession}, nil
	}
	s, err := o.keeper.State(ctx, name)
	return agent.SecretState{Kept: agent.Keeping(s.Kept), Keyring: s.Keyring, Words: s.Code}, err
}

// SetSecret implements agent.Secrets.
func (o *office) SetSecret(ctx context.Context, name, value string, keep agent.Keeping) error {
	if o.demo != nil {
		return ofDemo()
	}
	return o.keeper.Set(ctx, name, value, secrets.Keeping(keep))
}

// RemoveSecret implements agent.Secrets.
func (o *office) RemoveSecret(ctx context.Context, name string) error {
	if o.demo != nil {
		return ofDemo()
	}
	return o.keeper.Remove(ctx, name)
}

// ofDemo refuses to change the token of the demo office.
func ofDemo() error {
	return &fault.Error{Op: "changing a secret", Service: "demo", Kind: fault.Invalid, Code: "demo-secret"}
}
