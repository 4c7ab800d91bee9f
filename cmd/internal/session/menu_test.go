package session

import (
	"image"
	"image/color"
	"image/draw"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRowsOfTextAreFoundBetweenSeparators(t *testing.T) {
	menu := image.NewRGBA(image.Rect(0, 0, 100, 90))
	fill := func(r image.Rectangle, c color.Color) {
		draw.Draw(menu, r, image.NewUniform(c), image.Point{}, draw.Src)
	}
	fill(menu.Bounds(), color.White)
	for _, frame := range []image.Rectangle{image.Rect(0, 0, 100, 1), image.Rect(0, 89, 100, 90)} {
		fill(frame, color.Black)
	}
	fill(image.Rect(20, 10, 60, 20), color.Black) // text
	fill(image.Rect(0, 30, 100, 31), color.Gray{Y: 200})
	fill(image.Rect(20, 40, 30, 52), color.Black)
	fill(image.Rect(40, 44, 50, 52), color.Black) // same row
	fill(image.Rect(20, 70, 90, 80), color.Gray{Y: 180})
	if diff := cmp.Diff([]int{15, 46, 75}, textRows(menu)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

func TestAccessKeyMarksAreRemovedFromLabels(t *testing.T) {
	for label, want := range map[string]string{"Quit": "Quit", "_Quit": "Quit", "snake__case": "snake_case", "": "", "___a": "_a"} {
		if got := unmark(label); got != want {
			t.Errorf("unmark(%q) = %q, want %q", label, got, want)
		}
	}
}
