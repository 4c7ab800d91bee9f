package profile

import (
	"errors"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // zones are the same on every computer

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/room"
)

var aDay = room.Date{Year: 2026, Month: time.November, Day: 23}

func TestWatchesComeBackWhateverTheirIDs(t *testing.T) {
	start := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	watches := []room.Watch{
		{RoomID: "101"}, {RoomID: "a/b; c"}, {RoomID: "会議室 \"1\"\t\n", BookingID: "x;y/z %2F", Date: aDay, Start: start},
		{RoomID: "101", BookingID: "series", Date: aDay},
	}
	f := written(t, "# mine\n[rooms]\nwatched = []  # these\n")
	set(t, f, RoomsWatched, WatchedText(watches))
	again := opened(t, f.path)
	if d := cmp.Diff(watches, again.Values().Rooms.Watched); d != "" || again.Warnings() != nil {
		t.Errorf("%s\n%v", d, again.Warnings())
	}
	if text := content(t, f); !strings.Contains(text, `watched = ["101", "`) || !strings.Contains(text, "# these") {
		t.Errorf("the file is\n%s", text)
	}
	set(t, f, RoomsWatched, "")
	if got := opened(t, f.path).Values().Rooms.Watched; got != nil {
		t.Errorf("%+v", got)
	}
}

func TestWatchesThatAreNoneAreLeftOut(t *testing.T) {
	for _, text := range []string{"%zz", "a/b", "a/%zz/20261123/", "a//20261123/", "a/b/20261323/", "a/b/20261123/noon", "a/b/20261123//"} {
		if w, ok := readWatch(text); ok {
			t.Errorf("%q was read as %+v", text, w)
		}
	}
	many := make([]room.Watch, listLimit+50)
	for i := range many {
		many[i].RoomID = strings.Repeat("r", i%7+1) + string(rune('a'+i%26)) + strings.Repeat("x", i/26)
	}
	many[0].RoomID = ""
	f := written(t, "")
	set(t, f, RoomsWatched, WatchedText(many))
	got := f.Values().Rooms.Watched
	if len(got) > listLimit || len(got) < listLimit/2 || got[len(got)-1] != many[len(many)-1] {
		t.Errorf("%d watches came back", len(got))
	}
}

func TestRoomSettingsThatCannotBeAreRefused(t *testing.T) {
	f := written(t, "[rooms]\n")
	for key, value := range map[string]string{
		RoomsPoll: "0", RoomsPolling: "sometimes", RoomsZone: "Asia/Nowhere", RoomsZoom: "14", RoomsHidePrivate: "yes", RoomsWatched: "a\nb",
	} {
		err := f.Set(key, value)
		if e, ok := errors.AsType[*fault.Error](err); !ok || e.Kind != fault.Invalid || e.Words == "" {
			t.Errorf("%s = %q: %v", key, value, err)
		}
	}
	odd := written(t, "[rooms]\nzone = \"Asia/Nowhere\"\npoll = 5\nwatched = [1]\nhide-private = 1\n")
	if got := odd.Values().Rooms; len(odd.Warnings()) != 4 || cmp.Diff(Defaults().Rooms, got) != "" {
		t.Errorf("%+v, %+v", odd.Warnings(), got)
	}
}

func TestTheOfficeHasAZone(t *testing.T) {
	for name, want := range map[string]string{"": time.Local.String(), "Local": time.Local.String(), "Asia/Tokyo": "Asia/Tokyo", "UTC": "UTC"} {
		f := written(t, "")
		set(t, f, RoomsZone, name)
		if got := f.Values().Rooms.Location().String(); got != want {
			t.Errorf("%q is %s", name, got)
		}
	}
	if got := (Rooms{Zone: "Asia/Nowhere"}).Location(); got != time.Local {
		t.Errorf("a zone that is gone is %v", got)
	}
}
