package widget

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// The marks that Strong puts around words. They are private-use characters, so that a name which
// holds asterisks or tags stays what it is.
const (
	strongBegins = '\uE000'
	strongEnds   = '\uE001'
)

// Strong marks words as bold inside a sentence for a Prose.
func Strong(words string) string {
	clean := strings.NewReplacer(string(strongBegins), "", string(strongEnds), "").Replace(words)
	return string(strongBegins) + clean + string(strongEnds)
}

// Plain returns a sentence without the marks of Strong.
func Plain(sentence string) string {
	return strings.NewReplacer(string(strongBegins), "", string(strongEnds), "").Replace(sentence)
}

// Prose is a sentence or several that wrap to the width they get. Words marked with Strong are
// bold. Words too long for a line, such as links, break where they must.
type Prose struct {
	fynewidget.BaseWidget
	// Role, Color, Underline and MaxLines (0: all) say how it looks; call Refresh after a change.
	Role      style.Role
	Color     style.Name
	Underline bool
	MaxLines  int
	sentence  string
	width     float32
	lines     [][]piece
	onResized func()
}

// piece is words of one weight on a line.
type piece struct {
	words string
	bold  bool
	x, w  float32
}

// NewProse returns wrapped words.
func NewProse(sentence string, role style.Role, color style.Name) *Prose {
	p := &Prose{Role: role, Color: color, sentence: sentence}
	p.ExtendBaseWidget(p)
	return p
}

// SetText changes the sentence.
func (p *Prose) SetText(sentence string) {
	if p.sentence != sentence {
		p.sentence = sentence
		p.Refresh()
	}
}

// Words returns the sentence without marks.
func (p *Prose) Words() string { return Plain(p.sentence) }

// HeightFor returns the height that the sentence needs at this width, px.
func (p *Prose) HeightFor(width float32) float32 {
	look := style.Of(p)
	return float32(max(len(p.wrap(look, width)), 1)) * look.Line(p.Role)
}

// CreateRenderer is part of the widget contract.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{}
	r.min = func() fyne.Size {
		look := style.Of(p)
		if p.width <= 0 {
			return fyne.NewSize(4*look.Text(p.Role), look.Line(p.Role))
		}
		return fyne.NewSize(4*look.Text(p.Role), p.HeightFor(p.width))
	}
	r.layout = func(size fyne.Size) {
		changed := p.width != size.Width
		p.width = size.Width
		look := style.Of(p)
		p.lines = p.wrap(look, size.Width)
		r.objects = p.draw(look, r.objects)
		if changed && p.onResized != nil {
			p.onResized()
		}
	}
	r.refresh = func() {
		r.layout(p.Size())
		canvas.Refresh(p)
	}
	return r
}

func (p *Prose) draw(look style.Look, old []fyne.CanvasObject) []fyne.CanvasObject {
	objects := old[:0]
	for i, line := range p.lines {
		for _, part := range line {
			t := canvas.NewText(part.words, look.Color(p.Color))
			t.TextSize = look.Text(p.Role)
			t.TextStyle = fyne.TextStyle{Bold: part.bold, Underline: p.Underline}
			need := t.MinSize()
			place(t, part.x, float32(i)*look.Line(p.Role)+(look.Line(p.Role)-need.Height)/2, need.Width, need.Height)
			objects = append(objects, t)
		}
	}
	return objects
}

// wrap breaks the sentence into lines no wider than width.
func (p *Prose) wrap(look style.Look, width float32) [][]piece {
	w := wrapper{size: look.Text(p.Role), width: max(width, look.Text(p.Role))}
	bold := false
	for i, paragraph := range strings.Split(p.sentence, "\n") {
		if i > 0 {
			w.breakLine()
		}
		for _, word := range words(paragraph) {
			for _, part := range weights(word, &bold) {
				w.add(part.words, part.bold)
			}
		}
	}
	w.breakLine()
	if p.MaxLines > 0 && len(w.lines) > p.MaxLines {
		w.lines = w.lines[:p.MaxLines]
		last := &w.lines[p.MaxLines-1]
		if len(*last) == 0 { // an empty line
			*last = []piece{{}}
		}
		end := &(*last)[len(*last)-1]
		end.words = Cut(strings.TrimRightFunc(end.words, unicode.IsSpace)+"…", w.width-end.x, w.size, end.bold)
	}
	return w.lines
}

// words splits a paragraph where a line may end.
func words(paragraph string) []string {
	var all []string
	begin := 0
	runes := []rune(paragraph)
	for i, r := range runes {
		if i+1 == len(runes) {
			break
		}
		next := runes[i+1]
		if mayBreak(r, next) {
			all = append(all, string(runes[begin:i+1]))
			begin = i + 1
		}
	}
	return append(all, string(runes[begin:]))
}

// weights splits a word at the marks of Strong.
func weights(word string, bold *bool) []piece {
	var parts []piece
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			parts = append(parts, piece{words: b.String(), bold: *bold})
			b.Reset()
		}
	}
	for _, r := range word {
		switch r {
		case strongBegins:
			flush()
			*bold = true
		case strongEnds:
			flush()
			*bold = false
		default:
			b.WriteRune(r)
		}
	}
	flush()
	return parts
}

// wrapper fills lines.
type wrapper struct {
	size, width, x float32
	line           []piece
	lines          [][]piece
}

func (w *wrapper) breakLine() {
	if n := len(w.line); n > 0 { // a blank at the end of a line would be underlined
		last := &w.line[n-1]
		last.words = strings.TrimRightFunc(last.words, unicode.IsSpace)
	}
	w.lines = append(w.lines, w.line)
	w.line, w.x = nil, 0
}

func (w *wrapper) add(words string, bold bool) {
	visible := strings.TrimRightFunc(words, unicode.IsSpace)
	if w.x > 0 && !w.follows(visible, bold) {
		w.breakLine()
	}
	for w.x == 0 && !w.fits(visible, w.width, bold) {
		head, tail := w.split(visible, bold)
		w.put(head, bold)
		w.breakLine()
		words = words[len(head):]
		visible = tail
	}
	w.put(words, bold)
}

// follows reports whether words fit behind those on the line. What has one weight is measured as one: the
// widths of its parts add up to more.
func (w *wrapper) follows(words string, bold bool) bool {
	if n := len(w.line); n > 0 && w.line[n-1].bold == bold {
		last := w.line[n-1]
		return w.fits(last.words+words, w.width-last.x, bold)
	}
	return w.fits(words, w.width-w.x, bold)
}

// fits reports whether words are no wider than width. Only as many characters are measured as can
// stand on a line, so that a word of any length costs no more than that.
func (w *wrapper) fits(words string, width float32, bold bool) bool {
	n := 0
	for i := range words {
		if n++; n > w.most(width) {
			return measure(words[:i], w.size, bold) <= width && measure(words, w.size, bold) <= width
		}
	}
	return measure(words, w.size, bold) <= width
}

func (w *wrapper) put(words string, bold bool) {
	if words == "" {
		return
	}
	wide := measure(words, w.size, bold)
	if n := len(w.line); n > 0 && w.line[n-1].bold == bold {
		last := &w.line[n-1]
		last.words += words
		last.w = measure(last.words, w.size, bold)
		w.x = last.x + last.w
		return
	}
	w.line = append(w.line, piece{words: words, bold: bold, x: w.x, w: wide})
	w.x += wide
}

// most is how many characters can stand on a line of this width: the narrowest letters are a quarter
// as wide as they are high.
func (w *wrapper) most(width float32) int { return int(5*width/w.size) + 1 }

// split breaks a word where the line ends, after a sign that invites a break if there is one in the
// second half of the line. At least one character stays on the line.
func (w *wrapper) split(word string, bold bool) (head, tail string) {
	var ends []int
	for i := 0; i < len(word) && len(ends) <= w.most(w.width); {
		_, bytes := utf8.DecodeRuneInString(word[i:])
		i += bytes
		ends = append(ends, i)
	}
	beyond := sort.Search(len(ends), func(n int) bool { return !w.fits(word[:ends[n]], w.width, bold) })
	end := ends[max(beyond, 1)-1]
	if good := strings.LastIndexAny(word[:end], "/?&=-.@:") + 1; good > end/2 {
		end = good
	}
	return word[:end], word[end:]
}
