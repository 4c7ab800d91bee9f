//go:build !windows && !darwin

package desktop

import (
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// serve answers one program's request for the clipboard.
func (l *x11Link) serve(e xproto.SelectionRequestEvent) {
	property := e.Property
	if property == xproto.AtomNone {
		property = e.Target // what programs older than the conventions expect
	}
	l.mu.Lock()
	held := l.held
	l.mu.Unlock()
	if held == nil || e.Time != xproto.TimeCurrentTime && before(e.Time, held.since) ||
		!l.answer(held, e.Requestor, property, e.Target) {
		property = xproto.AtomNone // refused
	}
	notify := xproto.SelectionNotifyEvent{
		Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: property,
	}
	xproto.SendEvent(l.conn, false, e.Requestor, 0, string(notify.Bytes()))
}

// answer writes the requested target into the requestor's property and tells whether it could.
func (l *x11Link) answer(held *holding, to xproto.Window, property, target xproto.Atom) bool {
	switch l.names[target] {
	case atomTargets:
		l.put32(to, property, xproto.AtomAtom, l.targetAtoms(held)...)
		return true
	case atomTimestamp:
		l.put32(to, property, xproto.AtomInteger, uint32(held.since))
		return true
	case atomSaveTargets:
		// Asked of an owner it has no effect; saying so is an empty property of type NULL.
		l.put32(to, property, l.atoms[atomNull])
		return true
	case atomMultiple:
		return l.answerMultiple(held, to, property)
	}
	for _, o := range held.offers {
		if l.atoms[o.target] == target {
			l.put(to, property, l.atoms[o.kind], o.data)
			return true
		}
	}
	return false
}

func (l *x11Link) targetAtoms(held *holding) []uint32 {
	atoms := []uint32{
		uint32(l.atoms[atomTargets]), uint32(l.atoms[atomTimestamp]),
		uint32(l.atoms[atomMultiple]), uint32(l.atoms[atomSaveTargets]),
	}
	for _, o := range held.offers {
		atoms = append(atoms, uint32(l.atoms[o.target]))
	}
	return atoms
}

// answerMultiple converts each target of a list of pairs (target, property), and marks the pairs that
// could not be converted.
func (l *x11Link) answerMultiple(held *holding, to xproto.Window, property xproto.Atom) bool {
	const most = 256 // pairs
	reply, err := xproto.GetProperty(l.conn, false, to, property, xproto.GetPropertyTypeAny, 0, 2*most).Reply()
	if err != nil || reply.Format != 32 {
		return false
	}
	atoms := make([]uint32, reply.ValueLen)
	for i := range atoms {
		atoms[i] = xgb.Get32(reply.Value[4*i:])
	}
	for i := 0; i+1 < len(atoms); i += 2 {
		target, into := xproto.Atom(atoms[i]), xproto.Atom(atoms[i+1])
		nested := target == l.atoms[atomMultiple]
		if into == xproto.AtomNone || nested || !l.answer(held, to, into, target) {
			atoms[i+1] = xproto.AtomNone
		}
	}
	l.put32(to, property, l.atoms[atomAtomPair], atoms...)
	return true
}

// put32 writes a property of 32-bit values.
func (l *x11Link) put32(to xproto.Window, property, kind xproto.Atom, values ...uint32) {
	data := make([]byte, 4*len(values))
	for i, v := range values {
		xgb.Put32(data[4*i:], v)
	}
	xproto.ChangeProperty(l.conn, xproto.PropModeReplace, to, property, kind, 32, uint32(len(values)), data)
}

// put writes content, in parts when it is large.
func (l *x11Link) put(to xproto.Window, property, kind xproto.Atom, data []byte) {
	if len(data) > propertyChunk {
		l.startTransfer(trip{to, property}, kind, data)
		return
	}
	xproto.ChangeProperty(l.conn, xproto.PropModeReplace, to, property, kind, 8, uint32(len(data)), data)
}
