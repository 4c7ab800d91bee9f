// Command packages makes what people install from programs that are built already: a .deb and a
// .tar.gz for Linux, a .zip for Windows, and their check sums. Id, name and version come from
// FyneApp.toml and the words from the translations, so that no file says them twice. The same
// programs and the same commit give the same packages.
//
// It runs on Debian and what is made from it, since only dpkg knows which packages hold the
// libraries that the window is linked with.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
)

// job is what to make of what.
type job struct {
	// root is the project's folder.
	root string
	// linux and windows hold the programs, to takes the packages.
	linux, windows, to string
}

func main() {
	var j job
	flag.StringVar(&j.root, "root", ".", "the project's `folder`")
	flag.StringVar(&j.linux, "linux", "build/release/linux", "the `folder` of the programs for Linux")
	flag.StringVar(&j.windows, "windows", "build/release/windows", "the `folder` of the programs for Windows")
	flag.StringVar(&j.to, "to", "build/packages", "the `folder` that takes the packages")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := j.run(ctx)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "packages:", err)
		os.Exit(1)
	}
}

// run makes all packages anew.
func (j job) run(ctx context.Context) error {
	r, err := newRelease(ctx, j.root)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(j.to); err != nil {
		return fmt.Errorf("clearing the folder for the packages: %w", err)
	}
	if err := os.MkdirAll(j.to, 0o755); err != nil {
		return fmt.Errorf("making the folder for the packages: %w", err)
	}
	// What cannot be made must not look like what was: the folder stays empty until all is there.
	work, err := os.MkdirTemp("", "packages.")
	if err != nil {
		return fmt.Errorf("making a folder to work in: %w", err)
	}
	defer os.RemoveAll(work)
	linux, err := r.linuxTree(ctx, j.linux)
	if err != nil {
		return err
	}
	windows, err := r.windowsTree(ctx, j.windows, work)
	if err != nil {
		return err
	}
	names := []string{
		fmt.Sprintf("%s_%s_amd64.deb", r.unixName, r.Version),
		fmt.Sprintf("%s-%s-linux-amd64.tar.gz", r.unixName, r.Version),
		fmt.Sprintf("%s-%s-windows-amd64.zip", r.unixName, r.Version),
	}
	out := func(i int) string { return filepath.Join(work, names[i]) }
	if err := r.writeDeb(ctx, linux, out(0), work); err != nil {
		return err
	}
	if err := r.writeTarball(linux, out(1)); err != nil {
		return err
	}
	if err := r.writeZip(windows, out(2)); err != nil {
		return err
	}
	return deliver(work, j.to, names)
}
