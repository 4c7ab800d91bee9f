package agent

import "context"

// SetSecret keeps the secret of this name at that place. What needed it is tried again.
func (a *Agent) SetSecret(ctx context.Context, name, value string, keep Keeping) error {
	if a.Secrets == nil {
		return notConfigured("keeping a secret", "no-secrets")
	}
	if err := a.Secrets.SetSecret(ctx, name, value, keep); err != nil {
		return err
	}
	if account, ok := accountOf(name); ok {
		a.forgetMeetings(ctx, account)
	}
	return a.Changed(ServicesChanged)
}

// RemoveSecret forgets the secret of this name.
func (a *Agent) RemoveSecret(ctx context.Context, name string) error {
	if a.Secrets == nil {
		return notConfigured("removing a secret", "no-secrets")
	}
	if account, ok := accountOf(name); ok {
		a.leaveMeetings(ctx, account)
	}
	if err := a.Secrets.RemoveSecret(ctx, name); err != nil {
		return err
	}
	return a.Changed(ServicesChanged)
}

// SecretState says where the secret of this name is kept, without telling it.
func (a *Agent) SecretState(ctx context.Context, name string) (SecretState, error) {
	if a.Secrets == nil {
		return SecretState{}, notConfigured("looking for a secret", "no-secrets")
	}
	return a.Secrets.SecretState(ctx, name)
}
