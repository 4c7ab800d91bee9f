package main

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"time"

	"foyer/cmd/internal/session"
	"foyer/services/agent"
	"foyer/services/demo"
	"foyer/services/room"
)

// dayPolls is how often an agent reads the rooms in a day when nothing else is set: once a minute.
const dayPolls = 24 * 60

// maxGrowth is how many bytes the agent may be larger after a month than after a day.
const maxGrowth = 1 << 20

// month is a month in the life of an agent, in quick motion: the program as it is, with its icon in a real
// tray, reads the rooms of a demo office as often as it would in that time. It is told to over its socket,
// since by itself it reads them every 15 seconds at most.
type month struct {
	desk   *session.Session
	client agent.Client
	pid    int
	office *demo.Office
	polls  int   // of a day
	sizes  []int // the PSS in bytes at the end of each day
}

// quickDisk is where files are kept if it is there: in memory, since how long a disk takes is not the
// question.
const quickDisk = "/dev/shm"

// playMonth starts an agent, lets it live through so many days of so many polls, and prints how large it
// was at the end of each. The error says when it has grown.
func playMonth(ctx context.Context, program string, days, polls int) (m *month, err error) {
	if info, err := os.Stat(quickDisk); err == nil && info.IsDir() {
		if err := os.Setenv("TMPDIR", quickDisk); err != nil {
			return nil, err
		}
	}
	if program, err = filepath.Abs(program); err != nil {
		return nil, err
	}
	m = &month{polls: polls}
	if m.desk, err = session.Start(ctx, session.Options{}); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, m.desk.Close()) }()
	if m.office, err = demo.New(demo.Config{Token: token}); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, m.office.Close()) }()
	server := httptest.NewServer(m.office)
	defer server.Close()
	if err := m.start(ctx, program, server.URL); err != nil {
		return nil, err
	}
	for day := range days {
		if err := m.live(ctx, day); err != nil {
			return nil, fmt.Errorf("day %d: %w", day+1, err)
		}
		fmt.Printf("day %d: %d polls, PSS %.2f MB\n", day+1, (day+1)*polls, megabytes(m.sizes[day]))
	}
	return m, m.judge()
}

// start starts the agent, and waits for its icon and until it has read the rooms.
func (m *month) start(ctx context.Context, program, url string) error {
	profile := m.desk.Path("p")
	m.client = agent.Client{Socket: m.desk.Path("p", "agent.sock")}
	if _, err := m.desk.Run(ctx, nil, program, "--profile", profile, "config", "set", "rooms.watched", "1"); err != nil {
		return err
	}
	if err := m.book(0); err != nil {
		return err
	}
	p, err := m.desk.LaunchWith([]string{"FOYER_CAM_URL=" + url, "FOYER_CAM_TOKEN=" + token}, program, "--profile", profile)
	if err != nil {
		return err
	}
	m.pid = p.Pid()
	if _, err := m.desk.WaitTray(ctx); err != nil {
		return fmt.Errorf("%w: %s", err, p.Output())
	}
	err = session.Await(ctx, "the first reading", func() (bool, error) {
		s, err := m.client.Status(ctx)
		return err == nil && s.Rooms != nil && s.Rooms.Freshness == room.Fresh, err
	})
	if err != nil {
		return err
	}
	return sleep(ctx, started)
}

// started is how long after its start the agent has given back what it needed for that. A real one reads
// the rooms for the second time long after.
const started = 7 * time.Second

// How often the office's bookings are others, how often a poll fails, and how many polls at the end of a
// day are followed by a look at the memory.
const (
	hour   = 60
	unluck = 97
	looks  = 15
)

// live lets a day pass. At its end, somebody looks at an earlier day.
func (m *month) live(ctx context.Context, day int) error {
	var sizes []int
	for i := range m.polls {
		n := day*m.polls + i
		if n%hour == 0 {
			if err := m.book(n / hour); err != nil {
				return err
			}
		}
		isBad := n%unluck == unluck-1
		if isBad {
			m.office.SetFault("", demo.Fault{Kind: demo.ServerError}, 0)
		}
		if err := m.client.RefreshRooms(ctx, room.Date{}); (err != nil) != isBad {
			return fmt.Errorf("poll %d of a server that fails (%v): %w", n+1, isBad, err)
		}
		m.office.ClearFaults()
		if i >= m.polls-looks {
			pss, err := session.PSS(m.pid)
			if err != nil {
				return err
			}
			sizes = append(sizes, int(pss))
		}
	}
	slices.Sort(sizes)
	m.sizes = append(m.sizes, sizes[len(sizes)/2])
	return m.client.RefreshRooms(ctx, room.DateOf(time.Now()).AddDays(-day-1))
}

// officeRooms and bookedEach are how many rooms the office has, and how many bookings each of them on a
// day.
const (
	officeRooms = 12
	bookedEach  = 6
)

// book books the rooms differently for each number. The first one, which is watched, becomes free now and
// then.
func (m *month) book(n int) error {
	now := time.Now().Truncate(time.Minute)
	var d demo.Data
	for r := range officeRooms {
		id := fmt.Sprint(r + 1)
		d.Rooms = append(d.Rooms, demo.Room{ID: id, Name: "Room " + id, Capacity: 4 + r})
		for b := range bookedEach {
			start := now.Add(time.Duration(90*(b-bookedEach/2)-(n*(r+1))%90) * time.Minute)
			d.Bookings = append(d.Bookings, demo.Booking{ID: fmt.Sprintf("%s-%d", id, b), Room: id, Title: fmt.Sprintf("Talk %d of hour %d", b, n),
				Start: start, End: start.Add(time.Hour), Organizer: "barbara@example.com"})
		}
	}
	return m.office.SetData(d)
}

// judge says when the agent has grown since its first day.
func (m *month) judge() error {
	first, last := m.sizes[0], m.sizes[len(m.sizes)-1]
	fmt.Printf("PSS after the first day %.2f MB, after the last %.2f MB: %+.2f MB, at most %+.2f are wanted\n",
		megabytes(first), megabytes(last), megabytes(last-first), megabytes(maxGrowth))
	if last-first > maxGrowth {
		return errors.New("the agent grows")
	}
	return nil
}

func megabytes(bytes int) float64 { return float64(bytes) / (1 << 20) }
