package demo_test

import (
	"net/http"
	"strings"
	"testing"

	"foyer/services/demo"
)

func TestEveryFunctionWantsTheToken(t *testing.T) {
	for status, form := range map[int]demo.Form{http.StatusUnauthorized: {}, http.StatusOK: {TokenStatus: http.StatusOK}} {
		office, c := visit(t, demo.Config{Form: form})
		for _, function := range demo.Functions() {
			for _, method := range []string{http.MethodGet, http.MethodPost} {
				for _, wrong := range []string{"", "token " + token, strings.ToUpper(token), token + "x"} {
					got, text := c.call(method, function, wrong, "")
					if got != status || text != `{"errors":["invalid apiToken"]}` {
						t.Errorf("%s %s with %q: %d %s", method, function, wrong, got, text)
					}
				}
			}
		}
		if sent := office.Sent(); len(sent) > 0 {
			t.Errorf("sent %v", sent)
		}
	}
}

func TestTheHeadersCaseIsOfNoMatter(t *testing.T) {
	_, c := visit(t, demo.Config{})
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, c.url+"/getConferenceMaster", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header["X-CAM-APITOKEN"] = []string{token}
	response, err := c.http.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Errorf("status %d", response.StatusCode)
	}
}

func TestAnUnknownFunctionIsNotFoundInPlainText(t *testing.T) {
	_, c := visit(t, demo.Config{})
	for _, function := range []string{"sendMail", "sendMessage/x", "sendmessage", "quickcall/none"} {
		response, text, err := c.try(http.MethodPost, function, token, "")
		if err != nil {
			t.Fatal(err)
		}
		if response.StatusCode != http.StatusNotFound || !strings.HasPrefix(response.Header.Get("Content-Type"), "text/plain") {
			t.Errorf("%s: %d %s", function, response.StatusCode, text)
		}
	}
	if status, _ := c.call(http.MethodPut, "sendMessage", token, ""); status != http.StatusMethodNotAllowed {
		t.Errorf("PUT: %d", status)
	}
}

func TestFunctionsAreServedWithAndWithoutThePrefix(t *testing.T) {
	_, c := visit(t, demo.Config{})
	for _, url := range []string{c.url, strings.TrimSuffix(c.url, "/cam/api")} {
		c.url = url
		if status, got := c.call(http.MethodGet, "getConferenceMaster", token, ""); status != http.StatusOK || refused(t, got) != nil {
			t.Errorf("%s: %d %s", url, status, got)
		}
	}
}

func TestARequestThatIsTooLongIsRefused(t *testing.T) {
	office, c := visit(t, demo.Config{})
	form := `message={"panelName":"Facilities","message":"` + strings.Repeat("x", 16<<20) + `"}`
	if status, got := c.call(http.MethodPost, "sendMessage", token, form); status != http.StatusRequestEntityTooLarge || refused(t, got) == nil {
		t.Errorf("%d %.100s", status, got)
	}
	if sent := office.Sent(); len(sent) > 0 {
		t.Errorf("sent %d", len(sent))
	}
}
