package outbox

import (
	"context"
	"slices"

	"foyer/services/message"
)

// sorted are chosen messages by their state.
type sorted map[message.State][]int64

func (s sorted) of(states ...message.State) (ids []int64) {
	for _, state := range states {
		ids = append(ids, s[state]...)
	}
	return ids
}

// sort asks in which states messages are, without reading them: there may be very many.
func (p *Page) sort(ctx context.Context, chosen []int64) (sorted, error) {
	in := make(map[int64]bool, len(chosen))
	for _, id := range chosen {
		in[id] = true
	}
	s := sorted{}
	for _, state := range message.States() {
		ids, err := p.config.Box.MessageIDs(ctx, message.Filter{State: state})
		if err != nil {
			return nil, err
		}
		s[state] = slices.DeleteFunc(ids, func(id int64) bool { return !in[id] })
	}
	return s, nil
}

// among finds those of the chosen messages that are in one of these states at the moment it is asked.
func (p *Page) among(chosen []int64, states ...message.State) func(context.Context) ([]int64, error) {
	return func(ctx context.Context) ([]int64, error) {
		s, err := p.sort(ctx, chosen)
		return s.of(states...), err
	}
}

// retryAmong puts back the chosen messages in a state, and those alone: a message that may have
// arrived is never sent again beside one that failed.
func (p *Page) retryAmong(chosen []int64, state message.State) {
	p.changeThose(p.among(chosen, state), p.hurried, func(_ []int64, n int) { p.saidQueued(n) })
}

func (p *Page) arrivedAmong(chosen []int64) {
	p.changeThose(p.among(chosen, message.Unknown), p.config.Box.ArrivedMessages, func(_ []int64, n int) { p.saidArrived(n) })
}

func (p *Page) discardAmong(chosen []int64) {
	p.discardThose(p.among(chosen, message.Queued, message.Unknown, message.Failed, message.Sent))
}

// inFilter finds all messages that a filter chooses.
func (p *Page) inFilter(f message.Filter) func(context.Context) ([]int64, error) {
	return func(ctx context.Context) ([]int64, error) { return p.config.Box.MessageIDs(ctx, f) }
}

// bulkActions are what can be done with chosen messages, by the states that they are in.
func (p *Page) bulkActions(chosen []int64, n map[message.State]int) []action {
	say := p.config.Say
	var all []action
	add := func(ok bool, a action) {
		if ok {
			all = append(all, a)
		}
	}
	add(n[message.Failed] > 0, action{say.N("outbox.retry-some", n[message.Failed]), "refresh", func() { p.retryAmong(chosen, message.Failed) }})
	add(n[message.Unknown] > 0, action{say.N("outbox.arrived-some", n[message.Unknown]), "check", func() { p.arrivedAmong(chosen) }})
	add(n[message.Unknown] > 0, action{say.N("outbox.send-some", n[message.Unknown]), "send", func() { p.retryAmong(chosen, message.Unknown) }})
	add(n[message.Queued] > 0, action{say.N("outbox.try-some", n[message.Queued]), "refresh", func() { p.retryAmong(chosen, message.Queued) }})
	if move, ok := p.moving(p.model.others(), p.among(chosen, message.Queued, message.Failed)); ok && n[message.Queued]+n[message.Failed] > 0 {
		add(true, move)
	}
	add(len(chosen) <= copiedMost, action{say.N("outbox.copy-some", len(chosen)), "copy", func() { p.copyText(chosen...) }})
	at := n[message.Queued] + n[message.Unknown] + n[message.Failed] + n[message.Sent]
	add(at > 0, action{say.N("outbox.discard-some", at), "trash", func() { p.discardAmong(chosen) }})
	return all
}

// filterActions are what can be done with everything that the filter shows.
func (p *Page) filterActions() []action {
	say, f := p.config.Say, p.model.filter()
	if len(p.model.ids) == 0 {
		return nil
	}
	discard := action{say.T("outbox.discard-all"), "trash", func() { p.discardThose(p.inFilter(f)) }}
	again := func(key string) action {
		return action{say.T(key), "refresh", func() {
			p.changeThose(p.inFilter(f), p.hurried, func(_ []int64, n int) { p.saidQueued(n) })
		}}
	}
	switch f.State {
	case message.Queued:
		return []action{again("outbox.try-all"), discard}
	case message.Failed:
		return []action{again("outbox.retry-all"), discard}
	case message.Sent:
		return []action{discard}
	}
	return nil
}
