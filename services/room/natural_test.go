package room

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRoomsAreInTheOrderOfPeople(t *testing.T) {
	names := []string{"", "2nd floor", "10th floor", "Aurora", "aurora 2", "Aurora 03", "Aurora 10", "Aurora 10 a", "Aurora 99999999999999999999999998", "Aurora 99999999999999999999999999", "Room 2", "Room 2b", "Room 10", "Ｒｏｏｍ １１", "room 12", "会議室 3", "会議室 ４", "会議室 10"}
	all := make([]Room, len(names))
	for i, name := range names {
		all[len(names)-1-i] = Room{ID: name, Name: name}
	}
	SortRooms(all)
	var got []string
	for _, r := range all {
		got = append(got, r.Name)
	}
	if diff := cmp.Diff(names, got); diff != "" {
		t.Error(diff)
	}
	ordered := []Room{{ID: "a", Name: "Z", Order: 1}, {ID: "b", Name: "A", Order: 2}, {ID: "c", Name: "B", Order: 2}, {ID: "d", Name: "B", Order: 2}, {ID: "e", Name: "a", Order: 3}}
	shuffled := []Room{ordered[3], ordered[4], ordered[0], ordered[2], ordered[1]}
	SortRooms(shuffled)
	if diff := cmp.Diff(ordered, shuffled); diff != "" {
		t.Error(diff)
	}
}

func FuzzTheOrderOfNamesIsOne(f *testing.F) {
	f.Add("Room 2", "Room 10", "room 02")
	f.Add("a", "Ａ", "A")
	f.Add("1", "01", "1a")
	f.Add("\xff", "\xff\xff", "０")
	f.Add("", "0", "00")
	f.Add("ß", "ẞ", "SS")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		names := []string{a, b, c}
		for _, x := range names {
			for _, y := range names {
				xy := CompareNames(x, y)
				if xy != -CompareNames(y, x) || (xy == 0) != (x == y) {
					t.Errorf("%q and %q: %d", x, y, xy)
				}
				for _, z := range names {
					if xy < 0 && CompareNames(y, z) < 0 && CompareNames(x, z) >= 0 {
						t.Errorf("%q, %q, %q go in a circle", x, y, z)
					}
				}
			}
		}
		slices.SortFunc(names, CompareNames)
	})
}
