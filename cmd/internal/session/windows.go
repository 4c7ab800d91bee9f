package session

import (
	"context"
	"encoding/binary"
	"fmt"
	"time"

	"github.com/jezek/xgb/xproto"
)

// Window is a window on the screen, with its place and size in pixels, without its frame.
type Window struct {
	ID            uint32
	Title         string
	Pid           int
	X, Y          int
	Width, Height int
}

// Windows lists the windows that the window manager manages, oldest first.
func (s *Session) Windows() ([]Window, error) {
	ids, err := s.windowsProperty(s.screen.Root, "_NET_CLIENT_LIST")
	if err != nil {
		return nil, err
	}
	var windows []Window
	for _, id := range ids {
		w, err := s.window(id)
		if err != nil {
			continue // it was closed between the list and the look
		}
		windows = append(windows, w)
	}
	return windows, nil
}

// WaitWindow waits for a window with this title. It looks every two milliseconds, for those who
// measure.
func (s *Session) WaitWindow(ctx context.Context, title string) (Window, error) {
	var found Window
	err := await(ctx, fmt.Sprintf("a window with the title %q", title), 2*time.Millisecond, func() (bool, error) {
		windows, err := s.Windows()
		for _, w := range windows {
			if w.Title == title {
				found = w
				return true, nil
			}
		}
		return false, err
	})
	return found, err
}

// WaitNoWindow waits until no window has this title.
func (s *Session) WaitNoWindow(ctx context.Context, title string) error {
	return Await(ctx, fmt.Sprintf("no window with the title %q", title), func() (bool, error) {
		windows, err := s.Windows()
		for _, w := range windows {
			if w.Title == title {
				return false, nil
			}
		}
		return true, err
	})
}

// Active returns the window that has the keyboard; its ID is 0 when none has.
func (s *Session) Active() (Window, error) {
	ids, err := s.windowsProperty(s.screen.Root, "_NET_ACTIVE_WINDOW")
	if err != nil || len(ids) == 0 || ids[0] == 0 {
		return Window{}, err
	}
	return s.window(ids[0])
}

// popups lists what is shown beside the window manager: menus, tips and notifications.
func (s *Session) popups() (map[uint32]Window, error) {
	tree, err := xproto.QueryTree(s.x, s.screen.Root).Reply()
	if err != nil {
		return nil, fmt.Errorf("listing windows: %w", err)
	}
	found := map[uint32]Window{}
	for _, id := range tree.Children {
		attributes, err := xproto.GetWindowAttributes(s.x, id).Reply()
		if err != nil || !attributes.OverrideRedirect || attributes.MapState != xproto.MapStateViewable {
			continue
		}
		if w, err := s.window(uint32(id)); err == nil && w.Width > 20 && w.Height > 20 {
			found[w.ID] = w
		}
	}
	return found, nil
}

func (s *Session) window(id uint32) (Window, error) {
	drawable := xproto.Drawable(id)
	geometry, err := xproto.GetGeometry(s.x, drawable).Reply()
	if err != nil {
		return Window{}, fmt.Errorf("measuring window %#x: %w", id, err)
	}
	place, err := xproto.TranslateCoordinates(s.x, xproto.Window(id), s.screen.Root, 0, 0).Reply()
	if err != nil {
		return Window{}, fmt.Errorf("placing window %#x: %w", id, err)
	}
	w := Window{ID: id, X: int(place.DstX), Y: int(place.DstY), Width: int(geometry.Width), Height: int(geometry.Height)}
	for _, name := range []string{"_NET_WM_NAME", "WM_NAME"} {
		if title, err := s.property(xproto.Window(id), name); err == nil && len(title) > 0 {
			w.Title = string(title)
			break
		}
	}
	if pid, err := s.property(xproto.Window(id), "_NET_WM_PID"); err == nil && len(pid) >= 4 {
		w.Pid = int(binary.LittleEndian.Uint32(pid))
	}
	return w, nil
}

func (s *Session) windowsProperty(w xproto.Window, name string) ([]uint32, error) {
	data, err := s.property(w, name)
	if err != nil {
		return nil, err
	}
	var ids []uint32
	for ; len(data) >= 4; data = data[4:] {
		ids = append(ids, binary.LittleEndian.Uint32(data))
	}
	return ids, nil
}

func (s *Session) property(w xproto.Window, name string) ([]byte, error) {
	atom, err := s.atom(name)
	if err != nil {
		return nil, err
	}
	reply, err := xproto.GetProperty(s.x, false, w, atom, xproto.GetPropertyTypeAny, 0, 1<<16).Reply()
	if err != nil {
		return nil, fmt.Errorf("reading %s of window %#x: %w", name, w, err)
	}
	return reply.Value, nil
}

func (s *Session) atom(name string) (xproto.Atom, error) {
	if atom, ok := s.atoms[name]; ok {
		return atom, nil
	}
	reply, err := xproto.InternAtom(s.x, false, uint16(len(name)), name).Reply()
	if err != nil {
		return 0, fmt.Errorf("asking for the atom %s: %w", name, err)
	}
	s.atoms[name] = reply.Atom
	return reply.Atom, nil
}
