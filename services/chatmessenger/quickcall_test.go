package chatmessenger

import (
	"testing"

	"foyer/services/fault"
	"foyer/services/message"
)

func TestTheURLOfAQuickCallIsFoundWhereverItStands(t *testing.T) {
	for body, want := range map[string]string{
		`{"url":"https://cam.example.com/q/1"}`:                                                                "https://cam.example.com/q/1",
		`{"a":"https://x.example.com","url":" https://cam.example.com/q/1 "}`:                                  "https://cam.example.com/q/1",
		`{"link":"https://x.example.com","quickCallUrl":"https://cam.example.com/q/1"}`:                        "https://cam.example.com/q/1",
		`{"URL":"https://cam.example.com/q/1"}`:                                                                "https://cam.example.com/q/1",
		`{"url":null,"joinUrl":"http://10.0.0.1:8080/q"}`:                                                      "http://10.0.0.1:8080/q",
		`{"icon":"https://x.example.com/i.png","result":{"data":[{"webUrl":"https://cam.example.com/q/1"}]}}`:  "https://cam.example.com/q/1",
		`{"errors":[],"call":{"id":"1","where":["no","https://cam.example.com/q/1","https://x.example.com"]}}`: "https://cam.example.com/q/1",
		`"https://cam.example.com/q/1"`:                                                                        "https://cam.example.com/q/1",
		`["https://cam.example.com/q/1"]`:                                                                      "https://cam.example.com/q/1",
		`https://cam.example.com/q/1` + "\n":                                                                   "https://cam.example.com/q/1",
		`{"url":"https:\/\/cam.example.com\/q?a=%20"}`:                                                         "https://cam.example.com/q?a=%20",
		`{"url":"ftp://cam.example.com/q/1"}`:                                                                  "",
		`{"url":"see https://cam.example.com/q/1"}`:                                                            "",
		`{"url":"https://"}`:                                                                                   "",
		`{"id":7}`:                                                                                             "",
		``:                                                                                                     "",
	} {
		address, _ := serve(t, says(200, jsonKind, body))
		got, err := service(t, address, nil).QuickCall(t.Context(), message.QuickCall{Expires: until})
		switch {
		case want != "" && (err != nil || got != want):
			t.Errorf("%s: %q, %v", body, got, err)
		case want == "" && err == nil:
			t.Errorf("%s: %q", body, got)
		case want == "" && fault.KindOf(err) != fault.Faulty:
			t.Errorf("%s: %v", body, err)
		}
	}
}

func TestAnAnswerWithoutURLIsNamed(t *testing.T) {
	address, _ := serve(t, says(200, jsonKind, `{"ok":true}`))
	_, err := service(t, address, nil).QuickCall(t.Context(), message.QuickCall{Expires: until})
	want(t, err, fault.Faulty, CodeNoAnswer)
}

func TestAURLInARefusalIsNoQuickCall(t *testing.T) {
	for _, status := range []int{200, 400} {
		address, _ := serve(t, says(status, jsonKind, `{"errors":["see https://cam.example.com"],"url":"https://cam.example.com/q/1"}`))
		got, err := service(t, address, nil).QuickCall(t.Context(), message.QuickCall{Expires: until})
		if got != "" || fault.KindOf(err) != fault.Refused {
			t.Errorf("%q, %v", got, err)
		}
	}
	address, _ := serve(t, says(400, "text/plain", "https://cam.example.com/help"))
	if got, err := service(t, address, nil).QuickCall(t.Context(), message.QuickCall{Expires: until}); got != "" || err == nil {
		t.Errorf("%q, %v", got, err)
	}
}

func FuzzFindURL(f *testing.F) {
	for _, s := range []string{`{"url":"https://a.example"}`, `[[[["http://b.example"]]]]`, `{"x":{"link":"https://c.example"}}`, `"`, `{"url":["x"]}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, document []byte) {
		if found := findURL(document, DefaultDialect().QuickCallURL, deepest); found != "" && webURL(found) != found {
			t.Errorf("%q", found)
		}
	})
}
