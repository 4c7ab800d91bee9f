package desktop

import (
	"encoding/json"
	"net"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"

	"foyer/services/fault"
)

// testScheme is registered by the tests, so that they leave the machine's webexteams handler alone.
const testScheme = "foyer-opener-test"

// register makes the test binary the program for testScheme.
func register(t *testing.T) {
	t.Helper()
	registerAt(t, registry.CURRENT_USER, `Software\Classes\`)
	key, err := registry.OpenKey(registry.CLASSES_ROOT, testScheme, registry.QUERY_VALUE)
	if err == nil {
		key.Close()
		return
	}
	// Older versions of Wine do not show the user's classes among all classes, where its shell looks.
	registerAt(t, registry.CLASSES_ROOT, "")
}

func registerAt(t *testing.T, root registry.Key, path string) {
	t.Helper()
	for _, part := range []string{testScheme, `\shell`, `\open`, `\command`} {
		path += part
		key, _, err := registry.CreateKey(root, path, registry.SET_VALUE)
		if err != nil {
			t.Fatal(err)
		}
		created := path
		t.Cleanup(func() { registry.DeleteKey(root, created) })
		switch part {
		case testScheme:
			err = key.SetStringValue("URL Protocol", "")
		case `\command`:
			err = key.SetStringValue("", `"`+os.Args[0]+`" "%1"`)
		}
		key.Close()
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheRegisteredProgramIsFoundAndGetsTheLink(t *testing.T) {
	var o Opener
	if name, err := o.Handler(t.Context(), testScheme); err != nil || name != "" {
		t.Fatalf("Handler = %q, %v before anything is registered", name, err)
	}
	register(t)
	if name, err := o.Handler(t.Context(), testScheme); err != nil || name != os.Args[0] {
		t.Fatalf("Handler = %q, %v, want %q", name, err, os.Args[0])
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	t.Setenv(handlerEnv, listener.Addr().String())
	url := testScheme + "://im?space=b69a0c50&message=f4f13440&x=%2Ba%20b"
	if err := o.open(t.Context(), url); err != nil {
		t.Fatal(err)
	}
	listener.(*net.TCPListener).SetDeadline(time.Now().Add(soon))
	conn, err := listener.Accept()
	if err != nil {
		t.Fatal("the program was not started:", err)
	}
	defer conn.Close()
	var arguments []string
	if err := json.NewDecoder(conn).Decode(&arguments); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{url}, arguments); diff != "" {
		t.Error(diff)
	}
	if err := o.Wait(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestALinkWithoutAProgramFails(t *testing.T) {
	err := new(Opener).open(t.Context(), "foyer-nobody-opens-this://x")
	e, ok := asError(err)
	if !ok || e.Code != CodeNoHandler && e.Code != CodeOpenFailed {
		t.Errorf("error = %v, want code %s or %s", err, CodeNoHandler, CodeOpenFailed)
	}
}

func TestNoAssociationMeansNoHandler(t *testing.T) {
	if e := wantFault(t, openFault("x-test://y", windows.ERROR_NO_ASSOCIATION), fault.NotConfigured, CodeNoHandler); e.Words != "x-test" {
		t.Errorf("words = %q, want the scheme", e.Words)
	}
}

func TestNothingElseIsOpened(t *testing.T) {
	for _, url := range []string{"", `C:\Windows\notepad.exe`, "file:///C:/Windows/notepad.exe", "notepad", `\\host\share`, "ms-settings:"} {
		if err := new(Opener).Open(t.Context(), url); fault.KindOf(err) != fault.Invalid {
			t.Errorf("Open(%q) = %v, want an invalid link", url, err)
		}
	}
}

func TestChecksOfWindows(t *testing.T) {
	for _, c := range Checks(t.Context()) {
		switch c.Name {
		case "webexteams": // what is installed
		case "fonts":
			wantFonts(t, c)
		default:
			if c.State != OK || c.Detail == "" {
				t.Errorf("%+v, want it to be ok", c)
			}
		}
	}
}

// wantFonts demands what is right for the fonts of this Windows: Wine has none for Chinese and Japanese.
func wantFonts(t *testing.T, got Check) {
	t.Helper()
	if info, err := os.Stat(fontFolders()[0]); err != nil || !info.IsDir() {
		t.Errorf("the folder of Windows's own fonts: %v", err)
	}
	f, err := CJKFont(t.Context())
	if err != nil || f.Package != "" {
		t.Fatalf("%+v, %v, want no package", f, err)
	}
	want := Check{Name: "fonts", State: OK, Detail: f.Name}
	if f.Name == "" {
		want = Check{Name: "fonts", State: Missing, Advice: AdviceNoCJKFont}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
