package desktop

import (
	"context"
	"os/exec"
	"strings"
	"time"

	"foyer/services/fault"
)

// openGrace is how long open is watched for failing.
const openGrace = 3 * time.Second

// handlerScript asks the workspace for the program that opens the scheme in its argument.
const handlerScript = `
ObjC.import('AppKit');
function run(arguments) {
	const link = $.NSURL.URLWithString(arguments[0] + '://');
	const app = $.NSWorkspace.sharedWorkspace.URLForApplicationToOpenURL(link);
	return app.isNil() ? '' : app.path.js;
}`

func (o *Opener) handler(ctx context.Context, scheme string) (string, error) {
	cmd := exec.CommandContext(ctx, "osascript", "-l", "JavaScript", "-e", handlerScript, scheme)
	cmd.WaitDelay = 100 * time.Millisecond
	out, err := cmd.Output()
	if ctx.Err() != nil {
		return "", gaveUp(ctx, opHandler, partOpener)
	}
	if err != nil {
		return "", trouble(opHandler, partOpener, fault.Other, "", "", err)
	}
	return strings.TrimSpace(string(out)), nil
}

// open runs macOS's own opener, which returns at once and says by its exit status whether a program
// took the link.
func (o *Opener) open(ctx context.Context, target string) error {
	cmd := exec.Command("open", target)
	if err := cmd.Start(); err != nil {
		return trouble(opOpen, partOpener, fault.Other, CodeOpenFailed, "", err)
	}
	ended := make(chan error, 1)
	o.running.Go(func() { ended <- cmd.Wait() })
	grace := time.NewTimer(openGrace)
	defer grace.Stop()
	select {
	case err := <-ended:
		if err != nil {
			return trouble(opOpen, partOpener, fault.Other, CodeOpenFailed, "", err)
		}
	case <-grace.C:
	case <-ctx.Done():
	}
	return nil
}
