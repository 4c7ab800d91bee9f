package daysheet

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

const family = "sheet"

// pen draws on the pages of a PDF. Lengths are points from the upper left corner.
type pen struct{ pdf *fpdf.Fpdf }

func newPen(s Sheet, t *typesetter) (*pen, error) {
	f := fpdf.New("P", "pt", string(s.paper()), "")
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCatalogSort(true)        // the same bytes each time
	f.SetCreationDate(s.At.UTC()) // written without a zone, which readers take for UTC
	f.SetModificationDate(s.At.UTC())
	f.SetTitle(clean(s.Words.Title+", "+s.Words.Day), true)
	f.SetCreator("Foyer", true)
	f.SetLang(s.Words.Language)
	f.AddUTF8FontFromBytes(family, "", t.fonts.Regular)
	f.AddUTF8FontFromBytes(family, "B", t.fonts.Bold)
	if err := f.Error(); err != nil {
		return nil, broken(CodeFont, err)
	}
	return &pen{f}, nil
}

func (p *pen) page() { p.pdf.AddPage() }

// write ends the file.
func (p *pen) write(w io.Writer) error {
	counted := &failing{w: w}
	if err := p.pdf.Output(counted); counted.err != nil {
		return fmt.Errorf("writing the day sheet: %w", counted.err)
	} else if err != nil {
		return broken(CodeNotMade, err)
	}
	return nil
}

// failing remembers the error of its writer, which has nothing to do with the sheet.
type failing struct {
	w   io.Writer
	err error
}

func (f *failing) Write(data []byte) (int, error) {
	n, err := f.w.Write(data)
	if err != nil {
		f.err = err
	}
	return n, err
}

// text draws a line from its left end; y is the upper end of its line.
func (p *pen) text(x, y float64, l line, in typeface, c colour) {
	style := ""
	if l.bold {
		style = "B"
	}
	base := y + (in.line-in.size)/2 + in.size*0.8 // where digits of Noto Sans stand in the middle
	p.pdf.SetFont(family, style, in.size)
	p.pdf.SetTextColor(c.r, c.g, c.b)
	p.pdf.SetFillColor(c.r, c.g, c.b)
	for _, r := range l.runs {
		if r.face == nil {
			p.pdf.Text(x, base, r.text)
		} else {
			p.outlines(x, base, r, in.size)
			p.unseen(x, base, r.text)
		}
		x += r.width * in.size / em
	}
}

// textRight draws a line up to its right end.
func (p *pen) textRight(x, y float64, l line, in typeface, c colour) {
	p.text(x-l.width*in.size/em, y, l, in, c)
}

// unseen puts words behind outlines, so that they can be searched and copied.
func (p *pen) unseen(x, base float64, text string) {
	text = strings.Map(func(r rune) rune {
		if r > 0xffff {
			return unicode.ReplacementChar
		}
		return r
	}, text)
	const visible, invisible = 0, 3
	p.pdf.SetTextRenderingMode(invisible)
	p.pdf.Text(x, base, text)
	p.pdf.SetTextRenderingMode(visible)
}

// outlines draws glyphs of another font.
func (p *pen) outlines(x, base float64, r run, size float64) {
	unit := size / float64(r.face.Upem())
	for i := range r.glyphs {
		g := &r.glyphs[i]
		if outline, ok := r.face.GlyphData(g.GlyphID).(font.GlyphOutline); ok && len(outline.Segments) > 0 {
			dx, dy := fixed(int(g.XOffset))*size/em, fixed(int(g.YOffset))*size/em
			p.path(outline.Segments, x+dx, base-dy, unit)
		}
		x += fixed(int(g.Advance)) * size / em
	}
}

// path fills an outline, whose curves of the second order are raised to the third.
func (p *pen) path(segments []opentype.Segment, x, y, unit float64) {
	at := func(s opentype.SegmentPoint) (float64, float64) { return x + float64(s.X)*unit, y - float64(s.Y)*unit }
	var fromX, fromY float64
	for i := range segments {
		s := &segments[i]
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		cx, cy := at(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			p.pdf.MoveTo(ax, ay)
			fromX, fromY = ax, ay
		case opentype.SegmentOpLineTo:
			p.pdf.LineTo(ax, ay)
			fromX, fromY = ax, ay
		case opentype.SegmentOpQuadTo:
			p.pdf.CurveBezierCubicTo(fromX+(ax-fromX)*2/3, fromY+(ay-fromY)*2/3, bx+(ax-bx)*2/3, by+(ay-by)*2/3, bx, by)
			fromX, fromY = bx, by
		case opentype.SegmentOpCubeTo:
			p.pdf.CurveBezierCubicTo(ax, ay, bx, by, cx, cy)
			fromX, fromY = cx, cy
		}
	}
	p.pdf.DrawPath("F")
}
