package agent

import (
	"context"

	"foyer/services/fault"
)

// respond does what a request asks for.
func (a *Agent) respond(ctx context.Context, q request) reply {
	switch q.Do {
	case doStatus:
		status := a.Status()
		return reply{Status: &status}
	case doShow:
		return reply{Error: toWire("opening the window", a.Show(ctx, q.Page))}
	case doQuit:
		return reply{}
	case doPaste:
		p, err := a.Paste(ctx)
		return reply{Pasted: &p, Error: toWire("pasting", err)}
	case doUndo:
		return reply{Error: toWire("undoing", a.Undo(ctx, q.Undo))}
	case doCopyLink:
		p, err := a.CopyLink(ctx, q.Ref)
		return reply{Pasted: &p, Error: toWire("copying a link", err)}
	case doCopy:
		if q.Clip == nil {
			return reply{Error: toWire("copying", &fault.Error{Op: "copying", Service: "agent", Kind: fault.Invalid, Code: "nothing"})}
		}
		c, err := a.Copy(ctx, *q.Clip)
		return reply{Copied: &c, Error: toWire("copying", err)}
	case doChanged:
		return reply{Error: toWire("telling of a change", a.Changed(q.What))}
	default:
		return reply{Error: toWire("answering", &fault.Error{Op: "answering", Service: "agent", Kind: fault.Invalid, Code: "unknown-request"})}
	}
}
