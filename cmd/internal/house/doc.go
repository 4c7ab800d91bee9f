// Package house checks the rules that hold for the whole project: who may import whom, that the
// tray agent stays free of Fyne and of cgo, how long files are, that every sentence is in the
// translations, and some habits that a compiler does not enforce. It has tests only.
package house
