package profile

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

// taken is what a refusal of a setting has to say, "" and nil where nothing is said.
func taken(k Key) (code string, allowed []string) {
	switch k.Type {
	case Number:
		return CodeBadNumber, []string{strconv.Itoa(k.Min), strconv.Itoa(k.Max)}
	case Choice:
		return CodeBadChoice, k.Choices
	case Switch:
		return CodeBadChoice, []string{"true", "false"}
	}
	return "", nil
}

// Every setting that takes only some values says which, when it is given another.
func TestARefusalSaysWhatWouldBeTaken(t *testing.T) {
	f := written(t, "")
	for _, k := range Keys() {
		for _, value := range []string{"-1", "0", "99999", "nonsense", "1.5", "2147483648000"} {
			if _, ok := k.read(value); ok {
				continue
			}
			e, isFault := errors.AsType[*fault.Error](f.Set(k.Name, value))
			if !isFault || e.Kind != fault.Invalid || e.Words != k.Name {
				t.Errorf("%s = %s: %v", k.Name, value, e)
				continue
			}
			if code, allowed := taken(k); code != "" && (e.Code != code || !slices.Equal(e.Allowed, allowed)) {
				t.Errorf("%s = %s: code %q, allowed %q", k.Name, value, e.Code, e.Allowed)
			}
		}
	}
}

func TestASettingOutOfItsRangeNamesTheRange(t *testing.T) {
	f := written(t, "")
	e, _ := errors.AsType[*fault.Error](f.Set(MeetingsChunk, "0"))
	if diff := cmp.Diff([]string{"1", "500"}, e.Allowed); diff != "" {
		t.Error(diff)
	}
	if e, _ := errors.AsType[*fault.Error](f.Set(ShortcutPaste, "K")); e == nil || e.Code != "bad-chord" {
		t.Errorf("%v", e)
	}
}

func TestAProxyIsWrittenInOneWay(t *testing.T) {
	for value, want := range map[string]string{
		"": "", "  ": "", "none": "none", " NONE ": "none", "http://proxy.example.com:3128": "http://proxy.example.com:3128",
		"HTTP://Proxy.Example.com:3128/": "http://proxy.example.com:3128", "proxy.example.com:3128": "http://proxy.example.com:3128", "proxy": "http://proxy",
		"https://proxy.example.com": "https://proxy.example.com", "socks5://127.0.0.1:1080": "socks5://127.0.0.1:1080", "socks5h://[::1]:1080": "socks5h://[::1]:1080",
	} {
		if got, code := readProxy(value); got != want || code != "" {
			t.Errorf("%q is read as %q, %q; want %q", value, got, code, want)
		}
		if got, code := readProxy(want); got != want || code != "" {
			t.Errorf("%q is not read as itself: %q, %q", want, got, code)
		}
	}
}

func TestNonsenseIsNoProxy(t *testing.T) {
	for _, value := range []string{
		"ftp://proxy.example.com", "socks4://proxy:1080", "http://", "http://:3128", "http://proxy:port", "http://proxy:0", "http://proxy:65536", "http://proxy:",
		"http://proxy/path", "http://proxy?x=y", "http://proxy?", "http://proxy#x", "http://a b:3128", "http://[::1:3128", "://", "http://x/\nx", "http://" + strings.Repeat("x", textLimit),
	} {
		if got, code := readProxy(value); code != CodeBadProxy {
			t.Errorf("%q is taken as %q, %q", value, got, code)
		}
	}
}

// A password in the address of a proxy gets neither into the file nor into what is said about it.
func TestAProxyWithAUserIsRefusedAndNotRepeated(t *testing.T) {
	for _, value := range []string{"http://barbara:hunter2@proxy.example.com:3128", "barbara:hunter2@proxy:3128", "socks5://hunter2@proxy", "http://barbara:hunter2@:99999"} {
		f := written(t, "")
		before := content(t, f)
		e, ok := errors.AsType[*fault.Error](f.Set(NetworkProxy, value))
		if !ok || e.Code != CodeProxySecret || strings.Contains(e.Error(), "hunter2") || content(t, f) != before {
			t.Errorf("%q: %v, and the file holds %q", value, e, content(t, f))
		}
		f = written(t, "[network]\nproxy = \""+value+"\"\n")
		w := f.Warnings()
		if len(w) != 1 || w[0].Code != CodeProxySecret || w[0].Key != NetworkProxy || w[0].Value != "" || f.Values().Network.Proxy != "" {
			t.Errorf("%q in the file: %+v", value, w)
		}
	}
}

func TestABadProxyInTheFileCountsAsNoSetting(t *testing.T) {
	for _, value := range []string{`"ftp://proxy.example.com"`, "7", "true"} {
		f := written(t, "[network]\nproxy = "+value+"\n")
		if w := f.Warnings(); len(w) != 1 || w[0].Key != NetworkProxy || f.Values().Network.Proxy != "" {
			t.Errorf("%s: %+v, proxy %q", value, w, f.Values().Network.Proxy)
		}
	}
}

func FuzzProxy(f *testing.F) {
	for _, seed := range []string{"", "none", "proxy.example.com:3128", "http://a:b@c:1", "socks5://[::1]:1080", "http://%40:1", "http://x\\@y", "HTTP://ＰＲＯＸＹ", "http://[fe80::1%25eth0]:1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		got, code := readProxy(value)
		if code != "" {
			if got != "" {
				t.Errorf("%q is refused with %q and read as %q", value, code, got)
			}
			return
		}
		again, code := readProxy(got)
		if again != got || code != "" || strings.Contains(got, "@") {
			t.Errorf("%q is read as %q, and that as %q, %q", value, got, again, code)
		}
	})
}
