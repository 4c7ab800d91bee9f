package agent

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/room"
)

const second = "chat-messenger-2"

// branches is an agent with several messengers in a bubble, which delivers and reads rooms.
type branches struct {
	*Agent
	outbox *fakeOutbox

	mu       sync.Mutex
	there    []string // the services of the settings
	rooms    string   // the one in use for rooms
	services map[string]*fakeMessenger
	sources  map[string]*fakeSource
	kept     map[string]*fakeRooms
	end      func()
}

// branch must be called in a bubble, and its folder made outside.
func branch(t *testing.T, dir string, there ...string) *branches {
	b := &branches{outbox: newOutbox(), there: there, services: map[string]*fakeMessenger{}, sources: map[string]*fakeSource{}, kept: map[string]*fakeRooms{}}
	for _, id := range []string{ChatMessenger, second, "chat-messenger-3"} {
		b.services[id], b.sources[id], b.kept[id] = &fakeMessenger{}, &fakeSource{answer: well}, newFakeRooms()
	}
	b.Agent = New(Config{
		Outbox: b.outbox, DeliveryLock: filepath.Join(dir, "delivery.lock"),
		Messenger: func(_ context.Context, id string) (Messenger, error) { return owned{b.services[id], id}, nil },
		Services:  b.list,
		Rooms: RoomsConfig{
			Source:   func(m Messenger) room.Source { return b.sources[m.(owned).id] },
			Store:    func(id string) RoomStore { return b.kept[id] },
			Settings: func() RoomSettings { return RoomSettings{Zone: time.UTC} },
		},
	})
	ctx, cancel := context.WithCancel(t.Context())
	var working sync.WaitGroup
	working.Go(func() {
		if err := b.couriers.run(ctx); err != nil {
			t.Errorf("delivery ended with %v", err)
		}
	})
	working.Go(func() { b.pollRooms(ctx) })
	synctest.Wait()
	b.end = func() {
		cancel()
		working.Wait()
		if b.outbox.wrong != "" {
			t.Error(b.outbox.wrong)
		}
	}
	return b
}

// owned is a messenger that knows whose it is.
type owned struct {
	*fakeMessenger
	id string
}

func (b *branches) list() []ServiceState {
	b.mu.Lock()
	defer b.mu.Unlock()
	var all []ServiceState
	for i, id := range b.there {
		all = append(all, ServiceState{Name: id, Kind: ChatMessenger, Health: Untried, Uses: Uses{Messages: i == 0, Rooms: id == b.rooms || b.rooms == "" && i == 0}})
	}
	return all
}

// set changes the settings.
func (b *branches) set(t *testing.T, rooms string, there ...string) {
	t.Helper()
	b.mu.Lock()
	b.rooms, b.there = rooms, there
	b.mu.Unlock()
	if err := b.Changed(SettingsChanged); err != nil {
		t.Error(err)
	}
	synctest.Wait()
}

// queue adds n messages for a service, all to one address.
func (b *branches) queue(t *testing.T, service string, n int) {
	t.Helper()
	for i := range n {
		b.outbox.add(message.Item{Service: service, Message: message.Message{To: []string{"barbara@example.com"}, Text: fmt.Sprintf("%s %d", service, i)}})
	}
	if err := b.Changed(OutboxChanged); err != nil {
		t.Error(err)
	}
	synctest.Wait()
}

// wantSent wants those of a service to have come there, in order and no others.
func (b *branches) wantSent(t *testing.T, service string, n int) {
	t.Helper()
	var want []string
	for i := range n {
		want = append(want, fmt.Sprintf("%s %d", service, i))
	}
	if got := b.services[service].texts(); !slices.Equal(got, want) {
		t.Errorf("%s got %q, want %q", service, got, want)
	}
}

func between(t *testing.T, f func(t *testing.T, b *branches), there ...string) {
	t.Helper()
	dir := scratch(t)
	synctest.Test(t, func(t *testing.T) {
		b := branch(t, dir, there...)
		f(t, b)
		b.end()
	})
}

func TestADeadServiceDoesNotStopTheOther(t *testing.T) {
	between(t, func(t *testing.T, b *branches) {
		b.services[ChatMessenger].answer(errAway)
		b.queue(t, ChatMessenger, 3)
		b.queue(t, second, 5)
		pass(time.Second)
		b.wantSent(t, second, 5)
		b.wantSent(t, ChatMessenger, 0)
		all := b.Services()
		if all[0].Health != Unreachable || all[1].Health != Connected || all[0].Next.IsZero() {
			t.Errorf("services %+v", all)
		}
		// What comes later for the living one does not hurry the dead one, and the other way round.
		tries := len(b.services[ChatMessenger].made())
		b.queue(t, second, 0)
		if got := len(b.services[ChatMessenger].made()); got > tries+1 {
			t.Errorf("the dead one was tried %d times", got-tries)
		}
		b.services[ChatMessenger].answer(nil)
		if err := b.Deliver(t.Context()); err != nil {
			t.Error(err)
		}
		pass(time.Second)
		b.wantSent(t, ChatMessenger, 3)
	}, ChatMessenger, second)
}

func TestASlowServiceDoesNotHoldTheOtherUp(t *testing.T) {
	between(t, func(t *testing.T, b *branches) {
		b.services[ChatMessenger].behave(takes(time.Minute))
		b.queue(t, ChatMessenger, 2)
		b.queue(t, second, 50)
		pass(2 * time.Second)
		b.wantSent(t, second, 50)
		b.wantSent(t, ChatMessenger, 0)
		pass(3 * time.Minute)
		b.wantSent(t, ChatMessenger, 2)
	}, ChatMessenger, second)
}

func TestAServiceThatIsRemovedWhileItSendsLosesNothingAndSendsNoMore(t *testing.T) {
	between(t, func(t *testing.T, b *branches) {
		b.services[second].behave(takes(10 * time.Second))
		b.queue(t, second, 3)
		pass(time.Second)
		b.set(t, "", ChatMessenger)
		// Back at once, under the same ID: only one may deliver for it.
		b.set(t, "", ChatMessenger, second)
		b.set(t, "", ChatMessenger)
		pass(time.Hour)
		b.wantSent(t, second, 1)
		if got := b.outbox.states(); !slices.Equal(got, []message.State{message.Sent, message.Queued, message.Queued}) {
			t.Errorf("states %v", got)
		}
		if b.services[second].crowd() != 1 {
			t.Errorf("%d calls at once", b.services[second].crowd())
		}
		if _, err := b.CheckService(t.Context(), second); fault.KindOf(err) != fault.Invalid {
			t.Errorf("a removed one was asked: %v", err)
		}
		b.services[second].answer(nil)
		b.set(t, "", ChatMessenger, second)
		pass(time.Second)
		b.wantSent(t, second, 3)
	}, ChatMessenger, second)
}

func TestAServiceThatIsAddedDeliversAtOnce(t *testing.T) {
	between(t, func(t *testing.T, b *branches) {
		b.queue(t, second, 2)
		pass(time.Hour)
		b.wantSent(t, second, 0)
		b.set(t, "", ChatMessenger, second)
		pass(time.Second)
		b.wantSent(t, second, 2)
	}, ChatMessenger)
}

func TestWhatADeadProcessWasSendingIsUnknownForAllServicesBeforeAnybodySends(t *testing.T) {
	dir := scratch(t)
	synctest.Test(t, func(t *testing.T) {
		b := branch(t, dir, ChatMessenger)
		b.end()
		for _, id := range []string{ChatMessenger, second, "chat-messenger-3"} {
			b.outbox.add(message.Item{Service: id, State: message.Sending, Message: message.Message{To: []string{"a@example.com"}, Text: id}})
		}
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		b.mu.Lock()
		b.there = []string{ChatMessenger, second}
		b.mu.Unlock()
		b.couriers = newCouriers(b.couriers.config, b.messengers, b.lines.of)
		go func() { ended <- b.couriers.run(ctx) }()
		pass(time.Second)
		// A service that begins later must not take for dead what others are sending.
		b.services[second].behave(takes(time.Minute))
		b.queue(t, second, 1)
		b.set(t, "", ChatMessenger, second, "chat-messenger-3")
		pass(time.Hour)
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		if got := b.outbox.states(); !slices.Equal(got, []message.State{message.Unknown, message.Unknown, message.Unknown, message.Sent}) {
			t.Errorf("states %v", got)
		}
	})
}

func TestAnotherServiceForRoomsShowsItsLastGoodAnswerAtOnce(t *testing.T) {
	between(t, func(t *testing.T, b *branches) {
		pass(time.Second)
		if s, _ := b.RoomsState(); s.Service != ChatMessenger || s.Rooms != 2 {
			t.Errorf("at first %+v", s)
		}
		known := room.Snapshot{Day: room.Day{Date: room.DateOf(time.Now().UTC())}}
		known.Rooms = []room.Room{{ID: "9", Name: "Tokyo"}}
		b.kept[second].days[known.Date] = known.Read(known.Day, time.Now().Add(-time.Hour), time.Time{})
		b.sources[second].behave(fails(errAway))
		events := b.Watch()
		defer events.Close()
		// The first one is just being asked, and does not answer.
		begun := make(chan struct{})
		b.sources[ChatMessenger].behave(func(ctx context.Context, date room.Date) (room.Day, error) {
			close(begun)
			<-ctx.Done()
			return room.Day{}, ctx.Err()
		})
		pass(DefaultPoll)
		<-begun
		b.set(t, second, ChatMessenger, second)
		s, _ := b.RoomsState()
		if today := b.RoomsToday(); s.Service != second || len(today.Rooms) != 1 || today.Rooms[0].Name != "Tokyo" {
			t.Errorf("after the switch %+v, %+v", s, today.Rooms)
		}
		told := false
		for e, ok := events.Next(t.Context()); ok && !told; e, ok = events.Next(t.Context()) {
			told = e.What == RoomsChanged
		}
		b.sources[ChatMessenger].behave(well)
		b.set(t, "", ChatMessenger, second)
		pass(time.Second)
		if s, _ := b.RoomsState(); s.Service != ChatMessenger || s.Rooms != 2 || s.Misses != 0 {
			t.Errorf("back again %+v", s)
		}
		if got := b.kept[second].days[known.Date]; len(got.Rooms) != 1 {
			t.Errorf("the rooms have mixed: %+v", got)
		}
	}, ChatMessenger, second)
}

func TestRoomsOfAServiceThatIsNotInUseAreReadWhenSomebodyAsks(t *testing.T) {
	between(t, func(t *testing.T, b *branches) {
		for service, want := range map[string]string{"": "", second: "", "chat-messenger-7": "unknown-service", HuaweiMeeting: "unknown-service"} {
			r := b.respondRooms(t.Context(), request{Do: doRefreshRooms, Service: service, Day: newYear})
			if code := codeOf(r.Error.err()); code != want {
				t.Errorf("%q: %v", service, r.Error.err())
			}
		}
		if len(b.kept[second].days) != 1 || len(b.kept[ChatMessenger].days) != 1 || len(b.sources[second].days) != 1 {
			t.Errorf("kept %d and %d days", len(b.kept[second].days), len(b.kept[ChatMessenger].days))
		}
	}, ChatMessenger, second)
}

func TestOnlyIDsAreServices(t *testing.T) {
	for id, want := range map[string]string{ChatMessenger: ChatMessenger, "chat-messenger-2": ChatMessenger, "huawei-meeting-12": HuaweiMeeting, HuaweiMeeting: HuaweiMeeting,
		"chat-messenger-1": "", "chat-messenger-": "", "chat-messenger2": "", "chat-messenger-x": "", "": "", HuaweiApp: ""} {
		if got := KindOf(id); got != want {
			t.Errorf("%q is %q", id, got)
		}
	}
	for secret, want := range map[string]string{HuaweiMeeting: HuaweiMeeting, HuaweiApp: HuaweiMeeting, AppSecret("huawei-meeting-2"): "huawei-meeting-2", ChatMessenger: ""} {
		if id, ok := accountOf(secret); ok != (want != "") || ok && id != want {
			t.Errorf("%q belongs to %q", secret, id)
		}
	}
}

func TestTheServiceThatIsNamedIsAsked(t *testing.T) {
	o := openOffice(t, func(c *Config) {
		c.Messenger = func(_ context.Context, id string) (Messenger, error) {
			return owned{&fakeMessenger{check: func(context.Context) error {
				return &fault.Error{Op: "asking", Service: ChatMessenger, Kind: fault.Refused, Status: http401, Words: id}
			}}, id}, nil
		}
		c.Services = func() []ServiceState {
			return []ServiceState{{Name: ChatMessenger}, {Name: second, Uses: Uses{Messages: true}}}
		}
	})
	for _, id := range []string{ChatMessenger, second} {
		if _, err := o.CheckService(t.Context(), id); err == nil || !strings.Contains(err.Error(), id) {
			t.Errorf("%s: %v", id, err)
		}
	}
	status, err := o.Status(t.Context())
	if err != nil || len(status.Services) != 2 || status.Services[1].Name != second || !status.Services[1].Uses.Messages || status.Services[1].Health != Refused {
		t.Errorf("%+v, %v", status.Services, err)
	}
	other := Client{Socket: o.Socket, Service: "chat-messenger-9"}
	if _, err := other.QuickCall(t.Context(), message.QuickCall{}); codeOf(err) != "unknown-service" {
		t.Error(err)
	}
}
