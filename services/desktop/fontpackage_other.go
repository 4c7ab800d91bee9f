//go:build windows || darwin

package desktop

import (
	"os"
	"path/filepath"
	"runtime"
)

// cjkPackage names no package: such fonts come with the system.
func cjkPackage() string { return "" }

// fontFolders are where fonts lie.
func fontFolders() []string {
	if runtime.GOOS == "windows" {
		return []string{filepath.Join(os.Getenv("WINDIR"), "Fonts"), filepath.Join(os.Getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")}
	}
	home, _ := os.UserHomeDir() //nolint:errcheck // without a home there are the system's
	return []string{"/System/Library/Fonts", "/Library/Fonts", filepath.Join(home, "Library", "Fonts")}
}
