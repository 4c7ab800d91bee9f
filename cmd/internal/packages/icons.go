package main

import (
	"fmt"
	"image"
	"os"
	"path/filepath"

	"foyer/cmd/internal/drawing"
)

// Sizes in pixels: those of the hicolor theme, and those that Windows shows from 100 % to 300 %.
var (
	hicolorSizes = []int{16, 22, 24, 32, 48, 64, 96, 128, 256, 512}
	windowsSizes = []int{16, 20, 24, 32, 40, 48, 64, 96, 128, 256}
)

// addIcons draws the application's icon in all sizes of the hicolor theme.
func (r *release) addIcons(t tree) error {
	outline, err := os.ReadFile(filepath.Join(r.root, filepath.FromSlash(r.Icon)))
	if err != nil {
		return fmt.Errorf("reading the icon: %w", err)
	}
	t.add("share/icons/hicolor/scalable/apps/"+r.ID+".svg", outline)
	for _, size := range hicolorSizes {
		picture, err := drawing.Draw(string(outline), size)
		if err != nil {
			return fmt.Errorf("drawing the icon: %w", err)
		}
		data, err := drawing.PNG(picture)
		if err != nil {
			return fmt.Errorf("drawing the icon: %w", err)
		}
		t.add(fmt.Sprintf("share/icons/hicolor/%dx%d/apps/%s.png", size, size, r.ID), data)
	}
	return nil
}

// windowsIcons draws the icon in all sizes of Windows.
func (r *release) windowsIcons() ([]image.Image, error) {
	outline, err := os.ReadFile(filepath.Join(r.root, filepath.FromSlash(r.Icon)))
	if err != nil {
		return nil, fmt.Errorf("reading the icon: %w", err)
	}
	var all []image.Image
	for _, size := range windowsSizes {
		picture, err := drawing.Draw(string(outline), size)
		if err != nil {
			return nil, fmt.Errorf("drawing the icon: %w", err)
		}
		all = append(all, picture)
	}
	return all, nil
}
