package session

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
)

// panelConfig is a panel at the screen's top left with nothing but the systray plugin.
//
//go:embed xfce4-panel.xml
var panelConfig []byte

// startWindowManager starts xfwm4 and waits until it manages the screen.
func (s *Session) startWindowManager(ctx context.Context) error {
	if _, err := s.Launch("xfwm4", "--compositor=off", "--sm-client-disable"); err != nil {
		return err
	}
	return Await(ctx, "the window manager", func() (bool, error) {
		windows, err := s.windowsProperty(s.screen.Root, "_NET_SUPPORTING_WM_CHECK")
		return len(windows) > 0, err
	})
}

// startPanel starts xfce4-panel and waits until its systray hosts tray icons.
func (s *Session) startPanel(ctx context.Context) error {
	file := filepath.Join(s.Getenv("XDG_CONFIG_HOME"), "xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return fmt.Errorf("configuring the panel: %w", err)
	}
	if err := os.WriteFile(file, panelConfig, 0o600); err != nil {
		return fmt.Errorf("configuring the panel: %w", err)
	}
	if _, err := s.Launch("xfce4-panel", "--disable-wm-check", "--sm-client-disable"); err != nil {
		return err
	}
	return s.awaitName(ctx, watcherName)
}
