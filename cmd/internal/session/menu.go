package session

import (
	"context"
	"errors"
	"fmt"
	"image"
	"slices"
	"time"
)

// trayX and trayY are inside the first icon of the panel at the screen's top left.
const trayX, trayY = 15, 15

// ClickTray clicks the icon in the panel.
func (s *Session) ClickTray(ctx context.Context, button int) error {
	return s.Click(ctx, trayX, trayY, button)
}

// menuTries is how often a menu is opened anew. GTK shows a menu cut off, with scroll arrows, when
// it changes while it opens; a person closes and opens it again, too.
const menuTries = 3

// labelled tells which entries a menu has, top to bottom, without its separators.
type labelled func(context.Context) ([]string, error)

// OpenMenu opens the icon's menu with the right button and returns where its entries are, by
// label. The pointer then rests on the icon.
func (s *Session) OpenMenu(ctx context.Context, item TrayItem) (map[string]image.Point, error) {
	return s.openMenu(ctx, func(ctx context.Context) ([]string, error) {
		entries, err := item.Menu(ctx)
		var labels []string
		for _, e := range entries {
			if !e.Separator {
				labels = append(labels, e.Label)
			}
		}
		return labels, err
	})
}

func (s *Session) openMenu(ctx context.Context, labels labelled) (map[string]image.Point, error) {
	before, err := s.popups()
	if err != nil {
		return nil, err
	}
	for range menuTries {
		if err := s.ClickTray(ctx, RightButton); err != nil {
			return nil, err
		}
		places, err := s.awaitMenu(ctx, labels, before)
		if err == nil || !errors.Is(err, context.DeadlineExceeded) || ctx.Err() != nil {
			return places, err
		}
		if err := s.Key(ctx, "Escape"); err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("the tray icon's menu did not come up in %d tries", menuTries)
}

// awaitMenu waits until the menu is drawn with all its entries.
func (s *Session) awaitMenu(ctx context.Context, labels labelled, before map[uint32]Window) (map[string]image.Point, error) {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	var places map[string]image.Point
	err := Await(ctx, "the tray icon's menu on the screen", func() (bool, error) {
		wanted, err := labels(ctx)
		if err != nil {
			return false, err
		}
		now, err := s.popups()
		if err != nil {
			return false, err
		}
		for id, popup := range now {
			if _, old := before[id]; old {
				continue
			}
			places, err = s.locate(popup, wanted)
			return places != nil, err
		}
		return false, nil
	})
	return places, err
}

// ChooseFromTray opens the icon's menu and clicks the entry with this label.
func (s *Session) ChooseFromTray(ctx context.Context, item TrayItem, label string) error {
	places, err := s.OpenMenu(ctx, item)
	if err != nil {
		return err
	}
	return s.choose(ctx, places, label)
}

// ChooseFromEmbedded is ChooseFromTray for an icon of the older kind, a window inside the panel,
// whose menu nobody can be asked about: the caller knows its labels.
func (s *Session) ChooseFromEmbedded(ctx context.Context, labels []string, label string) error {
	places, err := s.openMenu(ctx, func(context.Context) ([]string, error) { return labels, nil })
	if err != nil {
		return err
	}
	return s.choose(ctx, places, label)
}

func (s *Session) choose(ctx context.Context, places map[string]image.Point, label string) error {
	place, ok := places[label]
	if !ok {
		return fmt.Errorf("the tray menu has no entry %q; it has %q", label, sortedKeys(places))
	}
	return s.Click(ctx, place.X, place.Y, LeftButton)
}

// locate finds the entries of a menu in its picture: rows of text, top to bottom, are the
// entries that have a label. It returns nil while the menu is not drawn yet.
func (s *Session) locate(popup Window, labels []string) (map[string]image.Point, error) {
	picture, err := s.Picture(popup.Rect())
	if err != nil {
		return nil, err
	}
	rows := textRows(picture)
	if len(rows) != len(labels) {
		return nil, nil
	}
	places := map[string]image.Point{}
	for i, row := range rows {
		places[labels[i]] = image.Pt(popup.X+popup.Width/2, popup.Y+row)
	}
	return places, nil
}

// textRows returns the middles of the bands of a picture that hold text: at least five lines
// high, so that separators do not count, and not touching the border.
func textRows(picture *image.RGBA) []int {
	const border, least = 3, 5
	bounds := picture.Bounds()
	background := picture.RGBAAt(border, border)
	var rows []int
	start := -1
	for y := border; y <= bounds.Dy()-border; y++ {
		filled := false
		for x := border; y < bounds.Dy()-border && x < bounds.Dx()-border; x++ {
			if picture.RGBAAt(x, y) != background {
				filled = true
				break
			}
		}
		switch {
		case filled && start < 0:
			start = y
		case !filled && start >= 0:
			if y-start >= least {
				rows = append(rows, (start+y)/2)
			}
			start = -1
		}
	}
	return rows
}

func sortedKeys(places map[string]image.Point) []string {
	var keys []string
	for k := range places {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
