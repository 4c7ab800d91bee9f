package profile

import (
	"bytes"
	"io"
	"os"

	"github.com/BurntSushi/toml"
)

// ChosenLanguage returns the language that is set in a profile (LookLanguage), for what is said before
// the settings are opened: the folder is override or the user's own, that of the demo office for demo. It
// makes no folder and moves no file; what cannot be read chooses none, "".
func ChosenLanguage(override string, demo bool) string {
	dirs, err := own(override)
	if demo && err == nil {
		dirs, err = own(demoFolder(dirs))
	}
	if err != nil {
		return ""
	}
	file, err := os.Open(dirs.Settings())
	if err != nil {
		return ""
	}
	defer file.Close() //nolint:errcheck // read only
	text, err := io.ReadAll(io.LimitReader(file, sizeLimit+1))
	if err != nil || len(text) > sizeLimit || !bytes.Contains(text, []byte("language")) {
		return "" // the usual case, without reading the file as TOML
	}
	var said struct {
		Look struct{ Language string }
	}
	if err := toml.Unmarshal(bytes.TrimPrefix(text, []byte("\ufeff")), &said); err != nil {
		return ""
	}
	return said.Look.Language
}
