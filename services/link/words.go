package link

// labels are the labels that are known to be Webex's own, and close relatives, as comparable
// writes them.
var labels = map[string]role{
	"spacename": roleName, "roomname": roleName, "name": roleName, "title": roleName,
	"spaceid": roleID, "roomid": roleID, "id": roleID,
	"spaceuri": roleLink, "spaceurl": roleLink, "spacelink": roleLink, "spaceuri(markdown)": roleLink,
	"participantcount": roleParticipants, "externalparticipantcount": roleExternal,
	"conversationtype": roleType, "spacetype": roleType,
}

// isSpaceID tells whether the label names the space ID beyond doubt.
func isSpaceID(word string) bool { return word == "spaceid" || word == "roomid" }

// Webex shows its labels in the language of the app, and nobody has published those texts
// (undocumented: we assume that they use the ordinary words). These stems decide where the values
// do not: which line is the name, and which number counts whom. All are written as comparable
// writes them. Order matters: "external participants" holds "participants", and the French and
// Spanish words for "number of" look like those for "name".
var (
	externalWords = []string{
		"extern", "ekstern", "estern", "extér", "exter", "ulkopuol", "ulkois", "zewn", "külső", "внешн", "зовнішн", "външн",
		"εξωτερ", "harici", "dış", "外部", "社外", "외부", "خارجي", "חיצוני", "ภายนอก", "bênngoài", "zunanj", "vanjsk",
		"välis", "ārēj", "išor",
	}
	participantWords = []string{
		"particip", "partecip", "teilnehm", "deltag", "deltak", "deelnem", "osallist", "uczestni", "účastn", "účast",
		"résztvev", "участни", "учасни", "συμμετέχ", "συμμετεχ", "katılımc", "参加者", "参加人", "参与者", "参與者", "參與者",
		"参会", "成员", "成員", "メンバー", "참가자", "참여자", "مشارك", "משתתפ", "ผู้เข้าร่วม", "thamgia", "peserta", "sudionik",
		"udeležen", "osalej", "dalībniek", "dalyvi", "member", "mitglied", "membre", "miembro", "membri",
	}
	linkWords = []string{
		"uri", "url", "link", "lien", "enlace", "vínculo", "collegamento", "koppeling", "länk", "lenke", "linkki", "odkaz",
		"hivatkoz", "ссылк", "посилан", "връзк", "σύνδεσμ", "bağlant", "リンク", "链接", "鏈接", "連結", "링크", "رابط",
		"קישור", "ลิงก์", "liênkết", "tautan", "markdown",
	}
	typeWords = []string{
		"type", "typ", "tipo", "tyyp", "típus", "тип", "τύπος", "τυπος", "türü", "tür", "タイプ", "種類", "種別", "类型",
		"類型", "유형", "종류", "نوع", "סוג", "ประเภท", "loại", "jenis", "vrsta", "soort",
	}
	nameWords = []string{
		"name", "naam", "namn", "navn", "nafn", "nimi", "nombre", "nome", "nazwa", "název", "názov", "naziv",
		"név", "назван", "наименован", "имя", "назва", "імя", "όνομα", "ονομα", "isim", "ismi", "名",
		"이름", "اسم", "שם", "ชื่อ", "tên", "nama", "title", "titel", "titre", "título", "titolo", "tytuł", "件名", "タイトル",
		"标题", "標題", "제목", "nosaukum", "pavadinim", "nimetus", "emri", "नाम",
	}
	// typeEdges and nameEdges are too short to be looked for inside of words: a stem with a hyphen
	// behind it begins the label, one with a hyphen before it ends it.
	typeEdges = []string{"-art", "artder-", "tip-"}
	nameEdges = []string{"nom-", "numele-", "numes-", "ime-", "имена-", "имен-", "-adı", "-namn"}
)
