package demo

import (
	"net/http"
	"slices"
	"strconv"
)

// simulateHuawei adds what can be seen and changed of Huawei Cloud Meeting.
func (o *Office) simulateHuawei(sim *http.ServeMux) {
	sim.HandleFunc("GET /_sim/meetings", func(w http.ResponseWriter, _ *http.Request) {
		said(map[string]any{"meetings": append([]Meeting{}, o.Meetings()...)}).write(w)
	})
	sim.HandleFunc("GET /_sim/received", func(w http.ResponseWriter, r *http.Request) {
		since, _ := strconv.Atoi(r.URL.Query().Get("since"))
		all := slices.DeleteFunc(o.Received(), func(c Received) bool { return c.Seq <= since })
		said(map[string]any{"received": append([]Received{}, all...)}).write(w)
	})
	sim.HandleFunc("GET /_sim/huawei", func(w http.ResponseWriter, _ *http.Request) { said(o.HuaweiForm()).write(w) })
	sim.HandleFunc("POST /_sim/huawei", take(o.SetHuaweiForm))
}
