package widget

import (
	"strconv"

	"foyer/ui/style"
)

// sheetCellPad is the room between a cell's frame and its words, sheetGap that between the words of two
// cells, px; sheetNumber is the least width of the rows' numbers.
const (
	sheetCellPad float32 = 6
	sheetGap     float32 = 12
	sheetNumber  float32 = 16
)

// span is where something stands in a row.
type span struct{ x, w float32 }

// sheetPlaces are the places of a row's parts, where their words stand. A column that was dropped has
// no width.
type sheetPlaces struct {
	number, note span
	cells        []span
}

func (p sheetPlaces) cell(column int) span {
	if column < 0 || column >= len(p.cells) {
		return p.number
	}
	return p.cells[column]
}

// places divides a width among the columns.
func (t *SheetTable) places(width float32) sheetPlaces {
	look := style.Of(t)
	scale := look.Scale()
	number := max(sheetNumber*scale, measure(strconv.Itoa(t.count), look.Text(style.Body), false))
	p := sheetPlaces{number: span{style.PageMargin, number}, cells: make([]span, len(t.Columns))}
	note := t.noteWidth(look)
	left := p.number.x + number + style.GroupGap
	room := width - style.PageMargin - left - note - sheetGap
	p.note = span{width - style.PageMargin - note, note}
	shown := t.fitting(room, scale)
	total := float32(0)
	for i, c := range t.Columns {
		if shown[i] {
			total += c.Share
		}
	}
	for i, c := range t.Columns {
		if shown[i] && total > 0 {
			w := float32(int(room * c.Share / total))
			p.cells[i] = span{left, max(w-sheetGap, 0)}
			left += w
		}
	}
	return p
}

// noteWidth is the width of the widest note with its mark.
func (t *SheetTable) noteWidth(look style.Look) float32 {
	w := measure(t.NoteHead, look.Text(style.Caption), false)
	for _, n := range t.Notes {
		w = max(w, measure(n, look.Text(style.Caption), false))
	}
	return w + look.Icon(style.IconRow) + style.IconGap
}

// fitting says which columns there is room for.
func (t *SheetTable) fitting(room, scale float32) []bool {
	shown := make([]bool, len(t.Columns))
	for i := range shown {
		shown[i] = true
	}
	for {
		total, drop, tight := float32(0), -1, false
		for i, c := range t.Columns {
			if shown[i] {
				total += c.Share
				if c.Drop {
					drop = i
				}
			}
		}
		for i, c := range t.Columns {
			tight = tight || shown[i] && room*c.Share/total < c.Least*scale
		}
		if !tight || drop < 0 {
			return shown
		}
		shown[drop] = false
	}
}

// beside returns the next column in sight in a direction, or the same one when there is none; −1 is the
// whole row.
func (t *SheetTable) beside(column, step int) int {
	p := t.places(t.Size().Width)
	for c := column + step; c >= -1 && c < len(t.Columns); c += step {
		if c < 0 || p.cells[c].w > 0 {
			return c
		}
	}
	return column
}
