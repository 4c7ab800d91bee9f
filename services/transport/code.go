package transport

// The codes in fault.Error.Code. The sentences for them live in the translations.
const (
	// CodeNoURL: there is no URL.
	CodeNoURL = "no-url"
	// CodeBadURL: the URL is none with http or https and a host.
	CodeBadURL = "bad-url"
	// CodeBadRequest: a header or the method cannot be sent.
	CodeBadRequest = "bad-request"
	// CodeCAFile: the file of certificate authorities cannot be read or holds none.
	CodeCAFile = "ca-file"
	// CodeClientCert: the client certificate or its key cannot be read or do not belong together.
	CodeClientCert = "client-cert"
	// CodePlainHTTP: a secret would go unencrypted over a network that is not private, and nobody accepted
	// that; Words is the origin. Nothing was sent.
	CodePlainHTTP = "plain-http"
	// CodeProxy: what is set for the proxy is none, or a server says that it is one.
	CodeProxy = "proxy"
	// CodeProxyRefused: the proxy did not let the request through; Words is its host. So it is with the next
	// three.
	CodeProxyRefused = "proxy-refused"
	// CodeNoProxy: there is no connection to the proxy.
	CodeNoProxy = "no-proxy"
	// CodeProxyTimeout: the proxy made no connection in time.
	CodeProxyTimeout = "proxy-timeout"
	// CodeProxyAuth: the proxy wants to know who asks.
	CodeProxyAuth = "proxy-auth"
	// CodeNoHost: the host's name is not known, or nobody could be asked.
	CodeNoHost = "no-host"
	// CodeNoConnection: the host was found, and no connection came about.
	CodeNoConnection = "no-connection"
	// CodeTLS: the encryption could not be agreed on, or a certificate is not trusted; the cause says which.
	CodeTLS = "tls"
	// CodeTLSOnPlainPort: https was tried, and the port speaks plain http.
	CodeTLSOnPlainPort = "tls-on-plain-port"
	// CodePlainOnTLSPort: http was tried, and the port speaks https.
	CodePlainOnTLSPort = "plain-on-tls-port"
	// CodeTimeout: a time limit passed.
	CodeTimeout = "timeout"
	// CodeConnectionLost: the connection ended before the answer came.
	CodeConnectionLost = "connection-lost"
	// CodeRedirected: the server points elsewhere, where Foyer does not follow; Words says where.
	CodeRedirected = "redirected"
	// CodeHTMLPage: a web page came instead of an answer; Words is its title.
	CodeHTMLPage = "html-page"
	// CodeNotJSON: the answer is not JSON, or not even HTTP.
	CodeNotJSON = "not-json"
	// CodeTruncated: the answer ends in the middle.
	CodeTruncated = "truncated"
	// CodeTooLarge: the answer is longer than MaxAnswer.
	CodeTooLarge = "too-large"
	// CodeTokenRefused: 401 or 403.
	CodeTokenRefused = "token-refused"
	// CodeNotFound: 404.
	CodeNotFound = "not-found"
	// CodeRefused: another 4xx.
	CodeRefused = "refused"
	// CodeServerFault: 5xx, or a status that no server should send.
	CodeServerFault = "server-fault"
	// CodeRateLimited: 429, or 503 with Retry-After.
	CodeRateLimited = "rate-limited"
)
