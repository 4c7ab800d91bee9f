package agent

import (
	"slices"
	"testing"
)

func TestServicesOfAKindAreChosenFromByTheirTitles(t *testing.T) {
	all := []ServiceState{{Name: ChatMessenger, Title: "Berlin"}, {Name: HuaweiMeeting, Account: "desk@office"}, {Name: ChatMessenger + "-2"}, {Name: HuaweiMeeting + "-3", Title: "Tokyo", Account: "hall@office"}}
	for _, c := range []struct {
		kind, id string
		want     []string
		at       int
	}{
		{ChatMessenger, ChatMessenger + "-2", []string{"Berlin", "unnamed"}, 1},
		{HuaweiMeeting, HuaweiMeeting, []string{"desk@office", "Tokyo"}, 0},
		{HuaweiMeeting, ChatMessenger, []string{"desk@office", "Tokyo"}, -1},
		{"other", "other", nil, -1},
	} {
		got, at := Titles(OfKind(all, c.kind), c.id, "unnamed")
		if !slices.Equal(got, c.want) || at != c.at {
			t.Errorf("%s, %s: %q at %d", c.kind, c.id, got, at)
		}
	}
	if len(all) != 4 || all[1].Name != HuaweiMeeting {
		t.Errorf("the list itself changed: %v", all)
	}
}
