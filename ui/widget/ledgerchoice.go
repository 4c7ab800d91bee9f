package widget

import "slices"

// ledgerChoice is which rows of a Ledger there are, where the keys are, and what is chosen. Positions
// are −1 where there is none.
type ledgerChoice struct {
	keys    []int64
	current int
	anchor  int // where a range begins
	chosen  map[int64]bool
}

func newLedgerChoice() ledgerChoice {
	return ledgerChoice{current: -1, anchor: -1, chosen: map[int64]bool{}}
}

// replace takes other rows. What was chosen stays so where it is still there; it reports whether
// something chosen is gone.
func (c *ledgerChoice) replace(keys []int64) (lost bool) {
	current, hadCurrent := c.key(c.current)
	anchor, hadAnchor := c.key(c.anchor)
	place := c.current
	c.keys = keys
	c.current, c.anchor = -1, -1
	still := make(map[int64]bool, len(c.chosen))
	for i, k := range keys {
		if hadCurrent && k == current {
			c.current = i
		}
		if hadAnchor && k == anchor {
			c.anchor = i
		}
		if len(c.chosen) > 0 && c.chosen[k] {
			still[k] = true
		}
	}
	if c.current < 0 { // the one that follows a row that is gone takes its place
		c.current = min(place, len(keys)-1)
	}
	lost = len(still) < len(c.chosen)
	c.chosen = still
	return lost
}

// key returns the row at a position.
func (c *ledgerChoice) key(i int) (int64, bool) {
	if i < 0 || i >= len(c.keys) {
		return 0, false
	}
	return c.keys[i], true
}

func (c *ledgerChoice) isChosen(key int64) bool { return c.chosen[key] }

// only chooses one row.
func (c *ledgerChoice) only(i int) {
	c.current, c.anchor = i, i
	c.chosen = map[int64]bool{c.keys[i]: true}
}

// extend chooses from the anchor to a row.
func (c *ledgerChoice) extend(i int) {
	if c.anchor < 0 {
		c.anchor = max(c.current, 0)
	}
	c.current = i
	from, to := min(c.anchor, i), max(c.anchor, i)
	c.chosen = make(map[int64]bool, to-from+1)
	for _, k := range c.keys[from : to+1] {
		c.chosen[k] = true
	}
}

// toggle chooses a row beside the others, or no longer.
func (c *ledgerChoice) toggle(i int) {
	c.current, c.anchor = i, i
	k := c.keys[i]
	if c.chosen[k] {
		delete(c.chosen, k)
	} else {
		c.chosen[k] = true
	}
}

func (c *ledgerChoice) all() {
	c.chosen = make(map[int64]bool, len(c.keys))
	for _, k := range c.keys {
		c.chosen[k] = true
	}
}

// inOrder returns the chosen rows as they stand.
func (c *ledgerChoice) inOrder() []int64 {
	switch len(c.chosen) {
	case 0:
		return nil
	case len(c.keys):
		return slices.Clone(c.keys)
	case 1:
		for k := range c.chosen {
			return []int64{k}
		}
	}
	chosen := make([]int64, 0, len(c.chosen))
	for _, k := range c.keys {
		if c.chosen[k] {
			chosen = append(chosen, k)
		}
	}
	return chosen
}

// drift returns by how many positions most of these rows moved when keys took their place; ok is false
// when none of them is left.
func drift(shown []int64, first int, keys []int64) (rows int, ok bool) {
	was := make(map[int64]int, len(shown))
	for i, k := range shown {
		was[k] = first + i
	}
	votes := map[int]int{}
	for i, k := range keys {
		if old, here := was[k]; here {
			votes[i-old]++
		}
	}
	best := 0
	for moved, n := range votes {
		if n > best || n == best && magnitude(moved) < magnitude(rows) {
			rows, best = moved, n
		}
	}
	return rows, best > 0
}

func magnitude(n int) int { return max(n, -n) }
