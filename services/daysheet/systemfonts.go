package daysheet

import (
	"os"
	"path/filepath"
)

// The fonts for East Asian and other scripts that systems come with, by their file names: the Noto fonts
// of Linux first, then what older ones have, Windows' and macOS'.
var systemFonts = []string{
	"NotoSansCJK-Regular.ttc", "NotoSansCJKjp-Regular.otf", "NotoSansJP-Regular.otf", "NotoSansCJK.ttc", "SourceHanSans-Regular.ttc",
	"DroidSansFallbackFull.ttf", "wqy-zenhei.ttc", "wqy-microhei.ttc", "ipagp.ttf", "ipag.ttf", "NanumGothic.ttf",
	"YuGothR.ttc", "meiryo.ttc", "msgothic.ttc", "msyh.ttc", "simsun.ttc", "malgun.ttf", "segoeui.ttf", "seguisym.ttf", "Nirmala.ttf", "LeelawUI.ttf",
	"Hiragino Sans GB.ttc", "ヒラギノ角ゴシック W3.ttc", "AppleSDGothicNeo.ttc", "PingFang.ttc", "Arial Unicode.ttf",
	"NotoSansArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf", "NotoSansThai-Regular.ttf", "NotoSansDevanagari-Regular.ttf",
	"NotoSansArmenian-Regular.ttf", "NotoSansGeorgian-Regular.ttf", "NotoSansSymbols-Regular.ttf", "NotoSansSymbols2-Regular.ttf", "NotoSansMath-Regular.ttf",
	"DejaVuSans.ttf", "unifont.ttf",
}

// folders are where systems keep their fonts, with $HOME and $WINDIR.
var folders = []string{
	"/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/noto", "/usr/share/fonts/noto-cjk", "/usr/share/fonts/google-noto-cjk",
	"/usr/share/fonts/google-noto-sans-cjk-fonts", "/usr/share/fonts/noto", "/usr/share/fonts/truetype/droid", "/usr/share/fonts/truetype/wqy",
	"/usr/share/fonts/opentype/ipafont-gothic", "/usr/share/fonts/truetype/nanum", "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/TTF", "/usr/share/fonts/OTF",
	"$HOME/.local/share/fonts", "$HOME/.fonts",
	"$WINDIR/Fonts",
	"/System/Library/Fonts", "/System/Library/Fonts/Supplemental", "/Library/Fonts", "$HOME/Library/Fonts",
}

// SystemFonts returns the paths of the fonts of this computer that Fonts.Others may be, the best first:
// a few known ones in known places. It reads none of them.
func SystemFonts() []string {
	var found []string
	for _, name := range systemFonts {
		for _, folder := range folders {
			folder = os.ExpandEnv(folder)
			path := filepath.Join(folder, name)
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && filepath.IsAbs(path) {
				found = append(found, path)
				break
			}
		}
	}
	return found
}
