package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
)

// errBrokenLog: SQLite itself would pass over a broken log in silence.
var errBrokenLog = errors.New("the write-ahead log is damaged; the last changes may be missing")

// checkLog looks for damage in the write-ahead log that a killed process left. SQLite reads such a
// log up to the first broken frame and says nothing, so a copy of the database and of its log is
// put aside first and reported. What an interrupted write leaves is no damage: its frames were
// never committed, so nobody was told that they are safe.
func (s *Store) checkLog() error {
	if !brokenLog(s.path+"-wal", s.path) {
		return nil
	}
	// Another process may be appending to the log while we read it: believe only what stays.
	if !brokenLog(s.path+"-wal", s.path) {
		return nil
	}
	name := s.asideName()
	for _, side := range sidecars[:2] {
		if err := copyFile(s.path+side, name+side); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	s.damage = Damage{Path: name, LogOnly: true, Err: errBrokenLog}
	return nil
}

// Sizes and places are from https://sqlite.org/fileformat2.html#the_write_ahead_log.
const (
	logHeader   = 32
	frameHeader = 24
)

// brokenLog tells whether the log at path holds committed frames that SQLite would not read.
func brokenLog(path, database string) bool {
	log, err := os.ReadFile(path)
	if err != nil || len(log) < logHeader+frameHeader {
		return false
	}
	if info, err := os.Stat(database); err == nil && info.Size() == 0 {
		// A log without its database: SQLite would delete it.
		return true
	}
	order, sum, ok := readLogHeader(log)
	if !ok {
		return len(bytes.Trim(log, "\x00")) > 0
	}
	salts := log[16:24]
	size := frameHeader + int(binary.BigEndian.Uint32(log[8:12]))
	broken := false
	for at := logHeader; at+size <= len(log); at += size {
		frame := log[at : at+size]
		current := bytes.Equal(frame[8:16], salts)
		if !broken {
			next := checksum(order, checksum(order, sum, frame[:8]), frame[frameHeader:])
			if current && next == [2]uint32{binary.BigEndian.Uint32(frame[16:]), binary.BigEndian.Uint32(frame[20:])} {
				sum = next
				continue
			}
			broken = true
		}
		// A frame of this generation that commits, behind a frame that cannot be read.
		if committed := binary.BigEndian.Uint32(frame[4:8]) != 0; current && committed && size > frameHeader {
			return true
		}
	}
	return false
}

// readLogHeader returns the byte order of the checksums and the checksum to go on from.
func readLogHeader(log []byte) (binary.ByteOrder, [2]uint32, bool) {
	var order binary.ByteOrder = binary.LittleEndian
	switch magic := binary.BigEndian.Uint32(log); magic {
	case 0x377f0682:
	case 0x377f0683:
		order = binary.BigEndian
	default:
		return nil, [2]uint32{}, false
	}
	sum := checksum(order, [2]uint32{}, log[:24])
	page := binary.BigEndian.Uint32(log[8:12])
	ok := sum == [2]uint32{binary.BigEndian.Uint32(log[24:]), binary.BigEndian.Uint32(log[28:])}
	return order, sum, ok && page >= 512 && page <= 65536 && page&(page-1) == 0
}

func checksum(order binary.ByteOrder, sum [2]uint32, data []byte) [2]uint32 {
	a, b := sum[0], sum[1]
	for ; len(data) >= 8; data = data[8:] {
		a += order.Uint32(data) + b
		b += order.Uint32(data[4:]) + a
	}
	return [2]uint32{a, b}
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // read only
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		_ = out.Close()
		return err
	}
	if err := out.Sync(); err != nil {
		_ = out.Close()
		return err
	}
	return out.Close()
}
