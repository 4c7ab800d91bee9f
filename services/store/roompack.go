package store

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"io"
	"time"
)

// KeptRooms is how long a day or a month of meeting rooms is kept that nobody reads again.
const KeptRooms = 60 * 24 * time.Hour

// maxPeriods is how many days and months are kept at most, of all services together.
const maxPeriods = 200

// tooManyRooms removes those beyond that: what nobody ever answered first, then the ones that were saved longest ago.
const tooManyRooms = `DELETE FROM room_snapshots WHERE (service, period) IN (SELECT service, period FROM room_snapshots
	ORDER BY ` + wasRead + ` DESC, saved DESC, period DESC, service DESC LIMIT -1 OFFSET ?)`

// maxUnpacked is more than a month of any office, and keeps a damaged row from filling the memory.
const maxUnpacked = 256 << 20

// pack compresses a text a little and quickly: the same names come again and again in it.
func pack(text []byte) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err == nil {
		_, err = w.Write(text)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic("store: a buffer takes everything: " + err.Error())
	}
	return b.Bytes()
}

// unpack reads what pack made of JSON.
func unpack(packed []byte, into any) error {
	text, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), maxUnpacked))
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}
