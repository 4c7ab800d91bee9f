package main

import (
	"encoding/binary"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/cmd/internal/drawing"
)

const square = `<svg xmlns="http://www.w3.org/2000/svg" width="22" height="22" viewBox="0 0 22 22"><path fill="#1F2328" d="M0 0L11 0L11 22L0 22Z"/></svg>`

func TestOneOutlineBecomesAllPictures(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.svg"), []byte(square), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := run(folder); err != nil {
		t.Fatal(err)
	}
	made, err := filepath.Glob(filepath.Join(folder, "a-*"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range made {
		made[i] = filepath.Base(made[i])
	}
	want := strings.Fields("a-ink-22.png a-ink-24.png a-ink-32.png a-ink-44.png a-ink-64.png a-ink.ico " +
		"a-white-22.png a-white-24.png a-white-32.png a-white-44.png a-white-64.png a-white.ico")
	if diff := cmp.Diff(want, made); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestAFolderWithoutOutlinesIsAnError(t *testing.T) {
	if err := run(t.TempDir()); err == nil {
		t.Error("no error")
	}
}

func TestIconEntriesPointAtTheirBitmaps(t *testing.T) {
	small, err := drawing.Draw(square, 16)
	if err != nil {
		t.Fatal(err)
	}
	large, err := drawing.Draw(square, 32)
	if err != nil {
		t.Fatal(err)
	}
	sizes := []int{16, 32}
	ico := encodeICO([]*image.NRGBA{small, large})
	for i, size := range sizes {
		entry := ico[icoHead+i*icoEntry:]
		length, offset := binary.LittleEndian.Uint32(entry[8:]), binary.LittleEndian.Uint32(entry[12:])
		if int(offset+length) > len(ico) {
			t.Fatalf("entry %d ends at %d of %d bytes", i, offset+length, len(ico))
		}
		dib := ico[offset : offset+length]
		if got := binary.LittleEndian.Uint32(dib[4:]); int(got) != size {
			t.Errorf("entry %d is %d wide, want %d", i, got, size)
		}
		// The first pixel is that of the lower left corner: ink, as BGRA.
		if diff := cmp.Diff([]byte{0x28, 0x23, 0x1f, 0xff}, dib[dibHead:dibHead+4]); diff != "" {
			t.Errorf("entry %d, first pixel (-want +got):\n%s", i, diff)
		}
	}
}
