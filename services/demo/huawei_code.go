package demo

import "net/http"

// hwCode is one reason why Huawei Cloud Meeting refuses.
type hwCode struct {
	status      int
	code, words string
}

// The codes. Where the vendor has no name for one, the words are ours.
//
// undocumented: most of the statuses, and which code belongs to which mistake.
var (
	hwTooLarge     = hwCode{http.StatusRequestEntityTooLarge, "APIG.0201", "Request entity too large"}
	hwNoFunction   = hwCode{http.StatusNotFound, "APIG.0101", "The API does not exist or has not been published in the environment"}
	hwThrottled    = hwCode{http.StatusTooManyRequests, "APIG.0308", "The throttling threshold has been reached"}
	hwBusy         = hwCode{http.StatusServiceUnavailable, "USG.000000001", "The server is busy"}
	hwInvalid      = hwCode{http.StatusBadRequest, "USG.000000003", "Invalid parameter"}
	hwIllegal      = hwCode{http.StatusUnauthorized, "USG.000000004", "Illegal request"}
	hwWrongAccount = hwCode{http.StatusUnauthorized, "USG.206010000", "User name or password error"}
	hwDisabled     = hwCode{http.StatusPreconditionFailed, "USG.206010007", "The account is not activated or disabled"}
	hwLocked       = hwCode{http.StatusLocked, "USG.206030015", "The user is locked. Try again 60 seconds later"}
	hwBadSignature = hwCode{http.StatusUnauthorized, "USG.206010025", "App ID verification failed"}
	hwNoRegister   = hwCode{http.StatusUnauthorized, "USG.206010030", "App ID may not register users"}
	hwRegister     = hwCode{http.StatusUnauthorized, "USG.206010031", "App ID registration failed"}
	hwSignatureOld = hwCode{http.StatusUnauthorized, "USG.206010057", "App ID authentication expired"}
	hwNotBound     = hwCode{http.StatusUnauthorized, "USG.206010058", "App ID account not bound"}
	hwTokenOld     = hwCode{http.StatusUnauthorized, "USG.206020000", "Invalid authentication information"}
	hwKicked       = hwCode{http.StatusUnauthorized, "USG.206020002", "The token is invalid: another log-in took its place"}
)

// The codes of meetings. The words are the vendor's names.
var (
	hwBadRequest     = hwCode{http.StatusBadRequest, "MMC.111070001", "CONF_BAD_REQUEST"}
	hwNotAllowed     = hwCode{http.StatusForbidden, "MMC.111070002", "CONF_INSUFFICIENT_PERMISSIONS"}
	hwWrongControl   = hwCode{http.StatusUnauthorized, "MMC.111070004", "CONF_AUTH_FAIL"}
	hwNoMeeting      = hwCode{http.StatusBadRequest, "MMC.111070005", "CONF_DATA_NOT_FOUND"}
	hwNeedsPassword  = hwCode{http.StatusBadRequest, "MMC.111070009", "CONF_AUTHEN_NEED_PASSWORD"}
	hwNotYours       = hwCode{http.StatusForbidden, "MMC.111070010", "CONF_ROLE_AUTHENTICATION_FAILED"}
	hwNoControl      = hwCode{http.StatusUnauthorized, "MMC.111070111", "REQUEST_TOKEN_IS_NULL"}
	hwParameter      = hwCode{http.StatusBadRequest, "MMC.111071061", "PARAMETER_VERIFIED_FAIL"}
	hwNotJSON        = hwCode{http.StatusBadRequest, "MMC.111071062", "JSON_CONVERSION_FAILED"}
	hwNoBody         = hwCode{http.StatusBadRequest, "MMC.111072057", "REQUEST_BODY_IS_NULL"}
	hwMissing        = hwCode{http.StatusBadRequest, "MMC.112100029", "REQUEST_MISSING_HEADER_OR_PARAM"}
	hwNotStarted     = hwCode{http.StatusBadRequest, "MMC.111072005", "CONF_NOT_STARTED"}
	hwClosed         = hwCode{http.StatusBadRequest, "MMC.111072006", "CONF_IS_CLOSED"}
	hwControlLocked  = hwCode{http.StatusBadRequest, "MMC.111072064", "CONF_CTR_LOGIN_LOCKED"}
	hwWrongPassword  = hwCode{http.StatusBadRequest, "MMC.111072065", "CONF_NOT_FOUND_OR_AUTH_FAILED"}
	hwTooManyInvited = hwCode{http.StatusBadRequest, "MMC.111071066", "CONF_ATTENDEES_NUMBER_EXCEED_LIMIT"}
	hwTooManyInside  = hwCode{http.StatusBadRequest, "MMC.111072101", "OVER_MAX_PARTICIPANT_NUMBER"}
	hwStartPassword  = hwCode{http.StatusBadRequest, "MMC.111071091", "CONF_PWD_AUTH_FAILED"}
	hwNobody         = hwCode{http.StatusBadRequest, "MMC.111072008", "CONF_PARTICIPANT_NOT_EXIST"}
)

// The codes of attendees.
var (
	hwNumberEmpty    = hwCode{http.StatusBadRequest, "MMC.111072031", "SITE_CALL_NUMBER_IS_EMPTY"}
	hwNumberLong     = hwCode{http.StatusBadRequest, "MMC.111072032", "SITE_CALL_NUMBER_LENGTH_TOO_LONG"}
	hwNumberIllegal  = hwCode{http.StatusBadRequest, "MMC.111072033", "SITE_CALL_NUMBER_ILLEGAL_URI"}
	hwNameLong       = hwCode{http.StatusBadRequest, "MMC.111072034", "SITE_NAME_LENGTH_TOO_LONG"}
	hwRoleUnknown    = hwCode{http.StatusBadRequest, "MMC.111072035", "SITE_ROLE_NOT_IN_RANGE"}
	hwEmailLong      = hwCode{http.StatusBadRequest, "MMC.111072036", "SITE_EMAIL_LENGTH_TOO_LONG"}
	hwSMSLong        = hwCode{http.StatusBadRequest, "MMC.111072037", "SITE_SMS_LENGTH_TOO_LONG"}
	hwNameEmpty      = hwCode{http.StatusBadRequest, "MMC.111072046", "SITE_NAME_IS_EMPTY"}
	hwEmailIllegal   = hwCode{http.StatusBadRequest, "MMC.111071024", "CONF_EMAIL_ILLEGAL"}
	hwSMSIllegal     = hwCode{http.StatusBadRequest, "MMC.111071025", "CONF_SMS_ILLEGAL"}
	hwDepartmentLong = hwCode{http.StatusBadRequest, "MMC.111071026", "CONF_DEPTNAME_TOO_LONG"}
)

// The codes of meetings to be made and unmade, for which the contract has no names.
//
// undocumented: the words.
var (
	hwPast            = hwCode{http.StatusBadRequest, "MMC.111071013", "CONF_START_TIME_BEFORE_NOW"}
	hwTooFar          = hwCode{http.StatusBadRequest, "MMC.111071014", "CONF_START_TIME_TOO_FAR"}
	hwMediaUnknown    = hwCode{http.StatusBadRequest, "MMC.111071018", "CONF_MEDIA_TYPE_ILLEGAL"}
	hwLength          = hwCode{http.StatusBadRequest, "MMC.111071021", "CONF_LENGTH_OUT_OF_RANGE"}
	hwSubjectLong     = hwCode{http.StatusBadRequest, "MMC.111071022", "CONF_SUBJECT_TOO_LONG"}
	hwInProgress      = hwCode{http.StatusBadRequest, "MMC.111071067", "CONF_IN_PROGRESS"}
	hwGuestPassword   = hwCode{http.StatusBadRequest, "MMC.111071080", "CONF_GUEST_PASSWORD_ILLEGAL"}
	hwTooManyMeetings = hwCode{http.StatusBadRequest, "MMC.111071082", "CONF_NUMBER_EXCEED_LIMIT"}
)

// answer is the refusal on the wire.
func (c hwCode) answer() answer {
	return answer{c.status, huaweiKind, raw(struct {
		Code  string `json:"error_code"`
		Words string `json:"error_msg"`
	}{c.code, c.words})}
}
