package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"
)

// americanEnglish is Windows' number for the language of the version information, which is in
// English like the names of its fields.
const americanEnglish = 0x409

// resources are what Windows reads from a program's file: its icon, who made it, and that it needs
// no rights of an administrator, draws sharply on every screen, and bears long paths.
func (r *release) resources(program, description string) (*winres.ResourceSet, error) {
	pictures, err := r.windowsIcons()
	if err != nil {
		return nil, err
	}
	icon, err := winres.NewIconFromImages(pictures)
	if err != nil {
		return nil, fmt.Errorf("making the icon: %w", err)
	}
	set := &winres.ResourceSet{}
	if err := set.SetIcon(winres.ID(1), icon); err != nil {
		return nil, fmt.Errorf("adding the icon: %w", err)
	}
	set.SetManifest(winres.AppManifest{
		Identity:            winres.AssemblyIdentity{Name: r.ID, Version: r.fourNumbers()},
		Description:         description,
		Compatibility:       winres.Win10AndAbove,
		ExecutionLevel:      winres.AsInvoker,
		DPIAwareness:        winres.DPIPerMonitorV2,
		LongPathAware:       true,
		UseCommonControlsV6: true,
	})
	info := version.Info{FileVersion: r.fourNumbers(), ProductVersion: r.fourNumbers(), Timestamp: r.date}
	for _, field := range []struct{ name, value string }{
		{version.ProductName, r.Name},
		{version.ProductVersion, r.Version},
		{version.FileVersion, r.Version},
		{version.FileDescription, description},
		{version.CompanyName, authors},
		{version.LegalCopyright, "© 2026 " + authors},
		{version.InternalName, program},
		{version.OriginalFilename, program + ".exe"},
	} {
		if err := info.Set(americanEnglish, field.name, field.value); err != nil {
			return nil, fmt.Errorf("adding the version: %w", err)
		}
	}
	set.SetVersionInfo(info)
	return set, nil
}

// fourNumbers is the version as Windows compares it, the build last.
func (r *release) fourNumbers() [4]uint16 {
	var n [4]uint16
	_, _ = fmt.Sscanf(r.Version, "%d.%d.%d", &n[0], &n[1], &n[2]) // its form was checked
	n[3] = uint16(r.Build)
	return n
}

// withResources reads a program for Windows and gives it its resources.
func (r *release) withResources(file, program, description string) ([]byte, error) {
	plain, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("reading a program: %w", err)
	}
	set, err := r.resources(program, description)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := set.WriteToEXE(&out, bytes.NewReader(plain), winres.ForceCheckSum()); err != nil {
		return nil, fmt.Errorf("giving %s its resources: %w", file, err)
	}
	return out.Bytes(), nil
}
