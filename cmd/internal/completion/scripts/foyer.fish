# fish completion for foyer

function __foyer_complete
	set -l words (commandline -opc) (commandline -ct)
	set -l lines ($words[1] complete-words -- $words[2..-1] 2>/dev/null)
	if test (count $lines) -eq 0
		return
	end
	for line in $lines[2..-1]
		echo $line
	end
	set -l word $words[-1]
	set -l prefix ""
	if string match -q -- '--*=*' $word
		set prefix (string replace -r -- '=.*' '=' $word)
		set word (string replace -r -- '^[^=]*=' '' $word)
	end
	switch $lines[1]
		case files
			for path in (__fish_complete_path $word)
				echo $prefix$path
			end
		case folders
			for path in (__fish_complete_directories $word)
				echo $prefix$path
			end
	end
end

complete -c foyer -f -a '(__foyer_complete)'
