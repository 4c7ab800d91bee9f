package main

import (
	"bytes"
	"context"
	"crypto/md5" //nolint:gosec // what dpkg compares files with; it protects nothing
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// opened are packages with libraries that the window opens when it runs, by what the display
// offers; no tool sees that it needs them. Without those of X11 it has no window in X11, without
// those of Wayland none in Wayland.
var opened = []string{
	"libegl1", "libwayland-cursor0", "libwayland-egl1", "libx11-6", "libx11-xcb1", "libxcursor1", "libxext6", "libxi6",
	"libxinerama1", "libxkbcommon0", "libxrandr2", "libxrender1", "libxxf86vm1",
}

// recommended are what most desktops have and Foyer can be without: doctor says what is missing.
var recommended = []string{
	"ca-certificates", "dbus-user-session | dbus-x11", "gnome-keyring | libkf5wallet-bin | keepassxc",
	"libdecor-0-plugin-1-cairo | libdecor-0-plugin-1", "libnotify-bin", "tzdata", "xclip | wl-clipboard", "xdg-utils",
}

// overrides tells Debian's checker what is so on purpose.
const overrides = `# It has no C in it, so there is nothing to link with: it starts faster and needs less memory that way.
foyer: statically-linked-binary [usr/bin/foyer]
`

// writeDeb writes the package for Debian and what is made from it.
func (r *release) writeDeb(ctx context.Context, linux tree, to, work string) error {
	t, err := r.debTree(linux)
	if err != nil {
		return err
	}
	folder := filepath.Join(work, "deb")
	if err := t.write(folder, r.date); err != nil {
		return err
	}
	depends, err := r.linked(ctx, work, t)
	if err != nil {
		return err
	}
	control := tree{}
	control.add("DEBIAN/control", r.control(t, depends))
	control.add("DEBIAN/md5sums", md5sums(t))
	if err := control.write(folder, r.date); err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "dpkg-deb", "--root-owner-group", "-Zxz", "--build", folder, to)
	cmd.Env = append(os.Environ(), fmt.Sprintf("SOURCE_DATE_EPOCH=%d", r.date.Unix()))
	if _, err := output(cmd); err != nil {
		return fmt.Errorf("packing the .deb: %w", err)
	}
	return nil
}

// debTree lays the files out as Debian's policy asks.
func (r *release) debTree(linux tree) (tree, error) {
	t := linux.under("usr")
	doc := "usr/share/doc/" + r.unixName + "/"
	t.add(doc+"copyright", copyright(t[doc+"LICENSE"].data))
	delete(t, doc+"LICENSE")
	t.add(doc+"changelog", r.changelog())
	t.add("usr/share/lintian/overrides/"+r.unixName, []byte(overrides))
	zsh := "usr/share/zsh/site-functions/_" + r.unixName
	t["usr/share/zsh/vendor-completions/_"+r.unixName] = t[zsh]
	delete(t, zsh)
	for _, name := range t.paths() {
		if !strings.HasPrefix(name, "usr/share/man/") && name != doc+"changelog" && name != doc+"THIRD-PARTY" {
			continue
		}
		packed, err := gzipped(t[name].data)
		if err != nil {
			return nil, err
		}
		delete(t, name)
		t.add(name+".gz", packed)
	}
	return t, nil
}

// linked asks dpkg which packages hold the libraries that the window is linked with.
func (r *release) linked(ctx context.Context, work string, t tree) (string, error) {
	folder := filepath.Join(work, "linked")
	stub := tree{"bin/window": t["usr/bin/"+r.unixName+"-window"]}
	stub.add("debian/control", []byte("Source: foyer\n\nPackage: foyer\nArchitecture: amd64\n"))
	if err := stub.write(folder, r.date); err != nil {
		return "", err
	}
	cmd := exec.CommandContext(ctx, "dpkg-shlibdeps", "-O", "-ebin/window")
	cmd.Dir = folder
	out, err := output(cmd)
	if err != nil {
		return "", fmt.Errorf("finding the libraries' packages: %w", err)
	}
	depends, ok := strings.CutPrefix(strings.TrimSpace(string(out)), "shlibs:Depends=")
	if !ok || !strings.Contains(depends, "libc6") {
		return "", fmt.Errorf("dpkg-shlibdeps says %q", out)
	}
	return depends, nil
}

// control is the package's own description.
func (r *release) control(t tree, depends string) []byte {
	size := 0
	for _, f := range t {
		size += len(f.data)
	}
	var b bytes.Buffer
	field := func(name, value string) { fmt.Fprintf(&b, "%s: %s\n", name, value) }
	field("Package", r.unixName)
	field("Version", r.Version)
	field("Section", "net")
	field("Priority", "optional")
	field("Architecture", "amd64")
	field("Maintainer", maintainer)
	field("Installed-Size", fmt.Sprint((size+1023)/1024))
	field("Depends", depends+", "+strings.Join(opened, ", "))
	field("Recommends", strings.Join(recommended, ", "))
	field("Suggests", "fonts-noto-cjk")
	field("Description", lowerFirst(strings.TrimPrefix(r.words.T("packages.summary"), "The ")))
	paragraphs := []string{
		r.words.T("packages.about"), r.words.T("packages.about.links"), r.words.T("packages.about.rooms"),
		r.words.T("packages.about.messages"), r.words.T("packages.about.meetings"),
	}
	for i, p := range paragraphs {
		if i > 0 {
			b.WriteString(" .\n")
		}
		for _, line := range wrap(p, 76) {
			b.WriteString(" " + line + "\n")
		}
	}
	return b.Bytes()
}

// md5sums lists the files as dpkg --verify reads them.
func md5sums(t tree) []byte {
	var b bytes.Buffer
	for _, name := range t.paths() {
		fmt.Fprintf(&b, "%x  %s\n", md5.Sum(t[name].data), name) //nolint:gosec // see the import
	}
	return b.Bytes()
}

// changelog says, as Debian does, of what the package is a release.
func (r *release) changelog() []byte {
	return fmt.Appendf(nil, "%s (%s) stable; urgency=medium\n\n  * Release %s.\n\n -- %s  %s\n",
		r.unixName, r.Version, r.Version, maintainer, r.date.Format(time.RFC1123Z))
}

// copyright is our licence in the form that Debian's tools read.
func copyright(licence []byte) []byte {
	var b bytes.Buffer
	b.WriteString("Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: Foyer\n" +
		"Comment: The terms of the work of others that is in the programs are in THIRD-PARTY.gz.\n\n" +
		"Files: *\nCopyright: 2026 " + authors + "\nLicense: MIT\n")
	for line := range strings.Lines(string(licence)) {
		if line = strings.TrimSpace(line); line == "" {
			line = "."
		}
		b.WriteString(" " + line + "\n")
	}
	return b.Bytes()
}
