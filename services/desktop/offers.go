package desktop

import "strings"

// htmlPrefix declares the encoding. Programs that find no declaration in text/html guess, or refuse
// the HTML; browsers write this same line before what they copy.
const htmlPrefix = `<meta http-equiv="content-type" content="text/html; charset=utf-8">`

// The names under which X11 and Wayland programs ask for content.
const (
	targetUTF8      = "UTF8_STRING"
	targetString    = "STRING"
	targetText      = "TEXT"
	targetPlain     = "text/plain"
	targetPlainUTF8 = "text/plain;charset=utf-8"
	targetHTML      = "text/html"
	targetPNG       = "image/png"
)

// offer is one kind of content: the target that is asked for, the type of the answer, its bytes.
type offer struct {
	target, kind string
	data         []byte
}

// offers returns what a clip can be pasted as, best first.
func offers(c Clip) []offer {
	var all []offer
	if c.HTML != "" {
		all = append(all, offer{targetHTML, targetHTML, []byte(htmlPrefix + c.HTML)})
	}
	if len(c.PNG) > 0 {
		all = append(all, offer{targetPNG, targetPNG, c.PNG})
	}
	if c.Text != "" {
		text := []byte(c.Text)
		all = append(all,
			offer{targetPlainUTF8, targetPlainUTF8, text},
			offer{targetUTF8, targetUTF8, text},
			offer{targetPlain, targetPlain, text},
			// TEXT leaves the encoding to the owner, who says in the type which one it is.
			offer{targetText, targetUTF8, text},
			offer{targetString, targetString, latin1(c.Text)},
		)
	}
	return all
}

// latin1 returns text in ISO 8859-1, as STRING is defined, with a question mark for what it lacks.
func latin1(text string) []byte {
	out := make([]byte, 0, len(text))
	for _, r := range text {
		if r > 0xff {
			r = '?'
		}
		out = append(out, byte(r))
	}
	return out
}

// holdsText tells whether one of the targets that a clipboard owner offers is text.
func holdsText(targets []string) bool {
	for _, t := range targets {
		switch t {
		case targetUTF8, targetString, targetText, "COMPOUND_TEXT":
			return true
		}
		if strings.HasPrefix(t, targetPlain) {
			return true
		}
	}
	return false
}
