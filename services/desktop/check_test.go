package desktop

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestChecksRunTogetherEachWithItsDeadline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hang := func(ctx context.Context) Check {
			<-ctx.Done()
			return Check{State: Unknown, Advice: AdviceNoAnswer}
		}
		start := time.Now()
		got := runProbes(t.Context(), time.Second, []probe{
			{"first", hang},
			{"second", func(context.Context) Check { return Check{State: OK} }},
			{"third", hang},
		})
		want := []Check{
			{Name: "first", State: Unknown, Advice: AdviceNoAnswer},
			{Name: "second", State: OK},
			{Name: "third", State: Unknown, Advice: AdviceNoAnswer},
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		if took := time.Since(start); took != time.Second {
			t.Errorf("took %v, want %v", took, time.Second)
		}
	})
}

func TestTheWebexCheckNamesTheHandler(t *testing.T) {
	tests := map[string]struct {
		handler string
		err     error
		want    Check
	}{
		"registered": {"webex.desktop", nil, Check{State: OK, Detail: "webex.desktop"}},
		"nothing":    {"", nil, Check{State: Missing, Advice: AdviceNoWebex}},
		"no answer":  {"", errors.New("slow"), Check{State: Unknown, Advice: AdviceNoAnswer}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, webexCheck(tt.handler, tt.err)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEveryPlatformChecksTheSameThings(t *testing.T) {
	var got []string
	for _, p := range probes() {
		got = append(got, p.name)
	}
	want := []string{"display", "tray", "clipboard", "secrets", "webexteams", "notifications"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
