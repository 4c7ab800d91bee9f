package demo_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/demo"
)

func TestWhatTheOfficeRefuses(t *testing.T) {
	const good = `"message":"Hello","isOpened":false`
	for _, test := range []struct {
		name, function, form string
		want                 []string
	}{
		{"no JSON", "sendMessage", "message=" + url.QueryEscape(`{"panelName":`), []string{"message is not JSON"}},
		{"raw half JSON", "sendMessage", `message={"panelName":`, []string{"message is not JSON"}},
		{"no message", "sendMessage", "x=1", []string{"message is missing"}},
		{"nothing", "sendMessage", "", []string{"message is missing"}},
		{"no object", "sendMessage", "message=[1]", []string{"message is not an object"}},
		{"null", "sendMessage", "message=null", []string{"message is not an object"}},
		{"other types", "sendMessage", `message={"panelName":1,"message":2,"isOpened":"false","generalPurposes":{"users":["a"]}}`,
			[]string{"message.message is not text", "message.isOpened is not true or false", "message.panelName is not text", "message.generalPurposes.users is not text"}},
		{"another case", "sendMessage", `message={"panelname":"messenger",` + good + `,"generalPurposes":{"users":"barbara@example.com"}}`, []string{"panelName is missing"}},
		{"no users", "sendMessage", `message={"panelName":"messenger",` + good + `,"generalPurposes":{"users":" , "}}`, []string{"users is missing"}},
		{"an unknown user", "sendMessage", `message={"panelName":"messenger",` + good + `,"generalPurposes":{"users":"j.modelo@example,barbara@example.com,nobody@example.com"}}`,
			[]string{"no such user: j.modelo@example", "no such user: nobody@example.com"}},
		{"a real address", "sendMessage", `message={"panelName":"messenger",` + good + `,"generalPurposes":{"users":"somebody@real.invalid"}}`, []string{"no such user: somebody@real.invalid"}},
		{"an unknown room", "sendMessage", `message={"panelName":"Marketting",` + good + `}`, []string{"no chat room of that name: Marketting"}},
		{"no text", "sendMessage", `message={"panelName":"Marketing","message":""}`, []string{"message is empty"}},
		{"no list", "sendMessages", `messages={"message":"Hello"}`, []string{"messages is not a list of messages"}},
		{"an empty list", "sendMessages", `messages=[]`, []string{"messages is not a list of messages"}},
		{"one bad row", "sendMessages", `messages=[{"message":"1","property":{"users":"barbara@example.com"}},{"message":"2"}]`, []string{"messages[1]: users is missing"}},
		{"the wrong recipients", "sendMessages", `messages=[{"message":"1","generalPurposes":{"users":"barbara@example.com"}}]`, []string{"messages[0]: users is missing"}},
		{"not UTF-8", "sendMessage", "message={\"panelName\":\"Marketing\",\"message\":\"\xff\"}", []string{"the request is not UTF-8"}},
		{"escaped, not UTF-8", "sendMessage", "message=%7B%22panelName%22:%22Marketing%22,%22message%22:%22%FF%22%7D", []string{"the request is not UTF-8"}},
		{"no form", "sendMessage", "%zz", []string{"the request is no form"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			office, c := visit(t, demo.Config{})
			for _, errors := range demo.AllErrors() {
				if err := office.SetForm(demo.Form{Errors: errors, ErrorStatus: http.StatusBadRequest}); err != nil {
					t.Fatal(err)
				}
				status, got := c.call(http.MethodPost, test.function, token, test.form)
				for _, words := range test.want {
					if errors != demo.ErrorsText && errors != demo.ErrorsFields && !strings.Contains(got, words) || status != http.StatusBadRequest {
						t.Errorf("%s: %d %s, want %s", errors, status, got, words)
					}
				}
				if errors == demo.ErrorsList {
					if d := cmp.Diff(test.want, refused(t, got)); d != "" {
						t.Errorf("errors (-want +got):\n%s", d)
					}
				}
			}
			if sent := office.Sent(); len(sent) > 0 {
				t.Errorf("sent %v", sent)
			}
		})
	}
}

func TestErrorsComeInEachShape(t *testing.T) {
	for errors, want := range map[demo.Errors]string{
		demo.ErrorsList:    `{"errors":["users is missing"]}`,
		demo.ErrorsText:    `{"errors":"users is missing"}`,
		demo.ErrorsObjects: `{"errors":[{"field":"users","code":"missing","message":"users is missing"}]}`,
		demo.ErrorsFields:  `{"errors":{"users":"users is missing"}}`,
	} {
		_, c := visit(t, demo.Config{Form: demo.Form{Errors: errors}})
		status, got := c.call(http.MethodPost, "sendMessage", token, `message={"panelName":"messenger","message":"Hello"}`)
		if status != http.StatusOK || got != want {
			t.Errorf("%s: %d %s, want %s", errors, status, got, want)
		}
	}
}

func TestSuccessMayBeSilent(t *testing.T) {
	_, c := visit(t, demo.Config{Form: demo.Form{EmptySuccess: true}})
	if status, got := c.call(http.MethodPost, "sendMessage", token, `message={"panelName":"Facilities","message":"Hello"}`); status != http.StatusOK || got != "" {
		t.Errorf("%d %s", status, got)
	}
}

func TestAGetSendsAsWell(t *testing.T) {
	office, c := visit(t, demo.Config{})
	form := url.Values{"message": {`{"panelName":"messenger","message":"a & b","generalPurposes":{"users":"barbara@example.com"}}`}}
	if status, got := c.call(http.MethodGet, "sendMessage", token, form.Encode()); status != http.StatusOK || refused(t, got) != nil {
		t.Errorf("%d %s", status, got)
	}
	if sent := office.Sent(); len(sent) != 1 || sent[0].Text != "a & b" {
		t.Errorf("sent %v", sent)
	}
}

func TestABodyOfAnotherTypeIsRefused(t *testing.T) {
	_, c := visit(t, demo.Config{})
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, c.url+"/sendMessage", strings.NewReader(`{"message":{}}`))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set(demo.TokenHeader, token)
	r.Header.Set("Content-Type", "application/json")
	response, err := c.http.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if got := read[struct{ Errors []string }](t, body(t, response)).Errors; len(got) != 1 || !strings.HasPrefix(got[0], "Content-Type has to be") {
		t.Errorf("answered %v", got)
	}
}
