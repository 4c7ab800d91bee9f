//go:build !windows && !darwin

package desktop

import (
	"bufio"
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
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

// startBus starts a message bus of the test's own and makes it the session bus. activatable names get a
// service file, so that the bus believes it could start them.
func startBus(t *testing.T, activatable ...string) {
	t.Helper()
	dir, err := os.MkdirTemp("", "bus") // t.TempDir's paths can be too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	config := filepath.Join(dir, "bus.conf")
	writeFile(t, config, strings.ReplaceAll(busConfig, "DIR", dir))
	for _, name := range activatable {
		writeFile(t, filepath.Join(dir, name+".service"), "[D-BUS Service]\nName="+name+"\nExec=/bin/false\n")
	}
	cmd := exec.Command(need(t, "dbus-daemon", "dbus-daemon"), "--config-file="+config, "--nofork", "--print-address=1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal("dbus-daemon said no address:", err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
}

// serveOnBus connects to the test's bus and takes a name, with objects exported before.
func serveOnBus(t *testing.T, name string, export func(*dbus.Conn) error) *dbus.Conn {
	t.Helper()
	conn, err := dialBus(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if err := export(conn); err != nil {
		t.Fatal(err)
	}
	if reply, err := conn.RequestName(name, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatalf("taking the name %s: %v, %v", name, reply, err)
	}
	return conn
}

// deadBus makes a session bus of a socket that accepts and then says nothing.
func deadBus(t *testing.T) {
	t.Helper()
	dir, err := os.MkdirTemp("", "bus")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	socket := filepath.Join(dir, "socket")
	listener, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+socket)
}

// noBus removes every sign of a session bus, and makes starting one a failure of the test.
func noBus(t *testing.T) {
	t.Helper()
	mark := filepath.Join(t.TempDir(), "launched")
	launch := "echo x >" + mark
	t.Setenv("PATH", programs(t, map[string]string{"dbus-launch": launch, "dbus-daemon": launch, "dbus-run-session": launch})+
		":"+os.Getenv("PATH"))
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	t.Cleanup(func() {
		if _, err := os.Stat(mark); err == nil {
			t.Error("a message bus was launched")
		}
	})
}

func TestTheSessionBusIsFound(t *testing.T) {
	dir, err := os.MkdirTemp("", "bus")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	listener, err := net.Listen("unix", filepath.Join(dir, "bus"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	tests := map[string]struct{ address, runtimeDir, want string }{
		"address":                  {"unix:path=/x", dir, "unix:path=/x"},
		"runtime directory":        {"", dir, "unix:path=" + dir + "/bus"},
		"autolaunch is not a bus":  {"autolaunch:", dir, "unix:path=" + dir + "/bus"},
		"no socket":                {"", t.TempDir(), ""},
		"nothing":                  {"", "", ""},
		"a command is not a bus":   {"unixexec:path=/bin/sh", dir, ""},
		"the network is not a bus": {"tcp:host=example.org,port=1", dir, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Setenv("DBUS_SESSION_BUS_ADDRESS", tt.address)
			t.Setenv("XDG_RUNTIME_DIR", tt.runtimeDir)
			if diff := cmp.Diff(tt.want, busAddress()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestADeadBusCostsNoMoreThanItsDeadline(t *testing.T) {
	deadBus(t)
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	_, err := TrayHost(ctx)
	wantFault(t, err, fault.Unreachable, CodeHangs)
	ctx, cancel = context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	n := NewNotifier("Foyer", "", quiet())
	defer n.Close()
	wantFault(t, n.Notify(ctx, Notification{Title: "t"}, nil), fault.Unreachable, CodeHangs)
}

func TestABusThatIsGoneIsUnreachable(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "gone"))
	_, err := TrayHost(t.Context())
	wantFault(t, err, fault.Unreachable, CodeNoBus)
}

// watcher is the part of a status notifier watcher that matters here.
type watcher struct{ host bool }

func (w watcher) export(conn *dbus.Conn) error {
	return conn.ExportMethodTable(map[string]any{
		"Get": func(iface, name string) (dbus.Variant, *dbus.Error) {
			if iface != watcherName || name != "IsStatusNotifierHostRegistered" {
				return dbus.Variant{}, dbus.MakeFailedError(os.ErrNotExist)
			}
			return dbus.MakeVariant(w.host), nil
		},
	}, watcherPath, "org.freedesktop.DBus.Properties")
}

func TestTrayHostNeedsAWatcherWithAHost(t *testing.T) {
	t.Run("no bus", func(t *testing.T) {
		noBus(t)
		if present, err := TrayHost(t.Context()); present || err != nil {
			t.Errorf("TrayHost = %v, %v, want none", present, err)
		}
	})
	t.Run("no watcher", func(t *testing.T) {
		startBus(t, watcherName) // which could be started, but must not
		if present, err := TrayHost(t.Context()); present || err != nil {
			t.Errorf("TrayHost = %v, %v, want none", present, err)
		}
	})
	for _, host := range []bool{false, true} {
		t.Run("watcher", func(t *testing.T) {
			startBus(t)
			serveOnBus(t, watcherName, watcher{host}.export)
			if present, err := TrayHost(t.Context()); present != host || err != nil {
				t.Errorf("TrayHost = %v, %v, want %v", present, err, host)
			}
		})
	}
}
