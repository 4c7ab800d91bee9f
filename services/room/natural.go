package room

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SortRooms puts rooms in the order of the board: by Order, then by name with Room 2 before Room 10,
// then by ID.
func SortRooms(rooms []Room) {
	if !slices.IsSortedFunc(rooms, compareRooms) {
		slices.SortStableFunc(rooms, compareRooms)
	}
}

func compareRooms(a, b Room) int { return compareRoomsAt(&a, &b) }

// compareRoomsAt is for lists of things that hold rooms, which are too large to be copied about.
func compareRoomsAt(a, b *Room) int {
	if c := cmp.Compare(a.Order, b.Order); c != 0 {
		return c
	}
	return cmp.Or(CompareNames(a.Name, b.Name), strings.Compare(a.ID, b.ID))
}

// CompareNames compares names as people order them: without regard to case and width, and with numbers
// by their value. It returns 0 for equal names only.
func CompareNames(a, b string) int {
	restA, restB := a, b
	for restA != "" && restB != "" {
		ra, sizeA := utf8.DecodeRuneInString(restA)
		rb, sizeB := utf8.DecodeRuneInString(restB)
		ra, rb = fold(ra), fold(rb)
		if isDigit(ra) && isDigit(rb) {
			var c int
			if c, restA, restB = compareNumbers(restA, restB); c != 0 {
				return c
			}
			continue
		}
		if ra != rb {
			return cmp.Compare(ra, rb)
		}
		restA, restB = restA[sizeA:], restB[sizeB:]
	}
	return cmp.Or(cmp.Compare(len(restA), len(restB)), strings.Compare(a, b))
}

// compareNumbers compares the numbers that a and b begin with, of any length, and returns what stands
// behind them.
func compareNumbers(a, b string) (c int, restA, restB string) {
	a, b = trimZeros(a), trimZeros(b)
	for {
		ra, sizeA := utf8.DecodeRuneInString(a)
		rb, sizeB := utf8.DecodeRuneInString(b)
		ra, rb = fold(ra), fold(rb)
		switch {
		case !isDigit(ra) && !isDigit(rb):
			return c, a, b
		case !isDigit(ra): // The one with more digits is greater.
			return -1, a, b
		case !isDigit(rb):
			return 1, a, b
		case c == 0:
			c = cmp.Compare(ra, rb)
		}
		a, b = a[sizeA:], b[sizeB:]
	}
}

func trimZeros(s string) string {
	return strings.TrimLeftFunc(s, func(r rune) bool { return fold(r) == '0' })
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// fold returns the small and narrow form of a letter, digit or sign.
func fold(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case r >= '！' && r <= '～':
		return fold(r - '！' + '!')
	case unicode.IsSpace(r):
		return ' '
	default:
		return unicode.ToLower(r)
	}
}
