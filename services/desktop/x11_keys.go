//go:build !windows && !darwin

package desktop

import (
	"github.com/jezek/xgb/xproto"

	"foyer/services/chord"
)

// The keysyms of modifiers, and of the keys that a chord names.
const (
	symNumLock = 0xff7f
	symAltL    = 0xffe9
	symAltR    = 0xffea
	symSuperL  = 0xffeb
	symSuperR  = 0xffec
	symF1      = 0xffbe
)

var namedSyms = map[string]xproto.Keysym{
	"Space": 0x20, "Insert": 0xff63, "Delete": 0xffff, "Home": 0xff50, "End": 0xff57, "PageUp": 0xff55, "PageDown": 0xff56,
	"Pause": 0xff13, "Left": 0xff51, "Up": 0xff52, "Right": 0xff53, "Down": 0xff54,
}

// keysym returns what a keyboard calls a key of a chord.
func keysym(key string) xproto.Keysym {
	if sym, isNamed := namedSyms[key]; isNamed {
		return sym
	}
	if len(key) == 1 {
		if c := key[0]; c >= 'A' && c <= 'Z' {
			return xproto.Keysym(c - 'A' + 'a')
		}
		return xproto.Keysym(key[0])
	}
	n := 0
	for _, digit := range key[1:] {
		n = 10*n + int(digit-'0')
	}
	return xproto.Keysym(symF1 + n - 1)
}

// keyboard is the server's mapping of keys: perKey keysyms for each keycode from first on, and the
// keycodes of the eight modifiers.
type keyboard struct {
	first     xproto.Keycode
	perKey    int
	syms      []xproto.Keysym
	perMod    int
	modifiers []xproto.Keycode
}

// code returns the key that gives a keysym: the one that does so alone before those that need Shift or
// another group of the layout; 0 without one.
func (k keyboard) code(want xproto.Keysym) xproto.Keycode {
	for level := range k.perKey {
		for i := level; i < len(k.syms); i += k.perKey {
			if k.syms[i] == want {
				return k.first + xproto.Keycode(i/k.perKey)
			}
		}
	}
	return 0
}

// modifier returns the mask of the modifier that one of these keysyms is, 0 when none is.
func (k keyboard) modifier(syms ...xproto.Keysym) uint16 {
	for i, code := range k.modifiers {
		if code < k.first || code == 0 {
			continue
		}
		from := int(code-k.first) * k.perKey
		for _, sym := range k.syms[min(from, len(k.syms)):min(from+k.perKey, len(k.syms))] {
			for _, want := range syms {
				if sym == want {
					return 1 << (i / k.perMod)
				}
			}
		}
	}
	return 0
}

// keyGrab is what the server is asked for: one key, once for each state of the locks.
type keyGrab struct {
	code xproto.Keycode
	mods [4]uint16
}

// grab translates a chord; ok is false when the keyboard has no such key.
func (k keyboard) grab(c chord.Chord) (g keyGrab, ok bool) {
	g.code = k.code(keysym(c.Key))
	var mods uint16
	for _, m := range []struct {
		wanted bool
		mask   uint16
	}{
		{c.Ctrl, xproto.ModMaskControl},
		{c.Shift, xproto.ModMaskShift},
		{c.Alt, k.modifier(symAltL, symAltR)},
		{c.Super, k.modifier(symSuperL, symSuperR)},
	} {
		if m.wanted {
			mods |= m.mask
			if m.mask == 0 {
				return g, false
			}
		}
	}
	num := k.modifier(symNumLock)
	g.mods = [4]uint16{mods, mods | num, mods | xproto.ModMaskLock, mods | num | xproto.ModMaskLock}
	return g, g.code != 0
}

// each calls do for each different state of the locks; a keyboard without NumLock has two. It stops at the first error.
func (g keyGrab) each(do func(mods uint16) error) error {
	for i, mods := range g.mods {
		if i > 0 && (mods == g.mods[0] || i == 3 && mods == g.mods[2]) {
			continue
		}
		if err := do(mods); err != nil {
			return err
		}
	}
	return nil
}
