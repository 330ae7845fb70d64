"""Lists in messages: read as words, and never a page long."""

from __future__ import annotations

import pytest

from kasean_score.messages import LISTED, say


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_list_is_shown_whole_up_to_a_bound(lang: str) -> None:
    names = [f"fact-{number}" for number in range(LISTED)]
    assert ", ".join(names) in say(lang, "remedy.unknown-fact", allowed=names)


def test_of_a_longer_list_the_first_are_shown_and_the_others_counted() -> None:
    names = [f"fact-{number}" for number in range(LISTED + 5)]
    said = say("en", "remedy.unknown-fact", allowed=names)
    assert said.endswith(f"fact-{LISTED - 1}, … (+5)")
    assert f"fact-{LISTED}" not in said
