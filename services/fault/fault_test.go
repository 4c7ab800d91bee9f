package fault_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"foyer/services/fault"
)

func TestTheKindIsFoundThroughEveryWrap(t *testing.T) {
	inner := &fault.Error{Op: "opening a link", Kind: fault.NotConfigured, Code: "no-handler"}
	for name, err := range map[string]error{
		"bare":    inner,
		"wrapped": fmt.Errorf("row 3: %w", inner),
		"joined":  errors.Join(errors.New("first"), inner),
	} {
		if got := fault.KindOf(err); got != fault.NotConfigured {
			t.Errorf("%s: kind %v, want %v", name, got, fault.NotConfigured)
		}
	}
	if got := fault.KindOf(errors.New("plain")); got != fault.Other {
		t.Errorf("a foreign error has kind %v, want %v", got, fault.Other)
	}
	if got := fault.KindOf(nil); got != fault.Other {
		t.Errorf("no error has kind %v, want %v", got, fault.Other)
	}
}

func TestTheCauseIsFoundBehindAnError(t *testing.T) {
	err := error(&fault.Error{Op: "writing", Err: fmt.Errorf("deeper: %w", fs.ErrPermission)})
	if !errors.Is(err, fs.ErrPermission) {
		t.Error("the cause is not found")
	}
}

func TestTheLineForLogsSaysWhatWhereAndWhy(t *testing.T) {
	err := &fault.Error{Op: "sending a message", Service: "Berlin office", Kind: fault.Refused, Status: 403, Code: "E17", Words: "token expired", Err: errors.New("cause")}
	for _, part := range []string{"sending a message", "Berlin office", "refused", "HTTP 403", "E17", "token expired", "cause"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q lacks %q", err, part)
		}
	}
	if got, want := (&fault.Error{Op: "copying"}).Error(), "copying: failed"; got != want {
		t.Errorf("without more it says %q, want %q", got, want)
	}
}

func TestEveryKindHasAName(t *testing.T) {
	seen := map[string]bool{}
	for k := fault.Other; k <= fault.Cancelled; k++ {
		name := k.String()
		if name == "" || strings.HasPrefix(name, "kind ") || seen[name] {
			t.Errorf("kind %d is called %q", int(k), name)
		}
		seen[name] = true
	}
	if got := fault.Kind(99).String(); got != "kind 99" {
		t.Errorf("an unknown kind is called %q", got)
	}
}
