package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"time"
)

//go:embed files/install
var installScript []byte

// gzipped packs data; nothing in it tells when or where.
func gzipped(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("packing: %w", err)
	}
	return b.Bytes(), nil
}

// writeTarball writes the archive for any Linux: the tree as it is, with a script that copies it
// below a prefix and can take it away again.
func (r *release) writeTarball(linux tree, to string) error {
	t := linux.under(fmt.Sprintf("%s-%s", r.unixName, r.Version))
	top := fmt.Sprintf("%s-%s/", r.unixName, r.Version)
	t[top+"install"] = file{data: installScript, program: true}
	t.add(top+"README", []byte(r.note(r.words.T("packages.note.linux"))))
	return create(to, func(out io.Writer) error {
		packed, err := gzip.NewWriterLevel(out, gzip.BestCompression)
		if err != nil {
			return err
		}
		w := tar.NewWriter(packed)
		for _, dir := range t.folders() {
			header := &tar.Header{Typeflag: tar.TypeDir, Name: dir + "/", Mode: 0o755, ModTime: r.date, Format: tar.FormatGNU}
			if err := w.WriteHeader(header); err != nil {
				return err
			}
		}
		for _, name := range t.paths() {
			f := t[name]
			header := &tar.Header{Name: name, Mode: int64(f.mode()), Size: int64(len(f.data)), ModTime: r.date, Format: tar.FormatGNU}
			if err := w.WriteHeader(header); err != nil {
				return err
			}
			if _, err := w.Write(f.data); err != nil {
				return err
			}
		}
		return errors.Join(w.Close(), packed.Close())
	})
}

// writeZip writes the archive for Windows.
func (r *release) writeZip(windows tree, to string) error {
	t := windows.under(fmt.Sprintf("%s-%s", r.Name, r.Version))
	return create(to, func(out io.Writer) error {
		w := zip.NewWriter(out)
		for _, name := range t.paths() {
			header := &zip.FileHeader{Name: path.Clean(name), Method: zip.Deflate, Modified: r.date}
			header.SetMode(t[name].mode())
			entry, err := w.CreateHeader(header)
			if err != nil {
				return err
			}
			if _, err := entry.Write(t[name].data); err != nil {
				return err
			}
		}
		return w.Close()
	})
}

// note is the text that lies beside the programs.
func (r *release) note(how string) string {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s, %s\n\n", r.Name, r.Version, r.date.Format(time.DateOnly))
	for _, p := range []string{r.words.T("packages.about"), how, r.words.T("packages.note.licence")} {
		for _, line := range wrap(p, 78) {
			b.WriteString(line + "\n")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func create(to string, fill func(io.Writer) error) error {
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o644)
	if err != nil {
		return fmt.Errorf("writing a package: %w", err)
	}
	if err := errors.Join(fill(out), out.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", path.Base(to), err)
	}
	return nil
}
