package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"

	"foyer/services/agent"
	"foyer/services/desktop"
	"foyer/services/fault"
)

// holdCommand owns the clipboard in the background until something else is copied. It takes an
// agent.Clip as JSON from stdin, and answers on stdout with one line: heldAnswer.
type holdCommand struct{}

// heldAnswer says whether the clipboard holds the content.
type heldAnswer struct {
	Copied agent.Copied `json:"copied"`
	Error  *heldFault   `json:"error,omitempty"`
}

// heldFault carries what the command has to say on.
type heldFault struct {
	Kind        fault.Kind
	Code, Words string
}

// Run implements the hidden command.
func (holdCommand) Run(a *app) error {
	var clip agent.Clip
	if err := json.NewDecoder(io.LimitReader(a.in, maxHeld)).Decode(&clip); err != nil {
		return wrong{err.Error()}
	}
	board := desktop.NewClipboard(a.log())
	held, err := board.Write(a.ctx, desktop.Clip{Text: clip.Text, HTML: clip.HTML, PNG: clip.PNG})
	lost := board.Lost()
	answer := heldAnswer{Copied: agent.Copied{Rich: held.Rich, Note: string(held.Note)}}
	if e, ok := errors.AsType[*fault.Error](err); ok {
		answer.Error = &heldFault{Kind: e.Kind, Code: e.Code, Words: e.Words}
	}
	told := a.document(answer)
	if out, ok := a.out.(io.Closer); ok {
		_ = out.Close() // whoever waits for the end of stdout has waited enough
	}
	if err == nil && told == nil && held.Here {
		select {
		case <-lost:
		case <-a.ctx.Done():
		}
	}
	return errors.Join(err, told, board.Close())
}

// maxHeld is the largest content that a process in the background is given, in bytes of JSON.
const maxHeld = 16 << 20

// holdElsewhere starts this program again, apart from the terminal, to own the clipboard.
func holdElsewhere(ctx context.Context, clip agent.Clip) (agent.Copied, error) {
	copied, err := startHolder(ctx, clip)
	if err != nil {
		if _, ok := errors.AsType[*fault.Error](err); !ok {
			err = &fault.Error{Op: "holding the clipboard", Service: "clipboard", Kind: fault.Other, Err: err}
		}
	}
	return copied, err
}

func startHolder(ctx context.Context, clip agent.Clip) (agent.Copied, error) {
	self, err := os.Executable()
	if err != nil {
		return agent.Copied{}, fmt.Errorf("finding this program: %w", err)
	}
	content, err := json.Marshal(clip)
	if err != nil {
		return agent.Copied{}, err
	}
	cmd := exec.Command(self, "hold-clipboard")
	cmd.Dir = os.TempDir() // so as not to keep the caller's folder busy
	detach(cmd)
	in, err := cmd.StdinPipe()
	if err != nil {
		return agent.Copied{}, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return agent.Copied{}, err
	}
	if err := cmd.Start(); err != nil {
		return agent.Copied{}, fmt.Errorf("starting a process in the background: %w", err)
	}
	defer cmd.Process.Release() //nolint:errcheck // it lives on by itself
	stop := context.AfterFunc(ctx, func() { _ = cmd.Process.Kill() })
	defer stop()
	_, err = in.Write(content)
	if err := errors.Join(err, in.Close()); err != nil {
		return agent.Copied{}, err
	}
	return readHeld(out)
}

func readHeld(out io.ReadCloser) (agent.Copied, error) {
	defer out.Close()
	answer, err := bufio.NewReader(out).ReadBytes('\n')
	if err != nil {
		return agent.Copied{}, fmt.Errorf("the process in the background ended: %w", err)
	}
	var held heldAnswer
	if err := json.Unmarshal(answer, &held); err != nil {
		return agent.Copied{}, err
	}
	if f := held.Error; f != nil {
		return held.Copied, &fault.Error{Op: "writing the clipboard", Service: "clipboard", Kind: f.Kind, Code: f.Code, Words: f.Words}
	}
	return held.Copied, nil
}
