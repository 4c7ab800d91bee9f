package transport

import (
	"encoding/json"
	"errors"
	"html"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

const mask = "••••"

// Redact returns text without the secrets, in all spellings in which a server or a library may repeat
// them: as they are, percent-encoded, as JSON, as HTML, quoted.
func Redact(text string, secrets []string) string {
	var spellings []string
	for _, secret := range secrets {
		if secret != "" {
			spellings = append(spellings, spell(secret)...)
		}
	}
	slices.SortFunc(spellings, func(a, b string) int { return len(b) - len(a) })
	pairs := make([]string, 0, 2*len(spellings))
	for _, s := range slices.Compact(spellings) {
		pairs = append(pairs, s, mask)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

func spell(secret string) []string {
	quoted := strconv.Quote(secret)
	all := []string{
		secret, strings.TrimSpace(secret),
		url.QueryEscape(secret), url.PathEscape(secret), strings.ReplaceAll(url.QueryEscape(secret), "+", "%20"),
		(&url.URL{Path: secret}).EscapedPath(), html.EscapeString(secret), quoted[1 : len(quoted)-1],
	}
	if encoded, err := json.Marshal(secret); err == nil {
		all = append(all, string(encoded[1:len(encoded)-1]))
	}
	for _, s := range all {
		all = append(all, lowerHex(s))
	}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// lowerHex writes percent-encoded bytes as some servers do: %2f.
func lowerHex(s string) string {
	b := []byte(s)
	for i := 0; i+2 < len(b); i++ {
		if b[i] == '%' {
			copy(b[i+1:i+3], strings.ToLower(s[i+1:i+3]))
		}
	}
	return string(b)
}

// concealed is a cause that shows no secret. What it hides can be compared with errors.Is, but not
// be taken out.
type concealed struct {
	text string
	err  error
}

// quotes are what libraries quote of what came, which may be a part of a secret that nobody recognizes.
var quotes = regexp.MustCompile(`"(?:[^"\\]|\\.)*"?`)

func conceal(err error, secrets []string) error {
	text := quotes.ReplaceAllLiteralString(Redact(err.Error(), secrets), `"…"`)
	return &concealed{text: bound(text), err: err}
}

func (e *concealed) Error() string { return e.text }

// Is lets errors.Is see through.
func (e *concealed) Is(target error) bool { return errors.Is(e.err, target) }
