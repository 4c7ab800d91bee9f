package message

import (
	"encoding/binary"
	"fmt"
	"io"
)

// passwordSets are the characters of passwords, without those that look like others or that mean
// something in a URL: the vendor does not say how a quick call's password gets into its URL.
var passwordSets = [...]string{"abcdefghijkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "!-"}

const (
	passwordLength  = 12
	passwordLetters = "abcdefghijkmnpqrstuvwxyz" + "ABCDEFGHJKLMNPQRSTUVWXYZ" + "23456789"
)

// NewPassword returns a password of 12 characters that are not taken for each other when somebody
// reads them out: letters of both cases, digits, and one sign that is neither first nor last. It fails
// with random's error.
func NewPassword(random io.Reader) (string, error) {
	draw := drawer{random: random}
	var password [passwordLength]byte
	for i := range password {
		set := passwordLetters
		if i < len(passwordSets) {
			set = passwordSets[i]
		}
		password[i] = set[draw.below(len(set))]
	}
	for i := len(password) - 1; i > 0; i-- {
		j := draw.below(i + 1)
		password[i], password[j] = password[j], password[i]
	}
	inside := 1 + draw.below(passwordLength-2)
	for i, c := range password {
		if (i == 0 || i == passwordLength-1) && (c == '!' || c == '-') {
			password[i], password[inside] = password[inside], c
		}
	}
	if draw.err != nil {
		return "", fmt.Errorf("making a password: %w", draw.err)
	}
	return string(password[:]), nil
}

// drawer draws numbers, and keeps the first error.
type drawer struct {
	random io.Reader
	err    error
}

// below returns a number below n. Of 64 random bits the remainder favours no number noticeably.
func (d *drawer) below(n int) int {
	var b [8]byte
	if d.err == nil {
		_, d.err = io.ReadFull(d.random, b[:])
	}
	return int(binary.LittleEndian.Uint64(b[:]) % uint64(n))
}
