package plain

import "testing"

func TestBareParametersOfOldCardsGetTheirNames(t *testing.T) {
	for line, want := range map[string]string{
		"TEL;WORK;VOICE:+49 1":                        "TEL;TYPE=WORK;TYPE=VOICE:+49 1",
		"FN;CHARSET=UTF-8;quoted-printable:J=C3=B6rg": "FN;CHARSET=UTF-8;ENCODING=quoted-printable:J=C3=B6rg",
		"PHOTO;JPEG;BASE64:x;y":                       "PHOTO;TYPE=JPEG;ENCODING=BASE64:x;y",
		"TEL:1;2":                                     "TEL:1;2",
		`ADR;LABEL="a;b":c`:                           `ADR;LABEL="a;b":c`,
		"no colon;here":                               "no colon;here",
		"":                                            "",
	} {
		if got := CardLine(line); got != want {
			t.Errorf("%q becomes %q, want %q", line, got, want)
		}
	}
}
