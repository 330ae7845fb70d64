"""Good files: all load, YAML and JSON say the same, what is left out has its default, and text stays as spelled."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

import pytest
from files_support import GOOD, INITIATIVE, RUBRIC, documents, initiative, rubric, without_place, written

from kasean_score import evaluate
from kasean_score.files.catalog import load_document, load_initiative, load_rubric
from kasean_score.files.fields import TABLES
from kasean_score.model import AppliesTo, Band, Group, Level, Measure, Origin, Period, Rating, When

if TYPE_CHECKING:
    from pathlib import Path

TWINS = sorted(name.removesuffix(".json") for name in documents(GOOD) if name.endswith(".json"))


@pytest.mark.parametrize("name", documents(GOOD))
def test_a_good_file_loads_under_its_own_id(name: str) -> None:
    assert load_document(str(GOOD / name)).id == name.partition(".")[0]


@pytest.mark.parametrize("name", TWINS)
def test_yaml_and_json_of_the_same_content_give_equal_models(name: str) -> None:
    yaml, json = (load_document(str(GOOD / f"{name}.{ending}")) for ending in ("yaml", "json"))
    assert without_place(yaml) == without_place(json)
    assert yaml.sha256 != json.sha256


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("name", ["nested.yaml", "dossier.json"])
def test_line_endings_and_a_byte_order_mark_change_nothing(name: str, mark: str, ending: str, tmp_path: Path) -> None:
    text = mark + (GOOD / name).read_text(encoding="utf-8").replace("\n", ending)
    changed = load_document(written(tmp_path, text, name))
    assert without_place(changed) == without_place(load_document(str(GOOD / name)))


def test_a_rubric_of_ten_lines_has_the_defaults_that_the_field_tables_promise() -> None:
    """Scale: five levels a quarter apart; bands at 85, 70, 50, 25 and 0; a coverage of 0.65 is needed."""
    path = GOOD / "ten-lines.yaml"
    assert len(path.read_text(encoding="utf-8").splitlines()) == 10
    small = load_rubric(str(path))
    assert [(level.level, level.value) for level in small.scale] == [(0, 0), (1, 25), (2, 50), (3, 75), (4, 100)]
    labels = [level.label["en"] for level in small.scale if not isinstance(level.label, str)]
    assert labels == ["Absent", "Declared", "Arranged", "Operating", "Demonstrated"]
    assert [(band.id, band.at_least) for band in small.bands] == [
        ("strong", 85), ("substantial", 70), ("partial", 50), ("limited", 25), ("weak", 0),
    ]  # fmt: skip
    assert (small.min_coverage, small.aggregate, small.version, small.description) == (0.65, 1, None, None)
    assert not any([small.limits, small.weight_sets, small.evidence_rules, small.sources, small.extends])


def test_a_group_and_a_criterion_have_the_defaults_that_the_field_tables_promise() -> None:
    small = load_rubric(str(GOOD / "ten-lines.yaml"))
    people = small.groups[0]
    assert (people.weight, people.role, people.aggregate, people.title) == (1, "counted", None, "people")
    exchange = people.children[0]
    assert not isinstance(exchange, Group)
    assert (exchange.id, exchange.title, exchange.weight) == ("people.exchange", "exchange", 1)
    assert (exchange.measure, exchange.dac, exchange.applies_to) == (None, None, AppliesTo())
    assert not any([exchange.levels, exchange.origin, exchange.typical_evidence])
    assert small.levels_of(exchange) == (0, 1, 2, 3, 4)


def test_smaller_records_have_the_defaults_that_the_field_tables_promise(tmp_path: Path) -> None:
    text = RUBRIC.replace("id: a", "{id: a, origin: {at: p. 1}, measure: {worst: 1, best: 2}}") + (
        "sources: [{id: s, title: S}]\n"
        "bands: [{id: only, at_least: 0}]\n"
        "limits: [{when: {group: any, below: 5}, band_at_most: only}]\n"
        "weight_sets: {mine: {}}\n"
    )
    small = rubric(tmp_path, text)
    a = next(small.criteria())
    assert a.origin == (Origin(kind="seed", at="p. 1"),)
    assert a.measure == Measure(1, 2, unit=None, log=False, why=None)
    assert small.sources["s"].kind == "other"
    assert small.bands == (Band("only", 0, "only"),)
    assert (small.limits[0].id, small.limits[0].when) == ("limit-1", When(group="any", below=5))
    assert (small.weight_sets["mine"].title, small.weight_sets["mine"].others) == ("mine", None)


def test_a_minimal_initiative_has_the_defaults_that_the_field_tables_promise() -> None:
    small = load_initiative(str(GOOD / "minimal.yaml"))
    assert (small.type, small.stage, small.as_of, small.version, small.period) == (None, None, None, None, Period())
    assert not any([small.sources, small.extends])
    ratings = small.ratings["ten-lines"]
    states = [rating._replace(place=None) for rating in ratings.values()]
    assert states == [
        Rating("rated", levels=(3, 3)),
        Rating("not_rated", why="no evidence was found"),
        Rating("rated", levels=(1, 2)),
    ]


def test_evidence_has_the_defaults_that_the_field_tables_promise() -> None:
    rating = load_initiative(str(GOOD / "dossier.yaml")).ratings["nested"]["society.culture.study"]
    first, second = rating.evidence
    assert (first.stance, first.independent, first.certainty) == ("for", True, "stated")
    assert (second.stance, second.independent, second.certainty) == ("against", False, "reported")


DEFAULTS = {
    "source.kind": ("nested", "sources.0.kind"),
    "measure.log": ("nested", "groups.0.criteria.0.measure.log"),
    "origin.kind": ("nested", "groups.1.groups.0.criteria.0.origin.kind"),
    "criterion.weight": ("nested", "groups.1.groups.0.criteria.1.weight"),
    "group.weight": ("nested", "groups.0.weight"),
    "group.role": ("nested", "groups.2.role"),
    "rubric.min_coverage": ("nested", "min_coverage"),
    "rubric.aggregate": ("nested", "aggregate"),
    "fact.independent": ("dossier", "facts.1.independent"),
    "fact.certainty": ("dossier", "facts.1.certainty"),
    "evidence.stance": ("dossier", "ratings.nested.society|culture|study.evidence.1.stance"),
    "evidence.independent": ("dossier", "ratings.nested.society|culture|study.evidence.0.independent"),
    "evidence.certainty": ("dossier", "ratings.nested.society|culture|study.evidence.0.certainty"),
}
"""Where a good file has a field with a default that is a value."""
IN_WORDS = {
    "applies_to.type", "applies_to.stage", "criterion.applies_to", "group.aggregate", "evidence_rule.level",
    "weight_set.others", "rubric.scale", "rubric.bands", "initiative.type", "initiative.stage",
}  # fmt: skip
"""Fields whose default is not a value, but told in words."""


def test_every_default_of_the_field_tables_is_tested_here() -> None:
    stated = {
        f"{table.name}.{field.name}"
        for table in TABLES.values()
        for field in table.fields.values()
        if field.default is not None
    }
    assert set(DEFAULTS) | IN_WORDS == stated


@pytest.mark.parametrize("field", DEFAULTS)
def test_a_field_left_out_means_the_default_that_its_table_states(field: str, tmp_path: Path) -> None:
    name, path = DEFAULTS[field]
    table, _, own = field.partition(".")
    document = json.loads((GOOD / f"{name}.json").read_text(encoding="utf-8"))
    holder = document
    for part in path.split(".")[:-1]:
        holder = holder[int(part) if part.isdigit() else part.replace("|", ".")]
    holder[own] = TABLES[table].fields[own].default
    stated = load_document(written(tmp_path, json.dumps(document), "stated.json"))
    del holder[own]
    left_out = load_document(written(tmp_path, json.dumps(document), "left-out.json"))
    assert without_place(left_out) == without_place(stated)


def test_the_small_files_can_be_scored() -> None:
    """By hand: language is unrated, so people = 75; trade = (25 + 50) / 2 = 37.5; the groups weigh the same."""
    card = evaluate(load_rubric(str(GOOD / "ten-lines.yaml")), load_initiative(str(GOOD / "minimal.yaml")))
    assert card.score == (75 + 37.5) / 2
    assert card.coverage == (0.5 + 1) / 2


def test_the_nested_files_can_be_scored() -> None:
    """By hand, from the formulas of DESIGN: trade = 100 ln(206)/ln(300) alone in its group (delay is unrated).

    Society: culture = the geometric mean of study at 50 (the midpoint of 0 and 100, weight 1) and media at 40 (weight
    0.5); health does not apply. The whole: the geometric mean of economy (weight 2) and society (weight 1).
    """
    card = evaluate(load_rubric(str(GOOD / "nested.yaml")), load_initiative(str(GOOD / "dossier.yaml")))
    trade = 100 * math.log(206) / math.log(300)
    culture = (50**1 * 40**0.5) ** (1 / 1.5)
    assert card.score == pytest.approx((trade**2 * culture) ** (1 / 3))


@pytest.mark.parametrize("spelling", ["1.10", "2.0", "2024", "1e3", "no", "012", "2024-01-01", "0x10"])
def test_a_number_in_a_text_field_keeps_its_spelling(spelling: str, tmp_path: Path) -> None:
    small = rubric(tmp_path, RUBRIC.replace("title: R", f"title: {spelling}") + f"version: {spelling}\n")
    assert (small.version, small.title) == (spelling, spelling)
    assert type(small.version) is str


def test_an_id_that_looks_like_a_number_keeps_its_spelling(tmp_path: Path) -> None:
    small = rubric(tmp_path, RUBRIC.replace("id: r", "id: 2025.10").replace("id: a", "id: 010"))
    assert small.id == "2025.10"
    assert [criterion.id for criterion in small.criteria()] == ["g.010", "g.b"]


EMPTY_FIELDS = {
    "top of a rubric": (RUBRIC + "version:\nsources:\nscale: ~\nbands: null\nlimits:\nweight_sets:\n", RUBRIC),
    "criterion": (
        RUBRIC.replace("weight: 2", "weight: 2, levels: , measure: , origin: , dac: , applies_to: "),
        RUBRIC,
    ),
    "alternative": (RUBRIC.replace("    criteria:", "    groups:\n    criteria:"), RUBRIC),
    "top of a dossier": (INITIATIVE + "sources:\nperiod: {from: , to: }\ntype:\n", INITIATIVE),
    "rating": (INITIATIVE.replace("level: 1", "level: 1, low: , high: , disputed: , not_rated: "), INITIATIVE),
    "state": (
        INITIATIVE.replace("level: 1", "not_rated: no evidence, why: , confidence: , level: "),
        INITIATIVE.replace("level: 1", "not_rated: no evidence"),
    ),
}


@pytest.mark.parametrize(("given", "plain"), EMPTY_FIELDS.values(), ids=EMPTY_FIELDS)
def test_an_empty_field_is_an_absent_one(given: str, plain: str, tmp_path: Path) -> None:
    paths = [written(tmp_path, text, name) for text, name in ((given, "given.yaml"), (plain, "plain.yaml"))]
    read, wanted = (load_document(path) for path in paths)
    assert without_place(read) == without_place(wanted)


def test_bands_are_sorted_highest_first_however_they_are_written(tmp_path: Path) -> None:
    small = rubric(tmp_path, RUBRIC + "bands: [{id: a, at_least: 20}, {id: b, at_least: 0}, {id: c, at_least: 60}]\n")
    assert [band.id for band in small.bands] == ["c", "a", "b"]


def test_levels_without_values_are_spread_evenly_from_0_to_100(tmp_path: Path) -> None:
    scale = "scale: [{level: 0, label: a}, {level: 1, label: b}, {level: 2, label: c}, {level: 3, label: d}]\n"
    assert [level.value for level in rubric(tmp_path, RUBRIC + scale).scale] == pytest.approx(
        [0, 100 / 3, 200 / 3, 100]
    )
    assert rubric(tmp_path, RUBRIC + scale).scale[0] == Level(0, "a", 0)


def test_a_dossier_keeps_the_places_of_its_ratings() -> None:
    path = initiative_path = str(GOOD / "minimal.yaml")
    rating = load_initiative(path).ratings["ten-lines"]["trade.volume"]
    assert rating.place is not None
    assert (rating.place.file.path, rating.place.line, rating.place.column) == (initiative_path, 8, 27)


def test_ratings_may_stand_under_several_rubrics(tmp_path: Path) -> None:
    both = initiative(tmp_path, INITIATIVE + "  s:\n    x: {value: -1.5}\n")
    assert {rubric_id: list(ratings) for rubric_id, ratings in both.ratings.items()} == {
        "r": ["g.a", "g.b"],
        "s": ["x"],
    }
