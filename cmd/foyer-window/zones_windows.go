package main

// Windows has no time zones that Go can read, and the rooms' zone can be set.
import _ "time/tzdata"
