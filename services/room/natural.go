package room

// SortRooms puts rooms in the order of the board: by Order, then by name with Room 2 before Room 10,
// then by ID.
func SortRooms(rooms []Room) {}

// CompareNames compares names as people order them: without regard to case and width, and with numbers
// by their value. It returns 0 for equal names only.
func CompareNames(a, b string) int { return 0 }
