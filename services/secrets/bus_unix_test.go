//go:build !windows && !darwin

package secrets

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=DIR</listen>
  <servicedir>DIR</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

// bus is a message bus of the tests' own, and what runs on it.
type bus struct {
	address, dir string
	running      []*exec.Cmd
}

func (b *bus) stop() error {
	var errs []error
	for _, cmd := range b.running {
		if err := cmd.Process.Kill(); err != nil {
			errs = append(errs, err)
		}
		_ = cmd.Wait() // it was killed
	}
	return errors.Join(append(errs, os.RemoveAll(b.dir))...)
}

// start runs a program until the bus stops, and returns its output.
func (b *bus) start(input string, name string, args ...string) (*bufio.Reader, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + b.dir, "XDG_RUNTIME_DIR=" + b.dir, "DBUS_SESSION_BUS_ADDRESS=" + b.address}
	cmd.Stdin = strings.NewReader(input)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	b.running = append(b.running, cmd)
	return bufio.NewReader(out), nil
}

// newBus starts a bus that believes it could start the services of those names with those programs.
func newBus(services map[string]string) (*bus, error) {
	dir, err := os.MkdirTemp("", "bus") // a test's own folder can have too long a name for a socket
	if err != nil {
		return nil, err
	}
	b := &bus{dir: dir}
	files := map[string]string{"bus.conf": strings.ReplaceAll(busConfig, "DIR", dir)}
	for name, program := range services {
		files[name+".service"] = "[D-BUS Service]\nName=" + name + "\nExec=" + program + "\n"
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			return nil, err
		}
	}
	out, err := b.start("", "dbus-daemon", "--config-file="+filepath.Join(dir, "bus.conf"), "--nofork", "--print-address=1")
	if err != nil {
		return nil, err
	}
	address, err := out.ReadString('\n')
	b.address = strings.TrimSpace(address)
	return b, err
}

// useBus makes a new bus the test's session bus.
func useBus(t *testing.T, services map[string]string) {
	t.Helper()
	b, err := newBus(services)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.stop(); err != nil {
			t.Error(err)
		}
	})
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", b.address)
}

// realKeyring starts gnome-keyring on a bus of its own, once for all tests: the library connects once
// and stays with the bus that it found.
var realKeyring = sync.OnceValues(func() (*bus, error) {
	b, err := newBus(nil)
	if err != nil {
		return b, err
	}
	conn, err := dbus.Connect(b.address)
	if err != nil {
		return b, err
	}
	defer conn.Close() //nolint:errcheck // nothing is lost
	if err := conn.AddMatchSignal(dbus.WithMatchInterface("org.freedesktop.DBus"), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, secretsName)); err != nil {
		return b, err
	}
	signals := make(chan *dbus.Signal, 1)
	conn.Signal(signals)
	out, err := b.start("password", "gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground", "--control-directory="+b.dir)
	if err != nil {
		return b, err
	}
	go io.Copy(io.Discard, out) //nolint:errcheck // ends with the daemon
	select {
	case <-signals:
		return b, nil
	case <-time.After(20 * time.Second):
		return b, errors.New("gnome-keyring did not come to the bus")
	}
})

// useRealKeyring makes the bus with gnome-keyring the test's session bus, and leaves it unlocked and empty.
func useRealKeyring(t *testing.T) {
	t.Helper()
	b, err := realKeyring()
	if err != nil {
		t.Fatal(err)
	}
	usedKeyring = b
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", b.address)
	t.Cleanup(func() {
		for _, user := range []string{"token", "token@other"} {
			if err := (systemRing{}).Delete("Foyer", user); err != nil && !errors.Is(err, errNotFound) {
				t.Error(err)
			}
		}
	})
}

var usedKeyring *bus

func TestMain(m *testing.M) {
	code := m.Run()
	if usedKeyring != nil {
		if err := usedKeyring.stop(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

// silentBus makes a session bus of a socket that accepts and then says nothing.
func silentBus(t *testing.T) {
	t.Helper()
	dir, err := os.MkdirTemp("", "bus")
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("unix", filepath.Join(dir, "socket"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(listener.Close(), os.RemoveAll(dir)); err != nil {
			t.Error(err)
		}
	})
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(dir, "socket"))
}

// serveSecrets puts a service of the test's own on the bus.
func serveSecrets(t *testing.T, methods map[string]any) {
	t.Helper()
	conn, err := dbus.Connect(os.Getenv("DBUS_SESSION_BUS_ADDRESS"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if err := conn.ExportMethodTable(methods, secretsPath, "org.freedesktop.DBus.Properties"); err != nil {
		t.Fatal(err)
	}
	if reply, err := conn.RequestName(secretsName, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatalf("taking the name: %v, %v", reply, err)
	}
}
