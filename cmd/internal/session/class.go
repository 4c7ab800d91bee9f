package session

import (
	"fmt"
	"strings"

	"github.com/jezek/xgb/xproto"
)

// Class returns what a window calls itself for menus and task bars: its instance and its class.
func (s *Session) Class(w Window) (instance, class string, err error) {
	data, err := s.property(xproto.Window(w.ID), "WM_CLASS")
	if err != nil {
		return "", "", err
	}
	instance, class, ok := strings.Cut(strings.TrimSuffix(string(data), "\x00"), "\x00")
	if !ok {
		return "", "", fmt.Errorf("the class of the window %q is %q", w.Title, data)
	}
	return instance, class, nil
}
