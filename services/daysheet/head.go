package daysheet

// head is what stands over the first page.
func (l *layout) head() []part {
	w := l.sheet.Words
	width := l.right() - margin
	one := func(text string, in typeface, room float64) line {
		if all := l.t.wrap(text, in, room, 1); len(all) > 0 {
			return all[0]
		}
		return line{}
	}
	asOf := one(w.AsOf, l.asOfType(), width*0.4)
	summary := one(w.Summary, captionType, width*0.4)
	beside := func(l line) float64 { return width - l.width*captionType.size/em - columnGap }
	title, day := one(w.Title, titleType, beside(asOf)), one(w.Day, dayType, beside(summary))
	all := []part{
		{height: titleType.line, draw: func(p *pen, y float64) {
			p.text(margin, y, title, titleType, ink)
			p.textRight(l.right(), y+(titleType.line-captionType.line)/2+2, asOf, l.asOfType(), l.asOfColour())
		}},
		{height: dayType.line + 8, draw: func(p *pen, y float64) {
			p.text(margin, y, day, dayType, ink2)
			p.textRight(l.right(), y+3, summary, captionType, ink2)
		}},
		{height: 8, draw: func(p *pen, y float64) {
			p.fill(margin, y, width, 0.5, hairline)
			p.fill(margin, y-0.75, 44, 2, accent)
		}},
	}
	if w.Stale != "" {
		all = append(all, l.banner(w.Stale))
	}
	return all
}

// stale tells whether the sheet shows old data.
func (l *layout) stale() bool { return l.sheet.Words.Stale != "" }

func (l *layout) asOfType() typeface {
	if l.stale() {
		return captionBold
	}
	return captionType
}

func (l *layout) asOfColour() colour {
	if l.stale() {
		return warning
	}
	return ink2
}

// banner warns of old data.
func (l *layout) banner(text string) part {
	const pad = 7.0
	lines := l.t.wrap(text, bodyType, l.right()-margin-2*pad-18, 4)
	high := float64(len(lines))*bodyType.line + 2*pad
	return part{height: high + 4, draw: func(p *pen, y float64) {
		p.fill(margin, y, l.right()-margin, high, warningFog)
		p.triangle(margin+pad+5, y+pad+bodyType.line/2, 4.5, warning)
		for i, words := range lines {
			p.text(margin+pad+18, y+pad+float64(i)*bodyType.line, words, bodyType, ink)
		}
	}}
}

// runningHead is what stands over the further pages.
func (l *layout) runningHead() part {
	w := l.sheet.Words
	half := (l.right() - margin) / 2
	first := func(text string, in typeface) line {
		if all := l.t.wrap(text, in, half, 1); len(all) > 0 {
			return all[0]
		}
		return line{}
	}
	title, day, asOf := first(w.Title, captionBold), first(w.Day, captionType), first(w.AsOf, l.asOfType())
	return part{height: captionType.line + 10, draw: func(p *pen, y float64) {
		p.text(margin, y, title, captionBold, ink)
		p.text(margin+title.width*captionBold.size/em+8, y, day, captionType, ink2)
		p.textRight(l.right(), y, asOf, l.asOfType(), l.asOfColour())
		p.fill(margin, y+captionType.line+4, l.right()-margin, 0.5, hairline)
	}}
}

// foot draws the number of a page.
func (l *layout) foot(p *pen, words string) {
	p.textRight(l.right(), l.height-margin-captionType.line, l.t.set(clean(words), false), captionType, ink3)
}
