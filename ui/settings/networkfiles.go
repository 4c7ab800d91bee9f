package settings

import "context"

// checkFiles lets the files of certificates be stored only when they can be used: with others no server
// could be reached at all.
func (n *network) checkFiles() {
	port, preferences := n.page.config.Certificates, n.page.config.Preferences
	if port == nil {
		return
	}
	n.ca.storing = func(path string) func(context.Context) error {
		return func(ctx context.Context) error {
			if path != "" {
				if _, err := port.Authorities(ctx, path); err != nil {
					return err
				}
			}
			return preferences.Set(ctx, KeyCAFile, path)
		}
	}
	// A certificate and its key are of use together only, so they are stored together: what was typed into
	// the other field and not stored yet goes with this one.
	n.cert.storing = func(string) func(context.Context) error { return n.storePair() }
	n.key.storing = n.cert.storing
}

func (n *network) storePair() func(context.Context) error {
	port, preferences := n.page.config.Certificates, n.page.config.Preferences
	cert, key := n.cert.typed(), n.key.typed()
	stored := n.page.values.Network
	return func(ctx context.Context) error {
		if cert != "" {
			if _, err := port.Identity(ctx, cert, key); err != nil {
				return err
			}
		}
		if key != stored.KeyFile {
			if err := preferences.Set(ctx, KeyCertKey, key); err != nil {
				return err
			}
		}
		if cert != stored.CertFile {
			return preferences.Set(ctx, KeyCert, cert)
		}
		return nil
	}
}
