"""The page of a report: all of the document is on it, nothing that is not in it, and every link leads somewhere."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from page_support import HEADLINE, TEN, Read, html, read, report

from kasean_score.render import Screen, phrases, rounding
from kasean_score.render.page.html import page

if TYPE_CHECKING:
    from collections.abc import Iterator

KOREAN = ("--lang", "ko")
SINGLE = ("kasi", "-r", "three-pillars")
KINDS = [HEADLINE, (*HEADLINE, *KOREAN), SINGLE, ("-r", "reset-plan"), ("nsp", "kasi", "--robust", "--draws", "50")]


def same_space(text: str) -> str:
    return re.sub(r"\s+", " ", phrases.printable(text)).strip()


def criteria(doc: Any) -> Iterator[tuple[Any, Any]]:
    """Each criterion of the rubrics, with its lens."""
    for lens in doc["lenses"]:
        for node in lens["texts"][doc["options"]["lang"]]["rubric"]["nodes"]:
            if node["kind"] == "criterion":
                yield lens, node


def rated(doc: Any) -> Iterator[Any]:
    for lens in doc["lenses"]:
        for card in lens["texts"][doc["options"]["lang"]]["scorecards"]:
            yield from (node for node in card["nodes"] if node["kind"] == "criterion")


@pytest.mark.parametrize("args", KINDS, ids=str)
def test_no_two_elements_share_an_id_and_every_link_and_label_leads_to_one(args: tuple[str, ...]) -> None:
    found = read(*args)
    assert len(found.ids) == len(set(found.ids))
    links = {href[1:] for href in found.attributes("href") if href.startswith("#")}
    labels = {name for text in found.attributes("aria-labelledby") for name in text.split()}
    assert links | labels | set(found.attributes("for")) <= set(found.ids)
    assert len(links) > 20


@pytest.mark.parametrize("args", KINDS, ids=str)
def test_every_criterion_has_an_anchor_under_its_address_and_its_whole_ladder(args: tuple[str, ...]) -> None:
    found = read(*args)
    for lens, node in criteria(report(*args)):
        assert f"{lens['rubric']}/{node['id']}" in found.ids
        texts = [node["title"], node["question"], node["why_weight"], node["goalposts"], *node["typical_evidence"]]
        for text in [*texts, *(level["text"] for level in node["levels"])]:
            assert text is None or same_space(text) in found.text


@pytest.mark.parametrize("args", [HEADLINE, (*HEADLINE, *KOREAN)], ids=str)
def test_every_rationale_reason_and_dispute_is_on_the_page_and_every_fact_once(args: tuple[str, ...]) -> None:
    found = read(*args)
    facts = set()
    for node in rated(report(*args)):
        for text in (node["detail"]["why"], node["reason"], node["disputed"]):
            assert text is None or same_space(text) in found.text
        for item in node["detail"]["evidence"]:
            parts = ("at", "shows", "date", "note", "certainty", "independent")
            facts.add((*(item[name] for name in parts), item["source"]["id"]))
    told = [name for name in found.ids if re.fullmatch(r"_\d+", name)]
    assert len(told) == len(facts) > 150
    for fact in facts:
        alike = sum(other[1] == fact[1] for other in facts)
        assert len(re.findall(re.escape(same_space(fact[1])), found.text)) >= alike
    longest = max(facts, key=lambda fact: len(fact[1]))
    assert found.text.count(same_space(longest[1])) == 1


def test_every_source_is_listed_once_with_its_link() -> None:
    sources = {}
    for node in rated(report(*HEADLINE)):
        sources.update({item["source"]["id"]: item["source"] for item in node["detail"]["evidence"]})
    found = read(*HEADLINE)
    outside = [given for tag, given in found.tags if tag == "a" and not str(given["href"]).startswith("#")]
    assert all(given["rel"] == "noreferrer noopener external" for given in outside)
    assert {str(given["href"]) for given in outside} >= {one["url"] for one in sources.values() if one["url"]}
    assert len({str(given["href"]) for given in outside}) == len(outside)


@pytest.mark.parametrize("args", [SINGLE, (*SINGLE, *KOREAN)], ids=str)
def test_every_number_on_the_page_is_in_the_document(args: tuple[str, ...]) -> None:
    """Rounded, as a per cent, in a text, as a place in the order of things, or one of the words' own."""
    doc = report(*args)
    allowed = set(re.findall(r"\d+", json.dumps(doc["tool"]) + json.dumps(doc["schema"])))
    allowed |= {"46", "31", "68", "0", "100", "256"}  # the key to reading a score, the scale, SHA-256

    def gather(value: Any) -> None:
        if isinstance(value, dict):
            for one in value.values():
                gather(one)
        elif isinstance(value, list):
            allowed.add(str(len(value)))
            for one in value:
                gather(one)
        elif isinstance(value, str):
            allowed.update(re.findall(r"\d+", phrases.printable(value)))
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            points = f"{value:.1f}"
            allowed.update({str(rounding.whole(value)), str(rounding.percent(value)), *points.split("."), f"{value:g}"})

    text = doc["lenses"][0]["texts"][doc["options"]["lang"]]
    gather(text)
    found = read(*args)
    numbered = sum(re.fullmatch(r"_s?\d+", name) is not None for name in found.ids)
    states = [node["state"] for node in text["scorecards"][0]["nodes"] if node["kind"] == "criterion"]
    allowed |= {str(number) for number in range(1, numbered + 1)} | {str(states.count(one)) for one in states}
    shown = set(re.findall(r"\d+", " ".join(found.said)))
    assert shown - allowed == set()


def test_bars_are_drawn_where_the_bounds_and_scores_are() -> None:
    (card,) = report(*SINGLE)["lenses"][0]["texts"]["en"]["scorecards"]
    shapes = [given for tag, given in read(*SINGLE).tags if given.get("class") in ("range", "point") and tag != "i"]
    ranges = {(given.get("x"), given.get("width")) for given in shapes}
    points = {given.get("cx") for given in shapes}

    def at(number: float) -> str:
        return f"{round(number, 1):g}%"

    for one in (card, *(node for node in card["nodes"] if node["kind"] == "group")):
        low, high = one["bounds"]
        assert (at(low), at(high - low)) in ranges
        assert one["score"] is None or at(one["score"]) in points


def test_initiatives_stand_on_the_steps_that_they_were_given() -> None:
    """By the order of chips and steps in the text of the ladder."""
    doc = report(*HEADLINE)
    lens = doc["lenses"][0]
    source = html(*HEADLINE)
    for place, node in enumerate(lens["texts"]["en"]["rubric"]["nodes"]):
        if not node["levels"]:
            continue
        article = source[source.index(f"id={lens['rubric']}/{node['id']} ") :]
        ladder = article[: article.index("</ol>")].split("<u>")[1:]
        for step, level in zip(ladder, node["levels"], strict=True):
            ranges = [card["nodes"][place]["level"] for card in lens["texts"]["en"]["scorecards"]]
            there = [
                x
                for x, ends in zip(lens["labels"], ranges, strict=True)
                if ends and ends[0] <= level["level"] <= ends[1]
            ]
            assert re.findall(r"<i[^>]*>(.*?)</i>", step) == there


@pytest.mark.parametrize("args", KINDS, ids=str)
def test_headings_go_down_one_step_at_a_time_from_one_title(args: tuple[str, ...]) -> None:
    levels = [level for level, _ in read(*args).headings]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("args", KINDS, ids=str)
def test_the_policy_allows_this_style_and_these_scripts_alone(args: tuple[str, ...]) -> None:
    found = read(*args)
    policy = next(str(given["content"]) for _, given in found.tags if given.get("http-equiv"))
    rules = {name: given for name, *given in (rule.split() for rule in policy.split("; "))}
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == ["'none'"]

    def digest(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    assert rules["style-src"] == [digest(text) for text in found.styles]
    assert rules["script-src"] == [digest(text) for given, text in found.scripts if "type" not in given]
    assert "unsafe" not in policy
    assert not any(name == "style" or name.startswith("on") for _, given in found.tags for name in given)


@pytest.mark.parametrize("args", [HEADLINE, (*HEADLINE, *KOREAN), ("-r", "three-pillars")], ids=str)
def test_the_packed_texts_turn_the_page_into_the_one_in_the_other_language(args: tuple[str, ...]) -> None:
    """Each text that differs, put in the place of the one that is there, gives the page that would be written."""
    doc = report(*args)
    packed = json.loads(gzip.decompress(b64decode(next(t for g, t in read(*args).scripts if g.get("id") == "other"))))
    assert set(packed) == {"texts", "said"}
    (other,) = {"en", "ko"} - {doc["options"]["lang"]}
    doc["options"]["lang"] = other
    wanted = content(page(doc, Screen(80)))
    here = content(html(*args))
    pairs = zip(packed["texts"], texts(here), strict=True)
    assert [new or old for new, old in pairs] == texts(wanted)
    assert packed["said"] == Read(wanted).attributes("data-title") + Read(wanted).attributes("aria-label")


def content(source: str) -> str:
    return source[source.index("<div id=page") : source.index('<script type="text/plain"')]


def texts(source: str) -> list[str]:
    return [unescape(text) for text in re.split("<[^>]+>", source) if text.strip(" \t\n")]


def test_the_same_report_is_the_same_bytes() -> None:
    assert page(report(*SINGLE), Screen(80)) == page(report(*SINGLE), Screen(80))


def test_a_simulation_is_shown_with_its_sentences_and_shares() -> None:
    args = KINDS[-1]
    doc = report(*args)["lenses"][0]["texts"]["en"]["robustness"]
    found = read(*args)
    shares = [rounding.percent(share["value"]) for one in doc["order"]["initiatives"] for share in one["ranks"]]
    heat = [given for tag, given in found.tags if tag == "td" and re.search(r"\bh\d", str(given.get("class")))]
    assert len(heat) == 2 * len(shares)
    assert "50 draws, seed 0" in found.text
    assert "this order holds in" in found.text
    assert "_robust0" in found.ids
    assert "_robust0" not in read(*HEADLINE).ids


def test_a_rubric_alone_is_a_page_without_initiatives() -> None:
    found = read("-r", "reset-plan")
    assert not found.attributes("data-initiative")
    assert [text for _, text in found.headings][:1] == ["Five-point reset plan"]
    assert "_method" in found.ids
    assert "_assessed" not in found.ids


@pytest.mark.parametrize(
    ("args", "most"),
    [(HEADLINE, 450), ((*HEADLINE, "-r", "reset-plan"), 325), ((*TEN, "-r", "three-pillars"), 425), (TEN, 800)],
    ids=["three", "three on one", "ten on one", "ten"],
)
def test_a_page_stays_small(args: tuple[str, ...], most: int) -> None:
    """In units of 1000 bytes, both languages, style and script included."""
    assert len(html(*args).encode()) < most * 1000
