//go:build !windows && !darwin

package desktop

import (
	"strings"
	"testing"
)

var byDataControl = CopyEvent{Hold: HoldHeld, Detail: "Wayland data control"}

func TestCopiesOnWaylandAreTold(t *testing.T) {
	for _, protocol := range dataControl {
		t.Run(protocol, func(t *testing.T) {
			desk := startCompositor(t, "wl_compositor", "wl_seat", protocol)
			events, stop := watching(t)
			wantCopy(t, events, byDataControl)
			client := <-desk.watchers
			<-client.freed // what was there before
			for _, copied := range []fakeCopy{
				{kinds: []string{"text/html", targetUTF8, targetPlainUTF8}, content: "Büro 東京"},
				{kinds: []string{targetString}, content: "caf\xe9"},
				{kinds: []string{targetPlain}, content: strings.Repeat("x", maxCopy)},
			} {
				client.copy(copied)
				want := copied.content
				if want == "caf\xe9" {
					want = "café"
				}
				wantCopy(t, events, CopyEvent{Text: want})
				<-client.freed
			}
			stop()
			wantClosed(t, client.gone, "hanging up")
		})
	}
}

func TestSecretsPicturesAndLongTextsOnWaylandAreNotTold(t *testing.T) {
	desk := startCompositor(t, "wl_seat", dataControl[0])
	events, _ := watching(t)
	wantCopy(t, events, byDataControl)
	client := <-desk.watchers
	<-client.freed
	for _, copied := range []fakeCopy{
		{kinds: []string{targetUTF8, targetSecret}, content: "password"},
		{kinds: []string{"image/png"}, content: "\x89PNG"},
		{kinds: []string{targetUTF8}, content: strings.Repeat("x", 4*maxCopy)},
		{kinds: []string{targetUTF8}, content: "marked", primary: true},
		{},
	} {
		client.copy(copied)
		<-client.freed
	}
	client.copy(fakeCopy{kinds: []string{targetUTF8}, content: "seen"})
	wantCopy(t, events, CopyEvent{Text: "seen"})
}

func TestALostCompositorIsWatchedAgain(t *testing.T) {
	desk := startCompositor(t, "wl_seat", dataControl[1])
	events, _ := watching(t)
	wantCopy(t, events, byDataControl)
	(<-desk.watchers).conn.Close()
	wantCopy(t, events, CopyEvent{Hold: HoldFailed, Advice: AdviceWatchFailed})
	wantCopy(t, events, byDataControl)
}

func TestARefusalEndsTheWatch(t *testing.T) {
	desk := startCompositor(t, "wl_seat", dataControl[1])
	events, _ := watching(t)
	wantCopy(t, events, byDataControl)
	client := <-desk.watchers
	client.refuse()
	wantCopy(t, events, CopyEvent{Hold: HoldFailed, Advice: AdviceWatchFailed})
	wantClosed(t, client.gone, "hanging up")
}
