package meeting

// RowStatus is what would become of a row if the list were sent now.
type RowStatus string

// The states of a row.
const (
	StatusReady     RowStatus = "ready"
	StatusWarned    RowStatus = "warned"     // sent, but there is something to say
	StatusNotCalled RowStatus = "not-called" // no phone: not sent
	StatusWrong     RowStatus = "wrong"      // not sent
)

// Summary counts the rows of a table. Ready has those that are sent, warned ones too; Duplicates are
// the rows that repeat one before them.
type Summary struct {
	Rows       int `json:"rows"`
	Ready      int `json:"ready"`
	Wrong      int `json:"wrong"`
	NotCalled  int `json:"notCalled"`
	Duplicates int `json:"duplicates"`
}
