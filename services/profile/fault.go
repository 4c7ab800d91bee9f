package profile

import (
	"errors"
	"io/fs"
	"syscall"
)

// The codes in fault.Error.Code and in Warning.Code. The sentences live in the translations.
const (
	// CodeUnknownKey: there is no such setting.
	CodeUnknownKey = "unknown-setting"
	// CodeBadValue: the value is not one that the setting can have.
	CodeBadValue = "bad-value"
	// CodeBadNumber: it is no whole number from the first to the last of those allowed.
	CodeBadNumber = "bad-number"
	// CodeBadChoice: it is none of those allowed.
	CodeBadChoice = "bad-choice"
	// CodeBadProxy: it is no address of a proxy that Foyer can talk to.
	CodeBadProxy = "bad-proxy"
	// CodeProxySecret: the address of the proxy holds a user, and probably a password.
	CodeProxySecret = "proxy-secret"
	// CodeSameName: the name is missing, or another service has it.
	CodeSameName = "service-name-taken"
	// CodeBroken: the settings file could not be read as TOML.
	CodeBroken = "settings-broken"
	// CodeUneditable: the file is written in a way that we could only change by losing something.
	CodeUneditable = "settings-uneditable"
	// CodeBusy: another process held the settings file too long.
	CodeBusy = "busy"
	// CodeStranger: a folder under our name belongs to another user.
	CodeStranger = "foreign-folder"
	// CodePermission: the user may not write there.
	CodePermission = "no-permission"
	// CodeReadOnly: the disk is read-only.
	CodeReadOnly = "read-only"
	// CodeFull: the disk is full.
	CodeFull = "disk-full"
	// CodeFolder: a folder is where a file should be, or the other way round.
	CodeFolder = "is-a-folder"
)

// strangerError says that another user made the folder that we would trust.
type strangerError struct{ dir string }

func (e *strangerError) Error() string { return e.dir + " belongs to another user" }

// folderCode sorts what the file system says.
func folderCode(err error) string {
	if _, ok := errors.AsType[*strangerError](err); ok {
		return CodeStranger
	}
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
