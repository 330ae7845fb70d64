"""What a shell asks when the tab key is pressed: what could stand where the cursor is.

The shell's script (`completion`) runs the program with the words typed so far. The answer is `files` where the shell
should complete the name of any file, else `plain` and a candidate a line, with a tab and a short help for the shells
that show one. Whatever goes wrong, nothing is said: an unfinished command line is no fault.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from kasean_score.cli.commands import COMMANDS, asked_language, command_of
from kasean_score.messages import has, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["Candidate", "Line", "answer"]

ODD = re.compile(r"[^\w@%+=:,./~-]", re.ASCII)
"""What a shell would take for something else than a letter."""
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
WIDEST = 60
"""Letters of help that are shown beside a candidate."""


class Candidate(NamedTuple):
    """What could stand there, and what it is."""

    text: str
    about: str = ""


class Line(NamedTuple):
    """A command line as far as it is written: the value of each option and argument by the name of its parameter."""

    lang: str
    values: Mapping[str, Sequence[str]]

    def given(self, *names: str) -> list[str]:
        return [value for name in names for value in self.values.get(name, ())]


class Typed(NamedTuple):
    """The words before the cursor's, the cursor's up to the cursor, and how much of that the shell keeps as it is.

    `quote` is the sign that the cursor's word is quoted with, if it is.
    """

    words: list[str]
    current: str
    kept: int = 0
    quote: str = ""


def answer(shell: str, args: Sequence[str]) -> int:
    """Answer the script of a shell."""
    try:
        if shell == "bash":
            typed = split(args[0], args[1] if len(args) > 1 else "")
        else:
            typed = Typed(list(args[:-1]), unquoted(args[-1] if args else "", shell))
        found = candidates(typed.words, typed.current)
        if found is None:
            print("files")
            return 0
        matching = [one for one in found if one.text.startswith(typed.current) and not CONTROL.search(one.text)]
        print("\n".join(["plain", *filter(None, (written(one, shell, typed) for one in matching))]))
    except Exception:
        if os.environ.get("KASEAN_SCORE_DEBUG"):
            raise
    return 0


def unquoted(word: str, shell: str) -> str:
    """The cursor's word without its quotes: fish gives it as it is typed, zsh where a quote is still open."""
    if shell == "fish":
        return split(f"_ {word}", "").current
    return word[1:] if word[:1] in ("'", '"') else word


def written(one: Candidate, shell: str, typed: Typed) -> str:
    """A candidate as the script of a shell takes it."""
    if shell == "bash":
        rest = one.text[typed.kept :]
        if typed.quote:
            return "" if typed.quote in rest or (typed.quote == '"' and re.search(r"[$`\\]", rest)) else rest
        return ODD.sub(lambda sign: "\\" + sign[0] if sign[0].isascii() else sign[0], rest)
    about = CONTROL.sub(" ", one.about)
    about = about if len(about) <= WIDEST else f"{about[: WIDEST - 1]}…"
    if shell == "zsh":
        text = re.sub(r"[\\:]", r"\\\g<0>", one.text)
        return f"{text}\t{about}" if about else text
    return f"{one.text}\t{about}"


def split(line: str, breaks: str) -> Typed:
    """The words of a line as bash reads them; the last one is where the cursor is.

    Behind a sign of `breaks` (COMP_WORDBREAKS: = and : among others) bash replaces only what follows.
    """
    words: list[str] = []
    word: list[str] | None = None
    quote, kept, at = "", 0, 0
    while at < len(line):
        sign = line[at]
        if sign == "\\" and quote != "'" and at + 1 < len(line):
            at += 1
            word = [*(word or []), line[at]]
        elif quote and sign == quote:
            quote = ""
        elif not quote and sign in "'\"":
            quote, word = sign, word or []
        elif not quote and sign.isspace():
            if word is not None:
                words.append("".join(word))
            word, kept = None, 0
        else:
            word = [*(word or []), sign]
            if not quote and sign in breaks:
                kept = len(word)
        at += 1
    return Typed(words[1:], "".join(word or []), kept, quote)


def candidates(words: Sequence[str], current: str) -> Iterable[Candidate] | None:
    """What could stand in the place of `current`; None where that is the name of any file."""
    lang = asked_language(words)
    names, rest = _commands(words)
    table: Any = COMMANDS
    for name in names:
        table = table[name]
    path = "-".join(names)
    if not isinstance(table, str):
        if current.startswith("-"):
            return _options(command_of(names, lang), current, lang)
        if rest and rest[-1] == "--lang":
            return _plain(("en", "ko"))
        before = f"{path}-" if path else ""
        return [Candidate(name, say(lang, f"command.{before}{name}")) for name in table]
    return _of_command(command_of(names, lang), rest, current, lang)


def _commands(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The names of the command and of the one within it, and the words that are left."""
    names: list[str] = []
    table: Any = COMMANDS
    at = 0
    while at < len(words) and not isinstance(table, str):
        if words[at].startswith("-"):
            at += 2 if words[at] == "--lang" and at + 1 < len(words) else 1
        elif words[at] in table:
            names.append(words[at])
            table = table[words[at]]
            at += 1
        else:
            raise LookupError(words[at])  # no such command: nothing can follow
    return names, list(words[at:] if isinstance(table, str) else words)


def _of_command(command: Any, words: Sequence[str], current: str, lang: str) -> Iterable[Candidate] | None:
    """What could stand at the end of a command's own words."""
    from kasean_score.cli.completion_values import values_of

    options = {name: one for one in command.params for name in one.opts if one.param_type_name == "option"}
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    values, waiting, ended = _read(words, options, arguments)
    line = Line(lang, values)
    if waiting is not None:
        return values_of(waiting, current, line)
    name, sign, value = current.partition("=")
    if not ended and sign and name in options:
        found = values_of(options[name], value, line)
        return None if found is None else [one._replace(text=f"{name}={one.text}") for one in found]
    if not ended and current.startswith("-"):
        return _options(command, current, lang)
    argument = _at(arguments, len(values[""]))
    return [] if argument is None else values_of(argument, current, line)


def _read(
    words: Sequence[str], options: Mapping[str, Any], arguments: Sequence[Any]
) -> tuple[dict[str, list[str]], Any, bool]:
    """The values given so far, the option that waits for one, and whether `--` has ended the options.

    All arguments are under the empty name too.
    """
    values: dict[str, list[str]] = {"": []}
    waiting, ended = None, False
    for word in words:
        name, sign, value = word.partition("=")
        if waiting is not None:
            values.setdefault(waiting.name, []).append(word)
            waiting = None
        elif ended or word == "-" or not word.startswith("-"):
            argument = _at(arguments, len(values[""]))
            values[""].append(word)
            if argument is not None:
                values.setdefault(argument.name, []).append(word)
        elif word == "--":
            ended = True
        elif name in options and not options[name].is_flag:
            if sign:
                values.setdefault(options[name].name, []).append(value)
            else:
                waiting = options[name]
        elif word[:2] in options and not options[word[:2]].is_flag:
            values.setdefault(options[word[:2]].name, []).append(word[2:])  # -fjson
    return values, waiting, ended


def _at(arguments: Sequence[Any], place: int) -> Any:
    """The argument that the word at a place is for."""
    for argument in arguments:
        if argument.nargs == -1 or place < argument.nargs:
            return argument
        place -= argument.nargs
    return None


def _options(command: Any, current: str, lang: str) -> list[Candidate]:
    """The options of a command: the long names, and the short ones where only a hyphen is typed."""
    found = []
    for one in [*command.params, command.get_help_option(_context(command))]:
        if one is None or one.param_type_name != "option":
            continue
        about = say(lang, one.help if has(str(one.help)) else "option.help")
        found += [Candidate(name, about) for name in one.opts if name.startswith("--") or current.startswith(name)]
    return found


def _context(command: Any) -> Any:
    import typer

    return typer.Context(command, resilient_parsing=True, help_option_names=["-h", "--help"])


def _plain(texts: Iterable[str]) -> Iterator[Candidate]:
    return (Candidate(text) for text in texts)
