// Package e2e holds tests of the real programs in a throw-away desktop: a real tray host, real
// clicks and keys, the real clipboard, a real notification server and a real handler for
// webexteams: links. It has no code of its own.
package e2e
