package store

import (
	"database/sql"
	"strings"
	"time"

	"foyer/services/link"
)

// columns are what scan reads, in its order.
const columns = `ref, kind, id, name, email, sip, url, message, participants, external_participants,
	type, cluster, extras, warnings, label, template, phone, pinned, saved, used, source`

// scanner is a *sql.Row or *sql.Rows.
type scanner interface{ Scan(into ...any) error }

// row is where one row is read to. It can be used for many rows, which saves most of the cost of
// reading a long list.
type row struct {
	link                   link.Saved
	participants, external sql.NullInt64
	extras, warnings       string
	saved, used            int64
	into                   []any
}

// newRow reads columns, and then more if the query selects more.
func newRow(more ...any) *row {
	r := &row{}
	l := &r.link
	r.into = append([]any{
		&l.Ref, (*string)(&l.Kind), &l.ID, &l.Name, &l.Email, &l.SIP, &l.URL, &l.Message, &r.participants, &r.external,
		&l.Type, &l.Cluster, &r.extras, &r.warnings, &l.Label, &l.Template, &l.Phone, &l.Pinned, &r.saved, &r.used, &l.Source,
	}, more...)
	return r
}

// read returns the link that from stands at.
func (r *row) read(from scanner) (link.Saved, error) {
	if err := from.Scan(r.into...); err != nil {
		return link.Saved{}, err
	}
	l := r.link
	l.Participants, l.ExternalParticipants = intOrNil(r.participants), intOrNil(r.external)
	l.Extras = splitLines[string](r.extras)
	l.Warnings = splitLines[link.Warning](r.warnings)
	l.Saved, l.Used = fromNanos(r.saved), fromNanos(r.used)
	return l, nil
}

// scan reads one row of columns, and then more if the query selected more.
func scan(from scanner, more ...any) (link.Saved, error) { return newRow(more...).read(from) }

// targetValues are the values of the target's own columns, from kind to warnings.
func targetValues(t link.Target) []any {
	return []any{
		string(t.Kind), t.ID, t.Name, t.Email, t.SIP, t.URL, t.Message, t.Participants, t.ExternalParticipants,
		t.Type, t.Cluster, joinLines(t.Extras), joinLines(t.Warnings),
	}
}

func intOrNil(n sql.NullInt64) *int {
	if !n.Valid {
		return nil
	}
	i := int(n.Int64)
	return &i
}

func joinLines[S ~string](lines []S) string {
	if len(lines) == 0 {
		return ""
	}
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(string(l))
	}
	return b.String()
}

func splitLines[S ~string](joined string) []S {
	if joined == "" {
		return nil
	}
	var lines []S
	for l := range strings.SplitSeq(joined, "\n") {
		lines = append(lines, S(l))
	}
	return lines
}

func nanos(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixNano()
}

func fromNanos(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(0, n).UTC()
}
