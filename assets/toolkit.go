package assets

import "embed"

// Toolkit holds what Fyne says itself, such as in file dialogs, as "toolkit/LANGUAGE.json": its own
// translations (BSD 3-Clause, Fyne.io developers) for the languages of ours, and what those lack.
//
//go:embed toolkit/*.json
var Toolkit embed.FS
