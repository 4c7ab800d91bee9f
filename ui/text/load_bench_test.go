package text_test

import (
	"encoding/json"
	"io/fs"
	"testing"

	"foyer/assets"
	"foyer/ui/text"
)

// BenchmarkLoad makes a catalogue of one language. Its floor reads the same files with encoding/json.
func BenchmarkLoad(b *testing.B) {
	for _, language := range []string{"en", "de", "ja"} {
		b.Run(language, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := text.Load(assets.Translations, language); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(language+"/floor", func(b *testing.B) {
			b.ReportAllocs()
			names, err := fs.Glob(assets.Translations, "translations/*."+language+".json")
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				for _, name := range names {
					data, err := assets.Translations.ReadFile(name)
					if err != nil {
						b.Fatal(err)
					}
					var messages map[string]any
					if err := json.Unmarshal(data, &messages); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
