package messages

import (
	"strings"

	"foyer/services/message"
)

// add counts a row and keeps what the table shows of it.
func (c *checked) add(row message.Row) {
	c.rows++
	if row.Message.IsDirect() {
		c.direct++
	}
	list := &c.good
	if len(row.Problems) > 0 {
		c.bad++
		list = &c.wrong
	}
	if len(*list) < keptRows {
		*list = append(*list, checkedRow{number: row.Number, line: row.Line, to: shortTo(row.Message), text: strings.Clone(firstWords(row.Message.Text)), problems: row.Problems})
	}
}

// firstWords is the beginning of a text, on one line.
func firstWords(text string) string {
	if len(text) > 8*keptText {
		text = text[:8*keptText]
	}
	return cut(strings.ToValidUTF8(strings.Join(strings.Fields(text), " "), ""), keptText)
}

// shortTo is the first receiver of a message, and how many more there are behind a plus.
func shortTo(m message.Message) string {
	if !m.IsDirect() {
		return strings.Clone(cut(m.Room, keptText))
	}
	if len(m.To) == 0 {
		return ""
	}
	return strings.Clone(cut(m.To[0], keptText)) + more(len(m.To)-1)
}
