package desktop

import (
	"context"
	"encoding/binary"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/godbus/dbus/v5"
	"golang.org/x/sys/unix"

	"foyer/services/fault"
)

// word builds a message as the kernel does: a head, and attributes.
func word(kind uint16, head []byte, attributes ...[]byte) []byte {
	body := append([]byte{}, head...)
	for _, a := range attributes {
		body = append(body, a...)
	}
	all := binary.NativeEndian.AppendUint32(nil, uint32(unix.NLMSG_HDRLEN+len(body)))
	all = binary.NativeEndian.AppendUint16(all, kind)
	all = append(all, make([]byte, 10)...) // flags, number, sender
	return append(all, body...)
}

func attribute(kind uint16, value ...byte) []byte {
	all := binary.NativeEndian.AppendUint16(nil, uint16(unix.SizeofRtAttr+len(value)))
	all = binary.NativeEndian.AppendUint16(all, kind)
	return append(append(all, value...), make([]byte, -len(value)&3)...)
}

func anInterface(kind uint16, index byte, flags uint32) []byte {
	head := []byte{0, 0, 0, 0}
	head = binary.NativeEndian.AppendUint32(head, uint32(index))
	head = binary.NativeEndian.AppendUint32(head, flags)
	return word(kind, append(head, 0, 0, 0, 0))
}

func anAddress(kind uint16, flags, last byte) []byte {
	return word(kind, binary.NativeEndian.AppendUint32([]byte{unix.AF_INET, 24, flags, 0}, 2), attribute(unix.IFA_ADDRESS, 192, 0, 2, last))
}

func aRoute(kind uint16, length, last byte) []byte {
	return word(kind, []byte{unix.AF_INET, length, 0, 0, unix.RT_TABLE_MAIN, 0, 0, unix.RTN_UNICAST, 0, 0, 0, 0}, attribute(unix.RTA_GATEWAY, 192, 0, 2, last))
}

func TestWhatTheKernelTellsAgainIsNoChange(t *testing.T) {
	const up, wired = unix.IFF_UP, unix.IFF_UP | unix.IFF_RUNNING | unix.IFF_LOWER_UP
	n := newNetwork()
	for i, c := range []struct {
		what  string
		words []byte
		want  bool
	}{
		{"an interface", anInterface(unix.RTM_NEWLINK, 2, up), true},
		{"the same interface", anInterface(unix.RTM_NEWLINK, 2, up|unix.IFF_PROMISC), false},
		{"its cable", anInterface(unix.RTM_NEWLINK, 2, wired), true},
		{"an address", anAddress(unix.RTM_NEWADDR, unix.IFA_F_TENTATIVE, 1), true},
		{"an address that may be used", anAddress(unix.RTM_NEWADDR, 0, 1), true},
		{"an address that was renewed", anAddress(unix.RTM_NEWADDR, 0, 1), false},
		{"a second address", anAddress(unix.RTM_NEWADDR, 0, 2), true},
		{"a way out", aRoute(unix.RTM_NEWROUTE, 0, 254), true},
		{"a way out that was renewed", aRoute(unix.RTM_NEWROUTE, 0, 254), false},
		{"a way to somewhere", aRoute(unix.RTM_NEWROUTE, 24, 253), false},
		{"another way out", aRoute(unix.RTM_NEWROUTE, 0, 253), true},
		{"no way out", aRoute(unix.RTM_DELROUTE, 0, 254), true},
		{"no address", anAddress(unix.RTM_DELADDR, 0, 1), true},
		{"the address again", anAddress(unix.RTM_NEWADDR, 0, 1), true},
		{"no interface", anInterface(unix.RTM_DELLINK, 2, 0), true},
		{"neighbours", word(unix.RTM_NEWNEIGH, make([]byte, 12)), false},
		{"two, of which the second is new", append(anAddress(unix.RTM_NEWADDR, 0, 1), anInterface(unix.RTM_NEWLINK, 3, up)...), true},
		{"too little", word(unix.RTM_NEWLINK, []byte{1, 2, 3, 4}), false},
		{"too little of an address", word(unix.RTM_NEWADDR, []byte{1, 2, 3, 4}), false},
		{"too little of a route", word(unix.RTM_NEWROUTE, []byte{1, 2, 3, 4}), false},
		{"an attribute that is cut off", word(unix.RTM_NEWADDR, []byte{unix.AF_INET, 24, 0, 0, 9, 0, 0, 0, 255, 255, 1, 0}), true},
		{"more than was read", anInterface(unix.RTM_NEWLINK, 2, wired)[:20], true},
	} {
		if got := n.learn(c.words); got != c.want {
			t.Errorf("%d. %s: new is %v", i+1, c.what, got)
		}
	}
	for i := range 3 * maxFacts {
		head := binary.NativeEndian.AppendUint32([]byte{0, 0, 0, 0}, uint32(i))
		n.learn(word(unix.RTM_NEWLINK, append(head, make([]byte, 8)...)))
	}
	if len(n.facts) > maxFacts {
		t.Errorf("it remembers %d facts", len(n.facts))
	}
}

func TestWhatIsHeardIsTold(t *testing.T) {
	pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_SEQPACKET|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, 0)
	if err != nil {
		t.Fatal(err)
	}
	ours, theirs := os.NewFile(uintptr(pair[0]), "ours"), os.NewFile(uintptr(pair[1]), "theirs")
	told, ended := make(chan struct{}, 100), make(chan error, 1)
	go func() { ended <- hearKernel(t.Context(), ours, func(Change) { told <- struct{}{} }) }()
	for _, words := range [][]byte{anAddress(unix.RTM_NEWADDR, 0, 1), anAddress(unix.RTM_NEWADDR, 0, 1),
		anInterface(unix.RTM_NEWLINK, 2, unix.IFF_UP), make([]byte, 2*maxKernelWords)} {
		if _, err := theirs.Write(words); err != nil {
			t.Fatal(err)
		}
	}
	for range 3 { // the address was told of twice
		wantTold(t, told)
	}
	if err := theirs.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err == nil || len(told) > 0 {
		t.Errorf("at the end of the line: %v, and told %d times too often", err, len(told))
	}
}

// ownNetwork is set for the process that a test starts in a network of its own.
const ownNetwork = "FOYER_OWN_NETWORK"

func TestTheKernelTellsWhenAnInterfaceComesUp(t *testing.T) {
	if os.Getenv(ownNetwork) == "" {
		inOwnNetwork(t)
		return
	}
	kernel, err := dialKernel()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	told, ended := make(chan struct{}, 100), make(chan error, 1)
	go func() { ended <- hearKernel(ctx, kernel, func(Change) { told <- struct{}{} }) }()
	select {
	case <-told:
		t.Error("told of a change before there was one")
	default:
	}
	for _, up := range []bool{true, false, true} {
		setLoopback(t, up)
		wantTold(t, told)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func wantTold(t *testing.T, told <-chan struct{}) {
	t.Helper()
	select {
	case <-told:
	case <-within(t).Done():
		t.Fatal("nothing was told of the change")
	}
}

// inOwnNetwork runs the test that calls it once more, in a process that may do to its network as it likes.
func inOwnNetwork(t *testing.T) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), ownNetwork+"=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER | syscall.CLONE_NEWNET,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}}}
	out, err := cmd.CombinedOutput()
	if errors.Is(err, unix.EPERM) || errors.Is(err, unix.ENOSPC) {
		t.Log("this computer permits no network of one's own, so its kernel could not be asked:", err)
		return
	}
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// setLoopback puts the loopback interface up or down.
func setLoopback(t *testing.T, up bool) {
	t.Helper()
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer unix.Close(fd)
	request, err := unix.NewIfreq("lo")
	if err != nil {
		t.Fatal(err)
	}
	if up {
		request.SetUint16(unix.IFF_UP)
	}
	if err := unix.IoctlIfreq(fd, unix.SIOCSIFFLAGS, request); err != nil {
		t.Fatal(err)
	}
}

// systemBus makes the test's bus the system's, with logind on it, and returns logind.
func systemBus(t *testing.T) *dbus.Conn {
	t.Helper()
	startBus(t)
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", os.Getenv("DBUS_SESSION_BUS_ADDRESS"))
	return serveOnBus(t, logindName, func(*dbus.Conn) error { return nil })
}

func TestLogindTellsWhenTheComputerWakesUp(t *testing.T) {
	logind := systemBus(t)
	conn, err := dialLogind(within(t))
	if err != nil {
		t.Fatal(err)
	}
	signals := make(chan *dbus.Signal, 8)
	conn.Signal(signals)
	ctx, cancel := context.WithCancel(t.Context())
	told, ended := make(chan struct{}, 100), make(chan error, 1)
	go func() {
		ended <- hearLogind(ctx, conn, signals, func(c Change) {
			if c == Woke {
				told <- struct{}{}
			}
		})
	}()
	for _, falls := range []any{true, "what nobody expects", false} {
		if err := logind.Emit("/org/freedesktop/login1", logindFace+"."+logindSignal, falls); err != nil {
			t.Fatal(err)
		}
	}
	if err := logind.Emit("/org/freedesktop/login1", logindFace+".SessionNew", false); err != nil {
		t.Fatal(err)
	}
	wantTold(t, told)
	cancel()
	if err := <-ended; err == nil {
		t.Error("the end of the connection is no error, so nobody listens instead")
	}
	if len(told) > 0 {
		t.Errorf("told %d times too often", len(told))
	}
}

func TestWithoutLogindSomebodyElseHasToListen(t *testing.T) {
	t.Run("no bus", func(t *testing.T) {
		t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "gone"))
		wantFault(t, logindSource(within(t), nil), fault.Unreachable, CodeNoBus)
	})
	t.Run("no logind", func(t *testing.T) {
		startBus(t)
		t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", os.Getenv("DBUS_SESSION_BUS_ADDRESS"))
		wantFault(t, logindSource(within(t), nil), fault.NotConfigured, CodeUnsupported)
	})
	t.Run("a bus that hangs up", func(t *testing.T) {
		dir := t.TempDir()
		listener, err := net.Listen("unix", filepath.Join(dir, "bus"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { listener.Close() })
		t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path="+filepath.Join(dir, "bus"))
		hung := make(chan struct{})
		go func() {
			defer close(hung)
			if conn, err := listener.Accept(); err == nil {
				conn.Close()
			}
		}()
		wantFault(t, logindSource(within(t), nil), fault.Unreachable, CodeNoBus)
		<-hung
	})
}
