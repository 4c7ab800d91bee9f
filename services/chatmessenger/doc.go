// Package chatmessenger is the adapter of Chat&Messenger's HTTP API. What the vendor documents is done
// exactly so; what is not documented is a field of Dialect. It does not decide when to send, and sends
// nothing twice.
package chatmessenger
