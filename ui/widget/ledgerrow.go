package widget

// LedgerRow is what a row of a Ledger says.
type LedgerRow struct {
	// Lead stands before all else in a table, such as the row's number.
	Lead string
	// State is drawn as its mark, with Word beside it; "" leaves the mark out.
	State State
	Word  string
	// Title comes first, Second below it (in a table: beside it), Trailing at the end.
	Title, Second, Trailing string
	// Reason says that Second is why something is so, and not the message: it is in ink.
	Reason bool
	// Actions are links at the end of the second line, a few at most; a table has none.
	Actions []LedgerAction
}

// LedgerAction is a link in a row.
type LedgerAction struct {
	Word string
	Do   func()
}

// LedgerHeads are the heads of a table's columns, in the order in which they stand.
type LedgerHeads struct {
	Lead, Title, Second, State, Trailing string
}
