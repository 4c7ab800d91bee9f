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

// scan reads one row of columns, and then more if the query selected more.
func scan(row scanner, more ...any) (link.Saved, error) {
	var (
		l                      link.Saved
		participants, external sql.NullInt64
		extras, warnings       string
		saved, used            int64
	)
	into := []any{
		&l.Ref, (*string)(&l.Kind), &l.ID, &l.Name, &l.Email, &l.SIP, &l.URL, &l.Message, &participants, &external,
		&l.Type, &l.Cluster, &extras, &warnings, &l.Label, &l.Template, &l.Phone, &l.Pinned, &saved, &used, &l.Source,
	}
	if err := row.Scan(append(into, more...)...); err != nil {
		return link.Saved{}, err
	}
	l.Participants, l.ExternalParticipants = intOrNil(participants), intOrNil(external)
	l.Extras = splitLines[string](extras)
	l.Warnings = splitLines[link.Warning](warnings)
	l.Saved, l.Used = fromNanos(saved), fromNanos(used)
	return l, nil
}

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
