package meeting

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestEverySpellingOfANumberBecomesOne(t *testing.T) {
	for typed, want := range map[string]string{
		"8001":                 "8001",
		"+99111283523475338":   "+99111283523475338",
		" +48 22 123 45 67 ":   "+48221234567",
		"+49 (0)30 1234-56":    "+4930123456",
		"(+49) (0) 30.1234.56": "+4930123456",
		"+49[0]30 1234":        "+49301234",
		"0049 30 1234567":      "+49301234567",
		"0049 (0)30 1234567":   "+49301234567",
		"00123":                "00123", // too short for a country code
		"(0)30 1234":           "0301234",
		"030/1234567":          "0301234567",
		"+49 30/1234567":       "+49301234567",
		"+1 (555) 123.4567":    "+15551234567",
		"090ー1234ー5678":        "09012345678",
		"＋４９（０）３０　１２３４": "+49301234",
		"٠١٢٣٤٥":                                 "012345",
		"१२३४५":                                  "12345",
		"\u202a+48\u00a022 123‑4":                "+48221234",
		"+48–22—123−4":                           "+48221234",
		"tel:+49-30-1234":                        "+49301234",
		"TEL: 8001":                              "8001",
		"<tel:+4930>":                            "+4930",
		"callto:+4930":                           "+4930",
		"sip:+99111283523475338@huaweicloud.com": "+99111283523475338@huaweicloud.com",
		"sips:Anna@Example.COM:5061":             "Anna@example.com:5061",
		"<sip:anna@example.com>":                 "anna@example.com",
		"sip:+4930@example.com;user=phone":       "+4930@example.com",
		"room@10.0.0.5":                          "room@10.0.0.5",
		"room@[2001:DB8::1]:5060":                "room@[2001:db8::1]:5060",
		"büro@example.com":                       "büro@example.com",
		"sip:a%20b@example.com":                  "a%20b@example.com",
		"":                                       "",
		"+":                                      "",
		"-":                                      "",
		"+0123":                                  "",
		"++49":                                   "",
		"49+30":                                  "",
		"+49 30 1 +49 30 2":                      "",
		"030/12/3":                               "",
		"+49 30 12345678/9":                      "",
		"1-800-FLOWERS":                          "",
		"*31#0301234":                            "",
		"(030 123":                               "",
		"030) 123":                               "",
		"a@b@c":                                  "",
		"@example.com":                           "",
		"anna@":                                  "",
		"anna@example.com:":                      "",
		"anna@example.com:0":                     "",
		"anna@example.com:70000":                 "",
		"anna@[::1":                              "",
		"anna@[10.0.0.1]":                        "",
		"anna@[fe80::1%eth0]":                    "",
		"sip:anna@example.com;transport=tcp":     "",
		"sip:an na@example.com":                  "",
		"sip:a%2@example.com":                    "",
		"tel:+1-555;phone-context=example.com":   "",
		"tel:anna@example.com":                   "",
		"nobody":                                 "",
		"+49 30 123 ext. 5":                      "",
	} {
		got, ok := parseNumber(typed)
		if ok != (want != "") || got != want {
			t.Errorf("%q is %q, %v; want %q", typed, got, ok, want)
		}
		if want == "" {
			want = trimmed(typed)
		}
		if got := CanonicalNumber(typed); got != want {
			t.Errorf("CanonicalNumber(%q) is %q, want %q", typed, got, want)
		}
	}
}

func TestExtensionsAreToldAndNeverCutOff(t *testing.T) {
	for _, s := range []string{
		"+49 30 123 ext. 5", "+49 30 123 Ext 5", "+49 30 123x5", "+49 30 123 x 5", "555-1234 #5", "tel:+1-555-1234;ext=12", "+1 555 1234,,12", "+1 555 1234p12",
		"030 1234 Durchwahl 12", "22 123 45 67 wew. 12", "+86 10 1234 转 8001", "+86 10 1234分机8001", "03-1234-5678 内線 12", "91 123 45 67 extensión 4", "+1 (555) 1234 (ext. 12)", "＋49 30 123 ｅｘｔ 5",
	} {
		if _, ok := parseNumber(s); ok || !hasExtension(s) {
			t.Errorf("%q: number %v, extension %v", s, ok, hasExtension(s))
		}
	}
	for _, s := range []string{"", "5", "ext. 5", "+49 30 123", "anna ext 5", "anna@example.com ext 5", "+49 30 123 ext.", "2x4", "+49 30 123 street 5", "030/12/3 ext 5"} {
		if hasExtension(s) && s != "2x4" {
			t.Errorf("%q has no extension", s)
		}
	}
}

func TestSameNumberComparesWhatIsCalled(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"+49 (0)30 1234", "0049-30-1234", true},
		{"sip:Anna@Example.com", "anna@example.COM", true},
		{"8001", "80 01", true},
		{"+4930", "4930", false},
		{"+4930@example.com", "+4930", false},
		{"", "", false},
		{"nobody", "nobody", false},
	} {
		if got := SameNumber(c.a, c.b); got != c.same {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

func TestACanonicalNumberIsItsOwn(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 1))
	const signs = "+00123456789 -./()[]@ab:;=x#،ー０５\u202a"
	letters := []rune(signs)
	numbers := 0
	for range 200_000 {
		var b strings.Builder
		for range random.IntN(14) {
			b.WriteRune(letters[random.IntN(len(letters))])
		}
		canonical, ok := parseNumber(b.String())
		if !ok {
			continue
		}
		numbers++
		again, ok := parseNumber(canonical)
		if !ok || again != canonical {
			t.Fatalf("%q is %q, and that is %q, %v", b.String(), canonical, again, ok)
		}
	}
	if numbers < 1000 {
		t.Errorf("only %d numbers were made", numbers)
	}
}
