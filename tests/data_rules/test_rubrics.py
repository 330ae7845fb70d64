"""The two bundled lenses as data: what their notes settled, and that no field is left out."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from data_rules_support import LENSES, OPINION, RUBRIC_FILES, RUBRICS, language_faults

from kasean_score.model import Criterion, Rubric, Text
from kasean_score.scoring.variants import with_weights

SOURCES = dict(zip("BA", OPINION, strict=True))
DAC = {"relevance", "coherence", "effectiveness", "efficiency", "impact", "sustainability"}


class Row(NamedTuple):
    """What the notes say of one criterion; origin: A and B are the two columns, + is an addition."""

    address: str
    weight: float
    origin: str
    dac: str


NOTES = {
    "reset-plan": [
        Row("distinctive.offer", 2, "B", "coherence"),
        Row("distinctive.orchestration", 2, "B", "effectiveness"),
        Row("distinctive.mutual", 2, "AB", "impact"),
        Row("thinktank.body", 2, "B", "efficiency"),
        Row("thinktank.link", 2, "B", "effectiveness"),
        Row("thinktank.niche", 1, "+", "coherence"),
        Row("thinktank.ownership", 1, "+", "relevance"),
        Row("tailoring.countries", 2, "AB", "relevance"),
        Row("tailoring.needs", 2, "B", "relevance"),
        Row("tailoring.fit", 2, "B", "effectiveness"),
        Row("integration.unified", 2, "B", "coherence"),
        Row("integration.oda", 2, "B", "sustainability"),
        Row("integration.safeguards", 1, "+", "impact"),
        Row("human.tvet", 2, "B", "effectiveness"),
        Row("human.pathways", 2, "B", "impact"),
        Row("human.circulation", 1, "B+", "sustainability"),
        Row("delivery.coordination", 2, "B", "coherence"),
        Row("delivery.consistency", 2, "AB", "sustainability"),
        Row("delivery.traction", 2, "B", "effectiveness"),
        Row("delivery.learning", 1, "+", "efficiency"),
    ],
    "three-pillars": [
        Row("people.exchange", 2, "AB", "effectiveness"),
        Row("people.culture", 2, "A+", "impact"),
        Row("people.voice", 2, "A", "relevance"),
        Row("people.inclusion", 1, "A+", "impact"),
        Row("prosperity.trade", 2, "A", "effectiveness"),
        Row("prosperity.upgrading", 2, "AB", "impact"),
        Row("prosperity.transition", 2, "AB", "relevance"),
        Row("prosperity.shared", 1, "AB+", "impact"),
        Row("peace.functional", 2, "A", "effectiveness"),
        Row("peace.centrality", 2, "A", "coherence"),
        Row("peace.autonomy", 2, "A", "relevance"),
        Row("peace.presence", 1, "A+", "sustainability"),
    ],
}
ROWS = [(lens, row) for lens, rows in NOTES.items() for row in rows]
each_lens = pytest.mark.parametrize("lens", LENSES)
each_row = pytest.mark.parametrize(("lens", "row"), ROWS, ids=[row.address for _, row in ROWS])


def criterion(lens: str, address: str) -> Criterion:
    return next(found for found in RUBRICS[lens].criteria() if found.id == address)


def english(text: Text | None) -> str:
    assert text is not None
    assert not isinstance(text, str)
    return text["en"]


def shares(rubric: Rubric) -> dict[str, float]:
    """Each counted criterion's part of the whole, multiplied out down the tree."""
    counted = [group for group in rubric.groups if group.role == "counted"]
    total = sum(group.weight for group in counted)
    found: dict[str, float] = {}
    for group in counted:
        below = sum(child.weight for child in group.children)
        found |= {child.id: group.weight / total * child.weight / below for child in group.children}
    return found


@pytest.mark.parametrize("name", RUBRICS)
def test_a_rubric_is_named_as_its_file_and_has_a_version(name: str) -> None:
    assert RUBRICS[name].id == name
    assert RUBRICS[name].version


@pytest.mark.parametrize(
    ("lens", "counted", "conditions"),
    [
        ("reset-plan", ["distinctive", "thinktank", "tailoring", "integration", "human"], ["delivery"]),
        ("three-pillars", ["people", "prosperity", "peace"], []),
    ],
)
def test_the_counted_groups_are_the_points_of_the_column(lens: str, counted: list[str], conditions: list[str]) -> None:
    groups = RUBRICS[lens].groups
    assert [group.id for group in groups if group.role == "counted"] == counted
    assert [group.id for group in groups if group.role == "condition"] == conditions
    assert len(groups) == len(counted) + len(conditions)


@each_lens
def test_groups_weigh_the_same_since_no_column_ranks_them(lens: str) -> None:
    assert {group.weight for group in RUBRICS[lens].groups} == {1}
    assert all(group.description for group in RUBRICS[lens].groups)
    assert all(group.why_weight for group in RUBRICS[lens].groups if group.role == "counted")


@each_lens
def test_the_criteria_are_those_of_the_notes_in_their_order(lens: str) -> None:
    assert [found.id for found in RUBRICS[lens].criteria()] == [row.address for row in NOTES[lens]]


@each_row
def test_weight_and_dac_tag_are_those_of_the_notes(lens: str, row: Row) -> None:
    found = criterion(lens, row.address)
    assert (found.weight, found.dac) == (row.weight, row.dac)
    assert found.dac in DAC


@each_row
def test_the_origin_is_that_of_the_notes(lens: str, row: Row) -> None:
    origin = criterion(lens, row.address).origin
    seeds = {SOURCES[letter] for letter in row.origin if letter != "+"}
    assert {item.source for item in origin if item.kind == "seed"} == seeds
    assert any(item.kind == "addition" for item in origin) == ("+" in row.origin)
    assert all(item.at for item in origin if item.kind == "seed")


@each_row
def test_a_criterion_leaves_no_field_open(lens: str, row: Row) -> None:
    found = criterion(lens, row.address)
    assert english(found.question).endswith("?")
    assert sorted(found.levels) == [0, 1, 2, 3, 4]
    assert found.why_weight
    assert found.origin
    assert len(found.typical_evidence) >= 2
    assert found.measure is None


@each_row
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_descriptors_of_a_criterion_all_differ(lens: str, row: Row, lang: str) -> None:
    levels = [text[lang] for text in criterion(lens, row.address).levels.values() if not isinstance(text, str)]
    assert len(set(levels)) == 5


@pytest.mark.parametrize("name", RUBRICS)
def test_every_text_of_a_rubric_is_in_both_languages(name: str) -> None:
    assert language_faults(RUBRIC_FILES[name]) == []


@each_lens
def test_titles_are_told_apart_in_both_languages(lens: str) -> None:
    for lang in ("en", "ko"):
        titles = [node.title[lang] for node in RUBRICS[lens].nodes() if not isinstance(node.title, str)]
        assert len(set(titles)) == len(titles) == len(list(RUBRICS[lens].nodes()))


@each_lens
def test_the_scale_runs_evenly_from_absent_to_demonstrated(lens: str) -> None:
    scale = RUBRICS[lens].scale
    labels = ["Absent", "Declared", "Arranged", "Operating", "Demonstrated"]
    assert [(level.level, english(level.label), level.value) for level in scale] == [
        (step, label, 25.0 * step) for step, label in enumerate(labels)
    ]
    assert all(level.meaning for level in scale)


@each_lens
def test_bands_begin_where_the_notes_say(lens: str) -> None:
    bands = [(band.id, band.at_least) for band in RUBRICS[lens].bands]
    assert bands == [("strong", 85), ("substantial", 70), ("partial", 50), ("limited", 25), ("weak", 0)]
    assert all(band.why for band in RUBRICS[lens].bands)


@each_lens
def test_a_band_needs_65_percent_of_the_weight_rated(lens: str) -> None:
    assert RUBRICS[lens].min_coverage == 0.65
    assert RUBRICS[lens].why_min_coverage
    assert RUBRICS[lens].aggregate == 1


def test_the_limits_of_the_reset_plan_are_those_of_the_notes() -> None:
    """No higher than partial with coordination at 0 or 1; not strong with any group below 25."""
    coordination, group = RUBRICS["reset-plan"].limits
    assert (coordination.when.criterion, coordination.when.at_most) == ("delivery.coordination", 1)
    assert coordination.band_at_most == "partial"
    assert (group.when.group, group.when.below, group.band_at_most) == ("any", 25, "substantial")
    assert coordination.because
    assert group.because


def test_the_limit_of_the_pillars_is_that_of_the_notes() -> None:
    """Not strong with any pillar below 50, and marked unbalanced."""
    (limit,) = RUBRICS["three-pillars"].limits
    assert (limit.when.group, limit.when.below, limit.band_at_most) == ("any", 50, "substantial")
    assert limit.id == "unbalanced"
    assert "unbalanced" in english(limit.because).lower()


@each_lens
def test_evidence_rules_stand_for_levels_0_3_and_4_and_for_opinion(lens: str) -> None:
    rules = {(rule.level, rule.needs) for rule in RUBRICS[lens].evidence_rules}
    assert rules == {(0, "absence"), (3, "documentary"), (4, "independent"), (None, "beyond_opinion")}
    assert all(rule.because for rule in RUBRICS[lens].evidence_rules)


@each_lens
def test_there_are_three_other_weight_sets_with_reasons(lens: str) -> None:
    sets = RUBRICS[lens].weight_sets
    assert set(sets) == {"equal", "flat", "seed"}
    assert all(found.why for found in sets.values())


@each_lens
def test_flat_gives_every_counted_criterion_the_same_share(lens: str) -> None:
    found = shares(with_weights(RUBRICS[lens], "flat"))
    assert list(found.values()) == pytest.approx([1 / len(found)] * len(found))
    assert len(found) == {"reset-plan": 16, "three-pillars": 12}[lens]


@each_lens
def test_equal_gives_every_criterion_of_a_group_the_same_share(lens: str) -> None:
    rubric = with_weights(RUBRICS[lens], "equal")
    assert {group.weight for group in rubric.groups} == {1}
    for group in rubric.groups:
        assert len({child.weight for child in group.children if isinstance(child, Criterion)}) == 1


@each_row
def test_seed_counts_just_the_criteria_that_a_column_itself_asks_for(lens: str, row: Row) -> None:
    """The notes give those weight 2, and weight 1 to what is wholly or partly an addition."""
    weights = {node.id: node.weight for node in with_weights(RUBRICS[lens], "seed").nodes()}
    assert weights[row.address] == (2 if row.weight == 2 else 0)


def test_traction_is_not_asked_before_launch() -> None:
    found = criterion("reset-plan", "delivery.traction")
    assert set(found.applies_to.stage) == {"launched", "closed"}
    assert found.why_applies
    others = [one for lens in LENSES for one in RUBRICS[lens].criteria() if one is not found]
    assert all(not one.applies_to.stage and not one.applies_to.type for one in others)


@pytest.mark.parametrize("name", RUBRICS)
def test_a_rubric_lists_the_sources_it_cites_and_no_other(name: str) -> None:
    cited = {item.source for found in RUBRICS[name].criteria() for item in found.origin} - {None}
    assert cited == set(RUBRICS[name].sources)
