package main

import (
	"context"
	"encoding/json"
	"io"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/message"
	"foyer/services/profile"
	"foyer/services/room"
	"foyer/services/store"
	"foyer/ui/rooms"
	"foyer/ui/window"
)

// makeRooms makes the Rooms page.
func (f *front) makeRooms() window.Page {
	b := f.back
	f.rooms = rooms.New(f.ctx, rooms.Config{Say: b.say, Board: lateRooms{b.book, b.client, f, new(sync.Map)}, Desk: b, Preferences: roomPreferences{b}, Looks: lateLooks{b.book, b}, Now: now,
		Zone:  func() *time.Location { return b.values().Rooms.Location() },
		Every: b.roomsEvery, Log: b.log,
		Window: func() fyne.Window { return f.window }, Connect: f.connect, Demo: f.demo(), Choose: f.chooser(profile.RoomsService), Message: f.messageOrganizer,
		FullScreen: f.fullScreen, Formats: f.roomFormats(), Print: printRooms, Seen: f.status.setBoard,
		Telling: func() bool { return b.values().Rooms.Tell }})
	f.app.Lifecycle().SetOnExitedForeground(func() { f.rooms.Elsewhere(true) })
	f.app.Lifecycle().SetOnEnteredForeground(func() { f.rooms.Elsewhere(false) })
	f.rooms.SetServices(f.status.services)
	f.rooms.SetService(f.status.rooms())
	f.rooms.Load()
	return f.rooms
}

// roomsEvery is how often the rooms of today are read; 0 while they are not.
func (b *backstage) roomsEvery() time.Duration {
	v := b.values().Rooms
	if !v.Polling {
		return 0
	}
	return v.Poll
}

// fullScreen lets the Rooms page fill the screen, or ends that.
func (f *front) fullScreen(on bool) {
	f.shell.SetBare(on)
	f.window.SetFullScreen(on)
}

// roomFormats are the files that the shown period can be exported as, beside CSV.
func (f *front) roomFormats() []rooms.Format {
	say := f.back.say
	return []rooms.Format{{Word: say.T("window.calendar"), Name: ".ics", Write: func(w io.Writer, e room.Export) error {
		e.Veiled = true // calendars are passed on
		return e.WriteICS(w, room.Calendar{Name: say.T("window.calendar-name"), Private: say.T("window.calendar-private"),
			Untitled: say.T("window.calendar-untitled"), At: now()})
	}}}
}

// messageOrganizer writes to the one who booked a room.
func (f *front) messageOrganizer(address, about string) {
	f.shell.Show(agent.PageMessages)
	f.messages.Compose(message.Message{To: []string{address}, Text: about})
}

// roomsChanged shows what was read of the rooms.
func (f *front) roomsChanged() {
	if f.rooms != nil {
		f.rooms.Load()
	}
}

// lateRooms is what is known of the rooms, in a window that is drawn before the database is open. What is
// not known, or was read a while ago, the agent is asked to read; the page hears of that by RoomsChanged.
type lateRooms struct {
	book   *lateBook
	client agent.Client
	front  *front
	asked  *sync.Map // of services with room.Date and room.Month to the time.Time of the last question
}

var _ rooms.Board = lateRooms{}

const (
	// oldRooms is how old a day other than today, or a month, may be before it is read anew.
	oldRooms = 10 * time.Minute
	// askAgain lies between two questions for the same day or month.
	askAgain = time.Minute
)

// Day implements rooms.Board.
func (l lateRooms) Day(ctx context.Context, date room.Date) (day room.Snapshot, err error) {
	err = l.book.do(ctx, func(s *store.Store) error { day, err = s.RoomsOf(l.service()).Day(ctx, date); return err })
	if err == nil && old(day.Reading) {
		l.ask(date, func(ctx context.Context) error { return l.client.RefreshRooms(ctx, date) })
	}
	return day, err
}

// Month implements rooms.Board.
func (l lateRooms) Month(ctx context.Context, m room.Month) (month room.MonthSnapshot, err error) {
	err = l.book.do(ctx, func(s *store.Store) error { month, err = s.RoomsOf(l.service()).Month(ctx, m); return err })
	if err == nil && old(month.Reading) {
		l.ask(m, func(ctx context.Context) error { return l.client.RefreshMonth(ctx, m) })
	}
	return month, err
}

// Refresh implements rooms.Board.
func (l lateRooms) Refresh(ctx context.Context, date room.Date) error {
	return l.client.RefreshRooms(ctx, date)
}

// service is the ID of the service that the rooms are read from.
func (l lateRooms) service() string {
	if l.front.back.demo {
		return agent.ChatMessenger
	}
	return l.front.back.values().RoomServer.ID
}

func old(r room.Reading) bool { return now().Sub(r.At) > oldRooms }

// ask lets the agent read something, unless it was asked a moment ago.
func (l lateRooms) ask(what any, read func(context.Context) error) {
	what = [...]any{l.service(), what}
	if at, asked := l.asked.Load(what); asked {
		if last, ok := at.(time.Time); ok && now().Sub(last) < askAgain {
			return
		}
	}
	l.asked.Store(what, now())
	l.front.running.Go(func() {
		if err := read(l.front.ctx); err != nil {
			l.front.back.log.Info("reading rooms", "error", err) // the agent notes why, and the page shows it
		}
	})
}

// roomPreferences are the settings as the Rooms page remembers them.
type roomPreferences struct{ back *backstage }

var _ rooms.Preferences = roomPreferences{}

// Get implements rooms.Preferences.
func (p roomPreferences) Get(_ context.Context, key string) (string, error) {
	v := p.back.values().Rooms
	var value any
	switch key {
	case rooms.KeyFilter:
		return v.Filter, nil
	case rooms.KeyPrivate:
		value = v.HidePrivate
	case rooms.KeyZoom:
		value = v.Zoom
	case rooms.KeyWatched:
		value = v.Watched
	default:
		return "", nil
	}
	data, err := json.Marshal(value)
	return string(data), err
}

// Set implements rooms.Preferences.
func (p roomPreferences) Set(ctx context.Context, key, value string) error {
	switch key {
	case rooms.KeyFilter:
		return p.set(ctx, profile.RoomsFilter, value)
	case rooms.KeyPrivate:
		return p.set(ctx, profile.RoomsHidePrivate, value)
	case rooms.KeyZoom:
		return p.set(ctx, profile.RoomsZoom, value)
	case rooms.KeyWatched:
		var watches []room.Watch
		if err := json.Unmarshal([]byte(value), &watches); err != nil {
			return err
		}
		return p.set(ctx, profile.RoomsWatched, profile.WatchedText(watches))
	}
	return nil
}

func (p roomPreferences) set(ctx context.Context, key, value string) error {
	return preferences(p).Set(ctx, key, value)
}
