package tray

import (
	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/ui/text"
)

// waiting counts the messages that Foyer is still going to deliver by itself.
func waiting(c message.Counts) int { return c.Queued + c.Sending }

// outbox sums up what is in the outbox and not sent, "" when nothing is.
func outbox(words *text.Catalogue, c message.Counts) string {
	summary := ""
	for _, p := range []struct {
		key   string
		count int
	}{
		{"tray.waiting", waiting(c)},
		{"tray.unknown", c.Unknown},
		{"tray.failed", c.Failed},
	} {
		switch {
		case p.count == 0:
		case summary == "":
			summary = words.N(p.key, p.count)
		default:
			summary = words.T("tray.and", "Before", summary, "Next", words.N(p.key, p.count))
		}
	}
	return summary
}

// OutboxNotice says that messages could not be delivered, or that nobody knows whether they were.
// It carries no message text, since notifications show on locked screens.
func OutboxNotice(words *text.Catalogue, items []message.Item) Notice {
	var c message.Counts
	for _, i := range items {
		switch i.State {
		case message.Failed:
			c.Failed++
		case message.Unknown:
			c.Unknown++
		case message.Queued, message.Sending, message.Sent:
		}
	}
	n := Notice{Urgent: true, Choices: []Choice{{Label: words.T("tray.look"), Action: Action{Verb: Show, Page: agent.PageOutbox}}}}
	switch {
	case c.Failed > 0 && c.Unknown > 0:
		n.Title = words.T("tray.outbox-title", "Counts", outbox(words, c))
		n.Body = words.T("tray.outbox-decide")
	case c.Failed > 0:
		n.Title = words.N("tray.not-delivered", c.Failed)
		n.Body = reason(words, items)
	default:
		n.Title = words.N("tray.not-known", c.Unknown)
		n.Body = words.T("tray.not-known-body")
	}
	return n
}

// reason says why, when all failed for the same reason.
func reason(words *text.Catalogue, items []message.Item) string {
	first := items[0].Failure
	for _, i := range items[1:] {
		if i.Failure == nil || first == nil || i.Failure.Code != first.Code || i.Failure.Words != first.Words {
			return words.T("tray.outbox-decide")
		}
	}
	if first == nil {
		return words.T("tray.outbox-decide")
	}
	return words.Reason(&fault.Error{Kind: first.Kind, Status: first.Status, Code: first.Code, Words: first.Words})
}
