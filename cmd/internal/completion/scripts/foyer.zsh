#compdef foyer
# zsh completion for foyer

_foyer() {
	local -a lines candidates
	local line word about
	lines=("${(@f)$("${(Q)~words[1]}" complete-words -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
	for line in "${(@)lines[2,-1]}"; do
		word=${line%%$'\t'*}
		about=
		if [[ $line == *$'\t'* ]]; then about=:${line#*$'\t'}; fi
		candidates+=("${word//:/\\:}$about")
	done
	if (( $#candidates )); then _describe foyer candidates; fi
	case $lines[1] in
	files | folders)
		if [[ $PREFIX == --*=* ]]; then compset -P '*='; fi
		if [[ $lines[1] == files ]]; then _files; else _files -/; fi
		;;
	esac
}

# Loaded by zsh itself this file is the function; sourced, it has to make itself known.
if [[ $funcstack[1] == _foyer ]]; then
	_foyer "$@"
else
	compdef _foyer foyer
fi
