package store

import (
	"context"
	"database/sql"
	"sync"
)

// hotQueries are what every call of Advance does. To prepare them anew each time would take longer
// than to run them.
var hotQueries = []string{lanes, triedQuery, freshQuery, runQuery, markMessages, itemsQuery, takenQuery, restMessages, raise, countMessages}

// hot keeps statements prepared on the writing connection, from when they are needed first.
type hot struct {
	mu         sync.Mutex
	statements map[string]*sql.Stmt
}

// ready prepares the statements unless they are. It must not be called inside a transaction, which
// has the only connection. What fails to be prepared now will say so when it is run.
func (h *hot) ready(ctx context.Context, writer *sql.DB) map[string]*sql.Stmt {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.statements != nil {
		return h.statements
	}
	statements := map[string]*sql.Stmt{}
	for _, query := range hotQueries {
		statement, err := writer.PrepareContext(ctx, query)
		if err != nil {
			return nil
		}
		statements[query] = statement
	}
	h.statements = statements
	return statements
}
