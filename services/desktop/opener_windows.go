package desktop

import (
	"context"
	"errors"
	"runtime"
	"strings"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"

	"foyer/services/fault"
)

const (
	coinitApartmentThreaded = 0x2
	coinitDisableOLE1DDE    = 0x4
)

// handler looks at the registrations of the scheme, the user's own first, and then at what the user
// chose for it: packaged apps appear only there.
func (o *Opener) handler(_ context.Context, scheme string) (string, error) {
	command := scheme + `\shell\open\command`
	for _, place := range []struct {
		root registry.Key
		path string
	}{
		// CLASSES_ROOT shows both on Windows, but the machine's only under older versions of Wine.
		{registry.CURRENT_USER, `Software\Classes\` + command},
		{registry.CLASSES_ROOT, command},
	} {
		value, err := registryValue(place.root, place.path, "")
		if err != nil {
			return "", err
		}
		if program := commandProgram(value); program != "" {
			return program, nil
		}
	}
	const choices = `Software\Microsoft\Windows\Shell\Associations\UrlAssociations\`
	return registryValue(registry.CURRENT_USER, choices+scheme+`\UserChoice`, "ProgId")
}

// registryValue returns a string of the registry, "" when it is not there.
func registryValue(root registry.Key, path, name string) (string, error) {
	key, err := registry.OpenKey(root, path, registry.QUERY_VALUE)
	if errors.Is(err, registry.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", trouble(opHandler, partOpener, fault.Other, "", "", err)
	}
	defer key.Close()
	value, _, err := key.GetStringValue(name)
	if errors.Is(err, registry.ErrNotExist) || errors.Is(err, registry.ErrUnexpectedType) {
		return "", nil
	}
	if err != nil {
		return "", trouble(opHandler, partOpener, fault.Other, "", "", err)
	}
	return value, nil
}

// open hands the link to the shell on a thread of its own: the shell may load components that need one.
// The link is one argument of one call; no command line is built.
func (o *Opener) open(ctx context.Context, target string) error {
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return trouble(opOpen, partOpener, fault.Other, "", "", err)
	}
	file, err := windows.UTF16PtrFromString(target)
	if err != nil {
		return trouble(opOpen, partOpener, fault.Invalid, "", "", err)
	}
	result := make(chan error, 1)
	o.running.Go(func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		if windows.CoInitializeEx(0, coinitApartmentThreaded|coinitDisableOLE1DDE) == nil {
			defer windows.CoUninitialize()
		}
		result <- windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL)
	})
	select {
	case err := <-result:
		return openFault(target, err)
	case <-ctx.Done():
		return nil // on its way
	}
}

func openFault(target string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, windows.ERROR_NO_ASSOCIATION):
		scheme, _, _ := strings.Cut(target, ":")
		return trouble(opOpen, partOpener, fault.NotConfigured, CodeNoHandler, scheme, err)
	}
	return trouble(opOpen, partOpener, fault.Other, CodeOpenFailed, "", err)
}
