package link

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// cases is the form of the files with cases in testdata.
type cases struct {
	Write []struct {
		Kind            Kind
		Value, As       string
		Text, Want      string
		Real, Synthetic bool
	}
	Recognize []struct {
		Name, Text string
		Want       []Target
	}
}

func readCases(t testing.TB, file string) cases {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var c cases
	if err := json.Unmarshal(b, &c); err != nil {
		t.Fatal(err)
	}
	if len(c.Recognize) == 0 {
		t.Fatal("no cases")
	}
	return c
}

func TestPublicCasesAreWrittenByteForByte(t *testing.T) {
	for _, c := range readCases(t, "testdata/public.json").Write {
		t.Run(c.Value+" as "+c.As, func(t *testing.T) {
			build := map[Kind]func(string) (Target, error){Space: NewSpace, Person: NewPerson, Meeting: NewMeeting}
			target, err := build[c.Kind](c.Value)
			if err != nil {
				t.Fatal(err)
			}
			out, err := Write(target, Format(c.As), c.Text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.Want, out.Text); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPublicCasesAreRecognized(t *testing.T) {
	checkRecognized(t, "testdata/public.json")
}

// checkRecognized compares as JSON, the form in which the command line shows targets.
func checkRecognized(t *testing.T, file string) {
	t.Helper()
	for _, c := range readCases(t, file).Recognize {
		name := c.Name
		if name == "" {
			name = c.Text
		}
		t.Run(name, func(t *testing.T) {
			got, err := json.MarshalIndent(Recognize(c.Text), "", " ")
			if err != nil {
				t.Fatal(err)
			}
			want, err := json.MarshalIndent(c.Want, "", " ")
			if err != nil {
				t.Fatal(err)
			}
			if string(want) == "[]" {
				want = []byte("null")
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSyntheticCasesAreRecognized(t *testing.T) {
	checkRecognized(t, "testdata/synthetic.json")
}
