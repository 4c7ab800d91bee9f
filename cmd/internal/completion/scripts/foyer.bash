# bash completion for foyer

_foyer() {
	local program=${COMP_WORDS[0]} words=() lines=() word i candidate
	# bash parts "--as=html" at its "="; foyer wants it whole.
	for ((i = 1; i <= COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		if ((i > 1)) && [[ $word == "=" || ${COMP_WORDS[i - 1]} == "=" ]]; then
			words[${#words[@]} - 1]+=$word
		else
			words+=("$word")
		fi
	done
	case $program in "~/"*) program=$HOME${program:1} ;; esac
	mapfile -t lines < <("$program" complete-words -- "${words[@]}" 2>/dev/null)
	COMPREPLY=()
	for candidate in "${lines[@]:1}"; do
		candidate=${candidate%%$'\t'*}
		if [[ $candidate == --*=* ]]; then
			candidate=${candidate#*=} # bash completes only what stands behind the "="
		fi
		COMPREPLY+=("$candidate")
	done
	word=${words[${#words[@]} - 1]}
	if [[ $word == --*=* ]]; then word=${word#*=}; fi
	case ${lines[0]} in
	files) mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$word") ;;
	folders) mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$word") ;;
	*) return ;;
	esac
	compopt -o filenames 2>/dev/null
}

complete -F _foyer foyer
