package demo_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type entries struct {
	Offset, Limit, Count int
	Data                 []struct {
		ID, Account, Name, Number, Type, DeptName string
		Email, Phone, Description                 *string
		IsHardTerminal, HidePhone                 bool
		DeptCodes                                 []string
	}
}

func (h *huawei) directory(query string) entries {
	h.t.Helper()
	got := h.ask("GET", "/v1/usg/abs/users?"+query, "")
	if got.status != 200 {
		h.t.Fatalf("%s: %s", query, got.code())
	}
	return decoded[entries](h.t, got.body)
}

func TestTheDirectoryHasThePeopleAndTheRooms(t *testing.T) {
	h := meetings(t)
	h.logIn()
	all := h.directory("")
	kinds := map[string]int{}
	for _, e := range all.Data {
		kinds[e.Type]++
		if len(e.ID) != 32 || !strings.HasPrefix(e.Number, "+99111") || e.IsHardTerminal != (e.Type == "HARD_TERMINAL") || len(e.DeptCodes) == 0 {
			t.Errorf("%+v", e)
		}
	}
	want := map[string]int{"NORMAL_USER": 40, "HARD_TERMINAL": 4, "WHITE_BOARD": 3, "IDEA_HUB_MEMBER": 2, "HW_VISION_MEMBER": 2}
	if d := cmp.Diff(want, kinds); d != "" || all.Count != 51 || all.Limit != 100 {
		t.Errorf("%d, limit %d (-want +got):\n%s", all.Count, all.Limit, d)
	}
}

// A number that two people share would be merged by who invites them.
func TestEverybodyHasNumbersOfHisOwnThatMeetTheSameFate(t *testing.T) {
	h := meetings(t)
	h.logIn()
	numbers, hidden := map[string]string{}, 0
	use := func(number, name string) {
		if other, twice := numbers[number]; twice {
			t.Errorf("%s and %s have %s", name, other, number)
		}
		numbers[number] = name
	}
	for _, e := range h.directory("searchScope=ALL").Data {
		use(e.Number, e.Name)
		if e.HidePhone {
			hidden++
		}
		if e.Phone != nil {
			use(*e.Phone, e.Name)
			if last := (*e.Phone)[len(*e.Phone)-1]; last != e.Number[len(e.Number)-1] || e.HidePhone {
				t.Errorf("%s: %s, %s, hidden %v", e.Name, *e.Phone, e.Number, e.HidePhone)
			}
		}
	}
	if len(numbers) != 51+36 || hidden != 4 {
		t.Errorf("%d numbers, %d hidden", len(numbers), hidden)
	}
}

func TestTheDirectoryIsSearchedAndPaged(t *testing.T) {
	h := meetings(t)
	h.logIn()
	for query, want := range map[string][]string{
		"searchKey=BARBARA":                         {"Barbara Example"},
		"searchKey=" + url.QueryEscape("佐藤"):        {"佐藤 花子"},
		"searchKey=chen.wei%40example":              {"Chen Wei"},
		"searchKey=%2B99111283523400061":            {"Chen Wei"},
		"searchKey=nobody":                          {},
		"searchKey=aurora":                          {"Aurora"},
		"searchKey=aurora&searchScope=NORMAL_USER":  {},
		"limit=2&offset=1":                          {"Barbara Example", "Ludwig Muster"},
		"limit=20&offset=50":                        {"会議室 4"},
		"limit=20&offset=51":                        h.names("limit=20&offset=40"),
		"limit=50&offset=9999":                      {"会議室 4"},
		"deptCode=11&limit=1":                       {"Reception desk"},
		"deptCode=99":                               {},
		"deptCode=1&querySubDept=false&limit=1":     {"Aurora"},
		"searchKey=example&deptCode=12&offset=9999": h.names("searchKey=example&deptCode=12"),
	} {
		if got := h.names(query); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", query, got, want)
		}
	}
	if n, m := h.directory("searchScope=NORMAL_USER").Count, h.directory("searchScope=HARD_TERMINAL").Count; n != 40 || m != 11 {
		t.Errorf("%d people, %d rooms", n, m)
	}
	if got := h.directory("limit=20&offset=51"); got.Offset != 40 {
		t.Errorf("past the end the page begins at %d", got.Offset)
	}
	for _, query := range []string{"limit=0", "limit=501", "limit=many", "offset=-1", "searchScope=ROOMS", "querySubDept=yes", "deptCode=" + strings.Repeat("1", 33)} {
		h.expect(query, h.ask("GET", "/v1/usg/abs/users?"+query, ""), "400 USG.000000003")
	}
}

func (h *huawei) names(query string) []string {
	h.t.Helper()
	names := []string{}
	for _, e := range h.directory(query).Data {
		names = append(names, e.Name)
	}
	return names
}

func TestContactsOutsideAreListed(t *testing.T) {
	h := meetings(t)
	h.logIn()
	for query, want := range map[string]int{"": 5, "searchKey=FOUNDATION": 2, "searchScope=PERSONAL": 0, "searchScope=CORP&limit=2": 2, "offset=99": 5} {
		got := decoded[struct {
			Data []struct{ ID, Name, Phone, Email string }
		}](t, h.ask("GET", "/v1/usg/abs/external-contacts?"+query, "").body)
		if len(got.Data) != want {
			t.Errorf("%s: %d, want %d", query, len(got.Data), want)
		}
	}
	for _, query := range []string{"searchScope=x", "limit=0", "limit=501", "offset=-1", "searchKey=" + strings.Repeat("x", 129)} {
		h.expect(query, h.ask("GET", "/v1/usg/abs/external-contacts?"+query, ""), "400 USG.000000003")
	}
	if me := h.ask("GET", mePath, ""); !strings.Contains(me.body, `"name":"Barbara Example"`) || !strings.Contains(me.body, `"sipNum":"+99111283523400011"`) {
		t.Errorf("%s", me.body)
	}
}
