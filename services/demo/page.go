package demo

import (
	"bytes"
	_ "embed" // the pages
	"html/template"
	"net/http"
	"slices"
	"strings"
	"time"
)

const (
	callPath = "/quickcall/"
	// shown is how much of what was sent the start page lists.
	shown = 100
)

//go:embed page.html
var pageHTML string

var pages = template.Must(template.New("page").Funcs(template.FuncMap{
	"join":  func(all []string) string { return strings.Join(all, ", ") },
	"clock": func(t time.Time) string { return t.Format("2 Jan 15:04:05") },
	"hour":  func(t time.Time) string { return t.Format("15:04") },
	"short": shortened,
	"until": func(t time.Time) string { return t.Format("2 Jan 2006 15:04") },
}).Parse(pageHTML))

// startPage is what the start page shows.
type startPage struct {
	URL       string
	Count     int
	Sent      []Sent // newest first
	ChatRooms []string
	People    []Person
	Rooms     []Room
	Faults    []string
	Functions []string
	Huawei    meetingsPage
}

// shortened cuts what is very long.
func shortened(text string) string {
	const most = 400
	all := []rune(text)
	if len(all) <= most {
		return text
	}
	return string(all[:most]) + "…"
}

// callPage is what the page of a quick call shows.
type callPage struct {
	Expires      time.Time
	Over         bool
	Asks, Wrong  bool
	PasswordName string
}

func (o *Office) addPages(mux *http.ServeMux) {
	mux.HandleFunc("GET /{$}", o.showStart)
	mux.HandleFunc("GET "+callPath+"{id}", o.showCall)
	mux.HandleFunc("POST "+callPath+"{id}", o.showCall)
}

func (o *Office) showStart(w http.ResponseWriter, r *http.Request) {
	p := startPage{
		URL: "http://" + r.Host + o.prefix, Rooms: o.Rooms(), People: office.People,
		Functions: slices.Concat(Functions(), HuaweiFunctions()), Huawei: o.meetingsPage(),
	}
	o.mutex.Lock()
	p.Count = o.state.Seq
	last := o.state.Sent
	last = slices.Clone(last[max(0, len(last)-shown):])
	for _, room := range o.state.ChatRooms {
		p.ChatRooms = append(p.ChatRooms, room.text("name"))
	}
	for name, f := range o.faults {
		p.Faults = append(p.Faults, strings.TrimSpace(name+" "+string(f.Kind)))
	}
	o.mutex.Unlock()
	slices.Sort(p.Faults)
	slices.Reverse(last)
	for i := range last {
		last[i].At, last[i].Expires = last[i].At.In(o.zone), last[i].Expires.In(o.zone)
	}
	p.Sent = last
	show(w, http.StatusOK, "start", p)
}

func (o *Office) showCall(w http.ResponseWriter, r *http.Request) {
	c, found := o.call(r.PathValue("id"))
	if !found {
		http.NotFound(w, r)
		return
	}
	p := callPage{Expires: c.Expires.In(o.zone), PasswordName: passwordKey}
	if !c.Expires.After(o.now()) {
		p.Over = true
		show(w, http.StatusGone, "call", p)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, 4096)
	p.Asks = !c.opens(r.PostFormValue(passwordKey))
	p.Wrong = p.Asks && r.Method == http.MethodPost
	show(w, http.StatusOK, "call", p)
}

// show writes a page. It may load nothing and run nothing.
func show(w http.ResponseWriter, status int, name string, data any) {
	var page bytes.Buffer
	if err := pages.ExecuteTemplate(&page, name, data); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
	h.Set("Cache-Control", "no-store")
	h.Set("Referrer-Policy", "no-referrer")
	answer{status, "text/html; charset=utf-8", page.Bytes()}.write(w)
}
