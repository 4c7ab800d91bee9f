package transport

import (
	"context"
	"io"
	"net/http"
	"testing"
	"time"

	"foyer/services/fault"
)

func TestAReadIsRepeatedAfterAPassingFault(t *testing.T) {
	for _, status := range []int{429, 502, 503, 504} {
		calls := 0
		bubble(t, func(w http.ResponseWriter, _ *http.Request) {
			if calls++; calls < maxTries {
				w.WriteHeader(status)
			}
		}, func(t *testing.T, c *Client) {
			r := get(inside)
			r.Retry = true
			answer, err := c.Do(t.Context(), r)
			if err != nil || calls != maxTries || answer.Took < firstPause || answer.Took > 5*time.Second {
				t.Errorf("%d: %v after %d calls and %v", status, err, calls, answer.Took)
			}
		})
	}
}

func TestAReadWaitsAsLongAsItIsAsked(t *testing.T) {
	var at []time.Time
	bubble(t, func(w http.ResponseWriter, _ *http.Request) {
		if at = append(at, time.Now()); len(at) == 1 {
			w.Header().Set("Retry-After", "12")
			w.WriteHeader(503)
		}
	}, func(t *testing.T, c *Client) {
		r := get(inside)
		r.Retry = true
		if _, err := c.Do(t.Context(), r); err != nil {
			t.Fatal(err)
		}
		if d := at[1].Sub(at[0]); d < 12*time.Second || d > 13*time.Second {
			t.Errorf("it waited for %v", d)
		}
	})
}

func TestAReadDoesNotWaitLongerThanItMayTake(t *testing.T) {
	calls := 0
	bubble(t, func(w http.ResponseWriter, _ *http.Request) {
		calls++
		w.Header().Set("Retry-After", "60")
		w.WriteHeader(503)
	}, func(t *testing.T, c *Client) {
		r := get(inside)
		r.Retry = true
		answer, err := c.Do(t.Context(), r)
		e := asFault(t, err)
		want(t, e, fault.Faulty, CodeRateLimited)
		if e.RetryAfter != time.Minute || calls != 1 || answer.Took > time.Second {
			t.Errorf("%v after %d calls and %v", e, calls, answer.Took)
		}
	})
}

func TestWhatIsNoPassingFaultIsNotRepeated(t *testing.T) {
	for _, status := range []int{400, 401, 404, 408, 500, 501} {
		calls := 0
		bubble(t, func(w http.ResponseWriter, _ *http.Request) {
			calls++
			w.WriteHeader(status)
		}, func(t *testing.T, c *Client) {
			r := get(inside)
			r.Retry = true
			if e := fails(t, c, r); e.Status != status || calls != 1 {
				t.Errorf("%v after %d calls", e, calls)
			}
		})
	}
}

func TestALostReadIsRepeated(t *testing.T) {
	calls := 0
	bubble(t, func(w http.ResponseWriter, _ *http.Request) {
		if calls++; calls < maxTries {
			panic(http.ErrAbortHandler)
		}
		_, _ = io.WriteString(w, "here")
	}, func(t *testing.T, c *Client) {
		r := get(inside)
		r.Retry = true
		if answer, err := c.Do(t.Context(), r); err != nil || string(answer.Body) != "here" || calls != maxTries {
			t.Errorf("%q, %v after %d calls", answer.Body, err, calls)
		}
	})
}

func TestWhatIsNotARepeatableReadIsCalledOnce(t *testing.T) {
	unasked, sending, safe := get(inside), post(inside), post(inside)
	sending.Retry, safe.Retry, safe.Safe = true, true, true
	for name, r := range map[string]Request{"a read that does not ask for it": unasked, "a message": sending, "a read by POST": safe} {
		for _, status := range []int{503, 0} {
			calls := 0
			bubble(t, func(w http.ResponseWriter, r *http.Request) {
				received(r)
				calls++
				if status == 0 {
					panic(http.ErrAbortHandler)
				}
				w.Header().Set("Retry-After", "1")
				w.WriteHeader(status)
			}, func(t *testing.T, c *Client) {
				fails(t, c, r)
				if calls != 1 {
					t.Errorf("%s, %d: %d calls", name, status, calls)
				}
			})
		}
	}
}

func TestWhoGivesUpInAPauseIsCancelled(t *testing.T) {
	bubble(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "20")
		w.WriteHeader(503)
	}, func(t *testing.T, c *Client) {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(5*time.Second, cancel)
		r := get(inside)
		r.Retry = true
		answer, err := c.Do(ctx, r)
		want(t, asFault(t, err), fault.Cancelled, "")
		if answer.Took < 5*time.Second || answer.Took > 6*time.Second {
			t.Errorf("after %v", answer.Took)
		}
	})
}
