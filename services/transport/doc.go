// Package transport is the one HTTP client that the adapters of web services share. It holds what is
// the same for all of them: time limits, bounded answers, certificates, proxies, redirects that never
// carry a token elsewhere, repeated reads, secrets that enter no error, and one classification of
// everything that can go wrong, with the one question that matters for an outbox: whether anything
// can have left this computer. It knows no service and keeps no log.
package transport
