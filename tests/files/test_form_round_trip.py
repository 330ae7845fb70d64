"""What goes out as a form comes back as the same dossier, as a workbook and as CSV."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import scoring_support as small
from files_support import ROOT, written
from forms_support import bare, form_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

import kasean_score
from kasean_score.files.forms import is_form, open_form, read_form
from kasean_score.files.refs import bundled, bundled_path
from kasean_score.files.yamlio import dump_yaml

EXAMPLES = ROOT / "examples"
OF_MY_RUBRIC = [EXAMPLES / "my-initiative.yaml", *sorted((EXAMPLES / "raters").glob("*.yaml"))]
BUNDLED = {name: bundled_path("initiative", name) or "" for name in bundled("initiative")}
RUBRIC = small.rubric(
    small.group("g", small.criterion("a"), small.criterion("b"), small.measure("m", 0, 1e6)),
    small.group("h", small.criterion("a")),
)


def round_trip(dossier: str, rubrics: list[Any], ending: str, folder: Path, lang: str = "en") -> None:
    """As a model, as the record that is written, and as the file that `import` makes of it."""
    path = form_of(folder / f"form{ending}", rubrics, dossier, lang)
    assert is_form(str(path))
    form = open_form(str(path))
    wanted = bare(kasean_score.load_initiative(dossier))
    assert bare(form.initiative) == wanted
    again = written(folder, dump_yaml(form.record), "again.yaml")
    assert bare(kasean_score.load_initiative(again)) == wanted


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize("name", BUNDLED)
def test_every_bundled_dossier_comes_back(name: str, ending: str, tmp_path: Path) -> None:
    rated = kasean_score.load_initiative(name).ratings
    lang = "ko" if len(name) % 2 else "en"
    round_trip(BUNDLED[name], [kasean_score.load_rubric(one) for one in rated], ending, tmp_path, lang)


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize("path", OF_MY_RUBRIC, ids=lambda path: path.stem)
def test_the_examples_come_back(path: Path, ending: str, tmp_path: Path) -> None:
    round_trip(str(path), [kasean_score.load_rubric(str(EXAMPLES / "my-rubric.yaml"))], ending, tmp_path)


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_an_example_that_is_mostly_measured_comes_back(ending: str, tmp_path: Path) -> None:
    rubric = kasean_score.load_rubric(str(EXAMPLES / "korea-asean-relations.yaml"))
    round_trip(str(EXAMPLES / "korea-asean-2024.yaml"), [rubric], ending, tmp_path)


# What a dossier may say, as small as it can be made

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(
    lambda text: not text.isspace()
)
SPECIAL = st.sampled_from(
    ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "'=x", "''a", "'90s", "_x0041_", "a\r\nb", "a\rb", "\x07", " a ",
     "#N/A", "1.0", "TRUE", "2024-10", "null", "a;b,c\td", 'say "x"', "한국어\n둘째 줄", "\ufeffx", "a\u2028b", "\x85y"]
)  # fmt: skip
TEXT = TEXTS | SPECIAL
LANGUAGES = st.sampled_from(["en", "ko", "fr", "zh-Hant"])
WORDS = TEXT | st.dictionaries(LANGUAGES, TEXT, min_size=1, max_size=3)
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,8}", fullmatch=True)
DATES = st.sampled_from(["2024", "2024-10", "2024-10-10"])
NUMBERS = st.floats(-1e300, 1e300) | st.integers(-(10**14), 10**14)
CONFIDENCE = {"confidence": st.sampled_from(["high", "medium", "low"])}
ABOUT = {
    "version": TEXT, "summary": WORDS, "owner": WORDS, "type": st.sampled_from(["policy", "programme", "institution"]),
    "stage": st.sampled_from(["proposed", "launched", "closed"]), "as_of": DATES, "rated_by": WORDS, "interest": WORDS,
    "period": st.fixed_dictionaries({}, optional={"from": st.just("2019"), "to": st.just("2024-05")}),
}  # fmt: skip
CITED = {
    "at": WORDS, "independent": st.booleans(), "certainty": st.sampled_from(["stated", "reported", "opinion"]),
    "date": DATES, "note": WORDS,
}  # fmt: skip
SOURCE = {
    "author": TEXT, "publisher": TEXT, "date": DATES, "url": st.just("https://example.org/a?b=1"), "language": TEXT,
    "kind": st.sampled_from(["asean", "news", "think-tank"]), "read": st.sampled_from(["full", "opening"]),
    "note": WORDS,
}  # fmt: skip


def judged(measured: bool) -> st.SearchStrategy[small.Doc]:
    """A level, a range, a value with what sources give, or a state with its reason."""
    states = st.sampled_from(["not_rated", "not_applicable"]).flatmap(
        lambda state: st.fixed_dictionaries({state: WORDS})
    )
    rest = {**CONFIDENCE, "why": WORDS}
    if measured:
        values = st.lists(NUMBERS, min_size=3, max_size=3).map(sorted)
        ranges = values.map(lambda one: {"low": one[0], "value": one[1], "high": one[2]})
        return states | st.builds(lambda one, more: {**one, **more}, ranges, st.fixed_dictionaries({}, optional=rest))
    levels = st.lists(st.integers(0, 4), min_size=2, max_size=2).map(sorted)
    more = st.fixed_dictionaries({}, optional=rest)
    apart = levels.filter(lambda one: one[0] != one[1])
    disputed = st.fixed_dictionaries({"disputed": WORDS}, optional=rest)
    return (
        states
        | st.builds(lambda level, one: {"level": level, **one}, st.integers(0, 4), more)
        | st.builds(lambda level, one: {"level": level, **one}, levels, more)
        | st.builds(lambda level, one: {"level": level, **one}, apart, disputed)
    )


@st.composite
def dossiers(draw: st.DrawFn) -> small.Doc:
    sources = draw(st.lists(IDS, max_size=3, unique=True))
    doc: small.Doc = {"kind": "initiative", "id": draw(IDS), "name": draw(WORDS)}
    doc |= draw(st.fixed_dictionaries({}, optional=ABOUT))
    facts: list[str] = []
    if sources:
        fields = {"source": st.sampled_from(sources), "shows": WORDS}
        facts = draw(st.lists(IDS, max_size=3, unique=True))
        doc["facts"] = [{"id": one, **draw(st.fixed_dictionaries(fields, optional=CITED))} for one in facts]
        doc["sources"] = [
            {"id": one, **draw(st.fixed_dictionaries({"title": WORDS}, optional=SOURCE))} for one in sources
        ]
    ratings = {}
    for address in draw(st.lists(st.sampled_from(["g.a", "g.b", "g.m", "h.a"]), max_size=4, unique=True)):
        rating = dict(draw(judged(address == "g.m")))
        given = draw(st.lists(st.sampled_from(facts), unique=True, max_size=3)) if facts else []
        cut = draw(st.integers(0, len(given)))
        rating |= {name: ids for name, ids in (("for", given[:cut]), ("against", given[cut:])) if ids}
        cites = draw(st.booleans())
        if sources and cites:
            on_the_spot = {**CITED, "stance": st.sampled_from(["for", "against"])}
            rating["evidence"] = draw(st.lists(st.fixed_dictionaries(fields, optional=on_the_spot), max_size=2))
        if draw(st.booleans()):
            raters = draw(st.lists(TEXT, min_size=1, max_size=2, unique=True))
            rating["panel"] = [{"rater": one, **draw(judged(address == "g.m"))} for one in raters]
        ratings[address] = rating
    doc["ratings"] = {"r": ratings}
    return doc


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(doc=dossiers())
def test_any_dossier_comes_back(ending: str, doc: small.Doc) -> None:
    rubric = small.load_rubric(RUBRIC)
    with TemporaryDirectory() as folder:
        dossier = written(Path(folder), json.dumps(doc), "dossier.json")
        round_trip(dossier, [rubric], ending, Path(folder))


def test_a_fact_that_nothing_cites_comes_back_too(tmp_path: Path) -> None:
    """It is no part of an initiative as a model, but of its file."""
    form = open_form(str(form_of(tmp_path / "form.xlsx", _rubrics("kasi"), BUNDLED["kasi"])))
    text = Path(BUNDLED["kasi"]).read_text(encoding="utf-8")
    assert f"- id: {form.record['facts'][0]['id']}\n" in text
    assert len(form.record["facts"]) == text.partition("\nfacts:")[2].partition("\nsources:")[0].count("\n  - id: ")


def _rubrics(name: str) -> list[Any]:
    return [kasean_score.load_rubric(one) for one in kasean_score.load_initiative(name).ratings]


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_ratings_made_for_a_base_rubric_stay_under_its_id(ending: str, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("kind: rubric\nid: mine\nextends: reset-plan\n", encoding="utf-8")
    rubric = kasean_score.load_rubric(str(tmp_path / "mine.yaml"))
    path = form_of(tmp_path / f"form{ending}", [rubric], BUNDLED["kasi"])
    assert list(read_form(str(path)).ratings) == ["reset-plan"]


def test_an_extended_dossier_comes_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("kind: initiative\nid: mine\nextends: kasi\nratings: {reset-plan: {}}\n", encoding="utf-8")
    round_trip(str(path), _rubrics("kasi"), ".xlsx", tmp_path)


def test_the_same_dossier_makes_the_same_bytes(tmp_path: Path) -> None:
    made = [form_of(tmp_path / f"{at}.xlsx", _rubrics("kasi"), BUNDLED["kasi"]).read_bytes() for at in range(2)]
    assert made[0] == made[1]


def test_a_workbook_that_was_loaded_and_saved_again_is_read_as_before(tmp_path: Path) -> None:
    path = form_of(tmp_path / "form.xlsx", _rubrics("kasi"), BUNDLED["kasi"], "ko")
    load_workbook(path).save(tmp_path / "again.xlsx")
    assert bare(read_form(str(tmp_path / "again.xlsx"))) == bare(kasean_score.load_initiative("kasi"))
