"""What a sheet of ratings says of itself while it is filled in: formulas that answer in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.formulas.text import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.files.forms.words import Say
    from kasean_score.formulas.tree import Given

__all__ = ["cited_items", "left_to_do", "limit_status", "summary"]


def left_to_do(
    given: Given, coverage: str, states: Sequence[str], why: Sequence[str], rest: Sequence[str], say: Say
) -> str:
    """What is still wrong with a row: empty where nothing is.

    `states` are the texts that stand for not rated and not applicable, `why` and `rest` the other cells of the row.
    """
    stated = f"OR({','.join(f'{given.level}={quoted(text)}' for text in states)})"
    no_reason = ",".join(f'{cell}=""' for cell in why)
    measured = f'AND({given.level}="",{given.value}<>"")' if given.value else "FALSE"
    return (
        f"=IF(AND({stated},{no_reason}),{quoted(say('form.check_reason'))},"
        f'IF(OR({coverage}=1,{stated}),"",'
        f'IF(OR({given.level}<>"",{measured}),{quoted(say("form.check_level"))},'
        f'IF(COUNTA({",".join([*rest, *why])})>0,{quoted(say("form.check_none"))},""))))'
    )


def cited_items(which: str, stance: str, against: Sequence[str]) -> str:
    """How many items of evidence are cited: `+3 -1`. `which` are the conditions that pick a criterion's rows."""
    counts = [f"COUNTIFS({which},{stance},{quoted(text)})" for text in against]
    return f'="+"&(COUNTIFS({which})-{"-".join(counts)})&" -"&({"+".join(counts)})'


def limit_status(scored: str, worst: str, say: Say) -> str:
    """Whether a limit holds, from the cells that tell it as scored and with all that is open at its worst."""
    return f'=IF({scored},{quoted(say("form.holds"))},IF({worst},{quoted(say("form.may_hold"))},""))'


def summary(figures: Sequence[str], ranks: Sequence[str], bands: Sequence[str], say: Say) -> str:
    """One line of score, bounds, coverage and band, from the cells of these figures and of the bands' ranks."""
    score, lowest, highest, coverage = figures
    names = ",".join(map(quoted, bands))
    now, low, high = (f'IFERROR(CHOOSE({rank},{names}),"")' for rank in ranks)
    told = f'ROUND({score},0)&" ["&ROUND({lowest},0)&"-"&ROUND({highest},0)&"]  "'
    could = f'IF({ranks[1]}={ranks[2]},"",{quoted(say("form.could_be"))}&{low}&" - "&{high}&")")'
    rated = f'{quoted("  " + say("form.rated"))}&ROUND(100*{coverage},0)&"%"'
    head, nothing = quoted(say("form.score") + " "), quoted(say("form.nothing_rated"))
    return f"=IF(ISNUMBER({score}),{head}&{told}&{now}&{could}&{rated},{nothing})"
