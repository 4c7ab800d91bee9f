package chatmessenger

import (
	"testing"

	"foyer/services/fault"
	"foyer/services/transport"
)

const jsonKind = "application/json; charset=utf-8"

func TestWhatAnAnswerMeans(t *testing.T) {
	const accepted = fault.Kind(-1)
	for name, test := range map[string]struct {
		status       int
		kind, body   string
		want         fault.Kind
		code, phrase string
	}{
		"nothing":                  {200, "", "", accepted, "", ""},
		"204":                      {204, "", "", accepted, "", ""},
		"an empty object":          {200, jsonKind, `{}`, accepted, "", ""},
		"an answer":                {200, "text/html", `{"result":"ok","errors":null}`, accepted, "", ""},
		"a bare truth":             {200, jsonKind, `true`, accepted, "", ""},
		"no errors: list":          {200, jsonKind, `{"errors":[]}`, accepted, "", ""},
		"no errors: object":        {200, jsonKind, `{"errors": { } }`, accepted, "", ""},
		"no errors: text":          {200, jsonKind, `{"errors":""}`, accepted, "", ""},
		"no errors: false":         {200, jsonKind, `{"errors":false}`, accepted, "", ""},
		"no errors: 0":             {200, jsonKind, `{"errors":0}`, accepted, "", ""},
		"errors: text":             {200, jsonKind, `{"errors":"unknown user"}`, fault.Refused, transport.CodeRefused, "unknown user"},
		"errors: list":             {200, jsonKind, `{"errors":["unknown user","no\nroom"]}`, fault.Refused, transport.CodeRefused, "unknown user; no room"},
		"errors: objects":          {200, jsonKind, `{"errors":[{"code":17,"field":"users","message":"unknown user"},{"error":"no"}]}`, fault.Refused, transport.CodeRefused, "unknown user (17, users); no"},
		"errors: fields":           {200, jsonKind, `{"errors":{"users":"unknown","text":["too long","odd"]}}`, fault.Refused, transport.CodeRefused, "users: unknown; text: too long, odd"},
		"errors: a word in it":     {200, jsonKind, `{"errors":{"description":"unknown"}}`, fault.Refused, transport.CodeRefused, "unknown"},
		"errors: nested":           {200, jsonKind, `{"errors":[["a"],[{"x":{"message":"b"}}]]}`, fault.Refused, transport.CodeRefused, "a; x: b"},
		"errors: true":             {200, jsonKind, `{"errors":true}`, fault.Refused, transport.CodeRefused, "true"},
		"errors: empty text":       {200, jsonKind, `{"errors":[""]}`, fault.Refused, transport.CodeRefused, ""},
		"errors of one of many":    {200, jsonKind, `[{"id":1},{"errors":["unknown user"]}]`, fault.Refused, transport.CodeRefused, "unknown user"},
		"errors with 201":          {201, jsonKind, `{"errors":["no"]}`, fault.Refused, transport.CodeRefused, "no"},
		"errors with 400":          {400, jsonKind, `{"errors":["no"]}`, fault.Refused, transport.CodeRefused, "no"},
		"errors with 500":          {500, jsonKind, `{"errors":["half done"]}`, fault.Faulty, transport.CodeServerFault, "half done"},
		"errors with 429":          {429, jsonKind, `{"errors":["slowly"]}`, fault.Faulty, transport.CodeRateLimited, "slowly"},
		"a framework's 400":        {400, jsonKind, `{"timestamp":1,"status":400,"error":"Bad Request"}`, fault.Refused, transport.CodeRefused, "Bad Request"},
		"a list with 400":          {400, jsonKind, `["bad","worse"]`, fault.Refused, transport.CodeRefused, "bad; worse"},
		"another shape of 400":     {400, jsonKind, `{"x":1}`, fault.Refused, transport.CodeRefused, ""},
		"text with 400":            {400, "text/plain", `bad`, fault.Refused, transport.CodeRefused, "bad"},
		"a token that is refused":  {401, jsonKind, `{"errors":["invalid apiToken"]}`, fault.Refused, transport.CodeTokenRefused, "invalid apiToken"},
		"a plan without the API":   {403, "text/plain", "Forbidden", fault.Refused, CodePlan, "Forbidden"},
		"a function that is not":   {404, "text/html", "<title>404</title>", fault.Refused, transport.CodeNotFound, "404"},
		"a web page":               {200, "text/html", "<html><title>Sign in</title>", fault.Faulty, transport.CodeHTMLPage, "Sign in"},
		"half an answer":           {200, jsonKind, `{"errors":["un`, fault.Faulty, transport.CodeTruncated, ""},
		"words":                    {200, "text/plain", "OK", fault.Faulty, transport.CodeNotJSON, ""},
		"another kind of redirect": {302, "", "", fault.Faulty, transport.CodeRedirected, ""},
	} {
		t.Run(name, func(t *testing.T) {
			address, calls := serve(t, says(test.status, test.kind, test.body))
			err := service(t, address, nil).Send(t.Context(), hello)
			if len(*calls) != 1 {
				t.Errorf("%d calls", len(*calls))
			}
			if test.want == accepted {
				if err != nil {
					t.Error(err)
				}
				return
			}
			want(t, err, test.want, test.code)
			if e := asFault(t, err); e.Words != test.phrase || e.Status != test.status || e.Service != serviceName {
				t.Errorf("%+v, want the words %q", e, test.phrase)
			}
		})
	}
}

func TestTheDialectMayKnowABareWordOfSuccess(t *testing.T) {
	address, _ := serve(t, says(200, "text/plain", " ok\n"))
	if err := service(t, address, dialect(t, map[string]string{"accepted": "done, OK"})).Send(t.Context(), hello); err != nil {
		t.Error(err)
	}
}

func TestTheDialectMayLookForErrorsElsewhere(t *testing.T) {
	address, _ := serve(t, says(200, jsonKind, `{"error":{"message":"no"}}`))
	if err := service(t, address, nil).Send(t.Context(), hello); err != nil {
		t.Error(err)
	}
	want(t, service(t, address, dialect(t, map[string]string{"errors": "errors,error"})).Send(t.Context(), hello), fault.Refused, transport.CodeRefused)
}

func TestTheMessageIsNotRepeatedInItsError(t *testing.T) {
	address, _ := serve(t, says(400, jsonKind, `{"errors":["cannot deliver «The meeting has moved» to chen@example.com"]}`))
	if e := asFault(t, service(t, address, nil).Send(t.Context(), sales)); e.Words != "cannot deliver «••••» to chen@example.com" {
		t.Errorf("%q", e.Words)
	}
}

func FuzzComplaint(f *testing.F) {
	for _, s := range []string{`{"errors":["a",{"message":"b"}]}`, `[{"errors":1}]`, `{"errors":{"a":[[[["b"]]]]}}`, `{"ERRORS":true}`, `{"errors":null}`, `"`, `{`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, document []byte) {
		words, found := DefaultDialect().complaint(document)
		if words != "" && !found {
			t.Errorf("words %q without errors", words)
		}
		remark(document)
	})
}
