// Command foyer is the tray agent and the command line. Alone it starts the agent, or hands over
// to the one that runs; with a command it does that one thing and exits. This package reads flags,
// builds the parts and connects them; what they do is theirs.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// version is set by the build, from FyneApp.toml.
var version = "dev"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// exited is panicked by kong's way out, so that --help and --version end like everything else.
type exited int

// run does what the arguments say and returns the exit code.
func run(ctx context.Context, args []string, in *os.File, out, messages io.Writer) (code int) {
	words, err := loadWords(args)
	if err != nil {
		_, _ = io.WriteString(messages, "foyer: "+err.Error()+"\n")
		return exitFailed
	}
	a := &app{ctx: ctx, in: in, out: out, messages: messages, words: words}
	parser, err := kong.New(&a.options,
		kong.Name("foyer"),
		kong.Description(words.T("cli.help.foyer")),
		helpTexts(words),
		kong.Writers(out, messages),
		kong.Exit(func(code int) { panic(exited(code)) }),
		kong.Bind(a),
	)
	if err != nil {
		return a.fail(err)
	}
	defer func() {
		switch way := recover().(type) {
		case nil:
		case exited:
			code = int(way)
		default:
			panic(way)
		}
	}()
	command, err := parser.Parse(args)
	if err != nil {
		_, isUsage := errors.AsType[*kong.ParseError](err)
		a.say("foyer: %v", err)
		if isUsage {
			a.say("%s", words.T("cli.see-help"))
		}
		return exitWrong
	}
	if a.Version {
		a.print("foyer %s\n", version)
		return exitDone
	}
	return a.fail(command.Run())
}
