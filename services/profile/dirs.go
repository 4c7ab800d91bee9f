// Package profile knows where one user's Foyer lives on this computer, and keeps its settings
// file. It holds no secrets (those are in the system's keyring) and no data (that is in the
// database), and it does not act on any setting.
package profile

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
)

// Dirs are the folders of one profile. They may be one and the same.
type Dirs struct {
	// Config holds the settings, Data the database, State the log.
	Config, Data, State string
	// Runtime holds the socket and the lock, and need not outlive the session.
	Runtime string
}

// socketLimit is shorter than the shortest limit for the path of a Unix socket: macOS allows 103
// bytes, Linux and Windows 107.
const socketLimit = 100

// Database returns the path of the database.
func (d Dirs) Database() string { return filepath.Join(d.Data, "foyer.db") }

// Settings returns the path of the settings file.
func (d Dirs) Settings() string { return filepath.Join(d.Config, "settings.toml") }

// Lock returns the path of the file that the running agent keeps locked.
func (d Dirs) Lock() string { return filepath.Join(d.Runtime, "agent.lock") }

// DeliveryLock returns the path of the file that whoever delivers messages keeps locked, agent or
// command line. It lies beside the database, because it guards the outbox in it.
func (d Dirs) DeliveryLock() string { return filepath.Join(d.Data, "delivery.lock") }

// Secrets returns the folder for secrets that a person chose to keep in files.
func (d Dirs) Secrets() string { return filepath.Join(d.Config, "secrets") }

// Tag tells this profile's entries in the keyring from those of other profiles: "" for the user's
// own profile, else sixteen letters and digits made from its folder.
func (d Dirs) Tag() string {
	if d.Config == userDirs().Config {
		return ""
	}
	return shortName(d.Config)
}

// Log returns the path of the log.
func (d Dirs) Log() string { return filepath.Join(d.State, "foyer.log") }

// WindowLog returns the path of the window's log.
func (d Dirs) WindowLog() string { return filepath.Join(d.State, "foyer-window.log") }

// WindowWords returns the path of what the window and its libraries write to stderr.
func (d Dirs) WindowWords() string { return filepath.Join(d.State, "foyer-window.err") }

// AgentWords returns the path of what the agent writes when it crashes.
func (d Dirs) AgentWords() string { return filepath.Join(d.State, "foyer.err") }

// Crashes returns the folder where the last words of programs that crashed are kept.
func (d Dirs) Crashes() string { return filepath.Join(d.State, "crashes") }

// Socket returns the path of the running agent's socket. A folder whose name is too long for a
// socket gets one in the user's private temporary folder instead, under a name made from the long
// path, so that every process of this profile finds the same.
func (d Dirs) Socket() string {
	path := filepath.Join(d.Runtime, "agent.sock")
	if len(path) <= socketLimit {
		return path
	}
	return filepath.Join(temporary(), shortName(path)+".sock")
}

// shortName makes sixteen letters and digits of a path.
func shortName(path string) string {
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:8])
}
