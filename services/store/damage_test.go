package store

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"foyer/services/fault"
)

func itoa(n int) string { return strconv.Itoa(n) }

// filled makes a closed database of n links and returns its path.
func filled(t testing.TB, n int) string {
	t.Helper()
	path := filepath.Join(folder(t), "foyer.db")
	s, err := Open(t.Context(), path, newClock().now)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.ImportPeople(t.Context(), crowd(n), "people.csv"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// spoil rewrites the file with what f makes of it.
func spoil(t testing.TB, path string, f func([]byte) []byte) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	spoiled := f(bytes.Clone(content))
	if err := os.WriteFile(path, spoiled, 0o600); err != nil {
		t.Fatal(err)
	}
	return spoiled
}

const page = 4096

func TestDamagedFileIsSetAsideAndReported(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule  string
		spoil func([]byte) []byte
	}{
		{"text instead of a database", func([]byte) []byte { return []byte("this is no database, " + strings.Repeat("really ", 1000)) }},
		{"a few bytes", func([]byte) []byte { return []byte("foyer") }},
		{"zeros", func(b []byte) []byte { return make([]byte, len(b)) }},
		{"zeros in the first page", func(b []byte) []byte { return append(make([]byte, page), b[page:]...) }},
		{"cut in the middle of a page", func(b []byte) []byte { return b[:len(b)/2+100] }},
		{"cut after the first page", func(b []byte) []byte { return b[:page] }},
		{"noise after the header", func(b []byte) []byte {
			for i := 100; i < len(b); i++ {
				b[i] = byte(i * 7)
			}
			return b
		}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			path := filled(t, 100)
			spoiled := spoil(t, path, c.spoil)
			s := reopened(t, path, newClock())
			if got, want := s.SetAside(), path+".damaged-20261121T090000Z"; got != want {
				t.Errorf("set aside as %q, want %q", got, want)
			}
			if kept, err := os.ReadFile(s.SetAside()); err != nil || !bytes.Equal(kept, spoiled) {
				t.Errorf("what was set aside is not what was there (error %v)", err)
			}
			if d := s.Damage(); d.LogOnly || d.Err == nil {
				t.Errorf("reported %+v", d)
			}
			save(t, s, space("a", "A"))
			if left, _ := filepath.Glob(path + ".rescue*"); left != nil {
				t.Errorf("left %v", left)
			}
		})
	}
}

func TestWholeFileIsNotReported(t *testing.T) {
	s := reopened(t, filled(t, 1), newClock())
	if d := s.Damage(); d != (Damage{}) || s.SetAside() != "" {
		t.Errorf("reported %+v", d)
	}
}

func TestDamageFoundLaterIsClearAndSettledByTheNextOpen(t *testing.T) {
	t.Parallel()
	const n = 500
	path := filled(t, n)
	// Noise in one page of links, where Open does not look.
	root := rootOf(t, path, "links")
	spoil(t, path, func(b []byte) []byte {
		leaves := children(b, root)
		late := (leaves[len(leaves)/2] - 1) * page
		for i := range page {
			b[late+i] = byte(i*7 + 1)
		}
		return b
	})
	s, err := Open(t.Context(), path, newClock().now)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Links(t.Context())
	wantFault(t, err, fault.Other, CodeDamaged)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = reopened(t, path, newClock())
	d := s.Damage()
	if d.Path == "" || d.Rescued < n/2 || d.Rescued >= n {
		t.Errorf("reported %+v; want most of %d links rescued", d, n)
	}
	if got := len(names(t, s)); got != d.Rescued {
		t.Errorf("%d links in the list, %d reported as rescued", got, d.Rescued)
	}
	if l, err := s.FindLink(t.Context(), "person:person0@example.com"); err != nil || l.Ref != 1 || l.Phone != "+49 30 0" {
		t.Errorf("a rescued link is %+v, error %v", l, err)
	}
	if again := reopened(t, path, newClock()); again.SetAside() != "" {
		t.Errorf("set aside twice: %s", again.SetAside())
	}
}

func TestFalseSuspicionIsDropped(t *testing.T) {
	path := filled(t, 5)
	if err := os.WriteFile(path+".suspect", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := reopened(t, path, newClock())
	if s.SetAside() != "" || len(names(t, s)) != 5 {
		t.Errorf("set aside as %q with %d links", s.SetAside(), len(names(t, s)))
	}
	if _, err := os.Stat(path + ".suspect"); err == nil {
		t.Error("the suspicion stays")
	}
}

func TestTwoDamagedFilesAtTheSameSecondAreBothKept(t *testing.T) {
	t.Parallel()
	path := filled(t, 1)
	for range 2 {
		if err := os.WriteFile(path, []byte("damaged"), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(t.Context(), path, newClock().now)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if kept, _ := filepath.Glob(path + ".damaged-*Z*"); len(kept) != 2 {
		t.Errorf("kept %v", kept)
	}
}

// crashed returns a database as kill -9 leaves it: three links in the file, three in the log.
func crashed(t *testing.T) string {
	t.Helper()
	path := filled(t, 3)
	s := reopened(t, path, newClock())
	for _, n := range []string{"a", "b", "c"} {
		save(t, s, space(n, n))
	}
	left := filepath.Join(folder(t), "foyer.db")
	for _, side := range []string{"", "-wal"} {
		if err := copyFile(path+side, left+side); err != nil {
			t.Fatal(err)
		}
	}
	return left
}

func TestLogOfAKilledProcessIsReplayed(t *testing.T) {
	path := crashed(t)
	spoil(t, path+"-wal", func(b []byte) []byte { return append(b, "the beginning of a frame that was not finished"...) })
	s := reopened(t, path, newClock())
	if got := names(t, s); len(got) != 6 || s.SetAside() != "" {
		t.Errorf("links %v, set aside %q", got, s.SetAside())
	}
}

func TestUnfinishedTransactionInTheLogIsNoDamage(t *testing.T) {
	path := crashed(t)
	// A whole frame that does not commit, with a checksum that does not fit: a torn write.
	spoil(t, path+"-wal", func(b []byte) []byte {
		frame := bytes.Clone(b[len(b)-frameHeader-page:])
		binary.BigEndian.PutUint32(frame[4:], 0)
		return append(append(b, frame...), frame...)
	})
	s := reopened(t, path, newClock())
	if got := names(t, s); len(got) != 6 || s.SetAside() != "" {
		t.Errorf("links %v, set aside %q", got, s.SetAside())
	}
}

func TestDamagedLogIsCopiedAsideAndReported(t *testing.T) {
	for _, c := range []struct {
		rule  string
		spoil func([]byte) []byte
		least int
	}{
		{"noise in the header", func(b []byte) []byte { copy(b, "noise noise noise"); return b }, 3},
		{"noise in a frame in the middle", func(b []byte) []byte { copy(b[logHeader+frameHeader+20:], "noise"); return b }, 3},
		{"noise in a frame's header", func(b []byte) []byte { copy(b[logHeader+8:], "noise"); return b }, 3},
	} {
		t.Run(c.rule, func(t *testing.T) {
			path := crashed(t)
			spoiled := spoil(t, path+"-wal", c.spoil)
			s := reopened(t, path, newClock())
			if got := names(t, s); len(got) < c.least {
				t.Errorf("only %v is left", got)
			}
			if d := s.Damage(); !d.LogOnly || d.Path == "" {
				t.Errorf("reported %+v", d)
			}
			if kept, err := os.ReadFile(s.SetAside() + "-wal"); err != nil || !bytes.Equal(kept, spoiled) {
				t.Errorf("the copy differs (error %v)", err)
			}
			save(t, s, space("new", "new"))
		})
	}
}

func TestLogWithoutItsDatabaseIsKept(t *testing.T) {
	path := crashed(t)
	spoil(t, path, func([]byte) []byte { return nil })
	s := reopened(t, path, newClock())
	if info, err := os.Stat(s.SetAside() + "-wal"); err != nil || info.Size() == 0 {
		t.Errorf("set aside %q, error %v", s.SetAside(), err)
	}
}
