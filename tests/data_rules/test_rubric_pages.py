"""The pages of the rubrics against the rubric files, read independently, both ways."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from data_rules_support import ROOT, RUBRIC_FILES, RUBRICS

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = ROOT / "docs" / "rubrics"
ENDINGS = {"en": ".md", "ko": ".ko.md"}
DAC = {
    "en": {name: name.capitalize() for name in
           ("relevance", "coherence", "effectiveness", "efficiency", "impact", "sustainability")},
    "ko": {"relevance": "적절성", "coherence": "일관성", "effectiveness": "효과성", "efficiency": "효율성",
           "impact": "영향력", "sustainability": "지속가능성"},
}  # fmt: skip
each_page = pytest.mark.parametrize(("name", "lang"), [(name, lang) for name in RUBRICS for lang in ENDINGS])


def page(name: str, lang: str) -> str:
    """A page's text without the command that makes it, Markdown's backslashes taken away."""
    text = (PAGES / f"{name}{ENDINGS[lang]}").read_text(encoding="utf-8")
    return text.partition("]]] -->\n")[2].replace("\\", "")


def source(name: str) -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load(RUBRIC_FILES[name].read_text(encoding="utf-8"))
    return document


def criteria(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for group in source(name)["groups"]:
        for criterion in group["criteria"]:
            yield f"{group['id']}.{criterion['id']}", criterion


def sections(name: str, lang: str) -> dict[str, tuple[str, list[str]]]:
    """Of each node on a page: its heading, and the lines below it."""
    found: dict[str, tuple[str, list[str]]] = {}
    address = ""
    for line in page(name, lang).splitlines():
        heading = re.fullmatch(r"#{2,} (?:`([^`]+)` )?(.+)", line)
        if heading:
            address = heading[1] or ""
            found[address] = (heading[2], [])
        elif address and line:
            found[address][1].append(line)
    return {key: value for key, value in found.items() if key}


def test_each_rubric_has_a_page_in_each_language_and_no_page_is_left_over() -> None:
    assert {path.name for path in PAGES.iterdir()} == {f"{name}{end}" for name in RUBRICS for end in ENDINGS.values()}


@each_page
def test_a_page_has_the_rubrics_groups_and_criteria_in_its_order_and_no_other(name: str, lang: str) -> None:
    wanted = []
    for group in source(name)["groups"]:
        wanted += [group["id"], *(f"{group['id']}.{criterion['id']}" for criterion in group["criteria"])]
    assert list(sections(name, lang)) == wanted


@each_page
def test_the_heading_of_a_criterion_has_its_title_weight_and_dac_tag(name: str, lang: str) -> None:
    word = {"en": "weight", "ko": "가중치"}[lang]
    for address, criterion in criteria(name):
        heading, _ = sections(name, lang)[address]
        assert heading == f"{criterion['title'][lang]}; {word} {criterion['weight']}; {DAC[lang][criterion['dac']]}"


@each_page
def test_below_a_criterion_stand_its_question_descriptors_goalposts_reasons_and_origin(name: str, lang: str) -> None:
    for address, criterion in criteria(name):
        _, lines = sections(name, lang)[address]
        below = "\n".join(lines)
        texts = [criterion["question"], criterion["why_weight"], *criterion["typical_evidence"]]
        texts += [criterion["measure"]["why"]] if "measure" in criterion else []
        origins = criterion["origin"] if isinstance(criterion["origin"], list) else [criterion["origin"]]
        for text in [*(text[lang] for text in texts), *(origin["source"] for origin in origins if "source" in origin)]:
            assert text in below, (address, text)
        levels = {str(level): text[lang] for level, text in criterion.get("levels", {}).items()}
        shown = dict(re.findall(r"^- \*\*(\d+):\*\* (.+)$", below, re.MULTILINE))
        assert shown == levels, address


@each_page
def test_a_page_has_every_band_limit_and_weight_set(name: str, lang: str) -> None:
    rubric, text = source(name), page(name, lang)
    for band in rubric.get("bands", []):
        assert f"- **{band['label'][lang]}:** " in text
        assert band["why"][lang] in text
    for limit in rubric.get("limits", []):
        assert limit["because"][lang] in text
    for weight_set in rubric.get("weight_sets", {}):
        assert f"- **{weight_set}:** " in text
