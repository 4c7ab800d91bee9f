package agent

import "foyer/services/message"

// maxBulk is how many messages go out in one call at most.
const maxBulk = 100

// unit is what one call sends: a message, or several of one bulk batch.
type unit struct {
	items []message.Item
	bulk  bool
}

// units parts messages that were taken into calls, in their order. Calls run side by side, so two
// messages to one destination have to be in the same call; those that cannot be come back as rest.
func units(items []message.Item, isBulk func(batch int64) bool) (calls []unit, rest []message.Item) {
	const held = -1                           // a message to it came back, so later ones have to, too
	place := make(map[string]int, len(items)) // of a destination among the calls
	open := make(map[int64]int)               // the call of a bulk batch that others may join
	for _, item := range items {
		to := item.Destination()
		at, taken := place[to]
		fits := item.Batch != 0 && item.IsDirect() && !item.Envelope && isBulk(item.Batch)
		call, ok := open[item.Batch]
		switch {
		case fits && ok && (!taken || at == call) && len(calls[call].items) < maxBulk:
			calls[call].items = append(calls[call].items, item)
			place[to] = call
		case taken:
			place[to] = held
			rest = append(rest, item)
		default:
			place[to] = len(calls)
			if fits {
				open[item.Batch] = len(calls)
			}
			calls = append(calls, unit{items: []message.Item{item}, bulk: fits})
		}
	}
	return calls, rest
}
