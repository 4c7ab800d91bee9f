package desktop

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// cfHTMLHeader is the header of Windows' "HTML Format". All numbers count bytes from its first one and
// have ten digits, so that the header's own length does not depend on them.
const cfHTMLHeader = "Version:0.9\r\n" +
	"StartHTML:%010d\r\n" +
	"EndHTML:%010d\r\n" +
	"StartFragment:%010d\r\n" +
	"EndFragment:%010d\r\n"

const (
	cfHTMLBefore = "<html><body>\r\n<!--StartFragment-->"
	cfHTMLAfter  = "<!--EndFragment-->\r\n</body></html>"
)

// cfHTML wraps an HTML fragment in UTF-8 into Windows' "HTML Format".
func cfHTML(fragment string) []byte {
	start := len(fmt.Sprintf(cfHTMLHeader, 0, 0, 0, 0))
	startFragment := start + len(cfHTMLBefore)
	endFragment := startFragment + len(fragment)
	end := endFragment + len(cfHTMLAfter)
	out := fmt.Appendf(make([]byte, 0, end), cfHTMLHeader, start, end, startFragment, endFragment)
	out = append(out, cfHTMLBefore...)
	out = append(out, fragment...)
	return append(out, cfHTMLAfter...)
}

var errCFHTML = errors.New("not in HTML Format")

// parseCFHTML returns the fragment that data in "HTML Format" marks. Programs write the header's lines in
// different orders, with any line end, and some end the data with zero bytes.
func parseCFHTML(data []byte) (fragment string, err error) {
	if !bytes.HasPrefix(data, []byte("Version:")) {
		return "", errCFHTML
	}
	start, ok := cfHTMLNumber(data, "StartFragment:")
	if !ok {
		return "", errCFHTML
	}
	end, ok := cfHTMLNumber(data, "EndFragment:")
	if !ok || start > end || end > len(data) {
		return "", errCFHTML
	}
	return string(data[start:end]), nil
}

// cfHTMLNumber reads one number of the header, which ends where the markup begins.
func cfHTMLNumber(data []byte, key string) (int, bool) {
	header, _, _ := bytes.Cut(data, []byte("<"))
	for line := range bytes.FieldsFuncSeq(header, func(r rune) bool { return r == '\r' || r == '\n' }) {
		value, found := bytes.CutPrefix(line, []byte(key))
		if !found {
			continue
		}
		n, err := strconv.ParseUint(string(bytes.TrimSpace(value)), 10, 31)
		return int(n), err == nil
	}
	return 0, false
}
