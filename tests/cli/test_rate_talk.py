"""The conversation of `rate` without a terminal or a file: a state and an answer give a state and an effect."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring_support import criterion, group, load_rubric, measure, rubric

from kasean_score.cli.rate_state import Do, Sheet, State, Write, start
from kasean_score.cli.rate_talk import answer, command_of
from kasean_score.files.tree import Number
from kasean_score.messages import has, say

RUBRIC = load_rubric(rubric(group("g", criterion("a"), criterion("b"), criterion("c"), measure("m"))))
TO_BE_RATED = {"not_rated": "To be rated."}
RATED = {"level": Number("2"), "confidence": "low", "why": "so", "for": ["f1"]}


def sheet(**ratings: dict[str, Any]) -> Sheet:
    """A rubric of three levelled criteria and a measure, with the ratings of some of them."""
    return Sheet(
        RUBRIC,
        tuple(RUBRIC.criteria()),
        {f"g.{name}": rating for name, rating in ratings.items()},
        {"s1": "First", "s2": "Second"},
        {"f1": "A fact", "f2": "Another"},
        frozenset(["To be rated."]),
        "en",
    )


def say_all(on: Sheet, *lines: str, at: int = 0) -> list[Any]:
    """The effects of some answers, the file being the same throughout."""
    state, effects = State(at), []
    for line in lines:
        turn = answer(on, state, line)
        state = turn.state
        effects.append(turn.effect)
    return [*effects, state]


def written(on: Sheet, *lines: str, at: int = 0) -> Any:
    """What the last of some answers writes."""
    effect = say_all(on, *lines, at=at)[-2]
    assert isinstance(effect, Write)
    return effect.rating


def test_a_level_is_written_at_once_and_asks_for_confidence() -> None:
    turn = answer(sheet(a=TO_BE_RATED), State(0), "3")
    assert turn.effect == Write("g.a", {"level": Number("3")})
    assert turn.state == State(0, "confidence", ("why", "source"))


def test_a_range_is_asked_what_is_disputed() -> None:
    turn = answer(sheet(), State(0), "1-2")
    assert turn.effect == Write("g.a", {"level": [Number("1"), Number("2")]})
    assert turn.state == State(0, "confidence", ("disputed", "why", "source"))


@pytest.mark.parametrize("typed", ["1 - 2", "1–2", "1~2", "１-２"])
def test_a_range_may_be_written_in_several_ways(typed: str) -> None:
    assert written(sheet(), typed) == {"level": [Number("1"), Number("2")]}


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("5", "rate.no_level"),
        ("0-9", "rate.no_level"),
        ("two", "rate.no_level"),
        ("3-1", "rate.reversed"),
        ("-1", "rate.no_level"),
    ],
)
def test_a_wrong_level_is_explained_and_asked_again(typed: str, key: str) -> None:
    turn = answer(sheet(), State(0), typed)
    assert (turn.state, turn.effect, turn.said[0][0]) == (State(0), None, key)


def test_a_measure_takes_a_value_and_its_range() -> None:
    assert written(sheet(), "206.50", at=3) == {"value": Number("206.50")}
    both = {"value": Number("206"), "low": Number("200"), "high": Number("210")}
    assert written(sheet(), "206 200 210", at=3) == both
    for typed, key in (
        ("1,200", "rate.no_value"),
        ("5 6 7", "rate.outside"),
        ("2 1", "rate.no_value"),
        ("nan", "rate.no_value"),
    ):
        turn = answer(sheet(), State(3), typed)
        assert (turn.effect, turn.said[0][0]) == (None, key)


def test_not_rated_needs_a_reason_and_keeps_what_is_cited() -> None:
    on = sheet(a=RATED)
    assert written(on, "n nothing was found") == {"not_rated": "nothing was found", "for": ["f1"]}
    assert written(on, "x", "no such thing") == {"not_applicable": "no such thing", "for": ["f1"]}
    assert answer(on, State(0, "not_rated"), "").said[0][0] == "rate.reason_needed"


def test_another_level_keeps_the_rationale_to_be_looked_at_again() -> None:
    assert written(sheet(a=RATED), "3") == {**RATED, "level": Number("3")}


def test_what_is_no_range_any_more_is_not_disputed_any_more() -> None:
    disputed = {"level": [Number("1"), Number("2")], "disputed": "they differ"}
    assert written(sheet(a=disputed), "2") == {"level": Number("2")}
    assert written(sheet(a=disputed), "2-3")["disputed"] == "they differ"


def test_enter_keeps_and_goes_on() -> None:
    on = sheet(a=RATED)
    assert say_all(on, "3", "", "", "")[1:] == [None, None, None, State(1)]
    assert say_all(on, "") == [None, State(1)]


def test_confidence_is_taken_by_letter_or_word_in_both_languages_and_taken_out() -> None:
    for typed in ("m", "medium", "M", "보통", "ㅡ"):
        assert written(sheet(a=RATED), "c", typed)["confidence"] == "medium"
    assert "confidence" not in written(sheet(a=RATED), "c", "-")
    assert answer(sheet(a=RATED), State(0, "confidence"), "sure").said[0][0] == "rate.no_confidence"


def test_a_rationale_in_one_language_leaves_the_other() -> None:
    on = sheet(a={"level": Number("1"), "why": {"en": "old", "ko": "옛"}})
    turn = answer(on, State(0, "why"), "new")
    assert isinstance(turn.effect, Write)
    assert turn.effect.rating == {"level": Number("1"), "why": {"en": "new", "ko": "옛"}}
    assert turn.said == (("rate.other_language", {}),)


def test_evidence_is_gathered_and_written_whole() -> None:
    lines = ("e", "s2", "page 3", "It shows that.", "a", "y")
    assert written(sheet(a=RATED), *lines) == {
        **RATED,
        "evidence": [
            {"source": "s2", "at": "page 3", "shows": "It shows that.", "stance": "against", "independent": True}
        ],
    }
    assert written(sheet(a=RATED), "e", "1", "", "Shown.", "", "")["evidence"] == [
        {"source": "s1", "shows": "Shown.", "stance": "for", "independent": False}
    ]


def test_a_fact_is_cited_by_its_id_once() -> None:
    assert written(sheet(a=RATED), "e", "f2", "")["for"] == ["f1", "f2"]
    assert written(sheet(a=RATED), "e", "f2", "a")["against"] == ["f2"]
    assert answer(sheet(a=RATED), State(0, "source"), "f1").said[0][0] == "rate.cited"


def test_a_new_source_is_asked_for_and_written_before_it_is_cited() -> None:
    lines = ("e", "+", "The Annual Report", "Ministry of Trade", "2025-11", "https://example.org/r", "2", "")
    effects = say_all(sheet(a=RATED), *lines)
    assert effects[-2] == Write(
        "g.a",
        sources=(
            {
                "id": "ministry-trade-2025",
                "title": "The Annual Report",
                "publisher": "Ministry of Trade",
                "date": "2025-11",
                "url": "https://example.org/r",
                "kind": "government",
            },
        ),
    )
    assert effects[-1] == State(0, "at", ("rating",), {"source": "ministry-trade-2025"})


@pytest.mark.parametrize(
    ("question", "typed", "key"),
    [
        ("date", "yesterday", "rate.no_date"),
        ("date", "2025-13", "rate.no_date"),
        ("url", "example", "rate.no_url"),
        ("kind", "gossip", "rate.no_kind"),
        ("id", "a b", "rate.no_id"),
        ("id", "s1", "rate.id_taken"),
        ("shows", "", "rate.shows_needed"),
        ("stance", "perhaps", "rate.no_stance"),
        ("independent", "perhaps", "rate.no_yes"),
        ("source", "s1x", "rate.source_near"),
        ("source", "zzzz", "rate.no_source"),
        ("changed", "yes", "rate.reload_or_quit"),
    ],
)
def test_a_wrong_answer_about_evidence_is_asked_again(question: str, typed: str, key: str) -> None:
    asked = State(0, question, ("rating",), {"title": "T"})
    turn = answer(sheet(a=RATED), asked, typed)
    assert (turn.state, turn.effect, turn.said[0][0]) == (asked, None, key)


def test_a_title_in_korean_gets_an_id_too() -> None:
    effects = say_all(sheet(a=RATED), "e", "+", "연차보고서", "외교부", "2025", "", "", "")
    assert effects[-2].sources[0]["id"] == "source-2025"


def test_one_goes_back_on_and_to_a_criterion_by_name() -> None:
    on = sheet(a=RATED)
    assert say_all(on, "b", at=2)[-1] == State(1)
    assert answer(on, State(0), "b").said == (("rate.first", {}),)
    assert say_all(on, "3", "b")[-1] == State(0)
    assert [say_all(on, f"g {name}")[-1] for name in ("g.c", "c", "3")] == [State(2)] * 3
    assert answer(on, State(0), "g g").said[0][0] == "rate.several"
    assert answer(on, State(0), "g zzz").said[0][0] == "rate.no_criterion"
    assert say_all(on, "", at=3)[-1] == State(3, "end")
    assert say_all(on, "", "b", at=3)[-1] == State(3)


def test_one_resumes_at_the_first_that_nobody_has_looked_at() -> None:
    looked = {"not_rated": "Nothing was found."}
    assert start(sheet(a=RATED, b=looked, c=TO_BE_RATED)) == State(2)
    assert start(sheet(a=RATED, b=looked)) == State(2)
    assert start(sheet(a=RATED, b=looked, c=RATED, m={"value": Number("1")})) == State(1)
    assert start(sheet(a=RATED, b=RATED, c=RATED, m={"value": Number("1")})) == State(0)


def test_the_next_one_waiting_is_found_from_the_top_again() -> None:
    on = sheet(b=RATED, c=RATED, m={"value": Number("1")})
    assert say_all(on, "r", at=2)[-1] == State(0)


def test_a_detail_alone_needs_a_level_first() -> None:
    for command in "cwd":
        assert answer(sheet(a=TO_BE_RATED), State(0), command).said == (("rate.level_first", {}),)


@pytest.mark.parametrize(
    ("typed", "what"), [("q", "quit"), ("u", "undo"), ("?", "help"), ("ㅂ", "quit"), ("ㅕ", "undo"), ("？", "help")]
)
@pytest.mark.parametrize("question", ["rating", "why", "source", "title", "end"])
def test_leaving_undoing_and_help_work_everywhere(typed: str, what: str, question: str) -> None:
    assert answer(sheet(a=RATED), State(0, question), typed).effect == Do(what)


def test_the_korean_keyboard_means_the_same_keys() -> None:
    """The standard two-set layout: what stands on the keys of the commands."""
    assert [command_of(letter) for letter in "ㅜㅌㅠㄴㄱㅎㅊㅈㅇㄷㅣ"] == list("nxbsrgcwdel")


@pytest.mark.parametrize("typed", ["a\x1b[A", "\x00", "x\ufffd"])
def test_signs_that_are_no_text_are_never_written(typed: str) -> None:
    turn = answer(sheet(a=RATED), State(0, "why"), typed)
    assert (turn.effect, turn.said[0][0]) == (None, "rate.control")


QUESTIONS = (
    *("rating", "not_rated", "not_applicable", "confidence", "disputed", "why", "source", "at", "shows", "stance"),
    *("independent", "title", "publisher", "date", "url", "kind", "id", "end", "changed"),
)


@settings(deadline=None)
@given(
    st.sampled_from(QUESTIONS),
    st.one_of(
        st.text(max_size=12), st.sampled_from(["3", "1-2", "n", "n x", "x", "g", "g b", "+", "-", "s1", "f2", "2024"])
    ),
    st.integers(0, 3),
)
def test_no_answer_whatever_breaks_the_conversation(question: str, typed: str, at: int) -> None:
    """Every answer leads to a question that exists, and says only what the catalogue has."""
    item = {"title": "T", "source": "s1", "shows": "x"}
    turn = answer(sheet(a=RATED, b=TO_BE_RATED), State(at, question, ("rating",), item), typed)
    assert turn.state.question in QUESTIONS
    assert 0 <= turn.state.at < 4
    for key, params in turn.said:
        assert has(key)
        assert say("ko", key, **params)
