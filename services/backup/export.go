package backup

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"slices"
	"time"

	"foyer/services/link"
	"foyer/services/meeting"
	"foyer/services/message"
	"foyer/services/room"
)

// Source is where an export reads from. Errors are *fault.Error.
type Source interface {
	Links(ctx context.Context) ([]link.Saved, error)
	People(ctx context.Context, query string, limit int) ([]message.Correspondent, error)
	Invited(ctx context.Context, query string, limit int) ([]meeting.Attendee, error)
	Groups(ctx context.Context) ([]meeting.Group, error)
	Batches(ctx context.Context) ([]message.Batch, error)
	EachMessage(ctx context.Context, f message.Filter) iter.Seq2[message.Item, error]
	History(ctx context.Context, id int64) ([]message.Event, error)
}

// About is what an export says besides what it reads from its Source.
type About struct {
	// Foyer is the version of the Foyer that writes it.
	Foyer    string
	Exported time.Time
	Settings []Setting
	Watched  []room.Watch
	Rooms    []ChatRoom
	Drafts   []Draft
}

// ChatRoom is a chat room of a service, by the service's ID.
type ChatRoom struct {
	Service string
	message.KnownRoom
}

// Setting is one setting by its name in the settings file.
type Setting struct {
	Name    string `json:"name"`
	Value   string `json:"value"`
	Default string `json:"default"`
}

// Draft is what was typed on a page and not yet done. Content is the page's own: JSON or text.
type Draft struct {
	Name    string
	Saved   time.Time
	Content []byte
}

// everybody is a limit for those who were ever written to.
const everybody = 1 << 30

// Export writes the document that the package's description describes. Messages are read and written one
// by one. An error is that of the source or of w.
func Export(ctx context.Context, w io.Writer, about About, from Source) error {
	d := newDocument(w)
	d.begin('{')
	d.field("format", "foyer-export")
	d.field("version", 1)
	d.field("foyer", about.Foyer)
	d.field("exported", about.Exported.UTC())
	d.field("settings", whole(about.Settings))
	for _, part := range []func(context.Context, *document, Source) error{exportLinks, exportPeople} {
		if err := part(ctx, d, from); err != nil {
			return err
		}
	}
	d.field("chatRooms", each(about.Rooms, newRoom))
	d.field("watched", whole(about.Watched))
	batches, err := from.Batches(ctx)
	if err != nil {
		return err
	}
	d.field("batches", each(batches, newBatch))
	d.field("drafts", each(about.Drafts, newDraft))
	if err := exportMessages(ctx, d, from); err != nil {
		return err
	}
	d.end('}')
	return d.close()
}

func exportLinks(ctx context.Context, d *document, from Source) error {
	links, err := from.Links(ctx)
	// The list's order is that of use; a document's is that of saving.
	slices.SortFunc(links, func(a, b link.Saved) int { return int(a.Ref - b.Ref) })
	d.field("links", each(links, newLink))
	return err
}

func exportPeople(ctx context.Context, d *document, from Source) error {
	people, errPeople := from.People(ctx, "", everybody)
	invited, errInvited := from.Invited(ctx, "", everybody)
	groups, errGroups := from.Groups(ctx)
	d.field("people", each(people, newPerson))
	d.field("invited", whole(invited))
	d.field("groups", whole(groups))
	return errors.Join(errPeople, errInvited, errGroups)
}

func exportMessages(ctx context.Context, d *document, from Source) error {
	d.key("messages")
	d.begin('[')
	for item, err := range from.EachMessage(ctx, message.Filter{}) {
		if err != nil {
			return err
		}
		history, err := from.History(ctx, item.ID)
		if err != nil && !isGone(ctx, err) {
			return err
		}
		d.element(newMessage(item, history))
		if d.err != nil {
			return d.err
		}
	}
	d.end(']')
	return nil
}

// isGone: a message that was pruned after it was read has no history any more.
func isGone(ctx context.Context, err error) bool { return ctx.Err() == nil && isInvalid(err) }

// document writes JSON piece by piece, and remembers the first failure.
type document struct {
	to    *bufio.Writer
	json  *json.Encoder
	first bool // nothing was written yet at this depth
	err   error
}

func newDocument(w io.Writer) *document {
	to := bufio.NewWriter(w)
	e := json.NewEncoder(to)
	// Links keep their ampersands.
	e.SetEscapeHTML(false)
	return &document{to: to, json: e}
}

func (d *document) write(s string) {
	if d.err == nil {
		_, d.err = d.to.WriteString(s)
	}
}

func (d *document) value(v any) {
	if d.err == nil {
		d.err = d.json.Encode(v) // with a line feed behind it
	}
}

func (d *document) begin(bracket byte) {
	d.write(string(bracket) + "\n")
	d.first = true
}

func (d *document) end(bracket byte) {
	d.write(string(bracket) + "\n")
	d.first = false
}

func (d *document) next() {
	if !d.first {
		d.write(",")
	}
	d.first = false
}

func (d *document) key(name string) {
	d.next()
	d.write(`"` + name + `": `)
}

func (d *document) field(name string, v any) {
	d.key(name)
	d.value(v)
}

func (d *document) element(v any) {
	d.next()
	d.value(v)
}

func (d *document) close() error {
	if d.err != nil {
		return d.err
	}
	return d.to.Flush()
}

// whole makes an empty array of nothing.
func whole[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}

func each[T, R any](all []T, f func(T) R) []R {
	rows := make([]R, len(all))
	for i, v := range all {
		rows[i] = f(v)
	}
	return rows
}
