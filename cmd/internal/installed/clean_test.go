//go:build packaged

package installed

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"foyer/cmd/internal/session"
)

// clean is a Debian with nothing in it but what every Debian has, in a folder. What runs in it
// sees that folder as its whole disk.
type clean struct {
	*session.Session
	t    *testing.T
	root string
}

// newClean makes one, from the mirror that mmdebstrap knows, and a desktop to show things on.
func newClean(t *testing.T) *clean {
	t.Helper()
	if os.Getuid() != 0 {
		t.Fatal("a clean system is entered with chroot, which only root may")
	}
	release := strings.TrimSpace(does(t, "sh", "-c", ". /etc/os-release && echo $VERSION_CODENAME"))
	folder, err := os.MkdirTemp("", "clean.")
	if err != nil {
		t.Fatal(err)
	}
	// Nothing of this machine is mounted in it: mounts are made for each program alone, and end with it.
	t.Cleanup(func() {
		if _, err := execute(context.Background(), "rm", "-rf", "--one-file-system", folder); err != nil {
			t.Error(err)
		}
	})
	c := &clean{t: t, root: filepath.Join(folder, "root")}
	// The lists of packages stay, so that apt in there needs not to fetch them again.
	does(t, "mmdebstrap", "--quiet", "--mode=root", "--variant=minbase", "--skip=cleanup/apt", release, c.root)
	if c.Session, err = session.Start(t.Context(), session.Options{Notifications: true}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Errorf("closing the desktop: %v", err)
		}
	})
	c.copyIn("/etc/resolv.conf")
	return c
}

// copyIn copies a file of this machine to the same place.
func (c *clean) copyIn(file string) {
	c.t.Helper()
	data, err := os.ReadFile(file)
	if err == nil {
		err = os.WriteFile(filepath.Join(c.root, file), data, 0o644)
	}
	if err != nil {
		c.t.Fatal(err)
	}
}

// user is the home in there.
const user = "/home/barbara"

// enter is the script that enters the system: with its own /proc, the devices, and the two sockets
// of the desktop, the display's and the bus's.
const enter = `set -e
root=$1 bus=$2
shift 2
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
if [ -n "$bus" ]; then
	mkdir -p "$root$(dirname "$bus")"
	: >>"$root$bus"
	mount --bind "$bus" "$root$bus"
fi
exec chroot "$root" "$@"`

// inside returns the command line that runs a program in the system.
func (c *clean) inside(name string, args ...string) (string, []string) {
	address := c.Getenv("DBUS_SESSION_BUS_ADDRESS")
	path, _, _ := strings.Cut(strings.TrimPrefix(address, "unix:path="), ",")
	environment := []string{
		"-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME=" + user, "LC_ALL=C.UTF-8",
		"DEBIAN_FRONTEND=noninteractive", "DISPLAY=" + c.Display, "DBUS_SESSION_BUS_ADDRESS=" + address,
		"XDG_RUNTIME_DIR=" + user + "/run", "XDG_CACHE_HOME=" + user + "/.cache",
		"XDG_CURRENT_DESKTOP=XFCE", "LIBGL_ALWAYS_SOFTWARE=1", name,
	}
	all := append([]string{"--mount", "--propagation", "private", "sh", "-c", enter, "sh", c.root, path, "env"}, environment...)
	return "unshare", append(all, args...)
}

// in runs a program in the system to its end; it has to succeed.
func (c *clean) in(stdin, name string, args ...string) string {
	c.t.Helper()
	name, args = c.inside(name, args...)
	out, err := c.Run(c.t.Context(), []byte(stdin), name, args...)
	if err != nil {
		c.t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

// launch starts a program in the system that goes on.
func (c *clean) launch(name string, args ...string) *session.Process {
	c.t.Helper()
	name, args = c.inside(name, args...)
	p, err := c.Launch(name, args...)
	if err != nil {
		c.t.Fatal(err)
	}
	return p
}

// files lists everything on the disk of the system.
func (c *clean) files() map[string]bool {
	c.t.Helper()
	all := map[string]bool{}
	err := filepath.WalkDir(c.root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := strings.TrimPrefix(path, c.root)
		if entry.IsDir() && (name == "/proc" || name == "/sys" || name == "/dev" || name == "/tmp") {
			return fs.SkipDir
		}
		all[name] = true
		return nil
	})
	if err != nil {
		c.t.Fatal(err)
	}
	return all
}

// aptInstall installs a package file and what it depends on, and nothing that it only recommends.
func (c *clean) aptInstall(file string) {
	c.t.Helper()
	to := filepath.Join(c.root, "root", filepath.Base(file))
	data, err := os.ReadFile(file)
	if err == nil {
		err = os.WriteFile(to, data, 0o644)
	}
	if err != nil {
		c.t.Fatal(err)
	}
	c.in("", "apt-get", "install", "-q", "-y", "--no-install-recommends", "/root/"+filepath.Base(file))
	if err := os.Remove(to); err != nil {
		c.t.Fatal(err)
	}
}

// processes names what still runs in the system.
func (c *clean) processes() ([]string, error) {
	out, err := exec.CommandContext(context.WithoutCancel(c.t.Context()), "sh", "-c",
		`for p in /proc/[0-9]*; do [ "$(readlink "$p/root")" = "$1" ] && tr '\0' ' ' <"$p/cmdline" && echo; done; true`, "sh", c.root).Output()
	if err != nil {
		return nil, fmt.Errorf("listing processes: %w", err)
	}
	return strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' }), nil
}
