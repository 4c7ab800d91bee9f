// Package huaweimeeting is the adapter of Huawei Cloud Meeting's REST API. It keeps tokens, in memory
// only, builds requests exactly as the vendor documents them, and reads answers tolerantly. It does not
// decide whom to invite, and repeats no call that may have done something.
package huaweimeeting
