package settings_test

import (
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // Zones are the same on every computer.

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"foyer/ui/settings"
	"foyer/ui/style"
)

// inRooms is the page with the section about rooms in sight.
func inRooms(t *testing.T) *room {
	t.Helper()
	r := visit(t, connected())
	r.page.ShowSection(settings.SectionRooms)
	return r
}

func TestEveryChoiceAboutRoomsIsStoredAtOnce(t *testing.T) {
	for name, c := range map[string]struct {
		control func(*settings.Page) fyne.Focusable
		keys    []fyne.KeyName
		want    []string
	}{
		"polling":    {(*settings.Page).PollingControl, []fyne.KeyName{fyne.KeySpace}, []string{"rooms.polling=false"}},
		"often":      {(*settings.Page).PollControl, []fyne.KeyName{fyne.KeyHome}, []string{"rooms.poll=15"}},
		"seldom":     {(*settings.Page).PollControl, []fyne.KeyName{fyne.KeyEnd}, []string{"rooms.poll=900"}},
		"private":    {(*settings.Page).PrivateControl, []fyne.KeyName{fyne.KeySpace}, []string{"rooms.hide-private=true"}},
		"tell":       {(*settings.Page).TellControl, []fyne.KeyName{fyne.KeySpace}, []string{"notifications.rooms=false"}},
		"tell twice": {(*settings.Page).TellControl, []fyne.KeyName{fyne.KeySpace, fyne.KeySpace}, []string{"notifications.rooms=false", "notifications.rooms=true"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := inRooms(t)
			r.focus(c.control(r.page))
			r.press(c.keys...)
			if diff := cmp.Diff(c.want, r.file.sets); diff != "" {
				t.Errorf("stored (-want +got):\n%s", diff)
			}
			if len(r.changed) != len(c.want) {
				t.Errorf("told of %q, want %d changes", r.changed, len(c.want))
			}
		})
	}
}

func TestAChoiceAboutRoomsThatCannotBeStoredGoesBack(t *testing.T) {
	r := inRooms(t)
	want := r.page.Rooms()
	r.file.fail = notWritten
	for _, c := range []fyne.Focusable{r.page.PollingControl(), r.page.PrivateControl(), r.page.TellControl()} {
		r.focus(c)
		r.press(fyne.KeySpace)
	}
	r.focus(r.page.PollControl())
	r.press(fyne.KeyEnd)
	r.focus(r.page.ZoneControl())
	r.page.TypeZone("Europe/Berlin")
	r.press(fyne.KeyReturn)
	r.focus(r.page.PollControl())
	r.settle()
	if diff := cmp.Diff(want, r.page.Rooms()); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
	expect(t, "the toast", r.page.Toast().Words(), "Not saved. The disk is full.")
}

func TestTheSectionFollowsTheFile(t *testing.T) {
	r := inRooms(t)
	want := settings.RoomValues{Poll: 45 * time.Second, HidePrivate: true}
	r.file.values.Rooms = want
	r.page.Reconsider()
	r.settle()
	if diff := cmp.Diff(want, r.page.Rooms()); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
	if len(r.file.sets) > 0 {
		t.Errorf("showing settings stored %q", r.file.sets)
	}
}

func TestHowOftenIsOfferedOnlyWhilePolling(t *testing.T) {
	r := inRooms(t)
	if !r.page.PollOffered() {
		t.Fatal("how often is not offered")
	}
	r.focus(r.page.PollingControl())
	r.press(fyne.KeySpace)
	if r.page.PollOffered() {
		t.Error("how often is offered without polling")
	}
}

func TestAZoneIsStoredWhenItIsOne(t *testing.T) {
	for name, c := range map[string]struct {
		typed, words string
		stored       []string
	}{
		"another":        {"Europe/Berlin", "It is 11:42 there, CET.", []string{"rooms.zone=Europe/Berlin"}},
		"with blanks":    {"  UTC ", "It is 10:42 there, UTC.", []string{"rooms.zone=UTC"}},
		"the same":       {"Asia/Tokyo", "It is 19:42 there, JST.", nil},
		"none":           {"Atlantis/Center", "This computer knows no time zone of that name. Names are such as Asia/Tokyo or Europe/Berlin.", nil},
		"no name at all": {"../../etc/passwd", "This computer knows no time zone of that name. Names are such as Asia/Tokyo or Europe/Berlin.", nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := inRooms(t)
			expect(t, "the words at first", r.page.ZoneWords(), "It is 19:42 there, JST.")
			r.focus(r.page.ZoneControl())
			r.page.TypeZone(c.typed)
			r.focus(r.page.PollControl())
			r.settle()
			expect(t, "the words", r.page.ZoneWords(), c.words)
			if !slices.Equal(r.file.sets, c.stored) {
				t.Errorf("stored %q, want %q", r.file.sets, c.stored)
			}
		})
	}
}

func TestWithoutAZoneItIsThatOfThisComputer(t *testing.T) {
	for _, typed := range []string{"", "Local", " "} {
		t.Run(typed, func(t *testing.T) {
			r := inRooms(t)
			r.focus(r.page.ZoneControl())
			r.page.TypeZone(typed)
			r.press(fyne.KeyReturn)
			if !slices.Equal(r.file.sets, []string{"rooms.zone="}) || r.page.Rooms().Zone != "" {
				t.Errorf("stored %q and shows %q", r.file.sets, r.page.Rooms().Zone)
			}
			if words := r.page.ZoneWords(); !strings.HasPrefix(words, "It is "+now.Local().Format("15:04")+" here") {
				t.Errorf("it says %q", words)
			}
		})
	}
}

func TestAZoneThatIsBeingTypedIsNoMistakeYetAndStays(t *testing.T) {
	r := inRooms(t)
	r.focus(r.page.ZoneControl())
	r.page.TypeZone("Europe/Ber")
	expect(t, "the words", r.page.ZoneWords(), "")
	r.page.Reconsider()
	r.settle()
	expect(t, "the field", r.page.Rooms().Zone, "Europe/Ber")
	r.page.TypeZone("Europe/Berlin")
	expect(t, "the words", r.page.ZoneWords(), "It is 11:42 there, CET.")
	r.page.Leave()
	r.settle()
	if !slices.Equal(r.file.sets, []string{"rooms.zone=Europe/Berlin"}) {
		t.Errorf("leaving stored %q", r.file.sets)
	}
}

func TestWithoutServicesThereIsNothingAboutRooms(t *testing.T) {
	r := enter(t)
	r.page.ShowSection(settings.SectionRooms)
	expect(t, "the section", r.page.Section(), settings.SectionGeneral)
}

func TestRoomPictures(t *testing.T) {
	dir := os.Getenv("FOYER_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	for _, c := range []struct {
		name string
		mode style.Mode
		text int
		w, h float32
		do   func(*room)
	}{
		{"settings-rooms", style.Light, 100, 1000, 700, func(*room) {}},
		{"settings-rooms-dark", style.Dark, 100, 1000, 700, func(r *room) { r.focus(r.page.PollControl()) }},
		{"settings-rooms-200", style.Light, 200, 1000, 700, func(*room) {}},
		{"settings-rooms-200-dark", style.Dark, 200, 1000, 700, func(r *room) { r.focus(r.page.PrivateControl()) }},
		{"settings-rooms-small-200", style.Light, 200, 720, 520, func(*room) {}},
		{"settings-rooms-wrong", style.Light, 100, 1000, 700, func(r *room) {
			r.focus(r.page.PollingControl())
			r.press(fyne.KeySpace)
			r.page.TypeZone("Atlantis/Center")
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := visitWith(t, connected(), c.mode, c.text, fyne.NewSize(c.w, c.h))
			r.page.ShowSection(settings.SectionRooms)
			c.do(r)
			r.settle()
			f, err := os.Create(filepath.Join(dir, c.name+".png"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if err := png.Encode(f, r.window.Canvas().Capture()); err != nil {
				t.Fatal(err)
			}
		})
	}
}
