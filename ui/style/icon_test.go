package style

import (
	"bytes"
	"image"
	"image/color"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"foyer/assets"
)

// drawingsIn lists the names of all drawings.
func drawingsIn(t *testing.T) []string {
	t.Helper()
	files, err := fs.Glob(assets.Icons, "*/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d drawings, %v", len(files), err)
	}
	return files
}

// pictured draws an SVG alone on white.
func pictured(t *testing.T, r fyne.Resource) image.Image {
	t.Helper()
	test.NewTempApp(t)
	drawing := canvas.NewImageFromResource(r)
	w := test.NewTempWindow(t, container.NewStack(canvas.NewRectangle(color.White), drawing))
	w.SetPadded(false)
	w.Resize(fyne.NewSquareSize(48))
	return w.Canvas().Capture()
}

func pixels(p image.Image, want color.NRGBA) int {
	n := 0
	for y := p.Bounds().Min.Y; y < p.Bounds().Max.Y; y++ {
		for x := p.Bounds().Min.X; x < p.Bounds().Max.X; x++ {
			if color.NRGBAModel.Convert(p.At(x, y)) == want {
				n++
			}
		}
	}
	return n
}

var colours = regexp.MustCompile(`#[0-9A-Fa-f]{3,8}|(fill|stroke)="[^"#]*"`)

func TestEveryDrawingTakesItsColour(t *testing.T) {
	amber := palette[Soon].dark
	for _, file := range drawingsIn(t) {
		t.Run(file, func(t *testing.T) {
			data, err := assets.Icons.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range colours.FindAllString(string(data), -1) {
				if c != string(inkInFiles) && c != `fill="none"` {
					t.Errorf("holds %s, which no colour would replace", c)
				}
			}
			name := strings.TrimSuffix(path.Base(file), ".svg")
			r := Icon(name, amber)
			if bytes.Contains(r.Content(), inkInFiles) {
				t.Error("keeps the ink of its file")
			}
			picture := pictured(t, r)
			if n := pixels(picture, amber); n < 20 {
				t.Errorf("%d of 2304 pixels have its colour", n)
			}
			if n := pixels(picture, color.NRGBA{0xff, 0xff, 0xff, 0xff}); n < 200 {
				t.Errorf("only %d of 2304 pixels are free: it is a blot", n)
			}
		})
	}
}

func TestDrawingsHaveOneNameEach(t *testing.T) {
	seen := map[string]string{}
	for _, file := range drawingsIn(t) {
		if other, twice := seen[path.Base(file)]; twice {
			t.Errorf("%s hides %s", other, file)
		}
		seen[path.Base(file)] = file
	}
}

func TestStatesDifferByShape(t *testing.T) {
	seen := map[string]string{}
	for _, file := range drawingsIn(t) {
		if !strings.HasPrefix(file, "states/") {
			continue
		}
		name := strings.TrimSuffix(path.Base(file), ".svg")
		picture := pictured(t, Icon(name, color.Black))
		var shape strings.Builder
		for y := range 48 {
			for x := range 48 {
				gray := color.GrayModel.Convert(picture.At(x, y)).(color.Gray)
				shape.WriteByte('0' + gray.Y/128)
			}
		}
		if other, same := seen[shape.String()]; same {
			t.Errorf("%s and %s have one shape", name, other)
		}
		seen[shape.String()] = name
	}
	if len(seen) != 10 {
		t.Errorf("%d shapes for ten states", len(seen))
	}
}

func TestADrawingInAColourIsMadeOnce(t *testing.T) {
	if Icon("link", color.Black) != Icon("link", color.Black) {
		t.Error("the same drawing was made twice")
	}
	if a, b := Icon("link", color.Black), Icon("link", color.White); a.Name() == b.Name() {
		t.Error("two colours share a name, under which Fyne keeps its pictures")
	}
}

func TestADrawingThatIsNotThereIsAMistakeOfOurs(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("an unknown name is answered")
		}
	}()
	Icon("no-such-drawing", color.Black)
}

func TestTheAppIconIsDrawn(t *testing.T) {
	picture := pictured(t, AppIcon())
	seen := map[color.Color]int{}
	for y := range 48 {
		for x := range 48 {
			seen[picture.At(x, y)]++
		}
	}
	if len(seen) < 3 {
		t.Errorf("%d colours in the icon of the application", len(seen))
	}
}
