package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"sync"

	"foyer/services/demo"
	"foyer/services/fault"
	"foyer/services/profile"
)

// loopback lets the system choose a port.
const loopback = "127.0.0.1:0"

// locate finds the folders of a profile, or of the demo office in it.
func locate(override string, isDemo bool) (profile.Dirs, error) {
	if isDemo {
		return profile.LocateDemo(override)
	}
	return profile.Locate(override)
}

// demoOffice is the demo office within this process.
type demoOffice struct {
	office *demo.Office
	stop   context.CancelFunc
	serve  sync.WaitGroup
	err    error
}

// openDemo opens the demo office with the data in dir and serves it at addr until it is closed.
func openDemo(ctx context.Context, dir, addr string, log *slog.Logger) (*demoOffice, error) {
	office, err := demo.New(demo.Config{Dir: dir, Log: log})
	if err != nil {
		return nil, err
	}
	if err := office.Listen(ctx, addr); err != nil {
		return nil, errors.Join(err, office.Close())
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx))
	d := &demoOffice{office: office, stop: stop}
	d.serve.Go(func() { d.err = office.Serve(ctx, addr) })
	return d, nil
}

func (d *demoOffice) url() string { return d.office.URL() }

func (d *demoOffice) token() string { return d.office.Token() }

// close ends the office and stores its data.
func (d *demoOffice) close() error {
	d.stop()
	d.serve.Wait()
	return errors.Join(d.err, d.office.Close())
}

// demoStarter starts a Foyer that is connected to the demo office, which opens its window by itself.
// It goes on when this one ends.
func demoStarter(a *app) func(context.Context) error {
	if a.Demo {
		return nil
	}
	return func(context.Context) error {
		program, err := os.Executable()
		if err != nil {
			return err
		}
		args := []string{"--demo"}
		if a.Profile != "" {
			args = append(args, "--profile", absolute(a.Profile))
		}
		// Not CommandContext: the demo is not to die with the request that began it.
		cmd := exec.Command(program, args...)
		detach(cmd)
		if err := cmd.Start(); err != nil {
			return &fault.Error{Op: "starting the demo office", Service: "demo", Kind: fault.Other, Code: "demo-start", Err: err}
		}
		// Waited for, so that a demo that ends before this process leaves no zombie.
		go func() { _ = cmd.Wait() }()
		return nil
	}
}

type demoServeCommand struct {
	Addr string `default:"127.0.0.1:0" placeholder:"ADDRESS" help:"${addr}"`
}

// served is where the demo office can be reached, as JSON. What is secret elsewhere opens nothing but the
// demo.
type served struct {
	ChatMessenger servedService `json:"chatMessenger"`
	HuaweiMeeting servedMeeting `json:"huaweiMeeting"`
}

type servedService struct {
	URL   string `json:"url"`
	Token string `json:"token"`
}

type servedMeeting struct {
	URL      string        `json:"url"`
	Account  string        `json:"account"`
	Password string        `json:"password"`
	AppID    string        `json:"appId"`
	AppKey   string        `json:"appKey"`
	Meetings []servedEntry `json:"meetings"`
}

// servedEntry is a meeting that can be tried.
type servedEntry struct {
	ID           string `json:"id"`
	Subject      string `json:"subject"`
	HostPassword string `json:"hostPassword"`
	Running      bool   `json:"running"`
}

// serves describes an open office.
func (d *demoOffice) serves() served {
	o := d.office
	meetings := []servedEntry{}
	for _, m := range o.Meetings() {
		meetings = append(meetings, servedEntry{m.ID, m.Subject, m.HostPassword, m.Running})
	}
	return served{
		servedService{d.url(), d.token()},
		servedMeeting{o.HuaweiURL(), o.Account(), o.AccountPassword(), o.AppID(), o.AppKey(), meetings},
	}
}

// lines are the same as lines of fields.
func (s served) lines() [][]string {
	h := s.HuaweiMeeting
	all := [][]string{
		{"Chat&Messenger", s.ChatMessenger.URL, s.ChatMessenger.Token},
		{"Huawei Cloud Meeting", h.URL, h.Account, h.Password},
		{"Huawei App ID", h.URL, h.AppID, h.AppKey},
	}
	for _, m := range h.Meetings {
		all = append(all, []string{"Meeting", m.ID, m.HostPassword, m.Subject})
	}
	return all
}

// Run serves the demo office until it is interrupted.
func (c demoServeCommand) Run(a *app) error {
	dirs, err := locate(a.Profile, true)
	if err != nil {
		return err
	}
	d, err := openDemo(a.ctx, dirs.Data, c.Addr, a.log())
	if err != nil {
		return err
	}
	if a.JSON {
		err = a.document(d.serves())
	} else {
		for _, line := range d.serves().lines() {
			a.print("%s\n", strings.Join(line, "\t"))
		}
	}
	if err == nil {
		a.say("%s", a.words.T("cli.demo-serves"))
		<-a.ctx.Done()
	}
	return errors.Join(err, d.close())
}
