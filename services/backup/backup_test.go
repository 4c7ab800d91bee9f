package backup

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

var made = time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)

const database, settings = "SQLite format 3\x00 and much more of it", "[look]\ntheme = \"dark\"\n"

func manifest() Manifest {
	return Manifest{Foyer: "1.2.3", Schema: 4, Made: made, Counts: Counts{Links: 3, Messages: 2, Waiting: 1}}
}

func parts() []Part {
	return []Part{{DatabasePart, strings.NewReader(database)}, {SettingsPart, strings.NewReader(settings)}}
}

// written is the content of a backup.
func written(t testing.TB, parts ...Part) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(t.Context(), &b, manifest(), parts...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func stored(t testing.TB, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.foyer-backup")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// unpack opens a backup and unpacks it into a new folder.
func unpack(t testing.TB, content []byte) (dir string, m Manifest, err error) {
	t.Helper()
	a, err := Open(stored(t, content))
	if err != nil {
		return "", m, err
	}
	defer a.Close()
	if err := a.Verify(t.Context()); err != nil {
		return "", m, err
	}
	dir = t.TempDir()
	return dir, a.Manifest, a.Unpack(t.Context(), dir)
}

func TestWhatIsBackedUpComesBack(t *testing.T) {
	dir, m, err := unpack(t, written(t, parts()...))
	if err != nil {
		t.Fatal(err)
	}
	want := manifest()
	want.Format = Format
	for _, p := range []struct{ name, text string }{{DatabasePart, database}, {SettingsPart, settings}} {
		if got, err := os.ReadFile(filepath.Join(dir, p.name)); err != nil || string(got) != p.text {
			t.Errorf("%s is %q, %v", p.name, got, err)
		}
		want.Parts = append(want.Parts, Sum{Name: p.name, Bytes: int64(len(p.text))})
	}
	for i, sum := range m.Parts {
		if len(sum.SHA256) != 64 {
			t.Errorf("the sum is %q", sum.SHA256)
		}
		m.Parts[i].SHA256 = ""
	}
	if d := cmp.Diff(want, m); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if _, _, err := unpack(t, written(t, parts()[0])); err != nil {
		t.Errorf("without settings: %v", err)
	}
}

func wantCode(t testing.TB, rule string, err error, codes ...string) {
	t.Helper()
	e, ok := errors.AsType[*fault.Error](err)
	if !ok || e.Kind != fault.Invalid {
		t.Errorf("%s: %v, want one of %q", rule, err, codes)
		return
	}
	for _, c := range codes {
		if e.Code == c {
			return
		}
	}
	t.Errorf("%s: %q (%v), want one of %q", rule, e.Code, err, codes)
}

func TestNoBackupThatIsCutShortIsTaken(t *testing.T) {
	whole := written(t, parts()...)
	for n := range len(whole) {
		_, _, err := unpack(t, whole[:n])
		wantCode(t, "cut", err, CodeDamaged, CodeNone)
		if n > 100 {
			wantCode(t, "cut late", err, CodeDamaged)
		}
		if t.Failed() {
			t.Fatalf("after %d of %d bytes", n, len(whole))
		}
	}
}

func TestNoDamagedByteChangesWhatComesBack(t *testing.T) {
	whole := written(t, parts()...)
	refused := 0
	for n := range len(whole) {
		spoiled := bytes.Clone(whole)
		spoiled[n] ^= 0x55
		dir, _, err := unpack(t, spoiled)
		if err != nil {
			wantCode(t, "spoiled", err, CodeDamaged, CodeNone, CodeNewer, CodeHuge)
			refused++
			continue
		}
		// Times and the like: what is in the parts is what was there.
		if got, _ := os.ReadFile(filepath.Join(dir, DatabasePart)); string(got) != database {
			t.Errorf("byte %d: the database is %q", n, got)
		}
	}
	if refused < len(whole)/2 {
		t.Errorf("only %d of %d were refused", refused, len(whole))
	}
}

func TestWhatIsNoBackupIsRefused(t *testing.T) {
	pack := func(entries ...[2]string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, e := range entries {
			f, err := z.Create(e[0])
			if err == nil {
				_, err = io.WriteString(f, e[1])
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	text := func(edit func(*Manifest)) string {
		m := manifest()
		m.Format, m.Parts = Format, []Sum{{Name: DatabasePart, Bytes: 2, SHA256: "00"}}
		edit(&m)
		b, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	as := func(*Manifest) {}
	db := [2]string{DatabasePart, "db"}
	for rule, c := range map[string]struct {
		content []byte
		code    string
	}{
		"nothing":                     {nil, CodeNone},
		"text":                        {[]byte(strings.Repeat("this is a letter ", 1000)), CodeNone},
		"an empty ZIP":                {pack(), CodeNone},
		"other files":                 {pack([2]string{"letter.txt", "Dear"}), CodeNone},
		"no manifest":                 {pack(db), CodeNone},
		"no JSON":                     {pack(db, [2]string{ManifestPart, "{"}), CodeNone},
		"other JSON":                  {pack(db, [2]string{ManifestPart, "{}"}), CodeNone},
		"a path upwards":              {pack(db, [2]string{"../../evil", "x"}, [2]string{ManifestPart, text(as)}), CodeNone},
		"a path":                      {pack([2]string{"/foyer.db", "db"}, [2]string{ManifestPart, text(as)}), CodeNone},
		"backslashes":                 {pack([2]string{`..\foyer.db`, "db"}, [2]string{ManifestPart, text(as)}), CodeNone},
		"a folder":                    {pack([2]string{"foyer.db/", ""}, [2]string{ManifestPart, text(as)}), CodeNone},
		"twice the same":              {pack(db, db, [2]string{ManifestPart, text(as)}), CodeNone},
		"no database":                 {pack([2]string{SettingsPart, "x"}, [2]string{ManifestPart, text(as)}), CodeDamaged},
		"manifest alone":              {pack([2]string{ManifestPart, text(as)}), CodeDamaged},
		"itself a part":               {pack(db, [2]string{ManifestPart, text(func(m *Manifest) { m.Parts[0].Name = ManifestPart })}), CodeDamaged},
		"an unknown part":             {pack(db, [2]string{ManifestPart, text(func(m *Manifest) { m.Parts[0].Name = "../x" })}), CodeDamaged},
		"a wrong sum":                 {pack(db, [2]string{ManifestPart, text(as)}), CodeDamaged},
		"a wrong size":                {pack(db, [2]string{ManifestPart, text(func(m *Manifest) { m.Parts[0].Bytes = 1 })}), CodeDamaged},
		"a negative size":             {pack(db, [2]string{ManifestPart, text(func(m *Manifest) { m.Parts[0].Bytes = -1 })}), CodeDamaged},
		"newer":                       {pack(db, [2]string{"manifest.json", text(func(m *Manifest) { m.Format = Format + 1 })}), CodeNewer},
		"a huge manifest":             {pack(db, [2]string{ManifestPart, strings.Repeat(" ", maxManifest+1)}), CodeHuge},
		"huge settings":               {pack(db, [2]string{SettingsPart, strings.Repeat("#", maxSettings+1)}, [2]string{ManifestPart, text(func(m *Manifest) { m.Parts = append(m.Parts, Sum{Name: SettingsPart}) })}), CodeHuge},
		"a bomb":                      {pack([2]string{DatabasePart, strings.Repeat("\x00", maxSlack+100<<20)}, [2]string{ManifestPart, text(as)}), CodeHuge},
		"a bomb that says it is none": {bomb(t, text(as)), CodeDamaged},
	} {
		_, _, err := unpack(t, c.content)
		wantCode(t, rule, err, c.code)
	}
	for _, path := range []string{t.TempDir(), filepath.Join(t.TempDir(), "absent")} {
		_, err := Open(path)
		wantCode(t, path, err, CodeNone, CodeUnreadable)
	}
}

// bomb is a backup whose list says that the database is small, and whose database goes on and on.
func bomb(t testing.TB, manifest string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	var packed bytes.Buffer
	inner := zip.NewWriter(&packed)
	f, err := inner.Create("x")
	if err == nil {
		_, err = io.CopyN(f, zeros{}, 300<<20)
	}
	if err := errors.Join(err, inner.Close()); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := r.File[0].OpenRaw()
	if err != nil {
		t.Fatal(err)
	}
	f, err = z.CreateRaw(&zip.FileHeader{Name: DatabasePart, Method: zip.Deflate, CompressedSize64: r.File[0].CompressedSize64, UncompressedSize64: 2})
	if err == nil {
		_, err = io.Copy(f, raw)
	}
	if err != nil {
		t.Fatal(err)
	}
	f, err = z.Create(ManifestPart)
	if err == nil {
		_, err = io.WriteString(f, manifest)
	}
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

// full is a disk with room for so many bytes.
type full struct{ room int }

func (f *full) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, syscall.ENOSPC
	}
	return len(b), nil
}

func TestWhatCannotBeWrittenOrReadIsSaid(t *testing.T) {
	whole := len(written(t, parts()...))
	for room := 0; room < whole; room += 50 {
		if err := Write(t.Context(), &full{room}, manifest(), parts()...); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("with room for %d bytes: %v", room, err)
		}
	}
	broken := errors.New("the disk is broken")
	if err := Write(t.Context(), io.Discard, manifest(), Part{DatabasePart, io.MultiReader(strings.NewReader("x"), failing{broken})}); !errors.Is(err, broken) {
		t.Errorf("a part that cannot be read: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Write(ctx, io.Discard, manifest(), parts()...); !errors.Is(err, context.Canceled) {
		t.Errorf("after giving up: %v", err)
	}
	a, err := Open(stored(t, written(t, parts()...)))
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if err := a.Verify(ctx); fault.KindOf(err) != fault.Cancelled {
		t.Errorf("after giving up: %v", err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, DatabasePart), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := a.Unpack(t.Context(), dir); !errors.Is(err, os.ErrExist) {
		t.Errorf("onto a file that is there: %v", err)
	}
	if err := a.Unpack(t.Context(), filepath.Join(dir, "absent")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("into a folder that is not there: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestSettingsAreBackedUpWithoutSecrets(t *testing.T) {
	for text, want := range map[string]string{
		settings: settings,
		"[network]\nproxy = \"http://barbara:s3cret@proxy.example.com:3128\" # ours": "[network]\nproxy = \"http://proxy.example.com:3128\" # ours",
		"proxy = 'http://tok@proxy.example.com'\nnext = 1":                           "proxy = 'http://proxy.example.com'\nnext = 1",
		"[chat-messenger]\ntoken = \"abc\\\"def\"\nurl = \"https://a.example.com\"":  "[chat-messenger]\ntoken = \"\"\nurl = \"https://a.example.com\"",
		"huawei-meeting.password = 'p'\nApp_Key=\"k\"\napi-token = 12 # x":           "huawei-meeting.password = \"\"\nApp_Key=\"\"\napi-token = \"\" # x",
		"client-key = \"/home/b/key.pem\"\nkey = \"x\"\n# token = none\n":            "client-key = \"/home/b/key.pem\"\nkey = \"x\"\n# token = none\n",
		"text = \"write to barbara@example.com\"\n":                                  "text = \"write to barbara@example.com\"\n",
	} {
		got, found := WithoutSecrets([]byte(text))
		if string(got) != want || found != (text != want) {
			t.Errorf("%q became %q (%v), want %q", text, got, found, want)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(written(f, parts()...))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, content []byte) {
		_, _, err := unpack(t, content)
		if err != nil {
			wantCode(t, "fuzzed", err, CodeDamaged, CodeNone, CodeNewer, CodeHuge)
		}
	})
}
