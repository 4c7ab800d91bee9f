package backup

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"foyer/services/fault"
)

// What a backup can be at most. A database shrinks to a tenth or so; one that holds the same again and
// again to a hundredth.
const (
	maxManifest = 64 << 10
	maxSettings = 4 << 20
	maxDatabase = 16 << 30
	maxRatio    = 200
	maxSlack    = 64 << 20
)

const opRead = "reading a backup"

// Archive is an open backup.
type Archive struct {
	Manifest Manifest
	file     *os.File
	parts    map[string]*zip.File
}

// Open opens a backup and reads its manifest. What it says of the parts is checked by Verify and Unpack.
// Errors are *fault.Error with one of the codes.
func Open(path string) (*Archive, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, failure(opRead, CodeUnreadable, err)
	}
	a, err := open(f)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return a, nil
}

// Close closes the file.
func (a *Archive) Close() error { return a.file.Close() }

func open(f *os.File) (*Archive, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, failure(opRead, CodeUnreadable, err)
	}
	if !info.Mode().IsRegular() {
		return nil, failure(opRead, CodeNone, errors.New("not a file"))
	}
	z, err := zip.NewReader(f, info.Size())
	if err != nil {
		return nil, failure(opRead, codeOfBroken(f), err)
	}
	a := &Archive{file: f, parts: map[string]*zip.File{}}
	for _, part := range z.File {
		if !isPart(part.Name) {
			return nil, failure(opRead, CodeNone, errors.New("it holds something that is in no backup"))
		}
		if a.parts[part.Name] != nil {
			return nil, failure(opRead, CodeNone, errors.New("it holds something twice"))
		}
		a.parts[part.Name] = part
	}
	if err := a.readManifest(); err != nil {
		return nil, err
	}
	return a, a.checkParts(info.Size())
}

func isPart(name string) bool {
	return name == ManifestPart || name == DatabasePart || name == SettingsPart
}

// codeOfBroken tells a backup that was cut short from what never was one: the list of what is in a ZIP
// file stands at its end.
func codeOfBroken(f *os.File) string {
	begin := make([]byte, 4)
	if _, err := f.ReadAt(begin, 0); err == nil && bytes.Equal(begin, []byte("PK\x03\x04")) {
		return CodeDamaged
	}
	return CodeNone
}

func (a *Archive) readManifest() error {
	part := a.parts[ManifestPart]
	if part == nil {
		return failure(opRead, CodeNone, errors.New("it has no manifest"))
	}
	if part.UncompressedSize64 > maxManifest {
		return failure(opRead, CodeHuge, nil)
	}
	r, err := part.Open()
	if err != nil {
		return failure(opRead, CodeDamaged, err)
	}
	defer r.Close() //nolint:errcheck // read only
	text, err := io.ReadAll(io.LimitReader(r, maxManifest))
	if err != nil {
		return failure(opRead, CodeDamaged, err)
	}
	if err := json.Unmarshal(text, &a.Manifest); err != nil || a.Manifest.Format < 1 {
		return failure(opRead, CodeNone, errors.Join(errors.New("its manifest cannot be read"), err))
	}
	if a.Manifest.Format > Format {
		return failure(opRead, CodeNewer, fmt.Errorf("format %d", a.Manifest.Format))
	}
	return nil
}

// checkParts compares the manifest with what there is, before anything is unpacked.
func (a *Archive) checkParts(size int64) error {
	if len(a.Manifest.Parts) != len(a.parts)-1 || a.parts[DatabasePart] == nil {
		return failure(opRead, CodeDamaged, errors.New("parts are missing"))
	}
	limits := map[string]int64{DatabasePart: min(maxDatabase, maxSlack+maxRatio*size), SettingsPart: maxSettings}
	for _, sum := range a.Manifest.Parts {
		part := a.parts[sum.Name]
		if part == nil || sum.Name == ManifestPart {
			return failure(opRead, CodeDamaged, errors.New("parts are missing"))
		}
		if sum.Bytes > limits[sum.Name] || part.UncompressedSize64 > uint64(limits[sum.Name]) {
			return failure(opRead, CodeHuge, nil)
		}
	}
	return nil
}

// Verify reads all parts and compares them with the manifest.
func (a *Archive) Verify(ctx context.Context) error {
	for _, sum := range a.Manifest.Parts {
		if err := a.copyPart(ctx, sum, io.Discard); err != nil {
			return err
		}
	}
	return nil
}

// Unpack writes the parts, but for the manifest, into a folder that is there, each as a new file that only
// the user can read, compares them with the manifest and syncs them. After an error some may be there.
func (a *Archive) Unpack(ctx context.Context, dir string) error {
	for _, sum := range a.Manifest.Parts {
		// The name is one of ours: open has looked.
		f, err := os.OpenFile(filepath.Join(dir, sum.Name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			return err
		}
		err = a.copyPart(ctx, sum, f)
		if err == nil {
			err = f.Sync()
		}
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
	}
	return nil
}

// copyPart copies a part and compares it with what the manifest says. It never copies more than that.
func (a *Archive) copyPart(ctx context.Context, sum Sum, to io.Writer) error {
	r, err := a.parts[sum.Name].Open()
	if err != nil {
		return failure(opRead, CodeDamaged, err)
	}
	defer r.Close() //nolint:errcheck // read only
	hash := sha256.New()
	written := &watched{Writer: to}
	n, err := io.Copy(io.MultiWriter(hash, written), io.LimitReader(ending{ctx, r}, sum.Bytes+1))
	switch {
	case written.err != nil:
		return written.err
	case ctx.Err() != nil:
		return &fault.Error{Op: opRead, Service: service, Kind: fault.Cancelled, Err: ctx.Err()}
	case err != nil:
		return failure(opRead, CodeDamaged, err)
	case n != sum.Bytes || hex.EncodeToString(hash.Sum(nil)) != sum.SHA256:
		return failure(opRead, CodeDamaged, fmt.Errorf("%s is not what was written", sum.Name))
	}
	return nil
}

// watched remembers that it was the writing that failed, not the reading.
type watched struct {
	io.Writer
	err error
}

func (w *watched) Write(b []byte) (int, error) {
	n, err := w.Writer.Write(b)
	if err != nil {
		w.err = err
	}
	return n, err
}
