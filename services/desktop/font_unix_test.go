//go:build !windows && !darwin

package desktop

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

func TestThePackageWithFontsIsThatOfTheSystem(t *testing.T) {
	for name, c := range map[string]struct{ release, want string }{
		"Debian":       {"PRETTY_NAME=\"Debian\"\nID=debian\n", "fonts-noto-cjk"},
		"Ubuntu":       {"ID=ubuntu\nID_LIKE=debian\n", "fonts-noto-cjk"},
		"Fedora":       {"ID=fedora\n", "google-noto-sans-cjk-fonts"},
		"a rebuild":    {"ID=\"almalinux\"\nID_LIKE=\"rhel centos fedora\"\n", "google-noto-sans-cjk-fonts"},
		"Arch":         {"ID=arch\n", "noto-fonts-cjk"},
		"openSUSE":     {"ID=\"opensuse-leap\"\nID_LIKE=\"suse opensuse\"\n", "google-noto-sans-cjk-fonts"},
		"nobody knows": {"", "fonts-noto-cjk"},
		"nonsense":     {"ID\n=\nVERSION_ID=arch\n", "fonts-noto-cjk"},
	} {
		if got := cjkPackageFor(c.release); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

// folderOf is a folder with these files.
func folderOf(t *testing.T, files map[string][]byte) string {
	t.Helper()
	folder := t.TempDir()
	for name, data := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestAFontIsNamedOnlyWhenItDrawsEveryCharacter(t *testing.T) {
	folder := folderOf(t, map[string][]byte{"a-cjk-regular.ttf": []byte("no font"), "deep/er/go.ttf": goregular.TTF, "half.ttf": goregular.TTF[:900], "note.txt": goregular.TTF})
	for sample, want := range map[string]string{"abc": "Go", cjkSample: "", "a語": ""} {
		got, err := firstFont(t.Context(), []string{filepath.Join(folder, "absent"), folder}, sample)
		if got != want || err != nil {
			t.Errorf("%q is drawn with %q, %v; want %q", sample, got, err, want)
		}
	}
	if got, err := firstFont(t.Context(), nil, "a"); got != "" || err != nil {
		t.Errorf("without folders: %q, %v", got, err)
	}
}

func TestTheLikelyFontIsLookedAtFirst(t *testing.T) {
	names := []string{"unifont.ttf", "NotoSerifCJK-Regular.ttc", "DejaVuSans.ttf", "NotoSansCJK-Bold.ttc", "NotoSansCJK-Regular.ttc", "wqy-zenhei.ttc"}
	slices.SortStableFunc(names, func(a, b string) int { return likeliness(b) - likeliness(a) })
	if want := []string{"NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "NotoSerifCJK-Regular.ttc", "wqy-zenhei.ttc", "unifont.ttf", "DejaVuSans.ttf"}; !slices.Equal(names, want) {
		t.Errorf("got %q", names)
	}
}

func TestTheCheckOfFontsSaysWhatIsDrawnWithOrWhatToInstall(t *testing.T) {
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if got, want := checkFonts(ended), (Check{State: Unknown, Advice: AdviceNoAnswer}); got != want {
		t.Errorf("out of time: %+v", got)
	}
	f, err := CJKFont(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := Check{State: OK, Detail: f.Name}
	if f.Name == "" {
		want = Check{State: Missing, Detail: cjkPackage(), Advice: AdviceNoCJKFont}
	}
	if got := checkFonts(t.Context()); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
