//go:build packaged

package installed

import (
	"context"
	"image"
	"image/color"
	"path/filepath"

	"foyer/cmd/internal/session"
)

// manyColours are more than an empty window has: text alone has some dozens at its edges.
const manyColours = 30

// showsAFrame waits until a window is drawn and does not change any more, and keeps a picture of it.
func showsAFrame(ctx context.Context, s *session.Session, w session.Window, picture string) error {
	if err := s.Raise(ctx, w); err != nil {
		return err
	}
	err := session.Await(ctx, "the first frame", func() (bool, error) {
		frame, err := s.Picture(image.Rect(w.X, w.Y, w.X+w.Width, w.Y+w.Height))
		return err == nil && colours(frame) >= manyColours, err
	})
	if err != nil {
		return err
	}
	if err := s.WaitStill(ctx, w); err != nil {
		return err
	}
	return s.WindowShot(w, filepath.Join(pictures, picture))
}

func colours(frame *image.RGBA) int {
	all := map[color.RGBA]bool{}
	for i := 0; i+3 < len(frame.Pix); i += 4 {
		all[color.RGBA{frame.Pix[i], frame.Pix[i+1], frame.Pix[i+2], 255}] = true
	}
	return len(all)
}
