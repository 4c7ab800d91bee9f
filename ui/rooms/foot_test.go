package rooms_test

import (
	"strings"
	"testing"

	"foyer/services/room"
)

func TestTheFootLeadsToWhyARoomIsNotKnown(t *testing.T) {
	o := open(t)
	if got := o.page.FootLink(); got != "Show them" {
		t.Errorf("with unreadable entries it leads to %q", got)
	}
	away(o)
	if got := o.page.FootLink(); got != "Why?" {
		t.Errorf("stale it leads to %q", got)
	}
	o.board.snapshot.Unknown = []string{"Harbour", "Juniper", "Fjord"}
	o.page.Load()
	o.settle()
	if got := o.page.Foot(); !strings.HasSuffix(got, "What is booked in 3 rooms is not known.") {
		t.Errorf("the foot says %q", got)
	}
	o.board.snapshot.Unknown, o.board.snapshot.Reading = nil, room.Reading{At: o.now}
	o.page.Load()
	o.settle()
	if got := o.page.FootLink(); got != "" {
		t.Errorf("when all is known it leads to %q", got)
	}
}
