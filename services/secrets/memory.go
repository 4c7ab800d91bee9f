package secrets

import "strings"

// environment returns what the environment says, "" when it says nothing.
func (k *Keeper) environment(name string) string {
	variable := k.config.Variable(name)
	if variable == "" {
		return ""
	}
	return strings.TrimSpace(k.config.Getenv(variable))
}

// remembered returns a secret that is in memory, "" when none is, and how often it was changed.
func (k *Keeper) remembered(name string) (value string, changes int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if value, ok := k.session[name]; ok {
		return value, k.changes[name]
	}
	if f, ok := k.recent[name]; ok && k.config.Now().Before(f.until) {
		return f.value, k.changes[name]
	}
	return "", k.changes[name]
}

// remember spares the next calls a look, unless the secret was changed while it was read.
func (k *Keeper) remember(name, value string, changes int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.changes[name] == changes {
		k.recent[name] = fresh{value, k.config.Now().Add(freshness)}
	}
}

func (k *Keeper) forget(name string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.changes[name]++
	delete(k.recent, name)
}

func (k *Keeper) keepInSession(name, value string, keep bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if keep {
		k.session[name] = value
	} else {
		delete(k.session, name)
	}
}

func (k *Keeper) isInSession(name string) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	_, ok := k.session[name]
	return ok
}
