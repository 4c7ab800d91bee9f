package main

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"foyer/services/demo"
	"foyer/services/message"
)

func TestMain(m *testing.M) {
	if role := os.Getenv(roleVariable); role != "" {
		os.Exit(play(role))
	}
	os.Exit(m.Run())
}

func TestProcessesThatAreKilledLoseNothingAndSendNothingTwice(t *testing.T) {
	const rows, kills = 1000, 40
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	got, err := playRound(t.Context(), rand.New(rand.NewPCG(seed, seed)), rows, kills)
	t.Log(got)
	if err != nil {
		t.Error(err)
	}
	// Else the kills came at moments that prove nothing.
	if got.kills < 10 || got.unknown == 0 || got.sent < rows/3 || got.failed == 0 {
		t.Errorf("the round proves little: %s", got)
	}
}

func TestTheJudgeFindsWhatIsWrong(t *testing.T) {
	item := func(row int, s message.State) message.Item {
		return message.Item{Row: row, Message: rowMessage(row), State: s}
	}
	accepted := func(row int) demo.Sent {
		m := rowMessage(row)
		return demo.Sent{To: m.To, Room: m.Room, Text: m.Text}
	}
	elsewhere := accepted(1)
	elsewhere.Room = rooms[2]
	const first, later = 10, 10 + talks // to the same people
	for _, c := range []struct {
		name     string
		items    []message.Item
		accepted []demo.Sent
		want     string // in the accusation; "" for none
	}{
		{"all is well", []message.Item{item(1, message.Sent), item(2, message.Failed), item(3, message.Unknown), item(4, message.Unknown)},
			[]demo.Sent{accepted(1), accepted(4)}, ""},
		{"lost", []message.Item{item(1, message.Sent)}, nil, "did not arrive"},
		{"twice", []message.Item{item(1, message.Sent)}, []demo.Sent{accepted(1), accepted(1)}, "2 times"},
		{"twice and unknown", []message.Item{item(1, message.Unknown)}, []demo.Sent{accepted(1), accepted(1)}, "2 times"},
		{"failed and there", []message.Item{item(1, message.Failed)}, []demo.Sent{accepted(1)}, "failed and arrived"},
		{"not at rest", []message.Item{item(1, message.Sending)}, nil, "is sending in the end"},
		{"a row is gone", nil, nil, "rows are left"},
		{"to somebody else", []message.Item{item(1, message.Sent)}, []demo.Sent{elsewhere}, "went to"},
		{"something else", []message.Item{item(1, message.Unknown)}, []demo.Sent{{Text: "hello"}}, "is no row"},
		{"out of order", []message.Item{item(first, message.Sent), item(later, message.Sent)}, []demo.Sent{accepted(later), accepted(first)}, "came after"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := len(c.items)
			if c.name == "a row is gone" {
				rows = 1
			}
			if c.name == "out of order" {
				rows = later
				c.items = append(c.items, fill(rows, first, later)...)
			}
			_, wrong := compare(c.items, rows, c.accepted)
			found := slices.ContainsFunc(wrong, func(err error) bool { return strings.Contains(err.Error(), c.want) })
			if c.want == "" && len(wrong) > 0 || c.want != "" && (!found || len(wrong) > 1) {
				t.Errorf("found %q, want %q", wrong, c.want)
			}
		})
	}
}

// fill returns unknown rows for all numbers but the given ones.
func fill(rows int, but ...int) []message.Item {
	var all []message.Item
	for n := 1; n <= rows; n++ {
		if !slices.Contains(but, n) {
			all = append(all, message.Item{Row: n, Message: rowMessage(n), State: message.Unknown})
		}
	}
	return all
}
