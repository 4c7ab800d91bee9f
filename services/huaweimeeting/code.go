package huaweimeeting

import "foyer/services/fault"

// coded is a code of the service's and what kind of failure it is, whatever the status.
type coded struct {
	Code string
	Kind fault.Kind
}

// codes are the documented ones, each with the vendor's name for it or what it means. UnknownOutcome is
// for those after which nobody knows what was done, if the call was one that does something.
var codes = []coded{
	// logging in.
	{Code: "USG.206010000", Kind: fault.Refused}, // the user name or the password is wrong
	{Code: "USG.000000004", Kind: fault.Refused}, // the access token is missing or invalid
	{Code: "USG.206020000", Kind: fault.Refused}, // the access token is invalid
	{Code: "USG.206020002", Kind: fault.Refused}, // the access token was ended by another log-in
	{Code: "USG.206030015", Kind: fault.Refused}, // the account is locked for a minute
	{Code: "USG.206010007", Kind: fault.Refused}, // the account is not activated, or disabled
	{Code: "USG.206010011", Kind: fault.Refused}, // a verification code is wanted
	{Code: "USG.206010025", Kind: fault.Refused}, // the App ID's signature is wrong
	{Code: "USG.206010057", Kind: fault.Refused}, // the App ID's signature has expired
	{Code: "USG.206010058", Kind: fault.Refused}, // the App ID's account is not bound
	{Code: "USG.206010030", Kind: fault.Refused}, // the App ID may not register users
	{Code: "USG.206010031", Kind: fault.Refused}, // the App ID's user could not be registered
	{Code: "USG.206010036", Kind: fault.Refused}, // normal users may not log in
	{Code: "USG.206030000", Kind: fault.Refused}, // the user does not exist
	{Code: "USG.201040000", Kind: fault.Refused}, // the user does not exist
	{Code: "USG.201040001", Kind: fault.Refused}, // the account exists already
	{Code: "USG.000000001", Kind: fault.Faulty},  // the server is busy
	{Code: "USG.000000002", Kind: fault.Faulty},  // internal error
	{Code: "USG.000000003", Kind: fault.Refused}, // invalid parameter
	{Code: "USG.000000005", Kind: fault.Faulty},  // the server is being upgraded

	// control tokens and meetings.
	{Code: "MMC.111072065", Kind: fault.Refused}, // CONF_NOT_FOUND_OR_AUTH_FAILED
	{Code: "MMC.111072064", Kind: fault.Refused}, // CONF_CTR_LOGIN_LOCKED
	{Code: "MMC.111072005", Kind: fault.Refused}, // CONF_NOT_STARTED
	{Code: "MMC.111072006", Kind: fault.Refused}, // CONF_IS_CLOSED
	{Code: "MMC.111072003", Kind: fault.Refused}, // CONF_IS_CLOSING
	{Code: "MMC.111072004", Kind: fault.Refused}, // CONF_IS_STARTING
	{Code: "MMC.111070005", Kind: fault.Refused}, // CONF_DATA_NOT_FOUND
	{Code: "MMC.111070009", Kind: fault.Refused}, // CONF_AUTHEN_NEED_PASSWORD
	{Code: "MMC.111071091", Kind: fault.Refused}, // CONF_PWD_AUTH_FAILED
	{Code: "MMC.111070111", Kind: fault.Refused}, // REQUEST_TOKEN_IS_NULL
	{Code: "MMC.111070004", Kind: fault.Refused}, // CONF_AUTH_FAIL
	{Code: "MMC.111070002", Kind: fault.Refused}, // CONF_INSUFFICIENT_PERMISSIONS
	{Code: "MMC.111070010", Kind: fault.Refused}, // CONF_ROLE_AUTHENTICATION_FAILED
	{Code: "MMC.111070001", Kind: fault.Refused}, // CONF_BAD_REQUEST
	{Code: "MMC.112100029", Kind: fault.Refused}, // REQUEST_MISSING_HEADER_OR_PARAM
	{Code: "MMC.118000000", Kind: fault.Refused}, // USER_AUTHENTICATION_FAILED
	{Code: "MMC.118000001", Kind: fault.Refused}, // USER_TOKEN_AUTH_FAILED
	{Code: "MMC.118000002", Kind: fault.Refused}, // USER_AUTHENTICATION_LOCKED

	// inviting.
	{Code: "MMC.111072031", Kind: fault.Refused},        // SITE_CALL_NUMBER_IS_EMPTY
	{Code: "MMC.111072032", Kind: fault.Refused},        // SITE_CALL_NUMBER_LENGTH_TOO_LONG
	{Code: "MMC.111072033", Kind: fault.Refused},        // SITE_CALL_NUMBER_ILLEGAL_URI
	{Code: "MMC.111072034", Kind: fault.Refused},        // SITE_NAME_LENGTH_TOO_LONG
	{Code: "MMC.111072046", Kind: fault.Refused},        // SITE_NAME_IS_EMPTY
	{Code: "MMC.111072035", Kind: fault.Refused},        // SITE_ROLE_NOT_IN_RANGE
	{Code: "MMC.111072036", Kind: fault.Refused},        // SITE_EMAIL_LENGTH_TOO_LONG
	{Code: "MMC.111072037", Kind: fault.Refused},        // SITE_SMS_LENGTH_TOO_LONG
	{Code: "MMC.111071024", Kind: fault.Refused},        // CONF_EMAIL_ILLEGAL
	{Code: "MMC.111071025", Kind: fault.Refused},        // CONF_SMS_ILLEGAL
	{Code: "MMC.111071026", Kind: fault.Refused},        // CONF_DEPTNAME_TOO_LONG
	{Code: "MMC.111072057", Kind: fault.Refused},        // REQUEST_BODY_IS_NULL
	{Code: "MMC.111071062", Kind: fault.Refused},        // JSON_CONVERSION_FAILED
	{Code: "MMC.111071061", Kind: fault.Refused},        // PARAMETER_VERIFIED_FAIL
	{Code: "MMC.111072007", Kind: fault.Refused},        // CONF_INVITE_PARTICIPANT_FAILED
	{Code: "MMC.111070110", Kind: fault.UnknownOutcome}, // CONF_INVITE_PARTICIPANT_EXCEPTION
	{Code: "MMC.111072050", Kind: fault.Refused},        // CONF_LOCKED
	{Code: "MMC.111081007", Kind: fault.Refused},        // PARTICIPANT_CONF_IS_LOCKED
	{Code: "MMC.111072070", Kind: fault.Refused},        // GUEST_NO_PERMISSION_OPERATION
	{Code: "MMC.111072071", Kind: fault.Refused},        // NO_PERMISSION_OPERATE_OTHERS
	{Code: "MMC.111072101", Kind: fault.Refused},        // OVER_MAX_PARTICIPANT_NUMBER
	{Code: "MMC.111071066", Kind: fault.Refused},        // CONF_ATTENDEES_NUMBER_EXCEED_LIMIT
	{Code: "MMC.112100034", Kind: fault.UnknownOutcome}, // SAVE_PART_ATTENDEES_SINCE_TOO_MANY
	{Code: "MMC.111072504", Kind: fault.Refused},        // the system's maximum for one meeting is reached
	{Code: "MMC.111072203", Kind: fault.Refused},        // PARTICIPANT_VMR_LOGIC_RESOURCE_NOT_ENOUGH
	{Code: "MMC.115022001", Kind: fault.Refused},        // LOGICRES_PNUM_RESOURCE_NOT_ENOUGH
	{Code: "MMC.111071060", Kind: fault.Refused},        // ORG_CONCURRENT_PARTICIPANTS_NUMBER_IS_ZERO
	{Code: "MMC.111072008", Kind: fault.Refused},        // CONF_PARTICIPANT_NOT_EXIST
	{Code: "MMC.111072009", Kind: fault.Refused},        // CONF_PARTICIPANT_HANG_UP_FAILED
	{Code: "MMC.111082008", Kind: fault.Refused},        // PSTN_SERVICE_CLOSED
	{Code: "MMC.111072049", Kind: fault.UnknownOutcome}, // RESPONSE_TIME_OUT

	// what became of a call, mostly told later.
	{Code: "MMC.111076003", Kind: fault.Refused}, // the meeting room is full
	{Code: "MMC.111076004", Kind: fault.Refused}, // the enterprise's participants are used up
	{Code: "MMC.111076005", Kind: fault.Refused}, // no answer
	{Code: "MMC.111076006", Kind: fault.Refused}, // the user does not exist
	{Code: "MMC.111076007", Kind: fault.Refused}, // offline
	{Code: "MMC.111076008", Kind: fault.Refused}, // busy
	{Code: "MMC.111076009", Kind: fault.Refused}, // refused
	{Code: "MMC.111076010", Kind: fault.Refused}, // left
	{Code: "MMC.111076011", Kind: fault.Refused}, // no media resources
	{Code: "MMC.111076012", Kind: fault.Refused}, // PSTN_SERVICE_UNAVAILABLE
	{Code: "MMC.111076014", Kind: fault.Refused}, // timeout
	{Code: "MMC.111076099", Kind: fault.Refused}, // another reason

	// creating and cancelling.
	{Code: "MMC.111071013", Kind: fault.Refused}, // the start is past
	{Code: "MMC.111071014", Kind: fault.Refused}, // the start is too far ahead
	{Code: "MMC.111071021", Kind: fault.Refused}, // the length is out of range
	{Code: "MMC.111071022", Kind: fault.Refused}, // the subject is too long
	{Code: "MMC.111071018", Kind: fault.Refused}, // the media type is wrong
	{Code: "MMC.111071080", Kind: fault.Refused}, // the guest password is wrong
	{Code: "MMC.111071082", Kind: fault.Refused}, // there are too many meetings
	{Code: "MMC.111071005", Kind: fault.Refused}, // the room is busy
	{Code: "MMC.111071067", Kind: fault.Refused}, // it takes place, so it cannot be cancelled

	// the gateway.
	{Code: "APIG.0308", Kind: fault.Faulty}, // too many calls
}

var kinds = func() map[string]fault.Kind {
	all := make(map[string]fault.Kind, len(codes))
	for _, c := range codes {
		all[c.Code] = c.Kind
	}
	return all
}()

func isKnown(code string) bool {
	_, ok := kinds[code]
	return ok
}

// kindOf returns the kind of a code; ok is false for one that is not documented.
func kindOf(code string, reads bool) (kind fault.Kind, ok bool) {
	kind, ok = kinds[code]
	if reads && kind == fault.UnknownOutcome {
		kind = fault.Faulty
	}
	return kind, ok
}

// renewing are the codes after which a control token that worked before is renewed. What the service
// answers to an expired one is undocumented: we assume one of these, or 401.
var renewing = []string{"MMC.111070004", "MMC.111070111", "MMC.111072065", "MMC.118000001"}

// loggingIn are the codes after which Foyer logs in once more, beside 401.
var loggingIn = []string{"USG.000000004", "USG.206020000", "USG.206020002"}
