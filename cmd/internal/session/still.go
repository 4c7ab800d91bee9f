package session

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"time"
)

// Rect is the window's place on the screen.
func (w Window) Rect() image.Rectangle { return image.Rect(w.X, w.Y, w.X+w.Width, w.Y+w.Height) }

// settled is how long a window has to look the same to count as still, but for a blinking caret,
// which is at most this many pixels.
const (
	settled = 600 * time.Millisecond
	caret   = 400
)

// WaitStill waits until a window has drawn something and then looks the same for a while.
func (s *Session) WaitStill(ctx context.Context, w Window) error {
	var last *image.RGBA
	var since time.Time
	return Await(ctx, fmt.Sprintf("the window %q to come to rest", w.Title), func() (bool, error) {
		now, err := s.Picture(w.Rect())
		if err != nil {
			return false, err
		}
		if last == nil || differing(now, last) > caret || plain(now) {
			last, since = now, time.Now()
			return false, nil
		}
		return time.Since(since) >= settled, nil
	})
}

// WaitDrawn waits until a part of the screen has more than one colour. It looks every millisecond,
// for those who measure.
func (s *Session) WaitDrawn(ctx context.Context, part image.Rectangle) error {
	return await(ctx, "the first frame", time.Millisecond, func() (bool, error) {
		now, err := s.Picture(part)
		return err == nil && !plain(now), err
	})
}

// WaitChange waits until a window looks different from a picture of it.
func (s *Session) WaitChange(ctx context.Context, w Window, before *image.RGBA) error {
	return Await(ctx, fmt.Sprintf("the window %q to change", w.Title), func() (bool, error) {
		now, err := s.Picture(w.Rect())
		return err == nil && !bytes.Equal(now.Pix, before.Pix), err
	})
}

// differing counts the pixels in which two pictures of one size differ.
func differing(a, b *image.RGBA) int {
	n := 0
	for i := 0; i+3 < len(a.Pix) && i+3 < len(b.Pix); i += 4 {
		if !bytes.Equal(a.Pix[i:i+4], b.Pix[i:i+4]) {
			n++
		}
	}
	return n
}

// plain reports whether a picture has one colour only: a window that has not drawn yet.
func plain(picture *image.RGBA) bool {
	for i := 4; i+3 < len(picture.Pix); i += 4 {
		if !bytes.Equal(picture.Pix[i:i+4], picture.Pix[:4]) {
			return false
		}
	}
	return true
}
