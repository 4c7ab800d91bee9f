package main

import (
	"fmt"
	"iter"
	"strconv"
	"strings"

	"foyer/services/message"
)

// talks is how many destinations a batch has: few enough for each to have a row of messages.
const talks = 40

// rooms are chat rooms of the demo office; nobody is somebody whom it does not know.
var rooms = []string{"Facilities", "Marketing", "東京オフィス"}

const nobody = "nobody@example.com"

// batch returns the rows: to people, to the office's chat rooms and to nobody, with the row's number as
// the text.
func batch(rows int) iter.Seq2[message.Row, error] {
	return func(yield func(message.Row, error) bool) {
		for n := 1; n <= rows; n++ {
			if !yield(message.Row{Number: n, Message: rowMessage(n)}, nil) {
				return
			}
		}
	}
}

func rowMessage(n int) message.Message {
	switch talk := n % talks; {
	case talk < len(rooms):
		return message.Message{Room: rooms[talk], Text: text(n), Envelope: n%7 == 0}
	case talk == len(rooms):
		return message.Message{To: []string{nobody}, Text: text(n)}
	default:
		return message.Message{To: []string{fmt.Sprintf("person%d@example.com", talk), "barbara@example.com"}, Text: text(n)}
	}
}

func text(row int) string { return "row " + strconv.Itoa(row) }

// rowOf reads the number out of a text; 0 when it is none of ours.
func rowOf(text string) int {
	n, err := strconv.Atoi(strings.TrimPrefix(text, "row "))
	if err != nil {
		return 0
	}
	return n
}
