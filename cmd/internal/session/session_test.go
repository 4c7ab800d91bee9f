package session

import (
	"image"
	"os"
	"slices"
	"testing"

	"github.com/godbus/dbus/v5"
	"github.com/google/go-cmp/cmp"
)

func startTest(t *testing.T, opts Options) *Session {
	t.Helper()
	s, err := Start(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("closing the desktop: %v", err)
		}
	})
	return s
}

func TestCopiedTextIsHeldByAnotherProgram(t *testing.T) {
	s := startTest(t, Options{Bare: true})
	for _, text := range []string{"plain", "日本語 und Grüße\r\n", "x"} {
		if err := s.Copy(t.Context(), text); err != nil {
			t.Fatal(err)
		}
		got, err := s.Paste(t.Context(), "UTF8_STRING")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(text, got); diff != "" {
			t.Errorf("clipboard (-want +got):\n%s", diff)
		}
	}
	targets, err := s.Targets(t.Context())
	if err != nil || !slices.Contains(targets, "UTF8_STRING") {
		t.Errorf("targets %q, error %v", targets, err)
	}
}

func TestLinksReachTheHandler(t *testing.T) {
	s := startTest(t, Options{Bare: true, Handler: true})
	want := []string{"webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b", "webexteams://im?email=a%2Bb@example.com"}
	for _, link := range want {
		if _, err := s.Run(t.Context(), nil, "xdg-open", link); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.WaitOpened(t.Context(), len(want))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("opened (-want +got):\n%s", diff)
	}
}

func TestNotificationsAreSeenAndTheirButtonsPressed(t *testing.T) {
	s := startTest(t, Options{Notifications: true})
	pressed := make(chan *dbus.Signal, 4)
	if err := s.Bus().AddMatchSignal(dbus.WithMatchInterface(notificationsName), dbus.WithMatchMember("ActionInvoked")); err != nil {
		t.Fatal(err)
	}
	s.Bus().Signal(pressed)
	server := s.Bus().Object(notificationsName, "/org/freedesktop/Notifications")
	actions := []string{"open", "Open", "undo", "Undo"}
	call := server.CallWithContext(t.Context(), notificationsName+".Notify", 0, "Test", uint32(0), "",
		"Marketing: link copied", "Body", actions, map[string]dbus.Variant{}, int32(-1))
	if call.Err != nil {
		t.Fatal(call.Err)
	}
	got, err := s.WaitNotice(t.Context(), 0, func(Notice) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Notice{App: "Test", Title: "Marketing: link copied", Body: "Body", Actions: actions}, got); diff != "" {
		t.Errorf("notice (-want +got):\n%s", diff)
	}
	if err := s.PressAction(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	if signal := <-pressed; len(signal.Body) != 2 || signal.Body[1] != "undo" {
		t.Errorf("pressing the second button sent %v", signal.Body)
	}
	if err := s.WaitNoBubble(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestProcessesEndWithTheDesktop(t *testing.T) {
	s, err := Start(t.Context(), Options{Bare: true})
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Launch("sh", "-c", "echo $XDG_RUNTIME_DIR; exec sleep 600")
	if err != nil {
		t.Fatal(err)
	}
	if err := Await(t.Context(), "its output", func() (bool, error) { return p.Output() == s.Path("run")+"\n", nil }); err != nil {
		t.Errorf("%v; got %q", err, p.Output())
	}
	if ticks, err := Ticks(p.Pid()); err != nil || ticks > 100 {
		t.Errorf("a sleeping program used %d ticks, error %v", ticks, err)
	}
	if pss, err := PSS(os.Getpid()); err != nil || pss < 1_000_000 || pss > 1_000_000_000 {
		t.Errorf("this test holds %d bytes, error %v", pss, err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if p.Running() {
		t.Error("the program outlived its desktop")
	}
}

func TestPicturesShowTheScreen(t *testing.T) {
	s := startTest(t, Options{Width: 400, Height: 300})
	picture, err := s.Picture(image.Rectangle{})
	if err != nil {
		t.Fatal(err)
	}
	if got := picture.Bounds().Size(); got != image.Pt(400, 300) {
		t.Errorf("the picture measures %v", got)
	}
	panel, desktop := picture.RGBAAt(200, 15), picture.RGBAAt(200, 200)
	if panel == desktop {
		t.Errorf("panel and desktop have the same colour %v", panel)
	}
	if _, err := s.Picture(image.Rect(500, 500, 600, 600)); err == nil {
		t.Error("a picture from outside the screen was taken")
	}
}
