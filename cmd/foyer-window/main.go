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

// options are the flags. Their help is in the translations, as "window.help.<name>".
type options struct {
	Profile string `placeholder:"DIR" help:"${profile}"`
	Demo    bool   `help:"${demo}"`
	Page    string `placeholder:"NAME" help:"${page}"`
	Search  bool   `help:"${search}"`
	Again   bool   `help:"${again}"`
	Version bool   `help:"${version}"`
	Man     bool   `hidden:""`
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
	words, err := helpWords(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "foyer-window:", err)
		return 1
	}
	parser, err := kong.New(&o, kong.Name("foyer-window"), kong.Description(words.T("window.help")), helpTexts(words))
	if err != nil {
		fmt.Fprintln(os.Stderr, "foyer-window:", err)
		return 1
	}
	if _, err := parser.Parse(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "foyer-window:", err)
		return 2
	}
	switch {
	case o.Version:
		fmt.Println("foyer-window", version)
		return 0
	case o.Man:
		return printManual(parser.Model, words)
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
