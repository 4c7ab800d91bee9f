package link

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// blocksOf puts the lines of text together to blocks and returns the roles in each.
func blocksOf(text string) [][]role {
	s := scan(text, false)
	var k blocker
	s.windows(k.see, k.close)
	k.close()
	var all [][]role
	for _, b := range k.done {
		var roles []role
		for _, l := range b.lines {
			roles = append(roles, l.role)
		}
		all = append(all, roles)
	}
	return all
}

func TestLinesArePutTogetherToBlocks(t *testing.T) {
	link := "webexteams://im?space="
	for _, c := range []struct {
		name string
		text []string
		want [][]role
	}{
		{
			"seven lines",
			strings.Split(infoBlock, "\n"),
			[][]role{{roleName, roleID, roleLink, roleLink, roleParticipants, roleExternal, roleType}},
		},
		{
			"a name begins the next block",
			[]string{"Space name: a", "Space ID: " + uuidA, "Space name: b", "Space ID: " + uuidB},
			[][]role{{roleName, roleID}, {roleName, roleID}},
		},
		{
			"a name without anything behind belongs to the block above",
			[]string{"Space ID: " + uuidA, "Space name: a"},
			[][]role{{roleID, roleName}},
		},
		{
			"but not across a blank line",
			[]string{"Space ID: " + uuidA, "", "Space name: a"},
			[][]role{{roleID}, {roleName}},
		},
		{
			"the first label again begins the next block",
			[]string{"Lum: a", "Zaq: " + uuidA, "Lum: b", "Zaq: " + uuidB},
			[][]role{{roleOther, roleID}, {roleOther, roleID}},
		},
		{
			"another ID under the same label begins the next block",
			[]string{"Space ID: " + uuidA, "Space ID: " + uuidB},
			[][]role{{roleID}, {roleID}},
		},
		{
			"the same ID again does not",
			[]string{"Lum: a", "Space ID: " + uuidA, "Space ID: " + strings.ToUpper(uuidA)},
			[][]role{{roleOther, roleID, roleID}},
		},
		{
			"running text ends a block",
			[]string{"Space name: a", "and so on", "Space ID: " + uuidA},
			[][]role{{roleName}, {roleID}},
		},
		{
			"blank lines do not, while something is missing",
			[]string{"Space name: a", "", "Space ID: " + uuidA, "", "Participant count: 2"},
			[][]role{{roleName, roleID, roleParticipants}},
		},
		{
			"many blank lines do",
			[]string{"Space name: a", "", "", "", "Space ID: " + uuidA},
			[][]role{{roleName}, {roleID}},
		},
		{
			"headers above a blank line are no part of it",
			[]string{"Subject: a", "Priority: b", "", "Space ID: " + uuidA},
			[][]role{{roleOther, roleOther}, {roleID}},
		},
		{
			"an unknown label behind a blank line is none either",
			[]string{"Space ID: " + uuidA, "", "Lum: a"},
			[][]role{{roleID}, {roleOther}},
		},
		{
			"a count that the block has is not taken twice across a blank line",
			[]string{"Space ID: " + uuidA, "Participant count: 2", "", "Participant count: 3"},
			[][]role{{roleID, roleParticipants}, {roleParticipants}},
		},
		{
			"fences do not part lines",
			[]string{"Space name: a", "```", "Space ID: " + uuidA, "```", "Participant count: 2"},
			[][]role{{roleName, roleID, roleParticipants}},
		},
		{
			"a bare link below a name",
			[]string{"Space name: a", link + uuidA},
			[][]role{{roleName, roleLink}},
		},
		{
			"a bare link elsewhere stands for itself",
			[]string{"Lum: a", link + uuidA},
			[][]role{{roleOther}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, blocksOf(strings.Join(c.text, "\n"))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestBlocksHaveAnEnd(t *testing.T) {
	var b strings.Builder
	for i := range 3 * maxLines {
		fmt.Fprintf(&b, "Label %c%c: %s\n", 'a'+i/26, 'a'+i%26, uuidA[:len(uuidA)-3]+fmt.Sprintf("%03x", i))
	}
	for _, roles := range blocksOf(b.String()) {
		if len(roles) > maxLines {
			t.Errorf("a block of %d lines", len(roles))
		}
	}
}

func TestOnlyLinesNearSpacesAreSeenAndEachOnce(t *testing.T) {
	filler := func(n int) []string {
		lines := make([]string, n)
		for i := range lines {
			lines[i] = "filler"
		}
		return lines
	}
	text := slices.Concat(
		filler(40), []string{"ID " + uuidA}, filler(40),
		[]string{"a@x.example"}, filler(40),
		[]string{"b@x.example", "filler", "c@x.example", "ID " + uuidB, "d@x.example"}, filler(5), []string{"ID " + uuidA},
	)
	s := scan(strings.Join(text, "\n"), false)
	var seen []int
	starts := map[int]int{}
	at := 0
	for n, l := range text {
		starts[at] = n
		at += len(l) + 1
	}
	gaps := 0
	s.windows(func(l *line) { seen = append(seen, starts[l.start]) }, func() { gaps++ })
	var want []int
	add := func(from, to int) {
		for n := from; n <= to; n++ {
			want = append(want, n)
		}
	}
	add(40-reach, 40+reach-1) // around the first ID
	add(81, 81)               // the lonely address
	add(125-reach, 132)       // everything near the last ones
	if diff := cmp.Diff(want, seen); diff != "" {
		t.Error(diff)
	}
	if gaps != 4 {
		t.Errorf("%d gaps, want 4", gaps)
	}
}

func TestTakenTextIsLeftAlone(t *testing.T) {
	s := &scanner{text: strings.Repeat("x", 30)}
	s.take(20, 25)
	s.take(5, 10)
	busy := s.settle()
	for _, c := range []struct {
		at    int
		holds bool
		floor int
	}{{0, false, 0}, {5, true, 0}, {9, true, 0}, {10, false, 10}, {19, false, 10}, {24, true, 10}, {25, false, 25}, {29, false, 25}} {
		if got := busy.holds(c.at); got != c.holds || busy.floor != c.floor {
			t.Errorf("at %d: %v, floor %d", c.at, got, busy.floor)
		}
	}
}

func TestTitlesEndAtTheirOwnBracket(t *testing.T) {
	link := "](webexteams://im?space=" + uuidA + ")"
	for before, want := range map[string]string{
		"[a":                   "a",
		"see [a":               "a",
		"see [1] and [a":       "a",
		"see [1] and [a [b] c": "a [b] c",
		"[1] see [a":           "1] see [a", // greedy where the value begins with a bracket
		"- [a] [b":             "a] [b",
		"Lum: [a] [b":          "a] [b",
		"Lum: x [a] [b":        "b",
		`see \[x\] [a \[b\]`:   "a [b]",
		`see [a\\`:             `a\`,
		"see a] b":             "",
		"see [a](b) [c":        "c",
		"x [a\tb":              "a b",
	} {
		text := before + link
		got := Recognize(text)
		if len(got) != 1 || got[0].Name != want {
			t.Errorf("%q: %+v, want name %q", text, got, want)
		}
	}
}

func TestRecentLinksAreOrderedByTheLaterTime(t *testing.T) {
	var s Saved
	if !s.Last().IsZero() {
		t.Error("a link that was never saved has a time")
	}
	s.Saved = s.Saved.AddDate(1, 0, 0)
	if !s.Last().Equal(s.Saved) {
		t.Error("the time of saving does not count")
	}
	s.Used = s.Saved.AddDate(1, 0, 0)
	if !s.Last().Equal(s.Used) {
		t.Error("the time of use does not count")
	}
}
