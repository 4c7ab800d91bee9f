package room

import (
	"bufio"
	"io"
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	icsMoment = "20060102T150405Z"
	// icsLine is how long a line may be, in bytes without its end.
	icsLine = 75
	// nowhereToWrite is the address of people without one, as calendars write it.
	nowhereToWrite = "invalid:nomail"
)

// icsFile writes the lines of an iCalendar file. Flush of out has the error.
type icsFile struct{ out *bufio.Writer }

func newICSFile(w io.Writer) *icsFile { return &icsFile{bufio.NewWriter(w)} }

// raw writes a property whose value is no text. Its line is folded between characters.
func (f *icsFile) raw(name, value string) {
	line := name + ":" + value
	room := icsLine
	for len(line) > room {
		end := room
		for end > 1 && !utf8.RuneStart(line[end]) {
			end--
		}
		_, _ = f.out.WriteString(line[:end] + "\r\n ")
		line, room = line[end:], icsLine-1
	}
	_, _ = f.out.WriteString(line + "\r\n")
}

var icsText = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// text writes a property whose value is a text.
func (f *icsFile) text(name, value string) { f.raw(name, icsText.Replace(plainLines(value))) }

// span writes when a booking is: whole days, if those are days of the zone, else moments.
func (f *icsFile) span(b *Booking, zone *time.Location) {
	first, end := DateOf(b.Start.In(zone)), DateOf(b.End.In(zone))
	if b.AllDay && first.Start(zone).Equal(b.Start) && end.Start(zone).Equal(b.End) {
		f.raw("DTSTART;VALUE=DATE", first.String())
		f.raw("DTEND;VALUE=DATE", end.String())
		return
	}
	f.raw("DTSTART", b.Start.UTC().Format(icsMoment))
	f.raw("DTEND", b.End.UTC().Format(icsMoment))
}

// person writes somebody whom neither a calendar nor its server is to write to.
func (f *icsFile) person(property string, p Person) {
	if p.Name != "" {
		property += `;CN="` + strings.ReplaceAll(strings.ReplaceAll(plainLines(p.Name), "\n", " "), `"`, "'") + `"`
	}
	address := nowhereToWrite
	if strings.Contains(p.Email, "@") {
		address = "mailto:" + url.PathEscape(p.Email)
	}
	f.raw(property+";SCHEDULE-AGENT=NONE", address)
}

// plainLines returns a text with \n alone for line ends and without other control characters.
func plainLines(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\ufffd"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return r
		case r == '\r', r == '\n', r == '\u0085', r == '\u2028', r == '\u2029':
			return '\n'
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, text)
}
