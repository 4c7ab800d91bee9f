package link

// Read finds every Webex target in text, and what looks like Webex but is none. Recognize tells
// what it knows.
func Read(text string) Reading {
	flat, isHTML := flatten(normalize(text))
	s := scan(breakLabels(flat), isHTML)
	if len(s.hits) == 0 {
		return Reading{}
	}
	var g gathering
	g.blocks(s)
	g.links(s)
	g.bare(s)
	return g.reading()
}
