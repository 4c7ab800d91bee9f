package widget

// Button makes Escape on a button among a sheet's parts close the sheet, and its focus bring it into sight.
func (s *Sheet) Button(b *Button) *Button {
	b.onKey = s.key
	b.OnFocused(func(on bool) {
		if on {
			s.Reveal(b)
		}
	})
	return b
}
