package store

import (
	"database/sql"
	"net/url"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"modernc.org/sqlite"
)

// Small caches: the agent sits in the tray all day, and a thousand links are 300 KiB.
const cachePragma = "cache_size(-256)"

// connectWriter returns the handle for writing. Its transactions take the write lock when they
// begin, so that none fails halfway because another process was faster. It waits in turns of patience; see there.
func connectWriter(path string) (*sql.DB, error) {
	db, err := connect(path, url.Values{
		"_txlock": {"immediate"},
		"_pragma": {
			busyPragma(patience), "synchronous(FULL)", "foreign_keys(1)", cachePragma,
			// Checkpoint early: a short log is quick to check and quick to replay after a crash.
			"wal_autocheckpoint(256)", "journal_size_limit(1048576)",
			"trusted_schema(0)", "cell_size_check(1)",
		},
	})
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// connectReader returns the handle for reading: nothing is open until it is used, and nothing
// stays open for long after.
func connectReader(path string, busy time.Duration) (*sql.DB, error) {
	db, err := connect(path, url.Values{
		"mode":    {"ro"},
		"_pragma": {busyPragma(busy), "query_only(1)", cachePragma, "trusted_schema(0)", "cell_size_check(1)"},
	})
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(3)
	db.SetMaxIdleConns(1)
	db.SetConnMaxIdleTime(30 * time.Second)
	return db, nil
}

func connect(path string, parameters url.Values) (*sql.DB, error) {
	connector, err := sqlite.NewConnector(address(path, runtime.GOOS == "windows") + "?" + parameters.Encode())
	if err != nil {
		return nil, err
	}
	return sql.OpenDB(connector), nil
}

// address writes path as the file: URI that SQLite wants, so that a ? or % in a folder's name
// means itself. It turns C:\x into file:///C:/x.
func address(path string, windows bool) string {
	if windows {
		path = strings.ReplaceAll(path, `\`, "/")
	} else {
		path = filepath.ToSlash(path)
	}
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

func busyPragma(d time.Duration) string {
	return "busy_timeout(" + strconv.FormatInt(d.Milliseconds(), 10) + ")"
}
