package daysheet

import (
	"bytes"
	"errors"
	"os"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Fonts are what a sheet is set in.
type Fonts struct {
	// Regular and Bold are TrueType fonts; what is used of them goes into the file.
	Regular, Bold []byte
	// Others are the paths of further fonts, TrueType or OpenType, alone or in collections, for characters
	// that Regular does not have, the best first. They are read when the first such character is met; those
	// that cannot be read are passed over.
	Others []string
}

// readFont reads a font of the caller's.
func readFont(data []byte) (*font.Face, error) {
	loaders, err := opentype.NewLoaders(bytes.NewReader(data))
	if err != nil {
		return nil, broken(CodeFont, err)
	}
	if len(loaders) != 1 || !loaders[0].HasTable(opentype.MustNewTag("glyf")) {
		return nil, broken(CodeFont, errors.New("no single font with TrueType outlines"))
	}
	f, err := font.NewFont(loaders[0])
	if err != nil {
		return nil, broken(CodeFont, err)
	}
	return font.NewFace(f), nil
}

// others are the fonts for what the sheet's own font does not have.
type others struct {
	waiting []string // paths of those that are not read yet
	faces   []*font.Face
	found   map[rune]*font.Face
}

// face returns a font that has a character, nil when there is none.
func (o *others) face(r rune) *font.Face {
	if f, known := o.found[r]; known {
		return f
	}
	var found *font.Face
	for i := 0; found == nil && (i < len(o.faces) || o.open()); i++ {
		if _, ok := o.faces[i].NominalGlyph(r); ok {
			found = o.faces[i]
		}
	}
	o.found[r] = found
	return found
}

// open reads the next font that can be read.
func (o *others) open() bool {
	for len(o.waiting) > 0 {
		path := o.waiting[0]
		o.waiting = o.waiting[1:]
		if f := openFont(path); f != nil {
			o.faces = append(o.faces, f)
			return true
		}
	}
	return false
}

// openFont reads the first font of a file, nil for what is none.
func openFont(path string) *font.Face {
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	loaders, err := opentype.NewLoaders(file)
	if err != nil || len(loaders) == 0 {
		return nil
	}
	f, err := font.NewFont(loaders[0])
	if err != nil {
		return nil
	}
	return font.NewFace(f)
}
