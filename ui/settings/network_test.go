package settings_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"foyer/services/fault"
	"foyer/ui/settings"
)

const company = "/etc/ssl/company.pem"

// wired is the page at its network, with one good file of authorities.
func wired(t *testing.T) *room {
	t.Helper()
	r := visit(t, connected())
	r.files[company] = []settings.Certificate{{Name: "Company Root", Until: now.AddDate(1, 0, 0)}}
	r.page.ShowSection(settings.SectionNetwork)
	r.settle()
	return r
}

func TestTheKindOfProxyIsStoredAtOnce(t *testing.T) {
	r := wired(t)
	if r.page.Proxy() != 0 || r.page.AddressControl() != nil {
		t.Fatalf("%d is chosen", r.page.Proxy())
	}
	r.focus(r.page.ProxyControl())
	r.press(fyne.KeyRight)
	expectLines(t, "stored", r.file.sets, "network.proxy=none")
	r.press(fyne.KeyLeft)
	expectLines(t, "stored", r.file.sets, "network.proxy=none", "network.proxy=")
	r.file.fail = notWritten
	r.press(fyne.KeyRight)
	if r.page.Proxy() != 0 {
		t.Errorf("%d is chosen though it was not stored", r.page.Proxy())
	}
	expect(t, "the toast", r.page.Toast().Words(), "Not saved. The disk is full.")
}

func TestAnAddressOfAProxyIsAskedForBeforeItIsStored(t *testing.T) {
	r := wired(t)
	r.focus(r.page.ProxyControl())
	r.press(fyne.KeyEnd)
	expectLines(t, "stored before there is an address", r.file.sets)
	r.again()
	if r.page.Proxy() != 2 || r.page.AddressControl() == nil {
		t.Fatal("no address is asked for")
	}
	r.focus(r.page.AddressControl())
	r.write("http://proxy.example.com:3128")
	r.press(fyne.KeyReturn)
	expectLines(t, "stored", r.file.sets, "network.proxy=http://proxy.example.com:3128")
	r.focus(r.page.ProxyControl())
	r.press(fyne.KeyHome)
	expectLines(t, "stored", r.file.sets, "network.proxy=http://proxy.example.com:3128", "network.proxy=")
}

func TestAnAddressThatNobodyTypedIsForgotten(t *testing.T) {
	r := wired(t)
	r.focus(r.page.ProxyControl())
	r.press(fyne.KeyEnd)
	r.page.Leave()
	r.settle()
	if r.page.Proxy() != 0 || r.page.AddressControl() != nil || len(r.file.sets) > 0 {
		t.Errorf("%d is chosen, stored %q", r.page.Proxy(), r.file.sets)
	}
}

func TestAProxyThatIsNoneIsNotStoredAndSaysWhy(t *testing.T) {
	r := wired(t)
	const secret = "http://barbara:hunter2@proxy:3128"
	r.file.refuse = map[string]error{"network.proxy=" + secret: &fault.Error{Op: "writing a setting", Kind: fault.Invalid, Code: "proxy-secret", Words: "network.proxy"}}
	r.focus(r.page.ProxyControl())
	r.press(fyne.KeyEnd)
	r.focus(r.page.AddressControl())
	r.page.TypeAddress(secret)
	r.focus(r.page.ProxyControl()) // leaving the field stores
	r.settle()
	expect(t, "the reason", r.page.AddressWrong(), "Foyer keeps no user name and no password of a proxy. Set them in the environment (HTTPS_PROXY), or use a proxy on this computer that adds them.")
	expect(t, "the field", r.page.Address(), secret)
	r.page.TypeAddress("proxy")
	expect(t, "the reason while it is corrected", r.page.AddressWrong(), "")
	r.page.Leave()
	r.settle()
	if r.file.Values().Network.Proxy != "proxy" {
		t.Errorf("stored %q", r.file.sets)
	}
}

func TestAProxyChangedElsewhereIsShown(t *testing.T) {
	r := wired(t)
	r.file.values.Network.Proxy = "socks5://127.0.0.1:1080"
	r.again()
	if r.page.Proxy() != 2 {
		t.Errorf("%d is chosen", r.page.Proxy())
	}
	expect(t, "the address", r.page.Address(), "socks5://127.0.0.1:1080")
	r.file.values.Network.Proxy = settings.ProxyNone
	r.again()
	if r.page.Proxy() != 1 || r.page.AddressControl() != nil {
		t.Errorf("%d is chosen", r.page.Proxy())
	}
	if len(r.file.sets) > 0 {
		t.Errorf("showing stored %q", r.file.sets)
	}
}

func TestAFileOfAuthoritiesSaysWhoseTheyAre(t *testing.T) {
	r := wired(t)
	ca := r.page.File(0)
	if ca.Clear().Visible() || !ca.Browse().Visible() {
		t.Error("there is something to remove at first")
	}
	ca.Choose(company)
	r.settle()
	expectLines(t, "stored", r.file.sets, "network.ca-file="+company)
	expect(t, "what is said", ca.Says(), "Company Root, until 2027-11-23")
	r.files[company] = append(r.files[company], settings.Certificate{Name: "Old Root", Until: now.AddDate(0, 0, -1)})
	r.again()
	expect(t, "what is said of two", ca.Says(), "2 certificates. The first to end is Old Root, on 2026-11-22.")
	r.files[company] = r.files[company][1:]
	r.again()
	expect(t, "what is said of one that has ended", ca.Says(), "Old Root: not valid any more since 2026-11-22")
	test.Tap(ca.Clear())
	r.settle()
	expectLines(t, "stored", r.file.sets, "network.ca-file="+company, "network.ca-file=")
	expect(t, "what is said of none", ca.Says(), "")
}

// With a file that holds no certificates, no server could be reached at all.
func TestAFileWithoutAuthoritiesIsNotStored(t *testing.T) {
	r := wired(t)
	ca := r.page.File(0)
	ca.Choose("/home/barbara/holiday.jpg")
	r.settle()
	expectLines(t, "stored", r.file.sets)
	expect(t, "the reason", ca.Wrong(), "The file of certificate authorities cannot be read.")
	expect(t, "the field", ca.Text(), "/home/barbara/holiday.jpg")
	r.focus(ca.Control())
	ca.Type(company)
	r.focus(r.page.ProxyControl())
	r.settle()
	expectLines(t, "stored", r.file.sets, "network.ca-file="+company)
	expect(t, "the reason", ca.Wrong(), "")
}

func TestAFileThatIsGoneIsSaid(t *testing.T) {
	r := wired(t)
	r.file.values.Network.CAFile = "/gone.pem"
	r.again()
	expect(t, "what is said", r.page.File(0).Says(), "The file of certificate authorities cannot be read.")
}

func TestACertificateIsStoredWithItsKey(t *testing.T) {
	r := wired(t)
	cert, key := r.page.File(1), r.page.File(2)
	r.files["cert.pem"+"key.pem"] = []settings.Certificate{{Name: "front desk", Until: now.AddDate(0, 1, 0)}}
	cert.Choose("cert.pem")
	r.settle()
	expectLines(t, "stored without a key", r.file.sets)
	expect(t, "the reason", cert.Wrong(), "The client certificate or its key cannot be read, or they do not belong together.")
	key.Choose("key.pem")
	r.settle()
	expectLines(t, "stored", r.file.sets, "network.client-key=key.pem", "network.client-cert=cert.pem")
	expect(t, "the reason", cert.Wrong(), "")
	expect(t, "what is said", cert.Says(), "front desk, until 2026-12-23")
	// Without its key it is of no use, so the key stays until the certificate goes.
	test.Tap(key.Clear())
	r.settle()
	if got := r.file.Values().Network; got.KeyFile != "key.pem" || got.CertFile != "cert.pem" {
		t.Errorf("%+v", got)
	}
	test.Tap(cert.Clear())
	r.settle()
	if got := r.file.Values().Network; got.KeyFile != "" || got.CertFile != "" {
		t.Errorf("%+v", got)
	}
}

func TestTimeOutsAreChosen(t *testing.T) {
	r := wired(t)
	r.focus(r.page.ConnectControl())
	r.press(fyne.KeyEnd)
	r.focus(r.page.TimeoutControl())
	r.press(fyne.KeyHome)
	expectLines(t, "stored", r.file.sets, "network.connect-timeout=30", "network.timeout=15")
	r.file.values.Network.Connect = 7e9
	r.again()
	r.focus(r.page.ConnectControl())
	r.press(fyne.KeyRight)
	expectLines(t, "stored from one in between", r.file.sets[2:], "network.connect-timeout=10")
}
