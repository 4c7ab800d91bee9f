package message

import (
	"bytes"
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"testing/iotest"
)

// same reads one byte for ever.
type same byte

func (s same) Read(p []byte) (int, error) { return copy(p, bytes.Repeat([]byte{byte(s)}, len(p))), nil }

func TestPasswordsHaveEachClassAndNoLookAlikes(t *testing.T) {
	check := func(password string) {
		t.Helper()
		if len(password) != 12 || strings.ContainsAny(password, "0O1lIo|") {
			t.Errorf("%q", password)
		}
		for i, set := range passwordSets {
			if n := len(password) - len(strings.Trim(password, set)); i == len(passwordSets)-1 && n > 0 {
				t.Errorf("%q begins or ends with a sign", password)
			}
			if !strings.ContainsAny(password, set) {
				t.Errorf("%q has none of %q", password, set)
			}
		}
	}
	seen := map[string]bool{}
	for range 2000 {
		password, err := NewPassword(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		check(password)
		seen[password] = true
	}
	if len(seen) != 2000 {
		t.Errorf("only %d passwords are different", len(seen))
	}
	for _, b := range []byte{0, 1, 0x7f, 0xff} {
		password, err := NewPassword(same(b))
		if err != nil {
			t.Fatal(err)
		}
		check(password)
	}
}

func TestEveryCharacterOfAPasswordMayStandAnywhere(t *testing.T) {
	var at [passwordLength]map[rune]bool
	for range 20000 {
		password, err := NewPassword(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range password {
			if at[i] == nil {
				at[i] = map[rune]bool{}
			}
			at[i][c] = true
		}
	}
	for i, some := range at {
		want := len(passwordLetters)
		if i > 0 && i < passwordLength-1 {
			want += len(passwordSets[len(passwordSets)-1])
		}
		if len(some) != want {
			t.Errorf("%d characters at place %d, want %d", len(some), i, want)
		}
	}
}

func TestPasswordsNeedRandomness(t *testing.T) {
	gone := errors.New("gone")
	if password, err := NewPassword(iotest.ErrReader(gone)); !errors.Is(err, gone) || password != "" {
		t.Errorf("%q, %v", password, err)
	}
	if password, err := NewPassword(strings.NewReader("too short")); err == nil || password != "" {
		t.Errorf("%q, %v", password, err)
	}
}
