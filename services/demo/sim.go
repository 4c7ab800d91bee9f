package demo

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"slices"
	"strconv"
	"time"

	"foyer/services/fault"
)

// Below /_sim/ a test or a curious person looks at the office and changes it. It is no part of any
// vendor's API. A page of another origin may read nothing here, and may change nothing either.

const simPath = "/_sim/"

// simFault is a Fault over HTTP. Durations are such as "1.5s".
type simFault struct {
	Function   string `json:"function,omitempty"`
	Times      int    `json:"times,omitempty"`
	Kind       Kind   `json:"kind"`
	Wait       string `json:"wait,omitempty"`
	RetryAfter string `json:"retryAfter,omitempty"`
	Status     int    `json:"status,omitempty"`
	Words      string `json:"words,omitempty"`
	Code       string `json:"code,omitempty"`
	Location   string `json:"location,omitempty"`
	Size       int    `json:"size,omitempty"`
	Accept     bool   `json:"accept,omitempty"`
	Every      int    `json:"every,omitempty"`
}

func (o *Office) addSim(mux *http.ServeMux) {
	sim := http.NewServeMux()
	sim.HandleFunc("GET /_sim/sent", func(w http.ResponseWriter, r *http.Request) {
		since, _ := strconv.Atoi(r.URL.Query().Get("since"))
		all := slices.DeleteFunc(o.Sent(), func(s Sent) bool { return s.Seq <= since })
		said(map[string]any{"sent": append([]Sent{}, all...)}).write(w)
	})
	sim.HandleFunc("POST /_sim/reset", func(w http.ResponseWriter, _ *http.Request) {
		o.Reset()
		said(empty).write(w)
	})
	sim.HandleFunc("GET /_sim/form", func(w http.ResponseWriter, _ *http.Request) { said(o.Form()).write(w) })
	sim.HandleFunc("POST /_sim/form", take(o.SetForm))
	sim.HandleFunc("GET /_sim/data", func(w http.ResponseWriter, _ *http.Request) {
		now := o.now()
		said(Data{Rooms: o.Rooms(), Bookings: o.Bookings(now.AddDate(0, 0, -1), now.AddDate(0, 0, 1))}).write(w)
	})
	sim.HandleFunc("POST /_sim/data", take(o.SetData))
	sim.HandleFunc("POST /_sim/fault", take(o.setSimFault))
	sim.HandleFunc("DELETE /_sim/fault", func(w http.ResponseWriter, _ *http.Request) {
		o.ClearFaults()
		said(empty).write(w)
	})
	o.simulateHuawei(sim)
	mux.Handle(simPath, http.NewCrossOriginProtection().Handler(sim))
}

func (o *Office) setSimFault(s simFault) error {
	f := Fault{Kind: s.Kind, Status: s.Status, Words: s.Words, Code: s.Code, Location: s.Location, Size: s.Size, Accept: s.Accept, Every: s.Every}
	var err, err2 error
	if s.Wait != "" {
		f.Wait, err = time.ParseDuration(s.Wait)
	}
	if s.RetryAfter != "" {
		f.RetryAfter, err2 = time.ParseDuration(s.RetryAfter)
	}
	if err := errors.Join(err, err2); err != nil {
		return err
	}
	if !slices.Contains(Kinds(), f.Kind) || f.Status != 0 && !isStatus(f.Status) {
		return &fault.Error{Op: "setting a fault", Service: serviceName, Kind: fault.Invalid, Code: CodeForm, Words: string(f.Kind)}
	}
	o.SetFault(s.Function, f, s.Times)
	return nil
}

// take reads JSON and hands it on.
func take[T any](do func(T) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var v T
		stream := json.NewDecoder(io.LimitReader(r.Body, longest))
		stream.DisallowUnknownFields()
		err := stream.Decode(&v)
		if err == nil {
			err = do(v)
		}
		if err != nil {
			answer{http.StatusBadRequest, jsonKind, raw(map[string]any{"errors": []string{err.Error()}})}.write(w)
			return
		}
		said(empty).write(w)
	}
}
