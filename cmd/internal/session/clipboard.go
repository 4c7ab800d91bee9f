package session

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Copy puts text on the clipboard as another program would: a process of its own holds it.
func (s *Session) Copy(ctx context.Context, text string) error {
	// Without -quiet xclip answers from a child in the background and returns; the child ends
	// when something else is copied, or with the display.
	if _, err := s.Run(ctx, []byte(text), "sh", "-c", "exec xclip -selection clipboard -in >/dev/null 2>&1"); err != nil {
		return fmt.Errorf("copying: %w", err)
	}
	return Await(ctx, "the copied text", func() (bool, error) {
		now, err := s.Paste(ctx, "UTF8_STRING")
		return err == nil && now == text, nil
	})
}

// Paste reads one form of what is on the clipboard, such as "UTF8_STRING" or "text/html".
func (s *Session) Paste(ctx context.Context, target string) (string, error) {
	out, err := s.Run(ctx, nil, "xclip", "-selection", "clipboard", "-out", "-target", target)
	if err != nil {
		return "", fmt.Errorf("reading %s from the clipboard: %w", target, err)
	}
	return string(out), nil
}

// Targets lists the forms in which the clipboard is offered.
func (s *Session) Targets(ctx context.Context) ([]string, error) {
	out, err := s.Paste(ctx, "TARGETS")
	if err != nil {
		return nil, err
	}
	targets := strings.Fields(out)
	slices.Sort(targets)
	return targets, nil
}

// WaitClipboard waits until one form of the clipboard is what the caller looks for, and returns
// what it saw last.
func (s *Session) WaitClipboard(ctx context.Context, target string, is func(string) bool) (string, error) {
	var last string
	err := Await(ctx, "the clipboard", func() (bool, error) {
		now, err := s.Paste(ctx, target)
		if err != nil {
			return false, nil // nothing there, or not in this form, yet
		}
		last = now
		return is(now), nil
	})
	if err != nil {
		return last, fmt.Errorf("%w; it holds %q", err, last)
	}
	return last, nil
}
