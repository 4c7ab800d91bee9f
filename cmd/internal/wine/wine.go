// Package wine prepares a private Windows inside a throw-away desktop, so that Foyer's Windows
// programs and tests are run and not only compiled. It needs wine and mingw-w64.
package wine

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"foyer/cmd/internal/session"
)

//go:embed stub/bcryptprimitives.c
var stub []byte

// Desktop is a throw-away desktop with a Windows in it.
type Desktop struct {
	*session.Session
	// Drive is the folder that Windows calls C:.
	Drive string
}

// Start starts a desktop and prepares Windows in it; that takes some seconds. Close ends both.
func Start(ctx context.Context, opts session.Options) (*Desktop, error) {
	opts.Env = append(opts.Env,
		"WINEDEBUG=-all",
		"WINEARCH=win64",
		// Neither .NET nor a browser is needed; without this wine asks whether to fetch them.
		"WINEDLLOVERRIDES=mscoree,mshtml=",
	)
	s, err := session.Start(ctx, opts)
	if err != nil {
		return nil, err
	}
	d := &Desktop{Session: s, Drive: filepath.Join(s.Getenv("HOME"), ".wine", "drive_c")}
	if err := d.prepare(ctx); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

func (d *Desktop) prepare(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Minute)
	defer cancel()
	if _, err := d.Run(ctx, nil, "wineboot", "--init"); err != nil {
		return fmt.Errorf("preparing Windows: %w", err)
	}
	if _, err := d.Run(ctx, nil, "wineserver", "--wait"); err != nil {
		return fmt.Errorf("preparing Windows: %w", err)
	}
	source := d.Path("bcryptprimitives.c")
	if err := os.WriteFile(source, stub, 0o600); err != nil {
		return fmt.Errorf("preparing Windows: %w", err)
	}
	library := filepath.Join(d.Drive, "windows", "system32", "bcryptprimitives.dll")
	if _, err := d.Run(ctx, nil, "x86_64-w64-mingw32-gcc", "-shared", "-O1", "-o", library, source, "-ladvapi32"); err != nil {
		return fmt.Errorf("preparing Windows: %w", err)
	}
	return nil
}

// Close ends everything that runs in Windows, and then the desktop.
func (d *Desktop) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	_, _ = d.Run(ctx, nil, "wineserver", "--kill") // says nothing useful when nothing runs
	_, _ = d.Run(ctx, nil, "wineserver", "--wait")
	return d.Session.Close()
}

// Install copies programs to C:\foyer and returns the folder.
func (d *Desktop) Install(programs ...string) (string, error) {
	folder := filepath.Join(d.Drive, "foyer")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", fmt.Errorf("installing programs: %w", err)
	}
	for _, program := range programs {
		data, err := os.ReadFile(program)
		if err != nil {
			return "", fmt.Errorf("installing programs: %w", err)
		}
		if err := os.WriteFile(filepath.Join(folder, filepath.Base(program)), data, 0o755); err != nil {
			return "", fmt.Errorf("installing programs: %w", err)
		}
	}
	return folder, nil
}

// Unix translates a path on C: to one of this machine's.
func (d *Desktop) Unix(path string) string {
	rest := strings.TrimPrefix(strings.ReplaceAll(path, `\`, "/"), "C:/")
	return filepath.Join(d.Drive, filepath.FromSlash(rest))
}
