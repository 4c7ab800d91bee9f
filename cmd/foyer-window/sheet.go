package main

import (
	"io"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"foyer/services/daysheet"
	"foyer/ui/rooms"
	"foyer/ui/text"
)

// printRooms writes a day of rooms as a PDF, in the window's fonts and on the paper of the country.
func printRooms(w io.Writer, s rooms.Sheet) ([]rune, error) {
	fonts := theme.DefaultTheme()
	sheet := daysheet.Sheet{Board: s.Board, Veiled: s.Veiled, Words: daysheet.Words(s.Words), At: s.At, Paper: daysheet.A4, Fonts: daysheet.Fonts{
		Regular: fonts.Font(fyne.TextStyle{}).Content(),
		Bold:    fonts.Font(fyne.TextStyle{Bold: true}).Content(),
		Others:  daysheet.SystemFonts(),
	}}
	if text.LetterPaper(os.Getenv("LC_PAPER"), os.Getenv("LC_ALL"), lang.SystemLocale().LanguageString()) {
		sheet.Paper = daysheet.Letter
	}
	result, err := daysheet.Write(w, sheet)
	return result.Missing, err
}
