package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/alecthomas/kong"

	"foyer/assets"
	"foyer/cmd/internal/manual"
	"foyer/ui/text"
)

// silent says nothing: help that nobody asked for needs no translations read before the window is up.
type silent struct{}

func (silent) T(string, ...any) string { return "" }

// helpWords returns the sentences for the help, if the arguments ask for it.
func helpWords(args []string) (manual.Words, error) {
	for _, asks := range []string{"--help", "-h", "--man"} {
		if slices.Contains(args, asks) {
			return text.Load(assets.Translations, text.FromEnvironment()...)
		}
	}
	return silent{}, nil
}

// helpTexts makes the translations known to kong.
func helpTexts(words manual.Words) kong.Vars {
	return kong.Vars{
		"profile": words.T("window.help.profile"),
		"demo":    words.T("window.help.demo"),
		"page":    words.T("window.help.page"),
		"search":  words.T("window.help.search"),
		"again":   words.T("window.help.again"),
		"version": words.T("window.help.version"),
	}
}

// printManual prints the manual page, for those who make packages.
func printManual(model *kong.Application, words manual.Words) int {
	page := manual.Page{
		Version: version,
		Brief:   words.T("window.help.brief"),
		SeeAlso: []string{"foyer(1)"},
		Titles:  manual.TitlesIn(words),
	}
	if err := page.Write(os.Stdout, model); err != nil {
		fmt.Fprintln(os.Stderr, "foyer-window:", err)
		return 1
	}
	return 0
}
