package session

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// startDisplay starts Xvfb on a free display of its own choice and connects to it.
func (s *Session) startDisplay(ctx context.Context) error {
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-nolisten", "tcp", "-noreset",
		"-screen", "0", fmt.Sprintf("%dx%dx24", s.opts.Width, s.opts.Height), "+extension", "GLX")
	number, err := s.launchTelling(ctx, cmd)
	if err != nil {
		return fmt.Errorf("starting the display: %w", err)
	}
	s.Display = ":" + number
	s.env = append(s.env, "DISPLAY="+s.Display)
	// The library reports the display's end as an error of its own; the session ends it on purpose.
	xgb.Logger.SetOutput(io.Discard)
	s.x, err = xgb.NewConnDisplay(s.Display)
	if err != nil {
		return fmt.Errorf("connecting to display %s: %w", s.Display, err)
	}
	s.screen = xproto.Setup(s.x).DefaultScreen(s.x)
	return nil
}

// launchTelling launches a server that writes one line to file descriptor 3 when it is ready.
func (s *Session) launchTelling(ctx context.Context, cmd *exec.Cmd) (string, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return "", fmt.Errorf("making a pipe: %w", err)
	}
	defer read.Close()
	cmd.ExtraFiles = []*os.File{write}
	p, err := s.launch(cmd)
	write.Close()
	if err != nil {
		return "", err
	}
	if deadline, ok := ctx.Deadline(); ok {
		if err := read.SetReadDeadline(deadline); err != nil {
			return "", fmt.Errorf("waiting for %s: %w", p.Name, err)
		}
	}
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		return "", fmt.Errorf("%s did not start: %w: %s", p.Name, err, p.Output())
	}
	return strings.TrimSpace(line), nil
}
