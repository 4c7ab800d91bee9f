package wine

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Go deletes files in a way that wine 8 does not know, and falls back to the older way for every
// refusal but wine's ("not implemented"). So no temporary folder of a test could be removed.
const (
	deletingFile = "src/internal/syscall/windows/at_windows.go"
	fallsBack    = "case STATUS_INVALID_INFO_CLASS,"
	fallsBackToo = "case NTStatus(0xC0000002), STATUS_INVALID_INFO_CLASS,"
)

// Overlay writes an overlay for `go test` into a folder: the one line of the standard library
// that lets tests delete their files in wine 8. The programs are built without it. With a Go that
// has no such line it returns "".
func Overlay(folder string) (string, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return "", fmt.Errorf("finding Go: %w", err)
	}
	original := filepath.Join(strings.TrimSpace(string(root)), filepath.FromSlash(deletingFile))
	source, err := os.ReadFile(original)
	if err != nil {
		return "", fmt.Errorf("reading Go's source: %w", err)
	}
	if !bytes.Contains(source, []byte(fallsBack)) {
		return "", nil
	}
	changed := filepath.Join(folder, "at_windows.go")
	if err := os.WriteFile(changed, bytes.Replace(source, []byte(fallsBack), []byte(fallsBackToo), 1), 0o600); err != nil {
		return "", fmt.Errorf("writing the overlay: %w", err)
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {original: changed}})
	if err != nil {
		return "", fmt.Errorf("writing the overlay: %w", err)
	}
	file := filepath.Join(folder, "overlay.json")
	if err := os.WriteFile(file, overlay, 0o600); err != nil {
		return "", fmt.Errorf("writing the overlay: %w", err)
	}
	return file, nil
}
