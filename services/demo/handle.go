package demo

import (
	"io"
	"net/http"
)

// longest is how many bytes of a request are read.
//
// undocumented: the vendor names no limit.
const longest = 16 << 20

// function answers one function of an API. What it accepts, it has accepted when it returns.
type function func(r *http.Request, body []byte) answer

// routes is everything that the office serves. Each API has its own method that adds its functions;
// all of them go through handle, so that faults can happen to them.
func (o *Office) routes() *http.ServeMux {
	inner := http.NewServeMux()
	o.addChatMessenger(inner)
	o.addHuaweiMeeting(inner)
	o.addPages(inner)
	o.addSim(inner)
	if o.prefix == "" {
		return inner
	}
	outer := http.NewServeMux()
	outer.Handle(o.prefix+"/", http.StripPrefix(o.prefix, inner))
	outer.Handle("/", inner)
	return outer
}

// handle lets a fault happen to the request, or answers it.
func (o *Office) handle(name string, f function) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fault := o.takeFault(name)
		if fault != nil && fault.Kind == Refuse {
			hangUp(w)
			return
		}
		body, err := read(r)
		if err != nil {
			hangUp(w) // half a request is none
			return
		}
		if fault == nil {
			f(r, body).write(w)
			return
		}
		o.log.Debug("fault", "function", name, "kind", string(fault.Kind))
		if fault.Accepts() {
			fault.after(o, w, r, name, f(r, body))
			return
		}
		o.instead(w, name, *fault)
	})
}

// read returns the body, and one byte more than longest of one that is too long.
func read(r *http.Request) ([]byte, error) {
	if r.ContentLength == 0 {
		return nil, nil
	}
	if n := r.ContentLength; n > 0 && n <= longest {
		body := make([]byte, n)
		_, err := io.ReadFull(r.Body, body)
		return body, err
	}
	return io.ReadAll(io.LimitReader(r.Body, longest+1))
}
