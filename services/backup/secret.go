package backup

import "regexp"

// Foyer writes no secret into its settings, but a person may have: a password in an address, or a key
// that Foyer does not know.
var (
	inAddress = regexp.MustCompile(`(://)[^/\s"'@]*@`)
	inKey     = regexp.MustCompile(`(?im)^([ \t]*(?:[\w."'-]*\.)?["']?[\w-]*(?:password|passwort|passwd|passphrase|secret|token|api-?_?key|app-?_?key)["']?[ \t]*=[ \t]*)("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s#]+)`)
)

// WithoutSecrets returns the text of a settings file without what may be a secret, and whether there was
// any. The rest stays as it is.
func WithoutSecrets(settings []byte) ([]byte, bool) {
	clean := inAddress.ReplaceAll(settings, []byte("$1"))
	clean = inKey.ReplaceAll(clean, []byte(`$1""`))
	return clean, string(clean) != string(settings)
}
