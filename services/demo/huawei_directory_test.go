package demo_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"
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
	if all.Count != 51 || len(all.Data) != 51 || all.Limit != 100 {
		t.Errorf("%d of %d", len(all.Data), all.Count)
	}
	kinds, hidden, numbers := map[string]int{}, 0, map[string]bool{}
	for _, e := range all.Data {
		kinds[e.Type]++
		numbers[e.Number] = true
		if len(e.ID) != 32 || !strings.HasPrefix(e.Number, "+99111") || e.IsHardTerminal != (e.Type == "HARD_TERMINAL") || len(e.DeptCodes) == 0 {
			t.Errorf("%+v", e)
		}
		if e.Type != "NORMAL_USER" {
			continue
		}
		if e.HidePhone != (e.Phone == nil) {
			t.Errorf("%s: hidden %v, %v", e.Name, e.HidePhone, e.Phone)
		}
		if e.HidePhone {
			hidden++
			continue
		}
		// Both numbers of somebody meet with the same fate.
		if phone := *e.Phone; phone[len(phone)-1] != e.Number[len(e.Number)-1] || numbers[phone] {
			t.Errorf("%s: %s, %s", e.Name, phone, e.Number)
		}
		numbers[*e.Phone] = true
	}
	if kinds["NORMAL_USER"] != 40 || kinds["HARD_TERMINAL"] < 1 || kinds["WHITE_BOARD"] < 1 || kinds["IDEA_HUB_MEMBER"] < 1 || hidden != 4 || len(numbers) != 51+36 {
		t.Errorf("%v, %d hidden, %d numbers", kinds, hidden, len(numbers))
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
