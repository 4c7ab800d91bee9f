package e2e

import (
	"encoding/json"
	"image"
	"image/color"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/cmd/internal/session"
)

// serve starts the demo office at an address, and returns where it is and its token.
func (d *desk) serve(address string) (office *session.Process, at, token string) {
	d.t.Helper()
	office, err := d.Launch(built.Foyer, "demo", "serve", "--json", "--addr", address)
	d.must(err)
	var served struct{ ChatMessenger struct{ URL, Token string } }
	d.must(session.Await(d.t.Context(), "the demo office", func() (bool, error) {
		said, _, whole := strings.Cut(office.Output(), "\n")
		return whole && json.Unmarshal([]byte(said), &served) == nil, nil
	}))
	return office, served.ChatMessenger.URL, served.ChatMessenger.Token
}

// withOffice starts an agent that is connected to a demo office, which runs by itself.
func withOffice(t *testing.T) (d *desk, office *session.Process, at string) {
	t.Helper()
	d = withAgent(t, full)
	office, at, token := d.serve("127.0.0.1:0")
	if _, err := d.Run(t.Context(), []byte(token), built.Foyer, "secret", "set", "chat-messenger", "--keep", "file"); err != nil {
		t.Fatal(err)
	}
	d.foyer("config", "set", "chat-messenger.url", at)
	return d, office, at
}

// What the tray says of the rooms.
var (
	freshLine = regexp.MustCompile(`^Rooms: \d+ of 12 free…$`)
	freshTip  = regexp.MustCompile(`^Foyer: \d+ of 12 rooms free$`)
	staleLine = regexp.MustCompile(`^Rooms: \d+ of 12 free when last read…$`)
	staleTip  = regexp.MustCompile(`^Foyer: rooms: \d+ of 12 free when last read$`)
)

// traySays waits until the tray's menu has such a line and its icon such a tooltip.
func (d *desk) traySays(line, tip *regexp.Regexp) {
	d.t.Helper()
	d.must(session.Await(d.t.Context(), "the tray to say "+line.String(), func() (bool, error) {
		return slices.ContainsFunc(d.labels(), line.MatchString) && tip.MatchString(d.tray().Tooltip), nil
	}))
}

// staleTint is the ground of the banner that says that what is shown is old.
var staleTint = color.RGBA{0xFA, 0xEF, 0xD6, 0xFF}

// bannerWidth is the least width of that banner in pixels. What starts soon has the same ground, but is
// narrower.
const bannerWidth = 400

// banner returns where the banner is in a picture of the window, the empty rectangle without one.
func banner(picture *image.RGBA) (found image.Rectangle) {
	bounds := picture.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		run := 0
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			if picture.RGBAAt(x, y) != staleTint {
				run = 0
				continue
			}
			if run++; run >= bannerWidth {
				found = found.Union(image.Rect(x+1-run, y, x+1, y+1))
			}
		}
	}
	return found
}

// hasBanner waits until the window has the banner, or has it no more.
func (d *desk) hasBanner(want bool) {
	d.t.Helper()
	d.must(session.Await(d.t.Context(), "the board to say whether it is old", func() (bool, error) {
		picture, err := d.Picture(d.window().Rect())
		return err == nil && banner(picture).Empty() != want, err
	}))
}

// linked is the colour of words that can be clicked.
var linked = color.RGBA{0x0B, 0x6E, 0x75, 0xFF}

// asksWhy clicks the words in the banner that lead to what the server said, and copies that.
func (d *desk) asksWhy() {
	d.t.Helper()
	w := d.window()
	picture, err := d.Picture(w.Rect())
	d.must(err)
	var words image.Rectangle
	within := banner(picture)
	for y := within.Min.Y; y < within.Max.Y; y++ {
		for x := within.Min.X; x < within.Max.X; x++ {
			if picture.RGBAAt(x, y) == linked {
				words = words.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if words.Empty() {
		d.t.Fatal("the banner does not say why")
	}
	d.must(d.Click(d.t.Context(), w.X+(words.Min.X+words.Max.X)/2, w.Y+(words.Min.Y+words.Max.Y)/2, session.LeftButton))
	d.must(d.WaitChange(d.t.Context(), w, picture))
	d.window()
	d.must(d.Key(d.t.Context(), "shift+Tab")) // from Close to Copy
	d.must(d.Key(d.t.Context(), "Return"))
	d.holds("UTF8_STRING", "takes no connections")
}

// copies makes the window copy what the board says of the chosen room, and waits until that names it.
func (d *desk) copies(room string) {
	d.t.Helper()
	d.must(d.Copy(d.t.Context(), "something else"))
	d.window()
	d.must(d.Key(d.t.Context(), "ctrl+c"))
	d.holds("UTF8_STRING", room)
}

// watched waits for the line of a watched room in the tray's menu and returns it.
func (d *desk) watched(room string) (line string) {
	d.t.Helper()
	d.must(session.Await(d.t.Context(), room+" in the menu", func() (bool, error) {
		for _, l := range d.labels() {
			if strings.HasPrefix(l, room) {
				line = l
			}
		}
		return line != "", nil
	}))
	return line
}

func TestTheBoardKeepsTheLastGoodAnswerWhileTheServerIsAway(t *testing.T) {
	d, office, at := withOffice(t)
	d.traySays(freshLine, freshTip)
	var rooms []struct{ ID, Name string }
	if err := json.Unmarshal([]byte(d.foyer("rooms", "list", "--json")), &rooms); err != nil || len(rooms) != 12 {
		t.Fatalf("%d rooms, %v", len(rooms), err)
	}
	chosen := rooms[3].Name
	d.foyer("config", "set", "rooms.watched", rooms[3].ID)
	d.choose(d.watched(chosen))
	d.window()
	d.copies(chosen)
	d.hasBanner(false)
	good, code := d.exit("rooms", "show", "--json")
	if code != 0 {
		t.Fatalf("rooms show exits with %d", code)
	}

	d.must(office.Kill())
	d.must(d.Key(t.Context(), "ctrl+r"))
	var kept string
	d.must(session.Await(t.Context(), "the command to find the server away", func() (bool, error) {
		kept, code = d.exit("rooms", "show", "--json")
		return code == 5, nil
	}))
	if diff := cmp.Diff(good, kept); diff != "" {
		t.Errorf("what the command shows while the server is away (-want +got):\n%s", diff)
	}
	d.traySays(staleLine, staleTip)
	d.hasBanner(true)
	d.copies(chosen)
	d.asksWhy()

	address, err := url.Parse(at)
	d.must(err)
	d.serve(address.Host)
	d.window()
	d.must(d.Key(t.Context(), "ctrl+r"))
	d.traySays(freshLine, freshTip)
	d.hasBanner(false)
	d.copies(chosen)
	if again, code := d.exit("rooms", "show", "--json"); code != 0 || again != good {
		t.Errorf("rooms show exits with %d, and the same as before: %v", code, again == good)
	}
}

func TestTheLastBoardIsThereWhenFoyerStartsWithoutItsServer(t *testing.T) {
	d, office, _ := withOffice(t)
	d.traySays(freshLine, freshTip)
	good, _ := d.exit("rooms", "show", "--json")
	d.must(d.agent.Kill())
	d.must(office.Kill())
	for _, with := range []string{"without an agent", "with one"} {
		if kept, code := d.exit("rooms", "show", "--json"); code != 5 || kept != good {
			t.Errorf("%s the command exits with %d (-want +got):\n%s", with, code, cmp.Diff(good, kept))
		}
		if with == "without an agent" {
			d.startAgent()
		}
	}
	d.traySays(staleLine, staleTip)
	d.foyer("show", "rooms")
	d.window()
	d.hasBanner(true)
}
