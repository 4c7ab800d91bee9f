package main

import "foyer/assets"

// notificationIcon returns the icon and its file's name. A balloon of Windows takes an .ico only,
// and stands beside the same picture in the tray.
func notificationIcon() (name string, icon []byte) {
	icon, err := assets.Tray.ReadFile("tray/foyer-well-ink.ico")
	if err != nil {
		panic(err) // it is embedded
	}
	return "foyer.ico", icon
}
