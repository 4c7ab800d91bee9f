package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"time"

	"foyer/assets"
	"foyer/services/agent"
	"foyer/services/atomicfile"
	"foyer/services/chatmessenger"
	"foyer/services/desktop"
	"foyer/services/link"
	"foyer/services/logfile"
	"foyer/services/message"
	"foyer/services/profile"
	"foyer/ui/text"
)

// backstage is everything behind the window: the profile, the saved links, the desktop and the
// agent.
type backstage struct {
	ctx     context.Context //nolint:containedctx // lives as long as the process
	profile string
	demo    bool
	dirs    profile.Dirs
	file    *profile.File
	say     *text.Catalogue
	book    *lateBook
	client  agent.Client
	board   *desktop.Clipboard
	opener  *desktop.Opener
	log     *slog.Logger
	logFile io.Closer
}

func newBackstage(ctx context.Context, override string, demo bool) (*backstage, error) {
	locate := profile.Locate
	if demo {
		locate = profile.LocateDemo
	}
	dirs, err := locate(override)
	if err != nil {
		return nil, err
	}
	file := logfile.Open(dirs.WindowLog())
	var to io.Writer = file
	if _, err := file.Write(nil); err != nil {
		to = os.Stderr
	}
	log := slog.New(slog.NewTextHandler(to, nil))
	b := &backstage{ctx: ctx, profile: override, demo: demo, dirs: dirs, book: newLateBook(), client: agent.Client{Socket: dirs.Socket()},
		board: desktop.NewClipboard(log), opener: &desktop.Opener{}, log: log, logFile: file}
	// The database is opened while the toolkit starts; the first frame does not wait for it.
	go b.book.open(ctx, dirs.Database())
	if b.file, err = profile.Open(dirs.Settings()); err != nil {
		log.Error("opening the settings", "error", err)
		b.file = nil
	}
	if b.say, err = text.Load(assets.Translations, text.Wanted(b.values().Language)...); err != nil {
		return nil, err
	}
	b.say.UseRegion(text.SystemRegion()...)
	return b, nil
}

func (b *backstage) close() {
	if err := errors.Join(b.book.close(), b.board.Close()); err != nil {
		b.log.Error("closing", "error", err)
	}
	_ = b.logFile.Close()
}

// values are the settings, or the defaults where the file cannot be used.
func (b *backstage) values() profile.Settings {
	if b.file == nil {
		return profile.Defaults()
	}
	return b.file.Values()
}

// Format implements links.Preferences.
func (b *backstage) Format() link.Format { return b.values().Format }

// Templates implements links.Preferences.
func (b *backstage) Templates() []link.Template { return b.values().Templates }

// DefaultTemplate implements links.Preferences.
func (b *backstage) DefaultTemplate() string { return b.values().Template }

// Copy implements links.Desk: the agent owns what is copied, so that it outlives the window.
// Without an agent this process does, as long as it lives.
func (b *backstage) Copy(ctx context.Context, clip agent.Clip) (agent.Copied, error) {
	copied, err := b.client.Copy(ctx, clip)
	if !errors.Is(err, agent.ErrNotRunning) {
		return copied, err
	}
	held, err := b.board.Write(ctx, desktop.Clip{Text: clip.Text, HTML: clip.HTML, PNG: clip.PNG})
	return agent.Copied{Rich: held.Rich, Note: string(held.Note)}, err
}

// ReadClipboard implements links.Desk.
func (b *backstage) ReadClipboard(ctx context.Context) (string, error) { return b.board.Read(ctx) }

// Open implements links.Desk.
func (b *backstage) Open(ctx context.Context, url string) error { return b.opener.Open(ctx, url) }

// WriteFile implements links.Desk.
func (b *backstage) WriteFile(path string, data []byte) error { return atomicfile.Write(path, data) }

// SaveFile implements messages.Desk and outbox.Desk.
func (b *backstage) SaveFile(path string, write func(io.Writer) error) error {
	return atomicfile.WriteChosen(path, write)
}

// OpenPage implements messages.Desk.
func (b *backstage) OpenPage(ctx context.Context, url string) error {
	return b.opener.OpenPage(ctx, url)
}

// OpenDocument implements rooms.Desk.
func (b *backstage) OpenDocument(ctx context.Context, path string) error {
	return b.opener.OpenDocument(ctx, path)
}

// MessageTemplates implements messages.Preferences.
func (b *backstage) MessageTemplates() []message.Template { return b.values().MessageTemplates }

// SetMessageTemplates implements messages.Preferences.
func (b *backstage) SetMessageTemplates(ctx context.Context, templates []message.Template) error {
	if b.file == nil {
		return noFile()
	}
	if err := b.file.SetMessageTemplates(templates); err != nil {
		return err
	}
	b.tell(ctx, agent.SettingsChanged)
	return nil
}

// RoomKey implements messages.Preferences.
func (b *backstage) RoomKey() string {
	dialect, err := chatmessenger.DefaultDialect().With(b.values().Messenger.Dialect)
	if err != nil {
		return chatmessenger.DefaultDialect().BulkRoom
	}
	return dialect.BulkRoom
}

// Changed implements links.Desk.
func (b *backstage) Changed(ctx context.Context) { b.tell(ctx, agent.LinksChanged) }

func (b *backstage) tell(ctx context.Context, what agent.What) {
	if err := b.client.Changed(ctx, what); err != nil && !errors.Is(err, agent.ErrNotRunning) {
		b.log.Warn("telling the agent", "what", what, "error", err)
	}
}

// now is the clock of the whole program.
func now() time.Time { return time.Now() }
