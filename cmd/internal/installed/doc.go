// Package installed holds tests of the packages that `make package` makes: what is in them, that
// the checkers of those who pass programs on find nothing, and that they work where people install
// them: the .deb in a clean Debian, the archive in an odd folder, the .zip in wine.
//
// The tests have the build tag packaged: `make test-package` makes the packages and runs them. They
// run as root, since a clean system is entered with chroot.
package installed
