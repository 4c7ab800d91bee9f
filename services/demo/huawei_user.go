package demo

import (
	"crypto/sha256"
	"encoding/hex"
)

const (
	hwCorp  = "651543334"
	hwRealm = "huaweicloud.com"
	// hwUsersMost is how many accounts App ID log-ins may register.
	//
	// undocumented: that there is a limit.
	hwUsersMost = 1000
)

// hwUser is somebody who can log in.
type hwUser struct {
	id, account, name string
	number            string // SIP
	// password is "" for those who come with an App ID only.
	password string
	appID    bool
	admin    bool
	disabled bool
	tries    hwTries
}

// appUser returns the user of an App ID log-in, and registers one that nobody knows. Without a user
// it is the enterprise's administrator.
func (h *huawei) appUser(in hwAppLogIn) (*hwUser, *hwCode) {
	account := in.userID
	if account == "" {
		account = hwAccountName()
	}
	if u := h.users[account]; u != nil {
		if u.disabled {
			return nil, &hwDisabled
		}
		return u, nil
	}
	if h.form.NoRegister {
		return nil, &hwNoRegister
	}
	if len(h.users) >= hwUsersMost {
		return nil, &hwRegister
	}
	name := in.userName
	if name == "" {
		name = account
	}
	u := &hwUser{id: hwID(account), account: account, name: name, number: hwSIP(1000+len(h.users), 0), appID: true}
	h.users[account] = u
	return u, nil
}

// hwWelcome is the answer to a log-in.
type hwWelcome struct {
	AccessToken        string      `json:"accessToken,omitempty"`
	TokenIP            string      `json:"tokenIp"`
	ValidPeriod        int64       `json:"validPeriod"` // s
	ExpireTime         int64       `json:"expireTime"`  // s
	CreateTime         int64       `json:"createTime"`  // ms
	User               *hwUserInfo `json:"user"`
	ClientType         int         `json:"clientType"`
	ForceLoginInd      *int        `json:"forceLoginInd"`
	FirstLogin         bool        `json:"firstLogin"`
	PwdExpired         bool        `json:"pwdExpired"`
	DaysPwdAvailable   int         `json:"daysPwdAvailable"`
	ProxyToken         *struct{}   `json:"proxyToken"`
	DelayDelete        bool        `json:"delayDelete"`
	TokenType          int         `json:"tokenType"`
	RefreshToken       string      `json:"refreshToken,omitempty"`
	RefreshValidPeriod int64       `json:"refreshValidPeriod"` // s
	RefreshExpireTime  int64       `json:"refreshExpireTime"`  // s
	RefreshCreateTime  int64       `json:"refreshCreateTime"`  // ms
}

// hwUserInfo is a user as log-ins show one.
type hwUserInfo struct {
	Realm          string  `json:"realm"`
	UserID         string  `json:"userId"`
	UcloginAccount string  `json:"ucloginAccount"`
	ServiceAccount string  `json:"serviceAccount"`
	NumberHA1      string  `json:"numberHA1"`
	Alias1         *string `json:"alias1"`
	CompanyID      string  `json:"companyId"`
	SpID           string  `json:"spId"`
	CompanyDomain  *string `json:"companyDomain"`
	UserType       int     `json:"userType"`
	AdminType      int     `json:"adminType"`
	Name           string  `json:"name"`
	NameEn         string  `json:"nameEn"`
	IsBindPhone    *bool   `json:"isBindPhone"`
	FreeUser       bool    `json:"freeUser"`
	ThirdAccount   string  `json:"thirdAccount"`
	Password       *string `json:"password"`
	Status         int     `json:"status"`
	WeLinkUser     bool    `json:"weLinkUser"`
	AppID          string  `json:"appId"`
	CorpType       int     `json:"corpType"`
	CloudUserID    string  `json:"cloudUserId"`
	GrayUser       bool    `json:"grayUser"`
}

// welcome is the answer to a log-in; without a session there are no tokens in it.
func (u *hwUser) welcome(c *hwCall, s *hwSession) hwWelcome {
	w := hwWelcome{TokenIP: c.host(), User: u.info(), ClientType: hwClientAPI, DaysPwdAvailable: 365}
	if s == nil {
		return w
	}
	w.AccessToken, w.RefreshToken, w.ClientType = s.token, s.refresh, s.clientType
	w.ValidPeriod, w.ExpireTime, w.CreateTime = int64(s.valid.Seconds()), s.expires().Unix(), s.created.UnixMilli()
	w.RefreshValidPeriod, w.RefreshCreateTime = int64(hwRefreshFor.Seconds()), s.created.UnixMilli()
	w.RefreshExpireTime = s.created.Add(hwRefreshFor).Unix()
	return w
}

func (u *hwUser) info() *hwUserInfo {
	i := &hwUserInfo{
		Realm: hwRealm, UserID: u.id, UcloginAccount: u.account, ServiceAccount: "sip:" + u.number + "@" + hwRealm,
		NumberHA1: hwID(u.number + hwRealm), CompanyID: hwCorp, SpID: hwID(hwCorp), UserType: 2, AdminType: 2,
		Name: u.name, CorpType: 5, GrayUser: true,
	}
	if u.admin {
		i.AdminType = 0
	}
	if u.appID {
		i.UcloginAccount, i.ThirdAccount, i.AppID = "Auto-"+u.id, u.account, hwAppID
	}
	return i
}

// hwID is an id of 32 hexadecimal digits.
func hwID(of string) string {
	sum := sha256.Sum256([]byte(of))
	return hex.EncodeToString(sum[:16])
}
