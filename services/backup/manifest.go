package backup

import (
	"time"

	"foyer/services/fault"
)

// Format is the number of the form of backups that this Foyer writes, and the newest that it reads.
const Format = 1

// The names of the parts.
const (
	ManifestPart = "manifest.json"
	DatabasePart = "foyer.db"
	SettingsPart = "settings.toml"
)

// Manifest says what a backup is.
type Manifest struct {
	Format int `json:"format"`
	// Foyer is the version of the Foyer that made it, Schema the number of its database's schema.
	Foyer  string    `json:"foyer"`
	Schema int       `json:"schema"`
	Made   time.Time `json:"made"`
	Parts  []Sum     `json:"parts"`
	Counts Counts    `json:"counts"`
}

// Sum is what is known of a part: its size in bytes and its SHA-256 in hexadecimal digits.
type Sum struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Counts is how much the database in a backup holds.
type Counts struct {
	Links    int `json:"links"`
	Messages int `json:"messages"`
	Batches  int `json:"batches"`
	Groups   int `json:"groups"`
	People   int `json:"people"`
	Drafts   int `json:"drafts"`
	// Waiting are the Messages that were queued or being sent.
	Waiting int `json:"waiting"`
}

// The codes in fault.Error.Code. The sentences live in the translations.
const (
	// CodeNone: the file is no backup of Foyer's.
	CodeNone = "no-backup"
	// CodeDamaged: the file is a backup that is cut short, or not as it was written.
	CodeDamaged = "backup-damaged"
	// CodeNewer: the backup was made by a newer Foyer.
	CodeNewer = "backup-newer"
	// CodeHuge: the backup would unpack to more than any backup can.
	CodeHuge = "backup-huge"
	// CodeUnreadable: the file cannot be read.
	CodeUnreadable = "backup-unreadable"
)

const service = "backup"

func failure(op, code string, err error) error {
	return &fault.Error{Op: op, Service: service, Kind: fault.Invalid, Code: code, Err: err}
}
