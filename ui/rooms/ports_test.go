package rooms_test

import (
	"testing"
	"time"

	"foyer/services/room"
	"foyer/ui/rooms"
)

func TestOnlyADayThatIsReadAgainAndAgainBecomesTooOld(t *testing.T) {
	hour := room.Reading{At: at(9, 42)}
	for name, c := range map[string]struct {
		every func() time.Duration
		today bool
		want  room.Freshness
	}{
		"usual":       {nil, true, room.Stale},
		"polled":      {func() time.Duration { return 15 * time.Minute }, true, room.Stale},
		"seldom":      {func() time.Duration { return time.Hour }, true, room.Fresh},
		"not polled":  {func() time.Duration { return 0 }, true, room.Fresh},
		"another day": {nil, false, room.Fresh},
	} {
		o := rooms.OptionsOf(rooms.Config{Every: c.every}, c.today)
		if got := hour.Freshness(at(10, 42), o.Every); got != c.want {
			t.Errorf("%s: after an hour it is %s, want %s", name, got, c.want)
		}
	}
}
