package link

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLinesAreSplitAtTheFirstColon(t *testing.T) {
	for _, c := range []struct{ text, word, value string }{
		{"Space name: Q3: plan", "spacename", "Q3: plan"},
		{"SPACE  NAME :x", "spacename", "x"},
		{"Space-name_：x：y", "spacename", "x：y"},
		{"Space name﹕ x", "spacename", "x"},
		{"> > - Space ID: x", "spaceid", "x"},
		{"\t1) Space ID:\tx ", "spaceid", "x"},
		{"~~~ Space ID: x", "spaceid", "x"},
		{"```Space ID: x```", "spaceid", "x"},
		{"**Space ID:** x", "spaceid", "x"},
		{"**Space ID**: x", "spaceid", "x"},
		{"**Space ID: x**", "spaceid", "x"},
		{"`Space ID`: `x`", "spaceid", "`x`"},
		{"Space URI (markdown): [a: b](c)", "spaceuri(markdown)", "[a: b](c)"},
		{"Nom de l’espace\u3000： x\u3000", "nomdelespace", "x"},
		{"Space name:", "spacename", ""},
		{"Space ID\tx", "spaceid", "x"},
		{"Some words\tx", "", "Some words\tx"},
		{"no label here", "", "no label here"},
		{"https://x.example: y", "", "https://x.example: y"},
		{"12:30", "", "12:30"},
		{": x", "", ": x"},
		{"[a: b](c)", "", "[a: b](c)"},
		{`"Doe: Jane" <x>`, "", `"Doe: Jane" <x>`},
		{"<b>x: y", "", "<b>x: y"},
		{"", "", ""},
		{"> >", "", ""},
	} {
		l := newLine(c.text, 0, len(c.text), nil)
		if diff := cmp.Diff([]string{c.word, c.value}, []string{l.word, l.value}); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
		if got := c.text[l.valueAt:]; len(got) < len(l.value) || got[:len(l.value)] != l.value {
			t.Errorf("%q: value %q is not at %d", c.text, l.value, l.valueAt)
		}
	}
}

func TestDecorationIsNotContent(t *testing.T) {
	for text, want := range map[string]int{
		"x":           0,
		"  x":         2,
		">x":          1,
		"> > x":       4,
		">>> - x":     6,
		"* x":         2,
		"*x*":         0,
		"**x**":       0,
		"- - x":       4,
		"-x":          0,
		"• x":         4,
		"1. x":        3,
		"12) x":       4,
		"1.5 x":       0,
		"1234. x":     0,
		"```x":        3,
		"~~~x":        3,
		"| x":         2,
		"|x":          0,
		"":            0,
		"> ":          2,
		"\u00a0x":     0, // normalize has made it a blank before
		"<x":          0,
		"2026-11-22 ": 0,
	} {
		if got := decoration(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestRolesAreKnownInManyLanguages(t *testing.T) {
	for role, labels := range map[role][]string{
		roleName: {
			"Space name", "Name", "Title", "Bereichsname", "Name des Bereichs", "Nom de l'espace", "Nombre del espacio", "Nome spazio", "Nome do espaço",
			"Naam van ruimte", "Utrymmesnamn", "Områdenavn", "Tilan nimi", "Nazwa obszaru", "Název prostoru", "Názov priestoru", "Tér neve név", "Numele spațiului",
			"Название пространства", "Имя", "Назва простору", "Ім’я", "Όνομα χώρου", "Alan adı", "スペース名", "空间名称", "空間名稱", "스페이스 이름", "اسم المساحة", "ชื่อพื้นที่", "Tên không gian", "Nama ruang",
		},
		roleID:           {"Space ID", "Room ID", "ID", "Bereichs-ID", "ID de l'espace", "スペースID", "空间 ID"},
		roleLink:         {"Space URI", "Space URI (markdown)", "Bereichs-Link", "Lien", "Enlace", "リンク", "链接", "Ссылка"},
		roleParticipants: {"Participant count", "Participants", "Teilnehmeranzahl", "Nombre de participants", "Número de participantes", "Numero partecipanti", "Aantal deelnemers", "Antal deltagare", "参加者数", "参与者人数", "참가자 수", "Количество участников"},
		roleExternal:     {"External participant count", "Externe Teilnehmer", "Nombre de participants externes", "Número de participantes externos", "Partecipanti esterni", "Eksterne deltakere", "外部参加者数", "외부 참가자 수", "Внешних участников"},
		roleType:         {"Conversation type", "Typ", "Unterhaltungsart", "Art der Unterhaltung", "Type de conversation", "Tipo de conversación", "会話の種類", "对话类型", "대화 유형", "Тип беседы", "Konuşma türü"},
		roleOther:        {"Lum", "Meeting time", "Subject", "Created by", "Meeting number", "Имейл"},
	} {
		for _, label := range labels {
			if got := roleOf(comparable(label)); got != role {
				t.Errorf("%q is %d, want %d", label, got, role)
			}
		}
	}
}

func TestCountsAreReadInAnyDigits(t *testing.T) {
	for text, want := range map[string]int{
		"0": 0, "12": 12, "1,024": 1024, "1.024": 1024, "1 024": 1024, "1’024’000": 1024000, "１２": 12, "٣٤": 34, "१२": 12, "999999999": 999999999,
	} {
		if got, ok := count(text); !ok || got != want {
			t.Errorf("%q: %d, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "many", "-1", "1.5", "1,02", "12,34,567", "1e3", "2 people", "1,", ",1", "1234567890", "1234567890123456789012"} {
		if got, ok := count(text); ok {
			t.Errorf("%q is no count, got %d", text, got)
		}
	}
}

func TestNamesBeforeAddresses(t *testing.T) {
	for words, want := range map[string]string{
		"Barbara Example":               "Barbara Example",
		"To: Barbara Example":           "Barbara Example",
		"宛先：山田太郎":                       "山田太郎",
		"please write to Barbara":       "Barbara",
		"Jan de Vries":                  "Jan de Vries",
		"von der Leyen":                 "von der Leyen",
		"Dr. med. Jane Roe":             "Dr. med. Jane Roe",
		"the end. Jane Roe":             "Jane Roe",
		"Hello! Jane Roe":               "Jane Roe",
		"Doe, Jane":                     "Doe, Jane",
		"Jane Roe (Sales)":              "Jane Roe (Sales)",
		"jane roe":                      "jane roe",
		"write to":                      "",
		"some words in small letters":   "",
		"A B C D E F G H":               "",
		"":                              "",
		"Barbara   Example":             "Barbara Example",
		"Müller-Lüdenscheidt Élodie":    "Müller-Lüdenscheidt Élodie",
		"see the list of Иван Петров":   "Иван Петров",
		"ask François d' Alembert":      "François d' Alembert",
		"Karl-Heinz von und zu Example": "Karl-Heinz von und zu Example",
	} {
		if got := lastName(words); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

func TestWebexsOwnLabelsNameTheSpaceOrNobody(t *testing.T) {
	for label, want := range map[string]string{
		"Join me in the Marketing Webex space": "Marketing",
		"Join me in the Webex space":           "Join me in the Webex space",
		"Join me in a Webex space":             "",
		"Contact me in a Webex space":          "",
		"Create a meeting with me in Webex":    "",
		"Join me in a Webex meeting":           "",
		"Marketing":                            "Marketing",
		"webexteams://im?space=x":              "",
		"a@x.example":                          "",
		uuidA:                                  "",
		"":                                     "",
	} {
		if got := spoken(label); got != want {
			t.Errorf("%q: %q, want %q", label, got, want)
		}
	}
}
