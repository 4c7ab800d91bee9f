package demo

import (
	"crypto/sha256"
	_ "embed" // office.json
	"encoding/base32"
	"encoding/json"
	"strconv"
	"strings"
)

//go:embed office.json
var officeJSON []byte

// office is what the demo office has of its own. Numbers of rooms and people count from 0.
type officeData struct {
	Name      string   `json:"name"`
	People    []Person `json:"people"`
	Rooms     []Room   `json:"rooms"`
	ChatRooms []struct {
		Name    string `json:"name"`
		Public  bool   `json:"public"`
		Members int    `json:"members"`
	} `json:"chatRooms"`
	Departments []department `json:"departments"`
	Contacts    []hwContact  `json:"contacts"`
	Meetings    []hwSeed     `json:"meetings"`
	Monday      []planned    `json:"monday"`
	Titles      []string     `json:"titles"`
	TitlesTokyo []string     `json:"titlesTokyo"`
}

// department is a part of the office.
type department struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// planned is a booking of any day.
type planned struct {
	Room int `json:"room"`
	// From and To are times of day; To may be later than 24:00.
	From      string `json:"from"`
	To        string `json:"to"`
	Title     string `json:"title"`
	Organizer int    `json:"organizer"`
	// Others is how many people come besides the organizer.
	Others  int  `json:"others"`
	Private bool `json:"private"`
}

// office is read once; nobody changes it.
var office = readOffice()

func readOffice() officeData {
	var d officeData
	if err := json.Unmarshal(officeJSON, &d); err != nil {
		panic("office.json: " + err.Error())
	}
	for i := range d.People {
		d.People[i].UID = uid(d.People[i].Address)
	}
	return d
}

// uid is an internal id in the manner of the vendor's samples, which have 20 letters and digits.
func uid(address string) string {
	sum := sha256.Sum256([]byte(address))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:]))[:20]
}

// firstID is the id of the vendor's sample of a chat room.
const firstID = 1564831284702237059

// People returns who works at the office.
func (o *Office) People() []Person { return append([]Person(nil), office.People...) }

// seed is the office on its first day.
func seed() state {
	s := state{Version: stateVersion, NextID: firstID}
	for i, r := range office.ChatRooms {
		members := map[string]bool{}
		for n := range r.Members {
			p := office.People[(i*7+n)%len(office.People)]
			members[p.UID] = n == 0
		}
		creator := office.People[i*7].UID
		s.ChatRooms = append(s.ChatRooms, chatRoom{
			"id":              raw(strconv.FormatInt(s.NextID, 10)),
			"name":            raw(r.Name),
			"createUserId":    raw(creator),
			"adminUserId":     raw(creator),
			"isMessageThread": raw(true),
			"isPublic":        raw(r.Public),
			"memberUids":      raw(members),
		})
		s.NextID++
	}
	return s
}

// raw is the JSON of something that has one for sure.
func raw(v any) json.RawMessage {
	data, err := json.Marshal(v)
	if err != nil {
		panic("demo: " + err.Error())
	}
	return data
}
