package text

import "foyer/services/meeting"

// Problem returns a sentence for what is wrong with an attendee. Rows count from 1 on screen.
func (c *Catalogue) Problem(p meeting.Problem) string {
	return c.T("attendee.check."+string(p.Check), "Limit", p.Limit, "Other", p.Other+1)
}

// Rejected returns a sentence for why something could not be read as an attendee.
func (c *Catalogue) Rejected(r meeting.Reason) string { return c.T("attendee.rejected." + string(r)) }

// Seen returns the word for how far somebody has come who was invited.
func (c *Catalogue) Seen(s meeting.Seen) string { return c.T("attendee.seen." + string(s)) }

// Fate returns the word for what became of an invitation.
func (c *Catalogue) Fate(f meeting.Fate) string { return c.T("attendee.fate." + string(f)) }
