package settings

import "fyne.io/fyne/v2"

// Names are those of the fields for who logs in and for the secret; Account is what stands there.
func (c Card) Names() []string {
	return []string{c.s.fields.urlName.Words(), c.s.fields.tokenName.Words()}
}
func (c Card) Account() string { return c.s.account.account.Text() }

// SignIn is how Foyer logs in by the choice: 0 by account, 1 by App ID; SetSignIn is a tap on it.
func (c Card) SignIn() int { return c.s.account.choice.Selected() }
func (c Card) SetSignIn(i int) {
	c.s.account.choice.Select(i)
	c.s.account.setSignIn([]string{SignInAccount, SignInApp}[i])
}

// AccountControl is the field for who logs in, EnterAccount types into it and leaves it.
func (c Card) AccountControl() fyne.Focusable { return c.s.account.account.Input() }
func (c Card) EnterAccount(who string) {
	c.s.account.account.SetText(who)
	c.s.account.keep()
}
