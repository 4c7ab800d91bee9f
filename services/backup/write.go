package backup

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
)

// Part is a part to be written: its name and what gives its content.
type Part struct {
	Name    string
	Content io.Reader
}

// Write writes a backup with these parts. It fills in Format and Parts of the manifest, and ends with ctx.
// An error is that of w, of a part's content, or of ctx.
func Write(ctx context.Context, w io.Writer, m Manifest, parts ...Part) error {
	z := zip.NewWriter(w)
	m.Format, m.Parts = Format, nil
	for _, p := range parts {
		sum, err := writePart(ctx, z, m, p)
		if err != nil {
			return err
		}
		m.Parts = append(m.Parts, sum)
	}
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	f, err := z.CreateHeader(&zip.FileHeader{Name: ManifestPart, Method: zip.Deflate, Modified: m.Made})
	if err != nil {
		return err
	}
	if _, err := f.Write(append(text, '\n')); err != nil {
		return err
	}
	return z.Close()
}

func writePart(ctx context.Context, z *zip.Writer, m Manifest, p Part) (Sum, error) {
	f, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Deflate, Modified: m.Made})
	if err != nil {
		return Sum{}, err
	}
	hash := sha256.New()
	n, err := io.Copy(io.MultiWriter(f, hash), ending{ctx, p.Content})
	return Sum{Name: p.Name, Bytes: n, SHA256: hex.EncodeToString(hash.Sum(nil))}, err
}

// ending reads until ctx ends.
type ending struct {
	ctx context.Context //nolint:containedctx // lives for one copy
	io.Reader
}

func (e ending) Read(b []byte) (int, error) {
	if err := e.ctx.Err(); err != nil {
		return 0, err
	}
	return e.Reader.Read(b)
}
