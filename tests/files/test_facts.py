"""Facts of a dossier: written once, cited by id under any rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from files_support import initiative, wheres, without_place, written

from kasean_score.files.catalog import load_initiative
from kasean_score.model import Evidence

if TYPE_CHECKING:
    from pathlib import Path

    from kasean_score.model import Initiative

HEAD = "kind: initiative\nid: i\nname: I\nsources: [{id: s, title: S}, {id: t, title: T}]\n"
MET = "source: s, at: p. 2, shows: they met, independent: true, certainty: stated, date: 2024, note: brief"
LATE = "source: t, shows: it was late"
FACTS = f"facts:\n  - {{id: met, {MET}}}\n  - {{id: late, {LATE}}}\n"


def rated(rating: str) -> str:
    return f"{HEAD}{FACTS}ratings: {{r: {{g.a: {{level: 1, {rating}}}, g.b: {{level: 2, for: [late]}}}}}}\n"


def cited(document: Initiative, address: str = "g.a") -> list[tuple[str | None, str]]:
    return [(item.id, item.stance) for item in document.ratings["r"][address].evidence]


def test_a_fact_cited_by_id_is_the_same_as_the_evidence_written_on_the_spot(tmp_path: Path) -> None:
    by_id = initiative(tmp_path, rated("for: [met], against: [late]"))
    spot = f"evidence: [{{id: met, {MET}}}, {{id: late, {LATE}, stance: against}}]"
    on_the_spot = initiative(tmp_path, rated(spot))
    assert without_place(by_id) == without_place(on_the_spot)


def test_facts_for_come_first_then_those_against_then_what_is_written_on_the_spot(tmp_path: Path) -> None:
    one = initiative(tmp_path, rated("evidence: [{source: s, shows: x}], against: [late], for: [met]"))
    assert cited(one) == [("met", "for"), ("late", "against"), (None, "for")]


def test_one_fact_may_speak_for_one_rating_and_against_another(tmp_path: Path) -> None:
    one = initiative(tmp_path, rated("against: [late]"))
    assert (cited(one, "g.a"), cited(one, "g.b")) == ([("late", "against")], [("late", "for")])


def test_a_single_fact_may_stand_without_its_list(tmp_path: Path) -> None:
    assert cited(initiative(tmp_path, rated("for: met, against: late"))) == [("met", "for"), ("late", "against")]


@pytest.mark.parametrize("state", ["not_rated: none found", "not_applicable: no such thing"])
def test_facts_may_be_cited_where_no_level_is_given(state: str, tmp_path: Path) -> None:
    one = initiative(tmp_path, rated("for: [met]").replace("level: 1", state))
    assert cited(one) == [("met", "for")]


def test_a_fact_that_no_rating_cites_is_no_fault(tmp_path: Path) -> None:
    assert cited(initiative(tmp_path, rated("why: x"))) == []


def test_ratings_that_extend_a_dossier_cite_its_facts_as_changed(tmp_path: Path) -> None:
    written(tmp_path, rated("for: [met]"), "old.yaml")
    change = "facts: [{id: met, shows: they met twice}]\nratings: {r: {g.a: {level: 2, for: [met]}}}\n"
    new = initiative(tmp_path, f"kind: initiative\nextends: old.yaml\n{change}")
    (item,) = new.ratings["r"]["g.a"].evidence
    assert item == Evidence("s", "they met twice", "met", "p. 2", "for", True, "stated", "2024", "brief")
    assert cited(new, "g.b") == [("late", "for")]


def test_an_unknown_fact_is_reported_where_it_is_cited(tmp_path: Path) -> None:
    path = written(tmp_path, rated("for: [met, early]"))
    assert wheres(lambda: load_initiative(path)) == [("unknown-fact", 8, 42)]
