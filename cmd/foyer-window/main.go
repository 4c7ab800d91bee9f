// Command foyer-window is Foyer's window. It puts the parts together, follows the tray agent, and
// ends some minutes after the window was closed; everything else is in the packages it connects.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"github.com/alecthomas/kong"

	"foyer/services/agent"
	"foyer/ui/style"
)

// version is set when the program is built.
var version = "dev"

// appID is the application's, as in FyneApp.toml.
const appID = "io.foyer.Foyer"

type options struct {
	Profile string `placeholder:"DIR" help:"Keep settings, database, logs and socket in DIR."`
	Demo    bool   `help:"Be the window of the demo office."`
	Page    string `placeholder:"NAME" help:"Show this page."`
	Search  bool   `help:"Show the search box."`
	Again   bool   `help:"Take the place of a window that crashed."`
	Version bool   `help:"Print the version and exit."`
}

// page returns the page to begin with.
func (o options) page() string {
	if o.Search {
		return agent.PageSearch
	}
	return o.Page
}

func main() { os.Exit(run()) }

func run() int {
	var o options
	parser, err := kong.New(&o, kong.Name("foyer-window"), kong.Description("Foyer's window. The tray agent starts it."))
	if err != nil {
		fmt.Fprintln(os.Stderr, "foyer-window:", err)
		return 1
	}
	if _, err := parser.Parse(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "foyer-window:", err)
		return 2
	}
	if o.Version {
		fmt.Println("foyer-window", version)
		return 0
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	b, err := newBackstage(ctx, o.Profile, o.Demo)
	if err != nil {
		fmt.Fprintln(os.Stderr, "foyer-window:", err)
		return 1
	}
	defer b.close()
	if o.Again {
		was := b.lastPlace()
		if was.Hidden {
			return 0 // nobody looked at it
		}
		o.Page = was.Page
	}
	app.SetMetadata(fyne.AppMetadata{ID: appID, Name: "Foyer", Version: version, Icon: style.AppIcon(), Migrations: map[string]bool{"fyneDo": true}})
	f := newFront(ctx, app.NewWithID(appID), b)
	defer f.close()
	f.run(o.page(), o.Again)
	return 0
}
