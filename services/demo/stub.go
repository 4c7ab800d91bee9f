package demo

import (
	"net/http"
)

type stateFile struct{}

func seed() state                      { return state{Version: stateVersion} }
func (o *Office) open(string) error    { return nil }
func (o *Office) close() error         { return nil }
func (o *Office) flush() error         { return nil }
func (o *Office) changed()             {}
func (o *Office) lastPort() int        { return 0 }
func (o *Office) keepPort(any)         {}
func (o *Office) routes()              { o.mux = http.NewServeMux() }
func cleanPrefix(prefix string) string { return prefix }
func (f Form) withDefaults() Form      { return f }
func (f Form) check() error            { return nil }
