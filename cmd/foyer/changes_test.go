package main

import (
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"foyer/services/demo"
)

func TestTheRoomsAreReadWhenTheComputerWakesUp(t *testing.T) {
	s, p := bareDesktop(t)
	o := p.foreign(t)
	// The desktop's bus stands in for the system's, and this test for logind on it.
	p.env = append(p.env, "DBUS_SYSTEM_BUS_ADDRESS="+s.Getenv("DBUS_SESSION_BUS_ADDRESS"))
	if reply, err := s.Bus().RequestName("org.freedesktop.login1", dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal(reply, err)
	}
	if got := p.run(t, "", "config", "set", "rooms.poll", "900"); got.code != exitDone {
		t.Fatal(got.messages)
	}
	o.SetFault("", demo.Fault{Kind: demo.Refuse}, 0)
	p.start(t)
	await(t, "the first reading", func() bool { return o.Calls(demo.GetConferenceRoomStatus) > 0 })
	o.ClearFaults()
	var woke time.Time
	await(t, "the rooms", func() bool {
		// Again and again, since nobody says when the agent has begun to listen; with pauses, since it
		// waits until a computer that wakes up has come to rest.
		if time.Since(woke) > 3*time.Second {
			woke = time.Now()
			if err := s.Bus().Emit("/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep", false); err != nil {
				t.Fatal(err)
			}
		}
		status, err := p.client().Status(t.Context())
		return err == nil && status.Rooms != nil && status.Rooms.Rooms > 0 && status.Rooms.Misses == 0
	})
}
