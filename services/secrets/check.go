package secrets

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"foyer/services/fault"
)

// secretName keeps names good for files and for the keyring.
var secretName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,63}$`)

func checkName(op, name string) error {
	if !secretName.MatchString(name) {
		return failure(op, fault.Invalid, CodeBadName, "", nil)
	}
	return nil
}

// valueLimit is what every keyring takes: Windows' has room for 2560 bytes, macOS' for about 3000
// with the names.
const valueLimit = 2000

// checkValue refuses what would break out of a header, and a whole file that was pasted. The kind is
// Invalid for what was typed, and NotConfigured for what was found.
func checkValue(op string, kind fault.Kind, value string) error {
	ok := value != "" && len(value) <= valueLimit && utf8.ValidString(value) && !strings.ContainsFunc(value, unicode.IsControl)
	if !ok {
		return failure(op, kind, CodeUnusable, "", nil)
	}
	return nil
}

// checkChange says whether a secret can be set and removed.
func (k *Keeper) checkChange(op, name string) error {
	if err := checkName(op, name); err != nil {
		return err
	}
	if k.environment(name) != "" {
		return failure(op, fault.Invalid, CodeEnvironment, k.config.Variable(name), nil)
	}
	return nil
}
