package agent

import (
	"context"
	"slices"

	"foyer/services/fault"
	"foyer/services/link"
)

// sourcePaste is noted with links that came from the clipboard.
const sourcePaste = "space info"

// Paste reads the clipboard, saves every link that it holds, and puts the links back on the
// clipboard in the preferred format. When nothing is recognised, or only IDs of which nothing
// says which one is meant, nothing is changed. A link that cannot be saved is copied all the
// same, and counted. An error that comes with Links means: saved, but not on the clipboard.
func (a *Agent) Paste(ctx context.Context) (Pasted, error) {
	before, err := a.Clipboard.Read(ctx)
	if err != nil {
		return Pasted{}, err
	}
	return a.pasteText(ctx, before)
}

// pasteText is Paste for a text that lies, or lay, on the clipboard.
func (a *Agent) pasteText(ctx context.Context, before string) (Pasted, error) {
	reading := link.Read(before)
	p := Pasted{Notices: reading.Notices}
	var targets []link.Target
	for _, t := range reading.Targets {
		if slices.Contains(t.Warnings, link.WarnAmbiguous) {
			p.Ambiguous++
		} else {
			targets = append(targets, t)
		}
	}
	if len(targets) == 0 {
		return p, nil
	}
	var fresh []int64
	p.Links, fresh, p.Unsaved = a.save(ctx, targets)
	if p.Unsaved < len(p.Links) {
		a.hub.publish(Event{What: LinksChanged})
	}
	written, err := a.write(ctx, &p)
	if err != nil && len(fresh) == 0 {
		return p, err
	}
	a.forgetFound(func(text string) bool { return sameLines(text) == sameLines(before) })
	p.Undo = a.undo.push(undoing{before: before, written: written, fresh: fresh, copied: err == nil})
	return p, err
}

// save keeps the targets as links. Those that could not be saved come back with Ref 0.
func (a *Agent) save(ctx context.Context, targets []link.Target) (links []link.Saved, fresh []int64, unsaved int) {
	for _, t := range targets {
		saved, isNew, err := a.Links.SaveLink(ctx, t, sourcePaste)
		if err != nil {
			a.Log.Error("saving a pasted link", "error", err)
			unsaved++
			links = append(links, link.Saved{Target: t})
			continue
		}
		if isNew {
			fresh = append(fresh, saved.Ref)
		}
		// The block that was pasted may say more than what is kept, such as the warnings.
		saved.Warnings = t.Warnings
		links = append(links, saved)
	}
	return links, fresh, unsaved
}

// write puts p's links on the clipboard and notes that they were used. It returns the text that
// the clipboard holds now.
func (a *Agent) write(ctx context.Context, p *Pasted) (string, error) {
	clip, format, err := compose(p.Links, a.Preferences.Format(), a.Preferences.Templates())
	if err != nil {
		return "", err
	}
	p.Format = format
	if p.Copied, err = a.put(ctx, clip); err != nil {
		return "", err
	}
	for _, s := range p.Links {
		if s.Ref == 0 {
			continue
		}
		if err := a.Links.UseLink(ctx, s.Ref); err != nil {
			a.Log.Warn("noting that a link was used", "error", err)
		}
	}
	return clip.Text, nil
}

// CopyLink puts one saved link on the clipboard in the preferred format.
func (a *Agent) CopyLink(ctx context.Context, ref int64) (Pasted, error) {
	s, err := a.Links.Link(ctx, ref)
	if err != nil {
		return Pasted{}, err
	}
	p := Pasted{Links: []link.Saved{s}}
	if _, err := a.write(ctx, &p); err != nil {
		return p, err
	}
	a.hub.publish(Event{What: LinksChanged})
	return p, nil
}

// Copy puts any content on the clipboard and keeps it there until something else is copied or
// the agent ends.
func (a *Agent) Copy(ctx context.Context, clip Clip) (Copied, error) {
	if clip.Text == "" && clip.HTML == "" && len(clip.PNG) == 0 {
		return Copied{}, &fault.Error{Op: "copying", Service: "agent", Kind: fault.Invalid, Code: "nothing"}
	}
	return a.put(ctx, clip)
}
