package meeting

// headers are the names of columns as people and programs write them, folded: the API's own, and those of
// English, Polish, Chinese, Spanish, Japanese and German lists.
var headers = foldedHeaders(map[Column][]string{
	ColumnName: {
		"name", "full name", "display name", "attendee", "attendee name", "participant", "contact", "person", "site name",
		"imię i nazwisko", "nazwa", "uczestnik", "osoba", "姓名", "名称", "名稱", "名字", "与会者", "参会人", "nombre completo", "nombre y apellidos", "participante",
		"名前", "氏名", "お名前", "参加者", "vollständiger name", "anzeigename", "teilnehmer", "teilnehmerin",
	},
	ColumnGivenName: {
		"given name", "first name", "forename", "imię", "名", "nombre", "下の名前", "vorname",
	},
	ColumnFamilyName: {
		"family name", "last name", "surname", "nazwisko", "姓", "apellido", "apellidos", "苗字", "nachname", "familienname",
	},
	ColumnPhone: {
		"phone", "phone 1", "phone number", "telephone", "telephone number", "tel", "tel no", "number", "call number", "sip", "sip number", "sip address", "sip uri", "business phone", "work phone", "phone 1 value",
		"telefon", "nr telefonu", "numer telefonu", "numer", "numer sip", "telefon służbowy", "电话", "电话号码", "号码", "電話", "電話號碼", "SIP号码", "呼叫号码", "办公电话",
		"teléfono", "telefono", "número", "número de teléfono", "número sip", "teléfono del trabajo", "電話番号", "番号", "SIP番号", "勤務先電話",
		"telefonnummer", "rufnummer", "nummer", "sip-nummer", "sip-adresse", "telefon geschäftlich", "geschäftlich",
	},
	columnMobile: {
		"mobile", "mobile phone", "mobile number", "cell", "cell phone", "komórka", "telefon komórkowy", "tel. kom.", "手机", "手机号", "手机号码", "手機",
		"móvil", "teléfono móvil", "celular", "携帯", "携帯電話", "携帯番号", "handy", "handynummer", "mobil", "mobiltelefon", "mobilnummer",
	},
	ColumnPhone2: {"phone2", "left screen"},
	ColumnPhone3: {"phone3", "right screen"},
	ColumnEmail: {
		"email", "email address", "mail", "mail address", "email 1 value", "primary email", "adres e-mail", "e-mail", "poczta", "邮箱", "电子邮件", "電子郵件", "邮件", "电子邮箱", "邮箱地址",
		"correo", "correo electrónico", "dirección de correo", "メール", "メールアドレス", "eメール", "e-mail-adresse", "mailadresse",
	},
	ColumnSMS: {"sms", "sms number", "numer sms", "短信", "短信号码", "número sms", "ショートメール", "sms-nummer"},
	ColumnRole: {
		"role", "rola", "角色", "rol", "役割", "ロール", "rolle",
	},
	ColumnType: {
		"type", "endpoint type", "typ", "类型", "類型", "终端类型", "tipo", "種類", "種別", "タイプ", "endgerätetyp",
	},
	ColumnUserUUID:  {"userUUID", "uuid", "user id"},
	ColumnAccountID: {"accountId", "account", "konto", "账号", "帐号", "帳號", "cuenta", "アカウント"},
	ColumnDeptUUID:  {"deptUUID", "department id", "department code", "dept code", "部门编号"},
	ColumnDeptName: {
		"deptName", "department", "department name", "dept", "unit", "dział", "部门", "部門", "部门名称", "departamento", "部署", "所属", "abteilung",
	},
	ColumnText:   {"text"},
	ColumnReason: {"reason"},
})

func foldedHeaders(names map[Column][]string) map[string]Column {
	folded := make(map[string]Column)
	for column, all := range names {
		for _, name := range all {
			folded[FoldHeader(name)] = column
		}
	}
	return folded
}
