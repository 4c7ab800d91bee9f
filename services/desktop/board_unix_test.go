//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"
	"os/exec"
	"runtime"
	"testing"
	"time"

	"foyer/services/fault"
)

func TestWordsOfClipboardProgramsAreUnderstood(t *testing.T) {
	t.Setenv("DISPLAY", ":0")
	says := func(words string) error { return &exec.ExitError{Stderr: []byte(words)} }
	tests := map[string]struct {
		err  error
		kind fault.Kind
		code string
	}{
		"xclip without display":    {says("Error: Can't open display: :7\n"), fault.NotConfigured, CodeNoDisplay},
		"xclip without text":       {says("Error: target STRING not available\n"), fault.Invalid, CodeNoText},
		"xsel without display":     {says("xsel: Can't open display: (null)\n: Inappropriate ioctl for device\n"), fault.NotConfigured, CodeNoDisplay},
		"wl-paste without display": {says("Failed to connect to a Wayland server: No such file or directory\n"), fault.NotConfigured, CodeNoDisplay},
		"wl-paste empty":           {says("Nothing is copied\n"), fault.Invalid, CodeEmpty},
		"wl-paste no selection":    {says("No selection\n"), fault.Invalid, CodeEmpty},
		"wl-paste without text":    {says("Clipboard content is not available as requested type \"text\"\n"), fault.Invalid, CodeNoText},
		"program gone":             {&exec.Error{Name: "xclip", Err: exec.ErrNotFound}, fault.NotConfigured, CodeNoTool},
		"something else":           {says("Segmentation fault"), fault.Other, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			wantFault(t, newNative(quiet()).explain(opRead, tt.err), tt.kind, tt.code)
		})
	}
}

func TestTheMissingPackageIsNamed(t *testing.T) {
	startX(t)
	copyElsewhere(t, "UTF8_STRING", []byte("text"))
	none := "PATH=" + t.TempDir()
	if a := inHelper(t, "read", none); a.Code != CodeNoTool || a.Words != "xclip" {
		t.Errorf("reading on X11 = %+v, want %s xclip", a, CodeNoTool)
	}
	if a := inHelper(t, "read", none, "WAYLAND_DISPLAY=wayland-7"); a.Code != CodeNoTool || a.Words != "wl-clipboard" {
		t.Errorf("reading on Wayland = %+v, want %s wl-clipboard", a, CodeNoTool)
	}
	if a := inHelper(t, "check", none); a.Checks[0].State != Missing || a.Checks[0].Advice != AdviceXclip {
		t.Errorf("check = %+v, want %s", a.Checks, AdviceXclip)
	}
	if a := inHelper(t, "check", none, "WAYLAND_DISPLAY=wayland-7"); a.Checks[0].Advice != AdviceWlClipboard {
		t.Errorf("check = %+v, want %s", a.Checks, AdviceWlClipboard)
	}
}

func TestAProgramThatHangsIsEnded(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Log("only Linux lists the children of a process")
		return
	}
	startX(t)
	copyElsewhere(t, "UTF8_STRING", []byte("text"))
	never := fifo(t)
	c := newTestClipboard(t)
	t.Run("hanging", func(t *testing.T) {
		t.Setenv("PATH", programs(t, map[string]string{"xclip": "read line <" + never}))
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		defer cancel()
		_, err := c.Read(ctx)
		wantFault(t, err, fault.Unreachable, CodeHangs)
	})
	// The gate is free again only because the program was ended.
	if text, err := c.Read(t.Context()); err != nil || text != "text" {
		t.Errorf("Read = %q, %v after the program was ended", text, err)
	}
}

func TestAnUnclassifiedFailureKeepsItsCause(t *testing.T) {
	cause := errors.New("cause")
	t.Setenv("DISPLAY", ":0")
	err := newNative(quiet()).explain(opRead, cause)
	if !errors.Is(err, cause) {
		t.Errorf("%v does not wrap its cause", err)
	}
}
