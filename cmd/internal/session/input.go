package session

import (
	"context"
	"strconv"
)

// The buttons of the mouse.
const (
	LeftButton  = 1
	RightButton = 3
)

// Click moves the pointer and presses a button, as a hand would.
func (s *Session) Click(ctx context.Context, x, y, button int) error {
	// Not mousemove --sync: that waits for 15 s when the pointer is there already.
	return s.xdotool(ctx, "mousemove", strconv.Itoa(x), strconv.Itoa(y), "click", strconv.Itoa(button))
}

// MoveTo moves the pointer.
func (s *Session) MoveTo(ctx context.Context, x, y int) error {
	return s.xdotool(ctx, "mousemove", strconv.Itoa(x), strconv.Itoa(y))
}

// Key presses key combinations one after the other: "ctrl+k", "Return", "Tab".
func (s *Session) Key(ctx context.Context, keys ...string) error {
	return s.xdotool(ctx, append([]string{"key", "--clearmodifiers", "--delay", "25"}, keys...)...)
}

// Type types text that a Latin keyboard can type; paste anything else.
func (s *Session) Type(ctx context.Context, text string) error {
	return s.xdotool(ctx, "type", "--clearmodifiers", "--delay", "12", "--", text)
}

// Raise brings a window to the front and gives it the keyboard.
func (s *Session) Raise(ctx context.Context, w Window) error {
	return s.xdotool(ctx, "windowactivate", "--sync", strconv.FormatUint(uint64(w.ID), 10))
}

// Resize gives a window another size and returns it as it is then.
func (s *Session) Resize(ctx context.Context, w Window, width, height int) (Window, error) {
	id := strconv.FormatUint(uint64(w.ID), 10)
	if err := s.xdotool(ctx, "windowsize", id, strconv.Itoa(width), strconv.Itoa(height)); err != nil {
		return Window{}, err
	}
	err := Await(ctx, "the window's new size", func() (bool, error) {
		now, err := s.window(w.ID)
		w = now
		return now.Width == width && now.Height == height, err
	})
	return w, err
}

// CloseWindow closes a window as its title bar's button does.
func (s *Session) CloseWindow(ctx context.Context, w Window) error {
	return s.xdotool(ctx, "windowclose", strconv.FormatUint(uint64(w.ID), 10))
}

func (s *Session) xdotool(ctx context.Context, args ...string) error {
	_, err := s.Run(ctx, nil, "xdotool", args...)
	return err
}
