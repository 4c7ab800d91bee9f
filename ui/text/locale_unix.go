//go:build !windows && !darwin

package text

// SystemLanguages returns the languages that the user reads, most wanted first.
func SystemLanguages() []string { return FromEnvironment() }

// SystemRegion returns the locales that say how the user writes times, the deciding one first.
func SystemRegion() []string { return RegionFromEnvironment() }
