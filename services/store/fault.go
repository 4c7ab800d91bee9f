package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"foyer/services/fault"
)

// The codes in fault.Error.Code. The sentences for them live in the translations.
const (
	// CodeBusy: another process held the database longer than we wait.
	CodeBusy = "busy"
	// CodeFull: the disk is full.
	CodeFull = "disk-full"
	// CodeReadOnly: the disk or the file is read-only.
	CodeReadOnly = "read-only"
	// CodePermission: the user may not read or write there.
	CodePermission = "no-permission"
	// CodeFolder: a folder is where the file should be.
	CodeFolder = "is-a-folder"
	// CodeNoFolder: the folder for the file is missing.
	CodeNoFolder = "no-folder"
	// CodeDamaged: the file is damaged; the next Open sets it aside.
	CodeDamaged = "damaged"
	// CodeNewer: the database was written by a newer Foyer.
	CodeNewer = "newer-database"
	// CodeForeign: the file is another program's database.
	CodeForeign = "foreign-database"
	// CodeDisk: the disk failed to read or write.
	CodeDisk = "disk-failed"
	// CodeClosed: the Store was closed already.
	CodeClosed = "closed"
	// CodeNotFound: there is no such saved link, or no longer.
	CodeNotFound = "no-such-link"
	// CodeDuplicate: another saved link leads there already.
	CodeDuplicate = "duplicate-link"
	// CodeNoKey: a target that leads nowhere cannot be saved.
	CodeNoKey = "no-target"
	// CodeNoMessage: there is no such message in the outbox, or no longer.
	CodeNoMessage = "no-such-message"
	// CodeNoBatch: there is no such batch.
	CodeNoBatch = "no-such-batch"
	// CodeNotEditable: the message is being sent, was sent, or may have been.
	CodeNotEditable = "not-editable"
	// CodeBadRow: a row of a batch cannot be sent as it is; Words is its number.
	CodeBadRow = "bad-row"
	// CodeNoName: a group of attendees needs a name.
	CodeNoName = "no-group-name"
	// CodeUnkept: the database could not be copied before it would be brought up to date, so it was left
	// as it is. CodeUnkeptFull: because the disk is full.
	CodeUnkept     = "not-copied-before-migration"
	CodeUnkeptFull = "disk-full-before-migration"
	// CodeRestored: the message waited when the backup was made from which it was restored.
	CodeRestored = "restored"
	// CodeInUse: another Foyer has the database open that is to be replaced.
	CodeInUse = "database-in-use"
	// CodeTooLong: a draft is longer than any that is kept.
	CodeTooLong = "draft-too-long"
)

// ErrNotFound is what errors.Is finds when a saved link, a message or a batch does not exist, or was
// deleted or discarded.
var ErrNotFound = errors.New("not found")

// ErrDuplicate is what errors.Is finds when an edit would make two saved links the same.
var ErrDuplicate = errors.New("another saved link leads to the same place")

// NewerError says that the database was written by a newer Foyer. It was not touched.
type NewerError struct {
	// Path is the database, Version its version, Known the newest that this Foyer can read.
	Path           string
	Version, Known int
}

// Error names the file and both versions.
func (e *NewerError) Error() string {
	return fmt.Sprintf("%s was written by a newer Foyer (version %d of the database; this Foyer reads up to %d)", e.Path, e.Version, e.Known)
}

// ForeignError says that the file is a database, but not Foyer's. It was not touched.
type ForeignError struct{ Path string }

// Error names the file.
func (e *ForeignError) Error() string { return e.Path + " is a database of another program" }

// wrap turns err into a *fault.Error. A failure after ctx ended counts as cancelled, because
// SQLite reports an interrupted statement in several ways.
func wrap(ctx context.Context, op string, err error) error {
	if err == nil {
		return nil
	}
	if cause := ctx.Err(); cause != nil {
		return &fault.Error{Op: op, Service: service, Kind: fault.Cancelled, Err: cause}
	}
	return classify(op, err)
}

const service = "database"

// classify is the one place that sorts failures of the database and of the file system.
func classify(op string, err error) error {
	if err == nil {
		return nil
	}
	if known, ok := errors.AsType[*fault.Error](err); ok {
		return known
	}
	kind, code := fault.Other, fileCode(err)
	switch e, isSQLite := errors.AsType[*sqlite.Error](err); {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		kind, code = fault.Cancelled, ""
	case invalidCode(err) != "":
		kind, code = fault.Invalid, invalidCode(err)
	case errors.Is(err, errBusy):
		code = CodeBusy
	case errors.Is(err, sql.ErrConnDone), errors.Is(err, sql.ErrTxDone), isClosed(err):
		code = CodeClosed
	case isUnkept(err):
		code = unkeptCode(err)
	case errors.Is(err, errInUse):
		code = CodeInUse
	case damaged(err):
		code = CodeDamaged
	case isSQLite:
		kind, code = resultCode(e.Code())
	default:
		code = openCode(err, code)
	}
	return &fault.Error{Op: op, Service: service, Kind: kind, Code: code, Err: err}
}

// refusals are what callers ask for in vain.
var refusals = []struct {
	err  error
	code string
}{
	{errNoMessage, CodeNoMessage},
	{errNoBatch, CodeNoBatch},
	{ErrNotFound, CodeNotFound},
	{ErrDuplicate, CodeDuplicate},
	{errNoTarget, CodeNoKey},
	{errNotEditable, CodeNotEditable},
}

func invalidCode(err error) string {
	for _, r := range refusals {
		if errors.Is(err, r.err) {
			return r.code
		}
	}
	return ""
}

func openCode(err error, otherwise string) string {
	if _, ok := errors.AsType[*NewerError](err); ok {
		return CodeNewer
	}
	if _, ok := errors.AsType[*ForeignError](err); ok {
		return CodeForeign
	}
	return otherwise
}

func isUnkept(err error) bool {
	_, ok := errors.AsType[*unkeptError](err)
	return ok
}

// unkeptCode says whether it was the disk that had no room.
func unkeptCode(err error) string {
	full := fileCode(err) == CodeFull
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		_, code := resultCode(e.Code())
		full = full || code == CodeFull
	}
	if full {
		return CodeUnkeptFull
	}
	return CodeUnkept
}

// isClosed: database/sql has no variable for this error.
func isClosed(err error) bool { return err.Error() == "sql: database is closed" }

// resultCode sorts SQLite's result codes; the low byte is the class, the rest a detail.
func resultCode(code int) (fault.Kind, string) {
	switch code & 0xff {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return fault.Other, CodeBusy
	case lib.SQLITE_FULL:
		return fault.Other, CodeFull
	case lib.SQLITE_READONLY:
		return fault.Other, CodeReadOnly
	case lib.SQLITE_PERM, lib.SQLITE_CANTOPEN:
		return fault.Other, CodePermission
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return fault.Other, CodeDamaged
	case lib.SQLITE_IOERR:
		return fault.Other, CodeDisk
	case lib.SQLITE_INTERRUPT:
		return fault.Cancelled, ""
	}
	return fault.Other, ""
}

// fileCode sorts what the file system says.
func fileCode(err error) string {
	switch {
	case errors.Is(err, syscall.EISDIR):
		return CodeFolder
	case errors.Is(err, syscall.EROFS):
		return CodeReadOnly
	case errors.Is(err, syscall.ENOSPC):
		return CodeFull
	case errors.Is(err, fs.ErrPermission):
		return CodePermission
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return CodeNoFolder
	}
	return ""
}
