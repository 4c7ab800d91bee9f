package secrets

import (
	"errors"
	"io/fs"
	"syscall"

	"foyer/services/fault"
)

// The codes in fault.Error.Code and State.Code. The sentences live in the translations.
const (
	// CodeNone: there is no such secret.
	CodeNone = "no-secret"
	// CodeEnvironment: the secret comes from an environment variable, which Words names.
	CodeEnvironment = "secret-from-environment"
	// CodeUnusable: this cannot be a token or a password.
	CodeUnusable = "secret-unusable"
	// CodeBadName: no secret can have this name.
	CodeBadName = "bad-secret-name"
	// CodeNoPlace: secrets cannot be kept there.
	CodeNoPlace = "no-such-place"
	// CodeOpenFile: other users can read or change the file of the secret, so it is not used. Words is its path.
	CodeOpenFile = "secret-file-open"
	// CodeFile: the file of the secret cannot be read. Words is its path.
	CodeFile = "secret-file-unreadable"
	// CodeNoBus: there is no session bus to reach a keyring over.
	CodeNoBus = "no-session-bus"
	// CodeNoKeyring: no keyring is installed, or it has no place for secrets.
	CodeNoKeyring = "no-keyring"
	// CodeLocked: the keyring is locked, and waits for its user or was told to stay so.
	CodeLocked = "keyring-locked"
	// CodeSilent: there is a keyring that does not answer.
	CodeSilent = "keyring-silent"
	// CodeFailed: the keyring answered with an error.
	CodeFailed = "keyring-failed"
	// CodePermission: the user may not write there.
	CodePermission = "no-permission"
	// CodeReadOnly: the disk is read-only.
	CodeReadOnly = "read-only"
	// CodeFull: the disk is full.
	CodeFull = "disk-full"
	// CodeFolder: a folder is where the file should be, or the other way round.
	CodeFolder = "is-a-folder"
)

// sayings are the codes of a State for logs.
var sayings = map[string]string{
	CodeNoBus:     "there is no session bus to reach a keyring over",
	CodeNoKeyring: "there is no keyring",
	CodeLocked:    "the keyring is locked",
	CodeSilent:    "the keyring does not answer",
	CodeFailed:    "the keyring answered with an error",
	CodeOpenFile:  "others can read or change the file of the secret",
	CodeFile:      "the file of the secret cannot be read",
	CodeUnusable:  "the file of the secret holds none",
}

const service = "secrets"

func failure(op string, kind fault.Kind, code, words string, err error) *fault.Error {
	return &fault.Error{Op: op, Service: service, Kind: kind, Code: code, Words: words, Err: err}
}

func codeOf(err error) string {
	if e, ok := errors.AsType[*fault.Error](err); ok {
		return e.Code
	}
	return ""
}

// diskCode sorts what the file system says.
func diskCode(err error) string {
	switch {
	case errors.Is(err, syscall.EROFS):
		return CodeReadOnly
	case errors.Is(err, syscall.ENOSPC):
		return CodeFull
	case errors.Is(err, fs.ErrPermission):
		return CodePermission
	case errors.Is(err, syscall.EISDIR), errors.Is(err, syscall.ENOTDIR):
		return CodeFolder
	}
	return ""
}
