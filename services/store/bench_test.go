package store

import (
	"database/sql"
	"path/filepath"
	"testing"
	"time"

	"foyer/services/link"
)

// Each benchmark stands beside its floor: what SQLite costs for the same without a Store around it.

const many = 10000

// bare opens the database with the Store's own connection settings and nothing else.
func bare(b *testing.B, path string) *sql.DB {
	b.Helper()
	db, err := connectWriter(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	})
	return db
}

func BenchmarkSaveLink(b *testing.B) {
	b.Run("store", func(b *testing.B) {
		s, _ := opened(b)
		for n := 0; b.Loop(); n++ {
			save(b, s, space(itoa(n), "Marketing"))
		}
	})
	b.Run("floor-insert", func(b *testing.B) {
		path := filled(b, 0)
		db := bare(b, path)
		for n := 0; b.Loop(); n++ {
			l := link.Saved{Target: space(itoa(n), "Marketing")}
			_, err := db.ExecContext(b.Context(), insertLink, append(targetValues(l.Target), "", 1, "space info", l.Key())...)
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkLinksTenThousand(b *testing.B) {
	path := filled(b, many)
	b.Run("store", func(b *testing.B) {
		s := reopened(b, path, newClock())
		for b.Loop() {
			if links, err := s.Links(b.Context()); err != nil || len(links) != many {
				b.Fatal(len(links), err)
			}
		}
	})
	b.Run("floor-scan", func(b *testing.B) {
		db := bare(b, path)
		for b.Loop() {
			rows, err := db.QueryContext(b.Context(), `SELECT `+columns+` FROM links WHERE deleted = 0 ORDER BY pinned DESC, max(saved, used) DESC, ref`)
			if err != nil {
				b.Fatal(err)
			}
			raw := make([]sql.RawBytes, 21)
			into := make([]any, len(raw))
			for i := range raw {
				into[i] = &raw[i]
			}
			n := 0
			for rows.Next() {
				if err := rows.Scan(into...); err != nil {
					b.Fatal(err)
				}
				n++
			}
			if err := rows.Close(); err != nil || n != many {
				b.Fatal(n, err)
			}
		}
	})
}

func BenchmarkImportTenThousandPeople(b *testing.B) {
	people := crowd(many)
	b.Run("store", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			s, _ := opened(b)
			b.StartTimer()
			if added, _, err := s.ImportPeople(b.Context(), people, "people.csv"); err != nil || added != many {
				b.Fatal(added, err)
			}
		}
	})
	b.Run("floor-insert", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			db := bare(b, filled(b, 0))
			b.StartTimer()
			err := inTransaction(b.Context(), db, time.Second, func(tx *sql.Tx) error {
				insert, err := tx.PrepareContext(b.Context(), insertLink)
				if err != nil {
					return err
				}
				for _, p := range people {
					t := link.Target{Kind: link.Person, Name: p.Name, Email: p.Email, SIP: p.SIP, URL: p.Email}
					if _, err := insert.ExecContext(b.Context(), append(targetValues(t), p.Phone, 1, "", t.Key())...); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	path := filled(b, many)
	b.Run("store", func(b *testing.B) {
		for b.Loop() {
			s, err := Open(b.Context(), path, time.Now)
			if err != nil {
				b.Fatal(err)
			}
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			s, err := Open(b.Context(), filepath.Join(folder(b), "foyer.db"), time.Now)
			if err != nil {
				b.Fatal(err)
			}
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("floor-connect", func(b *testing.B) {
		for b.Loop() {
			db, err := connectWriter(path)
			if err != nil {
				b.Fatal(err)
			}
			var n int
			if err := db.QueryRowContext(b.Context(), "SELECT count(*) FROM sqlite_schema").Scan(&n); err != nil {
				b.Fatal(err)
			}
			if err := db.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
