package room

import "strings"

// wanted are words that have to be found, in any order.
type wanted []string

// want cuts text into words.
func want(text string) wanted { return strings.Fields(strings.Map(fold, text)) }

// in tells whether all words stand in one of the texts each.
func (w wanted) in(texts ...string) bool {
	if len(w) == 0 {
		return true
	}
	all := strings.Map(fold, strings.Join(texts, "\n"))
	for _, word := range w {
		if !strings.Contains(all, word) {
			return false
		}
	}
	return true
}

// inRoom tells whether the words stand in what is written of a room.
func (w wanted) inRoom(r *Room) bool {
	return len(w) == 0 || w.in(r.Name, r.Place, r.Note, strings.Join(r.Equipment, "\n"))
}
