package session

import (
	"context"
	"fmt"
	"image"
	"image/color"
)

// PressAction clicks the button of the newest notification that stands nth from the left,
// counted from 0.
func (s *Session) PressAction(ctx context.Context, nth int) error {
	var place image.Point
	err := Await(ctx, fmt.Sprintf("button %d of a notification", nth), func() (bool, error) {
		bubble, shown, err := s.bubble()
		if err != nil || !shown {
			return false, err
		}
		picture, err := s.Picture(bubble.Rect())
		if err != nil {
			return false, err
		}
		places := buttons(picture)
		if nth >= len(places) {
			return false, nil
		}
		place = places[nth].Add(image.Pt(bubble.X, bubble.Y))
		return true, nil
	})
	if err != nil {
		return err
	}
	return s.Click(ctx, place.X, place.Y, LeftButton)
}

// WaitNoBubble waits until no notification is on the screen.
func (s *Session) WaitNoBubble(ctx context.Context) error {
	return Await(ctx, "the notifications to go", func() (bool, error) {
		_, shown, err := s.bubble()
		return !shown, err
	})
}

// bubble finds the lowest notification at the screen's top right: the server puts newer ones
// below older ones.
func (s *Session) bubble() (Window, bool, error) {
	popups, err := s.popups()
	if err != nil {
		return Window{}, false, err
	}
	var lowest Window
	for _, p := range popups {
		if p.Title == "xfce4-notifyd" && p.Y >= lowest.Y {
			lowest = p
		}
	}
	return lowest, lowest.ID != 0, nil
}

// buttons returns the middles of the buttons at the foot of a notification: stretches of another
// colour than the background, on one line through all of them.
func buttons(picture *image.RGBA) []image.Point {
	const line, margin, least, gap = 31, 4, 30, 3
	y := picture.Bounds().Dy() - line
	if y < 0 {
		return nil
	}
	background := picture.RGBAAt(margin, y)
	var places []image.Point
	start, last := -1, -1
	for x := margin; x <= picture.Bounds().Dx()-margin; x++ {
		if x < picture.Bounds().Dx()-margin && differ(picture.RGBAAt(x, y), background) {
			if start < 0 {
				start = x
			}
			last = x
			continue
		}
		if start >= 0 && x-last >= gap {
			if last-start >= least {
				places = append(places, image.Pt((start+last)/2, y))
			}
			start = -1
		}
	}
	return places
}

// differ reports whether two colours differ by more than the soft shadow of a button does.
func differ(a, b color.RGBA) bool {
	const shadow = 8
	far := func(a, b uint8) bool { return max(a, b)-min(a, b) > shadow }
	return far(a.R, b.R) || far(a.G, b.G) || far(a.B, b.B)
}
