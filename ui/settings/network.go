package settings

import (
	"context"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// network is the section about how servers are reached.
type network struct {
	page     *Page
	column   *widget.Column
	proxy    *widget.Segments
	proxyFor *widget.Prose
	address  *lineField
	asked    bool // an address was asked for, and none is stored yet
	ca       *fileField
	cert     *fileField
	key      *fileField
	connect  *duration
	whole    *duration
}

// The kinds of proxy, in the order in which they are shown.
const (
	proxySystem = iota
	proxyNone
	proxyAddress
)

func newNetwork(p *Page) *network {
	say := p.config.Say
	n := &network{page: p, proxyFor: widget.NewProse("", style.Caption, style.Ink2)}
	n.proxy = widget.NewSegments([]string{say.T("preferences.proxy-system"), say.T("preferences.proxy-none"), say.T("preferences.proxy-address")}, n.chooseProxy)
	n.address = newLineField(p, KeyProxy, say.T("preferences.proxy-field"), say.T("preferences.proxy-hint"))
	authorities, identity := n.authorities, n.identity
	if p.config.Certificates == nil {
		authorities, identity = nil, nil
	}
	n.ca = newFileField(p, KeyCAFile, say.T("preferences.ca-field"), authorities)
	n.cert = newFileField(p, KeyCert, say.T("preferences.cert-field"), identity)
	n.key = newFileField(p, KeyCertKey, say.T("preferences.cert-key-field"), nil)
	n.checkFiles()
	n.connect = newDuration(p, KeyConnect, []time.Duration{2 * time.Second, 5 * time.Second, 10 * time.Second, 30 * time.Second})
	n.whole = newDuration(p, KeyTimeout, []time.Duration{15 * time.Second, 30 * time.Second, time.Minute, 2 * time.Minute, 5 * time.Minute})
	p.watch(n.proxy)
	n.column = widget.NewColumn(0,
		widget.Part{Object: newCard(style.PageMargin,
			widget.Part{Object: newCardHead("globe", say.T("preferences.proxy"), say.T("preferences.proxy-about"))},
			widget.Part{Above: style.GroupGap, Object: n.proxy, Left: true},
			widget.Part{Above: style.IconGap, Object: n.proxyFor},
			widget.Part{Above: style.FieldGap, Object: n.address.column})},
		widget.Part{Above: style.FieldGap, Object: newCard(style.PageMargin,
			widget.Part{Object: newCardHead("lock", say.T("preferences.trust"), say.T("preferences.trust-about"))},
			widget.Part{Above: style.GroupGap, Object: n.ca.column},
			widget.Part{Above: style.GroupGap, Object: n.cert.column},
			widget.Part{Above: style.GroupGap, Object: n.key.column})},
		widget.Part{Above: style.FieldGap, Object: newCard(style.PageMargin,
			widget.Part{Object: newCardHead("clock", say.T("preferences.patience"), say.T("preferences.patience-about"))},
			widget.Part{Above: style.GroupGap, Object: caption(say.T("preferences.connect-field"))},
			widget.Part{Above: style.Unit, Object: n.connect.holder},
			widget.Part{Above: style.FieldGap, Object: caption(say.T("preferences.whole-field"))},
			widget.Part{Above: style.Unit, Object: n.whole.holder})})
	return n
}

// show draws the settings.
func (n *network) show(v Values) {
	stored := proxyKind(v.Network.Proxy)
	if stored == proxyAddress {
		n.asked = false
	}
	if !n.asked {
		n.proxy.Select(stored)
	}
	if stored == proxyAddress {
		n.address.take(v.Network.Proxy)
	} else {
		n.address.take("")
	}
	n.showProxy()
	n.ca.take(v.Network.CAFile)
	n.cert.take(v.Network.CertFile)
	n.key.take(v.Network.KeyFile)
	n.connect.show(v.Network.Connect)
	n.whole.show(v.Network.Whole)
}

// look says what is in the files.
func (n *network) look(bool) {
	for _, f := range []*fileField{n.ca, n.cert, n.key} {
		f.inspect()
	}
}

func proxyKind(proxy string) int {
	switch proxy {
	case "":
		return proxySystem
	case ProxyNone:
		return proxyNone
	}
	return proxyAddress
}

// chooseProxy stores another kind of proxy; an address is asked for before anything is stored.
func (n *network) chooseProxy(kind int) {
	n.asked = kind == proxyAddress
	n.showProxy()
	switch kind {
	case proxySystem:
		n.address.fill("")
		n.page.set(KeyProxy, "")
	case proxyNone:
		n.address.fill("")
		n.page.set(KeyProxy, ProxyNone)
	}
}

// showProxy says what the chosen kind means.
func (n *network) showProxy() {
	say := n.page.config.Say
	setVisible(n.address.column, n.proxy.Selected() == proxyAddress)
	switch n.proxy.Selected() {
	case proxySystem:
		n.proxyFor.SetText(say.T("preferences.proxy-for-system"))
	case proxyNone:
		n.proxyFor.SetText(say.T("preferences.proxy-for-none"))
	default:
		n.proxyFor.SetText(say.T("preferences.proxy-for-address"))
	}
	n.page.remeasure()
}

// flush stores what was typed.
func (n *network) flush() {
	switch {
	case n.asked && n.address.typed() == "": // nothing came of it
		n.asked = false
		n.proxy.Select(proxyKind(n.page.values.Network.Proxy))
		n.showProxy()
	case n.proxy.Selected() == proxyAddress:
		n.address.keep()
	}
	for _, f := range []*fileField{n.ca, n.cert, n.key} {
		f.keep()
	}
}

// authorities asks whose certificates are in a file, and until when they hold.
func (n *network) authorities(path string) func(context.Context) (string, error) {
	return func(ctx context.Context) (string, error) {
		all, err := n.page.config.Certificates.Authorities(ctx, path)
		if err != nil {
			return "", err
		}
		first := slices.MinFunc(all, func(a, b Certificate) int { return a.Until.Compare(b.Until) })
		if len(all) == 1 {
			return n.holds(first), nil
		}
		return n.page.config.Say.N("preferences.certificates", len(all), "Name", first.Name, "Until", first.Until.Format(time.DateOnly)), nil
	}
}

// identity asks whose the client certificate in a file is.
func (n *network) identity(path string) func(context.Context) (string, error) {
	key := n.page.values.Network.KeyFile
	return func(ctx context.Context) (string, error) {
		c, err := n.page.config.Certificates.Identity(ctx, path, key)
		if err != nil {
			return "", err
		}
		return n.holds(c), nil
	}
}

// holds says whose a certificate is and until when it holds, or that it does not any more.
func (n *network) holds(c Certificate) string {
	say, until := n.page.config.Say, c.Until.Format(time.DateOnly)
	if n.page.config.Now().After(c.Until) {
		return say.T("preferences.certificate-ended", "Name", c.Name, "Until", until)
	}
	return say.T("preferences.certificate", "Name", c.Name, "Until", until)
}

// duration is a choice among whole seconds and minutes, and the one in use, which may be any.
type duration struct {
	page    *Page
	key     string
	holder  *widget.Column
	choice  *widget.Segments
	usual   []time.Duration
	offered []time.Duration
}

func newDuration(p *Page, key string, usual []time.Duration) *duration {
	d := &duration{page: p, key: key, usual: usual, holder: widget.NewColumn(0)}
	d.offer(usual[0])
	return d
}

// show draws the setting.
func (d *duration) show(now time.Duration) {
	d.offer(now)
	d.choice.Select(slices.Index(d.offered, now))
}

func (d *duration) offer(now time.Duration) {
	all := slices.Clone(d.usual)
	if !slices.Contains(all, now) {
		all = append(all, now)
		slices.Sort(all)
	}
	if slices.Equal(all, d.offered) {
		return
	}
	d.offered = all
	words := make([]string, len(all))
	for i, each := range all {
		words[i] = d.page.interval(each)
	}
	d.choice = widget.NewSegments(words, func(i int) { d.page.set(d.key, strconv.Itoa(int(d.offered[i]/time.Second))) })
	d.page.watch(d.choice)
	d.holder.Set(widget.Part{Object: d.choice, Left: true})
	d.page.remeasure()
}

// control is what takes the focus.
func (d *duration) control() fyne.Focusable { return d.choice }
