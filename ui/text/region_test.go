package text

import "testing"

func TestTheChoicesOfWindowsBecomeALocale(t *testing.T) {
	for _, c := range []struct{ format, digit, want string }{
		{"HH:mm:ss", "0", "-u-fw-mon-hc-h23"},
		{"h:mm:ss tt", "6", "-u-fw-sun-hc-h12"},
		{"tth:mm", "5", "-u-fw-sat-hc-h12"},
		{"H.mm", "", "-u-hc-h23"},
		{"", "0", "-u-fw-mon"},
		{"", "", ""},
		{"odd", "9", ""},
	} {
		if got := regionExtension(c.format, c.digit); got != c.want {
			t.Errorf("%q, %q: got %q, want %q", c.format, c.digit, got, c.want)
		}
		if _, ok := parseLocale("en-US" + c.want); !ok {
			t.Errorf("en-US%s is no locale", c.want)
		}
	}
}
