//go:build !windows && !darwin

package desktop

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestMain is the main function of helper processes too. It starts the tests anew without the developer's own Wayland session: atotto/clipboard chooses
// its program when the process starts, and these tests are about X11 and about sessions of their own.
func TestMain(m *testing.M) {
	if task := os.Getenv(helperEnv); task != "" {
		if err := runHelper(task); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if os.Getenv("WAYLAND_DISPLAY") != "" {
		var env []string
		for _, v := range os.Environ() {
			if !strings.HasPrefix(v, "WAYLAND_DISPLAY=") {
				env = append(env, v)
			}
		}
		err := syscall.Exec("/proc/self/exe", os.Args, env)
		fmt.Fprintln(os.Stderr, "starting the tests anew:", err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}
