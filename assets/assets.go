// Package assets embeds what Foyer draws and says: icons, state shapes, tray shapes and
// translations. It holds no code but the embed.
package assets

import "embed"

// Translations holds one go-i18n JSON file for each room and language, "ROOM.LANGUAGE.json".
//
//go:embed translations/*.json
var Translations embed.FS

// Icons holds the filled outlines for rows, buttons and the rail: "icons/NAME.svg" (24×24) and
// "states/NAME.svg" (16×16).
//
//go:embed icons/*.svg states/*.svg
var Icons embed.FS

// AppIcon is the colour icon of the application, SVG, 64×64.
//
//go:embed foyer-app.svg
var AppIcon []byte
