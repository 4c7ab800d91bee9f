package message

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

func TestAFailureIsTheErrorThatItWasKeptOf(t *testing.T) {
	for _, f := range []*Failure{
		nil,
		{Kind: fault.Refused, Status: 403, Code: "token-refused", Words: "no", RequestID: "7"},
		{Kind: fault.Unreachable, Code: "no-host"},
	} {
		if diff := cmp.Diff(f, NewFailure(f.Err())); diff != "" {
			t.Errorf("failure (-want +got):\n%s", diff)
		}
	}
}
