package main

import (
	"context"
	"errors"
	"log/slog"

	"foyer/services/agent"
	"foyer/services/desktop"
)

// clipboard gives the agent the desktop's clipboard, in a process that lives on to own its
// content.
type clipboard struct{ desktop *desktop.Clipboard }

var _ agent.Clipboard = clipboard{}

func newClipboard(log *slog.Logger) clipboard {
	return clipboard{desktop: desktop.NewClipboard(log)}
}

// Read implements agent.Clipboard.
func (c clipboard) Read(ctx context.Context) (string, error) { return c.desktop.Read(ctx) }

// Write implements agent.Clipboard.
func (c clipboard) Write(ctx context.Context, clip agent.Clip) (agent.Copied, error) {
	held, err := c.desktop.Write(ctx, desktop.Clip{Text: clip.Text, HTML: clip.HTML, PNG: clip.PNG})
	return agent.Copied{Rich: held.Rich, Note: string(held.Note)}, err
}

// terminalClipboard is the clipboard of a command, which ends before its content is pasted. What
// needs an owner goes to the running agent, and without one to a process in the background.
type terminalClipboard struct {
	app  *app
	here clipboard
}

var _ agent.Clipboard = terminalClipboard{}

func newTerminalClipboard(a *app) terminalClipboard {
	return terminalClipboard{app: a, here: newClipboard(a.log())}
}

// Read implements agent.Clipboard.
func (c terminalClipboard) Read(ctx context.Context) (string, error) { return c.here.Read(ctx) }

// Write implements agent.Clipboard.
func (c terminalClipboard) Write(ctx context.Context, clip agent.Clip) (agent.Copied, error) {
	if clip.HTML == "" && len(clip.PNG) == 0 {
		return c.here.Write(ctx, clip)
	}
	client, err := c.app.client()
	if err == nil {
		var copied agent.Copied
		if copied, err = client.Copy(ctx, clip); !errors.Is(err, agent.ErrNotRunning) {
			return copied, err
		}
	}
	c.app.log().Info("no agent holds the clipboard, so a process in the background does", "reason", err)
	return holdElsewhere(ctx, clip)
}
