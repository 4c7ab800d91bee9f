package meeting

import "io"

// WriteRejected writes the rejected rows as a table that can be corrected and read by ReadCSV again: the
// cells under the header that they came with, or under names that stand for their places, what had no
// cells in a column "text", and the reason in words in a last column "reason", which is not read.
func WriteRejected(w io.Writer, r Reading, why func(Reason) string) error {
	header, text := rejectedHeader(r)
	out := newSheet(w)
	cells := len(header)
	if text {
		header = append(header, string(ColumnText))
	}
	out.write(append(header, string(ColumnReason)))
	for _, rejected := range r.Rejected {
		line := make([]string, len(header)+1)
		copy(line[:cells], rejected.Cells)
		if rejected.Cells == nil && text {
			line[cells] = rejected.Text
		}
		line[len(line)-1] = why(rejected.Reason)
		out.write(line)
	}
	return out.close("writing rejected rows")
}

// rejectedHeader returns the header of the cells, and whether there is text without cells.
func rejectedHeader(r Reading) (header []string, text bool) {
	most := 0
	for _, rejected := range r.Rejected {
		if rejected.Cells == nil {
			text = true
			continue
		}
		most = max(most, len(rejected.Cells))
	}
	if most == 0 {
		return nil, text
	}
	header = append(header, r.Header...)
	for i := len(header); i < most || i < len(r.Mapping) && len(r.Header) == 0; i++ {
		name := place(i)
		if c := r.Mapping[name]; c != "" && len(r.Header) == 0 {
			name = string(c)
		}
		header = append(header, name)
	}
	return header, text
}
