// Command trayicons draws the tray's pictures from its outlines: assets/tray/NAME.svg becomes
// NAME-ink.png and NAME-white.png in each size, for Linux and macOS, and NAME-ink.ico and
// NAME-white.ico for Windows. The pictures are committed; "go generate ./assets" makes them anew.
package main

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"

	"foyer/cmd/internal/drawing"
)

// Sizes in pixels: the PNG sizes are those that panels ask for, at one and two times; the icon
// sizes those of Windows' notification area from 100 % to 300 %.
var (
	pngSizes = []int{22, 24, 32, 44, 64}
	icoSizes = []int{16, 20, 24, 32, 48}
)

// shades are the colours of the outlines on light and on dark panels.
var shades = map[string]string{"ink": "#1F2328", "white": "#FFFFFF"}

func main() {
	folder := "tray"
	if len(os.Args) > 1 {
		folder = os.Args[1]
	}
	if err := run(folder); err != nil {
		fmt.Fprintln(os.Stderr, "trayicons:", err)
		os.Exit(1)
	}
}

func run(folder string) error {
	sources, err := filepath.Glob(filepath.Join(folder, "*.svg"))
	if err != nil {
		return err
	}
	if len(sources) == 0 {
		return fmt.Errorf("no outlines in %s", folder)
	}
	for _, source := range sources {
		outline, err := os.ReadFile(source)
		if err != nil {
			return err
		}
		for shade, colour := range shades {
			base := strings.TrimSuffix(source, ".svg") + "-" + shade
			if err := pictures(strings.ReplaceAll(string(outline), shades["ink"], colour), base); err != nil {
				return fmt.Errorf("drawing %s: %w", base, err)
			}
		}
	}
	return nil
}

// pictures writes all files of one outline in one shade.
func pictures(outline, base string) error {
	for _, size := range pngSizes {
		picture, err := drawing.Draw(outline, size)
		if err != nil {
			return err
		}
		data, err := drawing.PNG(picture)
		if err != nil {
			return err
		}
		if err := os.WriteFile(fmt.Sprintf("%s-%d.png", base, size), data, 0o644); err != nil {
			return err
		}
	}
	var all []*image.NRGBA
	for _, size := range icoSizes {
		picture, err := drawing.Draw(outline, size)
		if err != nil {
			return err
		}
		all = append(all, picture)
	}
	return os.WriteFile(base+".ico", encodeICO(all), 0o644)
}
