package desktop

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/image/font/sfnt"
)

// Font is what this computer draws Chinese and Japanese with.
type Font struct {
	// Name is the font's family, such as "Noto Sans CJK JP"; "" when there is none.
	Name string
	// Package is what brings one on this system, "" where fonts do not come in packages.
	Package string
}

// cjkSample has a character that only simplified Chinese uses, one of Japan's own syllables, and one that
// both write.
const cjkSample = "语あ語"

// CJKFont looks for a font that draws Chinese and Japanese in the folders where the window's toolkit finds
// its fonts, the likely ones first. It reads files until one will do, all of them when there is none, and
// fails when ctx ends before it knows.
func CJKFont(ctx context.Context) (Font, error) {
	name, err := firstFont(ctx, fontFolders(), cjkSample)
	return Font{Name: name, Package: cjkPackage()}, err
}

// firstFont returns the family of a font below the folders that has all characters of a sample, "" when
// none has. Files that cannot be read are passed over.
func firstFont(ctx context.Context, folders []string, sample string) (string, error) {
	files := fontFiles(folders)
	slices.SortStableFunc(files, func(a, b string) int { return likeliness(b) - likeliness(a) })
	for _, path := range files {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		if name := familyWith(path, sample); name != "" {
			return name, nil
		}
	}
	return "", nil
}

// fontFiles lists the font files below folders.
func fontFiles(folders []string) (files []string) {
	for _, folder := range folders {
		_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error { // what cannot be read holds no fonts
			switch strings.ToLower(filepath.Ext(path)) {
			case ".ttf", ".ttc", ".otf", ".otc":
				if err == nil && !d.IsDir() {
					files = append(files, path)
				}
			}
			return nil
		})
	}
	return files
}

// likelyFonts are parts of the names of files with Chinese and Japanese, the likely ones last. Every Windows
// comes with msyh.ttc, among hundreds of others.
var likelyFonts = []string{"serif", "unifont", "gothic", "hei", "sung", "song", "msyh", "han", "cjk"}

// likeliness is larger for a file that is more likely to hold the font that is drawn with.
func likeliness(path string) int {
	name, rank := strings.ToLower(filepath.Base(path)), 0
	for i, part := range likelyFonts {
		if strings.Contains(name, part) {
			rank = 10 * (i + 1)
		}
	}
	if rank > 0 && strings.Contains(name, "regular") {
		rank++
	}
	if strings.Contains(name, "serif") || strings.Contains(name, "mono") {
		rank -= 5
	}
	return rank
}

// familyWith returns the family of the first font in a file, if it has all characters of a sample.
func familyWith(path, sample string) string {
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close() //nolint:errcheck // read only
	fonts, err := sfnt.ParseCollectionReaderAt(file)
	if err != nil {
		return ""
	}
	f, err := fonts.Font(0)
	if err != nil {
		return ""
	}
	var buffer sfnt.Buffer
	for _, r := range sample {
		if glyph, err := f.GlyphIndex(&buffer, r); err != nil || glyph == 0 {
			return ""
		}
	}
	name, err := f.Name(&buffer, sfnt.NameIDFamily)
	if name = strings.TrimSpace(name); err != nil || name == "" || strings.ContainsFunc(name, unicode.IsControl) {
		return filepath.Base(path)
	}
	return name
}

// checkFonts finds out whether Chinese and Japanese can be drawn.
func checkFonts(ctx context.Context) Check {
	f, err := CJKFont(ctx)
	switch {
	case err != nil:
		return Check{State: Unknown, Advice: AdviceNoAnswer}
	case f.Name == "":
		return Check{State: Missing, Detail: f.Package, Advice: AdviceNoCJKFont}
	}
	return Check{State: OK, Detail: f.Name}
}
