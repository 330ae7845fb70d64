"""The conversation of `rate`: a state and an answer give the next state and what is to be done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from unicodedata import category, normalize

from kasean_score.cli.rate_edits import added_evidence, cited, leveled, measured, set_aside, with_field
from kasean_score.cli.rate_evidence import EVIDENCE_QUESTIONS
from kasean_score.cli.rate_state import Do, State, Turn, Write, advanced, following, judged
from kasean_score.errors import nearest
from kasean_score.files.tree import NUMBER
from kasean_score.messages import LANGUAGES, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from kasean_score.cli.rate_state import Sheet

__all__ = ["answer", "command_of"]

LEVELS = re.compile(r"([0-9]{1,4})(?:\s*[-–~]\s*([0-9]{1,4}))?")
JAMO = str.maketrans("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", "qwertyuiopasdfghjklzxcvbnm")
"""What the keys of the commands write while the keyboard is set to Korean (the standard two-set layout)."""
ALWAYS = {"q": "quit", "u": "undo", "?": "help"}
CLEAR = "-"


def answer(sheet: Sheet, state: State, line: str) -> Turn:
    """What comes of typing `line` in `state`. An answer that will not do is explained and asked again."""
    typed = " ".join(line.split())
    if any(category(letter) in ("Cc", "Cs", "Co", "Cn") for letter in typed) or "\ufffd" in typed:
        return Turn(state, said=(("rate.control", {}),))
    command = command_of(typed)
    if command in ALWAYS:
        return Turn(state, Do(ALWAYS[command]))
    if command == "b" and state.question != "changed":
        return _back(state)
    return HANDLERS[state.question](sheet, state, typed)


def command_of(typed: str) -> str:
    """The letter that was meant by a single one, whichever way the keyboard was set; other texts as they are."""
    return normalize("NFKC", typed.translate(JAMO)).lower() if len(typed) == 1 else typed


def _back(state: State) -> Turn:
    if state.question != "rating":
        return Turn(State(state.at))
    return Turn(State(state.at - 1)) if state.at else Turn(state, said=(("rate.first", {}),))


def _rating(sheet: Sheet, state: State, typed: str) -> Turn:
    word, _, rest = typed.partition(" ")
    command = command_of(word)
    if command in ("", "s"):
        return Turn(advanced(sheet, state))
    if command in ("n", "x"):
        name = "not_rated" if command == "n" else "not_applicable"
        asked = state._replace(question=name)
        return _reason(sheet, asked, rest) if rest else Turn(asked)
    if command in MOVES:
        return MOVES[command](sheet, state, rest)
    if command in ("c", "w", "d"):
        name = {"c": "confidence", "w": "why", "d": "disputed"}[command]
        if not judged(sheet.rating(state.at)):
            return Turn(state, said=(("rate.level_first", {}),))
        return Turn(State(state.at, name, ("rating",)))
    if command == "e":
        return Turn(State(state.at, "source", ("rating",)))
    criterion = sheet.criteria[state.at]
    read = _value if criterion.measure is not None else _level
    return read(sheet, state, normalize("NFKC", typed))


def _level(sheet: Sheet, state: State, typed: str) -> Turn:
    criterion = sheet.criteria[state.at]
    allowed = sheet.rubric.levels_of(criterion)
    found = LEVELS.fullmatch(typed)
    if found is None:
        return Turn(state, said=(("rate.no_level", {"given": typed, "allowed": list(allowed)}),))
    low, high = int(found[1]), int(found[2] or found[1])
    if low > high:
        return Turn(state, said=(("rate.reversed", {"low": high, "high": low}),))
    if low not in allowed or high not in allowed:
        return Turn(state, said=(("rate.no_level", {"given": typed, "allowed": list(allowed)}),))
    return _judged(sheet, state, leveled(sheet.rating(state.at), low, high), ranged=low != high)


def _value(sheet: Sheet, state: State, typed: str) -> Turn:
    words = typed.split()
    if len(words) not in (1, 3) or not all(map(NUMBER.fullmatch, words)):
        return Turn(state, said=(("rate.no_value", {"given": typed}),))
    value, low, high = words if len(words) == 3 else words * 3
    if not float(low) <= float(value) <= float(high):
        return Turn(state, said=(("rate.outside", {}),))
    ranged = float(low) != float(high)
    return _judged(sheet, state, measured(sheet.rating(state.at), value, low, high), ranged=ranged)


def _judged(sheet: Sheet, state: State, rating: dict[str, Any], *, ranged: bool) -> Turn:
    path = ("confidence", *(("disputed",) if ranged else ()), "why", "source")
    then = State(state.at, path[0], path[1:])
    return Turn(then, Write(sheet.criteria[state.at].id, rating))


def _reason(sheet: Sheet, state: State, typed: str) -> Turn:
    old = sheet.rating(state.at).get(state.question)
    if not typed:
        return Turn(advanced(sheet, State(state.at))) if old else Turn(state, said=(("rate.reason_needed", {}),))
    rating, said = set_aside(sheet.rating(state.at), state.question, typed, sheet.lang)
    return Turn(advanced(sheet, State(state.at)), Write(sheet.criteria[state.at].id, rating), said)


def _confidence(sheet: Sheet, state: State, typed: str) -> Turn:
    then = advanced(sheet, state)
    if not typed:
        return Turn(then)
    rating = sheet.rating(state.at)
    if typed == CLEAR:
        return Turn(then, Write(sheet.criteria[state.at].id, with_field(rating, "confidence", None)))
    for name in ("high", "medium", "low"):
        if command_of(typed) == name[0] or typed.lower() in (name, *(say(lang, f"word.{name}") for lang in LANGUAGES)):
            return Turn(then, Write(sheet.criteria[state.at].id, with_field(rating, "confidence", name)))
    return Turn(state, said=(("rate.no_confidence", {"given": typed}),))


def _text(sheet: Sheet, state: State, typed: str) -> Turn:
    """The rationale, or what sources disagree on."""
    then, address = advanced(sheet, state), sheet.criteria[state.at].id
    rating = sheet.rating(state.at)
    if not typed:
        return Turn(then)
    if typed == CLEAR:
        return Turn(then, Write(address, with_field(rating, state.question, None)))
    if state.question == "disputed" and not _may_be_disputed(rating):
        return Turn(State(state.at), said=(("rate.range_first", {}),))
    old = rating.get(state.question)
    both = {**old, sheet.lang: typed} if isinstance(old, dict) else typed
    change = Write(address, with_field(rating, state.question, both))
    beside = isinstance(both, dict) and len(both) > 1
    return Turn(then, change, (("rate.other_language", {}),) if beside else ())


def _may_be_disputed(rating: Any) -> bool:
    level = rating.get("level")
    ranged = isinstance(level, list) and level[0] != level[-1]
    return ranged or rating.get("low") != rating.get("high") or len(rating.get("panel") or ()) > 1


def _source(sheet: Sheet, state: State, typed: str) -> Turn:
    """Which source or fact is cited next; none: on to the next question."""
    if not typed:
        return Turn(advanced(sheet, state))
    if typed in sheet.facts:
        here = sheet.rating(state.at)
        if typed in (*cited(here, "for"), *cited(here, "against")):
            return Turn(state, said=(("rate.cited", {"name": typed}),))
        return Turn(state._replace(question="stance", item={"fact": typed}))
    if typed in sheet.sources:
        return Turn(state._replace(question="at", item={"source": typed}))
    if normalize("NFKC", typed) == "+":
        return Turn(state._replace(question="title", item={}))
    if command_of(typed) == "l":
        return Turn(state, Do("sources"))
    if typed.isdecimal() and 0 < int(typed) <= len(sheet.sources):
        return Turn(state._replace(question="at", item={"source": list(sheet.sources)[int(typed) - 1]}))
    meant = nearest(typed, [*sheet.sources, *sheet.facts])
    key = "rate.source_near" if meant else "rate.no_source"
    return Turn(state, said=((key, {"given": typed, "meant": meant}),))


def _stance(sheet: Sheet, state: State, typed: str) -> Turn:
    stance = _one_of(typed, ("for", "against"), "for")
    if stance is None:
        return Turn(state, said=(("rate.no_stance", {"given": typed}),))
    if "fact" not in state.item:
        return Turn(state._replace(question="independent", item={**state.item, "stance": stance}))
    rating = sheet.rating(state.at)
    names = [*cited(rating, stance), state.item["fact"]]
    done = state._replace(question="source", item={})
    return Turn(done, Write(sheet.criteria[state.at].id, with_field(rating, stance, names)))


def _independent(sheet: Sheet, state: State, typed: str) -> Turn:
    said = _one_of(typed, ("yes", "no"), "no")
    if said is None:
        return Turn(state, said=(("rate.no_yes", {"given": typed}),))
    item = {**state.item, "independent": said == "yes"}
    done = state._replace(question="source", item={})
    return Turn(done, Write(sheet.criteria[state.at].id, added_evidence(sheet.rating(state.at), item)))


def _one_of(typed: str, names: tuple[str, ...], default: str) -> str | None:
    """The one of a few words that was meant: by its first letter, itself, or in either language."""
    if not typed:
        return default
    for name in names:
        words = (name, *(say(lang, f"rate.word_{name}") for lang in LANGUAGES))
        if command_of(typed) == name[0] or typed.lower() in words:
            return name
    return None


def _end(sheet: Sheet, state: State, typed: str) -> Turn:
    word, _, rest = typed.partition(" ")
    command = command_of(word)
    if not command:
        return Turn(state, Do("quit"))
    if command in MOVES:
        return MOVES[command](sheet, state, rest)
    return Turn(state, said=(("rate.at_end", {}),))


def _changed(sheet: Sheet, state: State, typed: str) -> Turn:
    """The file was changed by somebody else: it is read again, or the conversation ends."""
    if command_of(typed) == "r":
        return Turn(State(state.at), Do("reload"))
    return Turn(state, said=(("rate.reload_or_quit", {}),))


def _next_waiting(sheet: Sheet, state: State, rest: str) -> Turn:
    found = following(sheet, state.at)
    return Turn(state, said=(("rate.all_rated", {}),)) if found is None else Turn(found)


def _go(sheet: Sheet, state: State, name: str) -> Turn:
    addresses = [criterion.id for criterion in sheet.criteria]
    if name.isdecimal() and 0 < int(name) <= len(addresses):
        return Turn(State(int(name) - 1))
    found = [one for one in addresses if name in (one, one.rpartition(".")[2])]
    found = found or [one for one in addresses if name and (one.startswith(name) or f".{name}" in one)]
    if len(found) == 1:
        return Turn(State(addresses.index(found[0])))
    if found:
        return Turn(state, said=(("rate.several", {"given": name, "allowed": found}),))
    meant = nearest(name, [part for one in addresses for part in (one, one.rpartition(".")[2])])
    key = "rate.criterion_near" if meant else "rate.no_criterion"
    return Turn(state, said=((key, {"given": name, "meant": meant}),))


def _list(sheet: Sheet, state: State, rest: str) -> Turn:
    return Turn(state, Do("list"))


MOVES: dict[str, Callable[[Sheet, State, str], Turn]] = {"r": _next_waiting, "g": _go, "l": _list}
HANDLERS: dict[str, Callable[[Sheet, State, str], Turn]] = {
    "rating": _rating,
    "not_rated": _reason,
    "not_applicable": _reason,
    "confidence": _confidence,
    "disputed": _text,
    "why": _text,
    "source": _source,
    "stance": _stance,
    "independent": _independent,
    "end": _end,
    "changed": _changed,
    **EVIDENCE_QUESTIONS,
}
