package main

import (
	"encoding/xml"
	"fmt"
	"time"

	"foyer/ui/text"
)

// component is AppStream's description of an application, as software centres show it.
type component struct {
	XMLName         xml.Name    `xml:"component"`
	Type            string      `xml:"type,attr"`
	ID              string      `xml:"id"`
	Name            string      `xml:"name"`
	Summary         []localised `xml:"summary"`
	Developer       string      `xml:"developer_name"`
	MetadataLicense string      `xml:"metadata_license"`
	ProjectLicense  string      `xml:"project_license"`
	Description     paragraphs  `xml:"description"`
	Launchable      typed       `xml:"launchable"`
	Icon            typed       `xml:"icon"`
	Categories      []string    `xml:"categories>category"`
	Provides        []string    `xml:"provides>binary"`
	Controls        []string    `xml:"recommends>control"`
	Releases        []published `xml:"releases>release"`
	Rating          rating      `xml:"content_rating"`
}

type localised struct {
	Language string `xml:"xml:lang,attr,omitempty"`
	Text     string `xml:",chardata"`
}

type paragraphs struct {
	P []localised `xml:"p"`
}

type typed struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

type published struct {
	Version string `xml:"version,attr"`
	Date    string `xml:"date,attr"`
}

type rating struct {
	Type       string      `xml:"type,attr"`
	Attributes []attribute `xml:"content_attribute"`
}

type attribute struct {
	ID   string `xml:"id,attr"`
	Text string `xml:",chardata"`
}

// metainfo returns the AppStream file.
func (r *release) metainfo() ([]byte, error) {
	about := []func(*text.Catalogue) string{
		func(w *text.Catalogue) string { return w.T("packages.about") },
		func(w *text.Catalogue) string { return w.T("packages.about.links") },
		func(w *text.Catalogue) string { return w.T("packages.about.rooms") },
		func(w *text.Catalogue) string { return w.T("packages.about.messages") },
		func(w *text.Catalogue) string { return w.T("packages.about.meetings") },
	}
	c := component{
		Type: "desktop-application", ID: r.ID, Name: r.Name, Developer: authors,
		Summary:         r.localise(func(w *text.Catalogue) string { return w.T("packages.summary") }),
		MetadataLicense: "FSFAP", ProjectLicense: "MIT",
		Launchable: typed{"desktop-id", r.ID + ".desktop"},
		Icon:       typed{"stock", r.ID},
		Categories: []string{"Office", "Calendar"},
		Provides:   []string{r.unixName, r.unixName + "-window"},
		Controls:   []string{"pointing", "keyboard"},
		Releases:   []published{{r.Version, r.date.Format(time.DateOnly)}},
		// People write to each other with it, over a server that their office chose.
		Rating: rating{"oars-1.1", []attribute{{"social-chat", "intense"}}},
	}
	for _, paragraph := range about {
		c.Description.P = append(c.Description.P, r.localise(paragraph)...)
	}
	out, err := xml.MarshalIndent(c, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing the AppStream file: %w", err)
	}
	return append(append([]byte(xml.Header), out...), '\n'), nil
}

// localise returns a text in English and in all languages that say it otherwise.
func (r *release) localise(get func(*text.Catalogue) string) []localised {
	all := []localised{{Text: get(r.words)}}
	for _, l := range r.foreign {
		if there := get(l.words); there != all[0].Text {
			all = append(all, localised{l.locale, there})
		}
	}
	return all
}
