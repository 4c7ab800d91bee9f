//go:build !windows

package main

import "foyer/assets"

// notificationIcon returns the colour icon and its file's name.
func notificationIcon() (name string, icon []byte) { return "foyer.svg", assets.AppIcon }
