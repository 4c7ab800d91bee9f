//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"foyer/services/fault"
)

// openerPackage is the package with xdg-open and xdg-mime.
const openerPackage = "xdg-utils"

// openGrace is how long xdg-open is watched for failing. When it still runs then, it has become, or is
// waiting for, the program that shows the link.
const openGrace = 3 * time.Second

func (o *Opener) handler(ctx context.Context, scheme string) (string, error) {
	cmd := exec.CommandContext(ctx, "xdg-mime", "query", "default", "x-scheme-handler/"+scheme)
	// A grandchild may keep the output open after the script was killed.
	cmd.WaitDelay = 100 * time.Millisecond
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", trouble(opHandler, partOpener, fault.NotConfigured, CodeNoTool, openerPackage, err)
	case ctx.Err() != nil:
		return "", gaveUp(ctx, opHandler, partOpener)
	}
	// Its exit status says nothing: it is 0 without a handler, and other values with one on some desktops.
	name, _, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	return name, nil
}

func (o *Opener) open(ctx context.Context, target string) error {
	cmd := exec.Command("xdg-open", target)
	// A session of its own: what the link opens must not end with the terminal that Foyer was started from.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := cmd.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return trouble(opOpen, partOpener, fault.NotConfigured, CodeNoTool, openerPackage, err)
		}
		return trouble(opOpen, partOpener, fault.Other, CodeOpenFailed, "", err)
	}
	ended := make(chan error, 1)
	o.running.Go(func() { ended <- cmd.Wait() })
	grace := time.NewTimer(openGrace)
	defer grace.Stop()
	select {
	case err := <-ended:
		return openFault(err)
	case <-grace.C:
	case <-ctx.Done():
	}
	return nil
}

// openFault reads xdg-open's exit status: 3 a program is missing, 4 the action failed.
func openFault(err error) error {
	if err == nil {
		return nil
	}
	words := ""
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && exit.ExitCode() == 3 {
		words = "xdg-open found no program for it"
	}
	return trouble(opOpen, partOpener, fault.Other, CodeOpenFailed, words, err)
}
