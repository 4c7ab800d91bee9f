package settings

import (
	"context"
	"slices"
	"strconv"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// keepDays is how long messages stay that are done with, and how many that would be.
type keepDays struct {
	page  *Page
	field *widget.Column
	days  []int
	pick  *widget.Segments
	would *widget.Prose
}

func newKeepDays(p *Page) *keepDays {
	k := &keepDays{page: p, field: widget.NewColumn(0), would: widget.NewProse("", style.Caption, style.Ink2)}
	k.would.Hide()
	k.offer(0)
	return k
}

// show draws the setting.
func (k *keepDays) show(days int) {
	k.offer(days)
	k.pick.Select(slices.Index(k.days, days))
	k.ask(days)
}

// offer offers the usual times and the one in use, which may be any; for ever is the last one.
func (k *keepDays) offer(now int) {
	days := []int{30, 90, 180, 365}
	if now > 0 && !slices.Contains(days, now) {
		days = append(days, now)
		slices.Sort(days)
	}
	days = append(days, 0)
	if slices.Equal(days, k.days) {
		return
	}
	k.days = days
	say := k.page.config.Say
	words := make([]string, len(days))
	for i, d := range days {
		words[i] = say.N("data.days", d)
		if d == 0 {
			words[i] = say.T("data.for-ever")
		}
	}
	k.pick = widget.NewSegments(words, func(i int) {
		k.ask(k.days[i])
		k.page.set(KeyKeepDays, strconv.Itoa(k.days[i]))
	})
	k.page.watch(k.pick)
	k.field.Set(widget.Part{Object: caption(say.T("data.keep"))}, widget.Part{Above: style.Unit, Object: k.pick, Left: true})
}

// ask says how many messages that would be.
func (k *keepDays) ask(days int) {
	data := k.page.config.Data
	if days == 0 {
		k.tell(k.page.config.Say.T("data.would-keep"))
		return
	}
	k.page.tasks.Latest("keep days", func(ctx context.Context) func() {
		n, err := data.Prunable(ctx, days)
		return func() {
			if err != nil {
				k.tell("") // the card about what there is says why
				return
			}
			if n == 0 {
				k.tell(k.page.config.Say.T("data.would-go-none"))
				return
			}
			k.tell(k.page.config.Say.N("data.would-go", n))
		}
	})
}

func (k *keepDays) tell(words string) {
	k.would.SetText(words)
	setVisible(k.would, words != "")
	k.page.remeasure()
}
