//go:build !windows && !darwin

package desktop

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// cjkPackages are the packages with a font for Chinese and Japanese, by the families of distributions.
var cjkPackages = []struct {
	family []string
	name   string
}{
	{[]string{"fedora", "rhel", "centos"}, "google-noto-sans-cjk-fonts"},
	{[]string{"arch", "manjaro"}, "noto-fonts-cjk"},
	{[]string{"suse", "opensuse", "opensuse-leap", "opensuse-tumbleweed"}, "google-noto-sans-cjk-fonts"},
	{[]string{"alpine"}, "font-noto-cjk"},
}

// cjkPackage names the package for this system; Debian's where the system is not known.
func cjkPackage() string {
	text, _ := os.ReadFile("/etc/os-release") //nolint:errcheck // a system without it is not known
	return cjkPackageFor(string(text))
}

// cjkPackageFor reads from an os-release file which package it is.
func cjkPackageFor(release string) string {
	var names []string
	for line := range strings.Lines(release) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		if key == "ID" || key == "ID_LIKE" {
			names = append(names, strings.Fields(strings.Trim(value, `"'`))...)
		}
	}
	for _, p := range cjkPackages {
		if slices.ContainsFunc(names, func(name string) bool { return slices.Contains(p.family, name) }) {
			return p.name
		}
	}
	return "fonts-noto-cjk"
}

// fontFolders are where fonts lie: the user's, then the system's.
func fontFolders() []string {
	home, _ := os.UserHomeDir() //nolint:errcheck // without a home there are the system's
	folders := []string{filepath.Join(dataHome(home), "fonts")}
	if home != "" {
		folders = append(folders, filepath.Join(home, ".fonts"))
	}
	shared := os.Getenv("XDG_DATA_DIRS")
	if shared == "" {
		shared = "/usr/local/share:/usr/share"
	}
	for _, folder := range strings.Split(shared, ":") {
		if filepath.IsAbs(folder) {
			folders = append(folders, filepath.Join(folder, "fonts"))
		}
	}
	for _, usual := range []string{"/usr/share/fonts", "/usr/local/share/fonts"} {
		if !slices.Contains(folders, usual) {
			folders = append(folders, usual)
		}
	}
	return folders
}

func dataHome(home string) string {
	if folder := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(folder) {
		return folder
	}
	return filepath.Join(home, ".local", "share")
}
