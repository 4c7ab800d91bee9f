// Command tour walks through Foyer's main job in a throw-away desktop: space info from Webex to a
// link on the clipboard by way of the tray, a typed e-mail address to a rich link in the window,
// and the window in every look; then through the demo office: messages, meeting rooms, and people
// who are called into a meeting. It presses real buttons and keys, prints what it did and saw,
// saves pictures, and fails when one step did not work. `make run` takes it where there is no
// display.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"foyer/cmd/internal/programs"
	"foyer/cmd/internal/session"
)

func main() {
	folder := flag.String("programs", "build", "where the two programs are")
	pictures := flag.String("pictures", "build/tour", "where the pictures go")
	publish := flag.String("publish", "", "where copies of the README's pictures go; empty for nowhere")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, *folder, *pictures, *publish)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "tour:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, folder, pictures, publish string) (err error) {
	folder, err = filepath.Abs(folder)
	if err != nil {
		return fmt.Errorf("finding the programs: %w", err)
	}
	if err := os.RemoveAll(pictures); err != nil {
		return fmt.Errorf("removing old pictures: %w", err)
	}
	w := &walk{programs: programs.In(folder), pictures: pictures, out: os.Stdout}
	w.say("A virtual desktop with a tray, a notification server, and a handler for webexteams: links.")
	w.Session, err = session.Start(ctx, session.Options{Notifications: true, Handler: true, FirstUse: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	if err := w.walk(ctx); err != nil {
		if shot := w.Screenshot(filepath.Join(pictures, "failed.png")); shot == nil {
			err = fmt.Errorf("%w (see %s)", err, filepath.Join(pictures, "failed.png"))
		}
		return err
	}
	if publish != "" {
		if err := w.publish(publish); err != nil {
			return fmt.Errorf("publishing pictures: %w", err)
		}
	}
	w.say("Every step worked. %d pictures are in %s.", w.taken, pictures)
	return nil
}
