package message

// NewFailure returns what is kept of err, nil for nil.
func NewFailure(err error) *Failure { return nil }
