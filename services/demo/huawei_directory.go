package demo

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// hwEntry is a person or a room system of the directory.
type hwEntry struct {
	ID             string   `json:"id"`
	StatusCode     int      `json:"statusCode"`
	Account        string   `json:"account"`
	Name           string   `json:"name"`
	EnglishName    *string  `json:"englishName"`
	Email          *string  `json:"email"`
	Phone          *string  `json:"phone"`
	DeptName       string   `json:"deptName"`
	Number         string   `json:"number"`
	Signature      *string  `json:"signature"`
	Title          *string  `json:"title"`
	Description    *string  `json:"description"`
	VmrID          *string  `json:"vmrId"`
	UpdateTime     int64    `json:"updateTime"` // ms
	IsHardTerminal bool     `json:"isHardTerminal"`
	HidePhone      bool     `json:"hidePhone"`
	Type           string   `json:"type"`
	DeptCodes      []string `json:"deptCodes"`
}

const (
	hwPersonKind   = "NORMAL_USER"
	hwTerminalKind = "HARD_TERMINAL"
	hwTopDept      = "1"
)

// hwDirectory is made once; nobody changes it.
var hwDirectory = newDirectory()

// newDirectory lists the people of the office and the rooms that have a system.
func newDirectory() []hwEntry {
	changed := time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC).UnixMilli()
	var all []hwEntry
	for i, p := range office.People {
		dept := office.Departments[i%len(office.Departments)]
		e := hwEntry{
			ID: hwID(p.Address), Account: p.Address, Name: p.Name, Email: &p.Address, DeptName: dept.Name, Number: hwSIP(i, hwDigit(i)),
			UpdateTime: changed, HidePhone: i%10 == 9, Type: hwPersonKind, DeptCodes: []string{dept.Code},
		}
		if phone := hwMobile(i); !e.HidePhone {
			e.Phone = &phone
		}
		all = append(all, e)
	}
	for i, r := range office.Rooms {
		kind := systemOf(r)
		if kind == "" {
			continue
		}
		id := hwID("room " + r.ID)
		all = append(all, hwEntry{
			ID: id, Account: id, Name: r.Name, DeptName: office.Name, Number: hwSIP(4000+i, i%5), Description: &r.Place,
			UpdateTime: changed, IsHardTerminal: kind == hwTerminalKind, Type: kind, DeptCodes: []string{hwTopDept},
		})
	}
	return all
}

// systemOf returns what sort of system a room has, "" for none.
func systemOf(r Room) string {
	switch {
	case slices.Contains(r.Equipment, "video"):
		return hwTerminalKind
	case slices.Contains(r.Equipment, "whiteboard"):
		return "WHITE_BOARD"
	case slices.Contains(r.Equipment, "screen"):
		return "IDEA_HUB_MEMBER"
	case len(r.Equipment) > 0:
		return "HW_VISION_MEMBER"
	default:
		return ""
	}
}

// hwMobile is somebody's mobile number, from those that are set aside for stories. Its last digit is
// that of the SIP number, so that the same becomes of both.
func hwMobile(person int) string {
	return fmt.Sprintf("+120255501%d%d", person/5%10, hwDigit(person))
}

// directory is SearchCorpDir, D0512. An offset past the end is the last page.
//
// undocumented: the highest limit, and that other numbers are refused.
func (h *huawei) directory(c *hwCall) (any, *hwCode) {
	key, dept, scope := strings.ToLower(c.query("searchKey")), c.query("deptCode"), c.query("searchScope")
	if !slices.Contains([]string{"", "ALL", hwPersonKind, hwTerminalKind}, scope) || longer(dept, 32) || longer(key, 128) || !isFlag(c.query("querySubDept")) {
		return nil, &hwInvalid
	}
	var all []hwEntry
	for _, e := range hwDirectory {
		inScope := scope == "" || scope == "ALL" || (scope == hwPersonKind) == (e.Type == hwPersonKind)
		if inScope && e.in(dept, c.query("querySubDept") != "false") && e.matches(key) {
			all = append(all, e)
		}
	}
	return directoryPage(c, all, 100)
}

// directoryPage is a page of a directory.
func directoryPage[T any](c *hwCall, all []T, usual int) (any, *hwCode) {
	p, ok := paged(c, all, usual, 500)
	if !ok {
		return nil, &hwInvalid
	}
	if p.Offset >= len(all) && len(all) > 0 {
		p.Offset = (len(all) - 1) / p.Limit * p.Limit
		p.Data = append(p.Data, all[p.Offset:]...)
	}
	return p, nil
}

// in reports whether the entry is of a department, or of one below it.
func (e hwEntry) in(dept string, below bool) bool {
	return dept == "" || slices.Contains(e.DeptCodes, dept) || dept == hwTopDept && below
}

// matches looks for small letters in everything that is searched.
func (e hwEntry) matches(key string) bool {
	text := []string{e.Account, e.Number, e.Name}
	for _, more := range []*string{e.Email, e.Phone} {
		if more != nil {
			text = append(text, *more)
		}
	}
	return strings.Contains(strings.ToLower(strings.Join(text, "\n")), key)
}

// hwContact is somebody outside of the office whom it knows.
type hwContact struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Phone      string `json:"phone"`
	Country    string `json:"country"`
	Email      string `json:"email"`
	CorpName   string `json:"corpName"`
	DeptName   string `json:"deptName"`
	Position   string `json:"position"`
	UpdateTime int64  `json:"updateTime"` // ms
	Type       string `json:"type"`
}

// contacts is SearchCorpExternalDir.
func (h *huawei) contacts(c *hwCall) (any, *hwCode) {
	key, scope := strings.ToLower(c.query("searchKey")), c.query("searchScope")
	if !slices.Contains([]string{"", "ALL", "CORP", "PERSONAL"}, scope) || longer(key, 128) {
		return nil, &hwInvalid
	}
	var all []hwContact
	for _, o := range office.Contacts {
		o.ID, o.Country, o.Type = hwID(o.Email), "chinaPR", "CORP"
		if scope != "PERSONAL" && strings.Contains(strings.ToLower(o.Name+"\n"+o.Phone+"\n"+o.Email+"\n"+o.CorpName), key) {
			all = append(all, o)
		}
	}
	return directoryPage(c, all, 10)
}

// myInfo is ShowMyInfo.
func (h *huawei) myInfo(c *hwCall) (any, *hwCode) {
	u := c.user.info()
	return map[string]any{
		"id": u.UserID, "userAccount": u.UcloginAccount, "thirdAccount": u.ThirdAccount, "name": u.Name, "sipNum": c.user.number,
		"email": c.user.account, "vmrList": []string{}, "deptCode": hwTopDept, "deptName": office.Name, "userType": u.UserType,
		"adminType": u.AdminType, "status": u.Status, "hidePhone": false,
	}, nil
}
