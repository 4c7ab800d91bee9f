package session

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// handlerScript stands in for Webex: it writes what it is started with to a file, one argument a line.
const handlerScript = `#!/bin/sh
printf '%%s\n' "$@" >>%q
`

// handlerEntry registers the stand-in as Webex' installer does.
const handlerEntry = `[Desktop Entry]
Type=Application
Name=Webex
Exec=%s %%u
NoDisplay=true
MimeType=x-scheme-handler/webexteams;
`

// registerHandler makes a program that records webexteams: links the desktop's handler for them.
func (s *Session) registerHandler(ctx context.Context) error {
	script := s.Path("webex-handler")
	if err := os.WriteFile(script, fmt.Appendf(nil, handlerScript, s.Path("opened")), 0o700); err != nil {
		return fmt.Errorf("registering the webexteams handler: %w", err)
	}
	folder := filepath.Join(s.Getenv("XDG_DATA_HOME"), "applications")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("registering the webexteams handler: %w", err)
	}
	if err := os.WriteFile(filepath.Join(folder, "webex.desktop"), fmt.Appendf(nil, handlerEntry, script), 0o600); err != nil {
		return fmt.Errorf("registering the webexteams handler: %w", err)
	}
	if _, err := s.Run(ctx, nil, "xdg-mime", "default", "webex.desktop", "x-scheme-handler/webexteams"); err != nil {
		return fmt.Errorf("registering the webexteams handler: %w", err)
	}
	return nil
}

// Opened lists the links that the handler was given, oldest first.
func (s *Session) Opened() ([]string, error) {
	data, err := os.ReadFile(s.Path("opened"))
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading what was opened: %w", err)
	}
	return strings.Fields(string(data)), nil
}

// WaitOpened waits until the handler was given n links and returns them.
func (s *Session) WaitOpened(ctx context.Context, n int) ([]string, error) {
	var opened []string
	err := Await(ctx, fmt.Sprintf("%d links given to the webexteams handler", n), func() (bool, error) {
		now, err := s.Opened()
		opened = now
		return len(now) >= n, err
	})
	return opened, err
}
