package daysheet

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/text/unicode/norm"
)

// em is how many units a font's size has here.
const em = 1000

// run is a piece of a line in one font.
type run struct {
	text string
	// face is nil for the sheet's own font; the glyphs of others are drawn as outlines.
	face   *font.Face
	glyphs []shaping.Glyph
	width  float64 // in units of em
}

// line is a line of text.
type line struct {
	runs  []run
	bold  bool
	width float64 // in units of em
}

// typesetter turns texts into lines.
type typesetter struct {
	fonts         Fonts
	regular, bold *font.Face
	others        others
	shaper        shaping.HarfbuzzShaper
	missing       map[rune]bool
}

func newTypesetter(f Fonts) (*typesetter, error) {
	regular, err := readFont(f.Regular)
	if err != nil {
		return nil, err
	}
	bold, err := readFont(f.Bold)
	if err != nil {
		return nil, err
	}
	return &typesetter{fonts: f, regular: regular, bold: bold, missing: map[rune]bool{},
		others: others{waiting: f.Others, found: map[rune]*font.Face{}}}, nil
}

// clean returns a text as one line without what cannot be seen, such as joiners, marks of direction and
// variants of emoji. Accents are joined to their letters, where there are such letters.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r), unicode.Is(unicode.Noncharacter_Code_Point, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
	return norm.NFC.String(strings.Join(strings.Fields(text), " "))
}

// own returns the sheet's own font.
func (t *typesetter) own(bold bool) *font.Face {
	if bold {
		return t.bold
	}
	return t.regular
}

// face returns which other font a character needs, nil for none or when none has it.
func (t *typesetter) face(r rune, bold bool) *font.Face {
	if _, ok := t.own(bold).NominalGlyph(r); ok && r <= 0xffff {
		return nil
	}
	f := t.others.face(r)
	if f == nil {
		t.missing[r] = true
	}
	return f
}

// set sets a clean text as one line.
func (t *typesetter) set(text string, bold bool) line {
	l := line{bold: bold}
	all := []rune(text)
	for first := 0; first < len(all); {
		face := t.face(all[first], bold)
		end := first + 1
		for end < len(all) && t.joins(all[end:], face, bold) {
			end++
		}
		r := run{text: string(all[first:end]), face: face}
		if face == nil {
			r = t.plain(all[first:end], bold)
		} else {
			r.glyphs, r.width = t.shape(all[first:end], face)
		}
		l.runs = append(l.runs, r)
		l.width += r.width
		first = end
	}
	return l
}

// joins tells whether the first character belongs to a run in a font. A blank between two words in the
// same other font does: words of scripts that run to the left would stand in the wrong order.
func (t *typesetter) joins(rest []rune, face *font.Face, bold bool) bool {
	if face != nil && rest[0] == ' ' && len(rest) > 1 {
		_, has := face.NominalGlyph(' ')
		return has && rest[1] != ' ' && t.face(rest[1], bold) == face
	}
	return t.face(rest[0], bold) == face
}

// plain is a run in the sheet's own font, whose missing characters are its box.
func (t *typesetter) plain(text []rune, bold bool) run {
	f := t.own(bold)
	width := 0.0
	for i, r := range text {
		if r > 0xffff {
			text[i] = unicode.ReplacementChar
		}
		glyph, _ := f.NominalGlyph(text[i])
		width += float64(f.HorizontalAdvance(glyph)) * em / float64(f.Upem())
	}
	return run{text: string(text), width: width}
}

// shape finds the glyphs of a run in another font, in the order in which they are drawn.
func (t *typesetter) shape(text []rune, face *font.Face) ([]shaping.Glyph, float64) {
	in := shaping.Input{Text: text, RunEnd: len(text), Face: face, Size: em << 6, Script: language.Common, Direction: di.DirectionLTR, Language: "und"}
	for _, r := range text {
		if s := language.LookupScript(r); s.Strong() {
			in.Script = s
			break
		}
	}
	switch in.Script {
	case language.Arabic, language.Hebrew, language.Syriac, language.Thaana, language.Nko:
		in.Direction = di.DirectionRTL
	}
	out := t.shaper.Shape(in)
	return out.Glyphs, fixed(int(out.Advance))
}

// fixed turns 64ths into units.
func fixed(v int) float64 { return float64(v) / 64 }
