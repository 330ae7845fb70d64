"""`completion bash|zsh|fish`: the script that makes a shell complete what is typed.

The script asks the program itself, under the environment variable `_KASEAN_SCORE_COMPLETE`; `completing` answers.
"""

from __future__ import annotations

import os
from typing import Annotated, Literal

import typer

from kasean_score.cli.shared import Lang, Output  # noqa: TC001 - typer asks for them at run time
from kasean_score.messages import language_from, say

__all__ = ["completion"]

BASH = """\
_kasean_score() {
    local program=${1/#\\~\\//$HOME/} kind line
    COMPREPLY=()
    {
        IFS= read -r kind || return 0
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done
    } < <(_KASEAN_SCORE_COMPLETE=bash "$program" "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
    if [[ $kind == files ]]; then
        compopt -o default 2>/dev/null
    elif [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=/] ]]; then
        compopt -o nospace 2>/dev/null
    fi
    return 0
}
complete -F _kasean_score kasean-score
"""

ZSH = """\
_kasean-score() {
    local program=${${(Q)words[1]}/#\\~\\//$HOME/} kind line
    local -a closed open
    {
        IFS= read -r kind || return 1
        while IFS= read -r line; do
            if [[ ${line%%$'\\t'*} == *[=/] ]]; then
                open+=("${line/$'\\t'/:}")
            else
                closed+=("${line/$'\\t'/:}")
            fi
        done
    } < <(_KASEAN_SCORE_COMPLETE=zsh "$program" "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    if [[ $kind == files ]]; then
        _files
        return
    fi
    local -i found=1
    (( ${#closed} )) && _describe -V value closed && found=0
    (( ${#open} )) && _describe -V value open -S '' && found=0
    return found
}
if [[ ${funcstack[1]} == _kasean-score ]]; then
    _kasean-score "$@"
else
    compdef _kasean-score kasean-score
fi
"""

FISH = """\
function __kasean_score_complete
    set -l words (commandline -opc)
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    set -l answer (_KASEAN_SCORE_COMPLETE=fish $program $words[2..-1] (commandline -ct) 2>/dev/null)
    if test "$answer[1]" = files
        __fish_complete_path (commandline -ct)
    else if test (count $answer) -gt 1
        printf '%s\\n' $answer[2..-1]
    end
end
complete -c kasean-score -f -k -a '(__kasean_score_complete)'
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


def completion(
    shell: Annotated[Literal["bash", "zsh", "fish"], typer.Argument(metavar="SHELL", help="option.shell")],
    output: Output = None,
    lang: Lang = None,
) -> None:
    from kasean_score.cli.output import emit

    words = lang or language_from(os.environ)
    first = "#compdef kasean-score\n" if shell == "zsh" else ""  # zsh wants it on the first line
    how = "".join(f"# {line}\n" for line in say(words, f"usage.complete_{shell}").split("\n"))
    emit(f"{first}{how}{SCRIPTS[shell]}", output, words)
