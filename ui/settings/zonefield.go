package settings

import (
	"strings"
	"time"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// zoneField is the field for the office's time zone, with the time there below it.
type zoneField struct {
	page    *Page
	column  *widget.Column
	entry   *widget.Entry
	words   *widget.Prose
	stored  string
	filling bool // the zone is set by the page, not typed
}

func newZoneField(p *Page) *zoneField {
	say := p.config.Say
	f := &zoneField{page: p, entry: widget.NewEntry("", say.T("room-settings.zone-hint")), words: widget.NewProse("", style.Caption, style.Ink2)}
	f.entry.OnChanged = func(string) {
		if !f.filling {
			f.show()
		}
	}
	f.entry.OnFocus = func(on bool) {
		if !on {
			f.keep()
			return
		}
		p.reveal(f.entry)
	}
	f.entry.OnSubmitted = func(string) { f.keep() }
	f.column = widget.NewColumn(0, widget.Part{Object: caption(say.T("room-settings.zone-field"))},
		widget.Part{Above: style.Unit, Object: f.entry}, widget.Part{Above: style.Unit, Object: f.words})
	return f
}

// take shows the zone as it is now. What is being typed stays, and so does what is no zone.
func (f *zoneField) take(zone string) {
	changed := zone != f.stored
	f.stored = zone
	if _, ok := f.typed(); changed || ok && !f.entry.Focused() {
		if !f.entry.Focused() {
			f.fill(zone)
		}
	}
	f.show()
}

func (f *zoneField) fill(zone string) {
	if f.entry.Text() == zone {
		return
	}
	f.filling = true
	f.entry.SetText(zone)
	f.filling = false
}

// typed returns the zone in the field, time.Local for an empty one, and whether there is one.
func (f *zoneField) typed() (*time.Location, bool) {
	name := f.name()
	if name == "" {
		return time.Local, true
	}
	zone, err := time.LoadLocation(name)
	return zone, err == nil
}

func (f *zoneField) name() string {
	name := strings.TrimSpace(f.entry.Text())
	if name == "Local" {
		return "" // Go's word for that of this computer
	}
	return name
}

// keep stores the zone if it is one and another than before.
func (f *zoneField) keep() {
	if _, ok := f.typed(); !ok {
		f.complain()
		return
	}
	name := f.name()
	f.fill(name)
	f.show()
	if name != f.stored {
		f.stored = name
		f.page.set(KeyRoomsZone, name)
	}
}

// show says which time it is there. A name that is not finished is no mistake yet.
func (f *zoneField) show() {
	zone, ok := f.typed()
	if !ok {
		if f.entry.Focused() {
			f.entry.SetInvalid(false)
			f.say("", style.Ink2)
			return
		}
		f.complain()
		return
	}
	f.entry.SetInvalid(false)
	say, now := f.page.config.Say, f.page.config.Now().In(zone)
	at, abbreviation := say.Clock(now), now.Format("MST")
	if f.name() == "" {
		f.say(say.T("room-settings.zone-here", "Time", at, "Abbreviation", abbreviation), style.Ink2)
		return
	}
	f.say(say.T("room-settings.zone-now", "Time", at, "Abbreviation", abbreviation), style.Ink2)
}

// complain says that there is no such zone.
func (f *zoneField) complain() {
	f.entry.SetInvalid(true)
	f.say(f.page.config.Say.T("room-settings.zone-wrong"), style.InUse)
}

func (f *zoneField) say(words string, c style.Name) {
	f.words.Color, f.words.Hidden = c, words == ""
	f.words.SetText(words)
	f.words.Refresh()
	f.page.remeasure()
}
