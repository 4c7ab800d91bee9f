//go:build !windows && !darwin

package desktop

import (
	"context"
	"log/slog"
	"os"
	"slices"
	"time"

	"github.com/jezek/xgb/xfixes"
	"github.com/jezek/xgb/xproto"

	"foyer/services/plain"
)

// copiesOnX11 tells of copies on the display that the environment names.
func copiesOnX11(ctx context.Context, log *slog.Logger, tell func(CopyEvent)) error {
	display := os.Getenv("DISPLAY")
	if display == "" {
		return &holdError{hold: HoldUnsupported, advice: AdviceWatchUnsupported}
	}
	link, err := dialWithin(ctx, func() (*x11Link, error) { return dialX11(log, display) }, (*x11Link).close)
	if err != nil {
		return lostDisplay(err)
	}
	defer link.leave()
	if err := link.watch(); err != nil {
		return &holdError{hold: HoldUnsupported, detail: "no XFixes", advice: AdviceWatchUnsupported, err: err}
	}
	tell(CopyEvent{Hold: HoldHeld, Detail: "XFixes"})
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-link.done:
			return lostDisplay(errXClosed)
		case e := <-link.copies:
			if e.Owner == xproto.WindowNone {
				continue // emptied, or its owner has ended
			}
			text, err := link.copied(ctx)
			if err != nil {
				log.Debug("what was copied could not be read", "error", err)
			} else if text != "" {
				tell(CopyEvent{Text: text})
			}
		}
	}
}

// leave ends the connection, and waits for the event loop unless the server hangs.
func (l *x11Link) leave() {
	l.conn.Close()
	limit := time.NewTimer(closeLimit)
	defer limit.Stop()
	select {
	case <-l.done:
	case <-limit.C:
	}
}

// watch asks the server to tell of each program that takes the clipboard.
func (l *x11Link) watch() error {
	first, err := useXFixes(l.conn)
	if err != nil {
		return err
	}
	l.xfixes.Store(uint32(first))
	root := xproto.Setup(l.conn).DefaultScreen(l.conn).Root
	return xfixes.SelectSelectionInputChecked(l.conn, root, l.atoms[atomClipboard], xfixes.SelectionEventMaskSetSelectionOwner).Check()
}

// copied reads the text on the clipboard; "" when there is none, when it is too long, or secret.
func (l *x11Link) copied(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, readLimit)
	defer cancel()
	targets, err := l.targets(ctx)
	if err != nil || slices.Contains(targets, targetSecret) {
		return "", err
	}
	for _, target := range []string{targetUTF8, targetPlainUTF8, targetString} {
		if !slices.Contains(targets, target) {
			continue
		}
		data, err := l.short(ctx, target)
		if target == targetString {
			return fromLatin1(data), err
		}
		return plain.Decode(data), err
	}
	return "", nil
}

// short converts the clipboard to a target and returns it if it is short. What the owner wants to hand over
// in parts is long.
func (l *x11Link) short(ctx context.Context, target string) ([]byte, error) {
	if err := l.convert(ctx, atomClipboard, target); err != nil {
		return nil, err
	}
	reply, err := xproto.GetProperty(l.conn, false, l.window, l.atoms[atomAnswer], xproto.GetPropertyTypeAny, 0, maxCopy/4).Reply()
	if err != nil {
		return nil, err
	}
	if reply.Type == l.atoms[atomIncr] {
		return nil, nil // taking the announcement away would ask for the first part
	}
	xproto.DeleteProperty(l.conn, l.window, l.atoms[atomAnswer])
	if reply.BytesAfter > 0 || reply.Format != 8 {
		return nil, nil
	}
	return reply.Value, nil
}

// fromLatin1 reads ISO 8859-1, as STRING is defined.
func fromLatin1(data []byte) string {
	runes := make([]rune, len(data))
	for i, b := range data {
		runes[i] = rune(b)
	}
	return string(runes)
}
