"""The bundled dossiers as data: every criterion answered, every rating carried by evidence that can be looked up."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

import pytest
import yaml
from data_rules_support import (
    DOSSIER_FILES,
    DOSSIERS,
    INITIATIVES,
    LENSES,
    OPINION,
    ROOT,
    RUBRICS,
    language_faults,
)

from kasean_score import evaluate, to_document
from kasean_score.scoring.evaluate import applies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.model import Evidence, Initiative, Rating, Rubric, Source

BANK = ROOT.parent / "shared" / "evidence"
DOCUMENTARY = {"asean", "government", "scholarly", "think-tank", "statistics"}


class Case(NamedTuple):
    """One criterion of one dossier, as the file rates it (None: no entry)."""

    initiative: Initiative
    lens: str
    address: str
    rating: Rating | None


def cases() -> Iterator[Case]:
    for initiative in INITIATIVES.values():
        for lens in LENSES:
            for criterion in RUBRICS[lens].criteria():
                yield Case(initiative, lens, criterion.id, initiative.ratings.get(lens, {}).get(criterion.id))


def named(found: list[Case]) -> list[Any]:
    return [pytest.param(case, id=f"{case.initiative.id}-{case.address}") for case in found]


CASES = list(cases())
ANSWERED = [
    Case(initiative, rubric_id, address, rating)
    for initiative in DOSSIERS.values()
    for rubric_id, ratings in initiative.ratings.items()
    for address, rating in ratings.items()
]
RATED = [(case, case.rating) for case in ANSWERED if case.rating is not None and case.rating.levels is not None]
MEASURED = [(case, case.rating) for case in ANSWERED if case.rating is not None and case.rating.value is not None]
FROM_BANK = [name for name, one in DOSSIERS.items() if "part-2008" not in one.ratings]
"""Dossiers whose facts come from the evidence bank."""
each_name = pytest.mark.parametrize("name", INITIATIVES)
each_dossier = pytest.mark.parametrize("name", DOSSIERS)
each_from_bank = pytest.mark.parametrize("name", FROM_BANK)
each_rated = pytest.mark.parametrize(
    ("case", "rating"),
    [pytest.param(case, rating, id=f"{case.initiative.id}-{case.address}") for case, rating in RATED],
)


def reached(rating: Rating) -> range:
    """The levels of a rating, all of those of a range."""
    assert rating.levels is not None
    return range(rating.levels[0], rating.levels[1] + 1)


def supporting(rating: Rating) -> list[Evidence]:
    return [item for item in rating.evidence if item.stance == "for"]


def kind_of(case: Case, item: Evidence) -> str:
    return case.initiative.sources[item.source].kind


def all_evidence(initiative: Initiative) -> list[Evidence]:
    return [item for ratings in initiative.ratings.values() for rating in ratings.values() for item in rating.evidence]


def test_the_headline_initiatives_are_bundled() -> None:
    assert {"nsp", "kasi", "think-tank"} <= set(INITIATIVES)


@pytest.mark.parametrize("name", [*DOSSIERS, *RUBRICS])
def test_a_document_is_named_as_its_file(name: str) -> None:
    assert (DOSSIERS | RUBRICS)[name].id == name


@each_name
def test_a_dossier_says_what_it_rates_when_and_by_whom(name: str) -> None:
    one = INITIATIVES[name]
    assert all((one.version, one.summary, one.type, one.stage, one.as_of, one.rated_by, one.interest))
    assert one.owner or one.stage == "proposed"
    datetime.date.fromisoformat(one.as_of or "")


@each_dossier
def test_every_dossier_says_when_and_by_whom_it_was_rated_and_with_what_interest(name: str) -> None:
    one = DOSSIERS[name]
    assert all((one.version, one.summary, one.as_of, one.rated_by, one.interest))


@pytest.mark.parametrize(
    ("name", "type_", "stage"),
    [
        ("nsp", "policy", "closed"),
        ("kasi", "programme", "launched"),
        ("think-tank", "institution", "proposed"),
        ("csp", "policy", "launched"),
        ("asean-korea-centre", "institution", "launched"),
        ("eria", "institution", "launched"),
        ("amro", "institution", "launched"),
        ("japan-green-transformation", "policy", "launched"),
        ("belt-and-road", "programme", "launched"),
        ("eu-global-gateway", "programme", "launched"),
    ],
)
def test_type_and_stage_are_those_of_the_notes(name: str, type_: str, stage: str) -> None:
    assert (INITIATIVES[name].type, INITIATIVES[name].stage) == (type_, stage)


@each_name
def test_the_ten_are_rated_on_the_two_lenses_and_on_nothing_else(name: str) -> None:
    assert list(INITIATIVES[name].ratings) == list(LENSES)


@each_dossier
def test_every_rating_is_of_a_criterion_of_its_rubric(name: str) -> None:
    for rubric_id, ratings in DOSSIERS[name].ratings.items():
        assert set(ratings) <= {criterion.id for criterion in RUBRICS[rubric_id].criteria()}


@pytest.mark.parametrize("name", [name for name in DOSSIERS if name not in INITIATIVES])
def test_cases_and_examples_answer_every_criterion_of_their_rubric(name: str) -> None:
    for rubric_id, ratings in DOSSIERS[name].ratings.items():
        assert list(ratings) == [criterion.id for criterion in RUBRICS[rubric_id].criteria()]
        assert all(rating.why for rating in ratings.values())


@pytest.mark.parametrize("case", named(CASES))
def test_every_criterion_is_rated_or_says_why_not(case: Case) -> None:
    criterion = next(one for one in RUBRICS[case.lens].criteria() if one.id == case.address)
    if case.rating is None:
        assert not applies(criterion, case.initiative)
        return
    assert case.rating.state in ("rated", "not_rated", "not_applicable")
    assert case.rating.why, "neither rationale nor reason"


@each_dossier
def test_every_text_of_a_dossier_is_in_both_languages(name: str) -> None:
    assert language_faults(DOSSIER_FILES[name]) == []


@each_dossier
def test_a_dossier_lists_the_sources_it_cites_and_no_other(name: str) -> None:
    cited = {item.source for item in all_evidence(DOSSIERS[name])}
    assert cited == set(DOSSIERS[name].sources)


@each_dossier
def test_every_fact_of_a_dossier_is_cited_and_they_stand_in_alphabetical_order(name: str) -> None:
    facts = yaml.safe_load(DOSSIER_FILES[name].read_text(encoding="utf-8"))["facts"]
    listed = [fact["id"] for fact in facts]
    assert listed == sorted(listed)
    assert set(listed) == {item.id for item in all_evidence(DOSSIERS[name])}


def entries() -> dict[str, list[tuple[str, Source]]]:
    found: dict[str, list[tuple[str, Source]]] = {}
    documents: list[Initiative | Rubric] = [*DOSSIERS.values(), *RUBRICS.values()]
    for document in documents:
        for source in document.sources.values():
            found.setdefault(source.id, []).append((document.id, source))
    return {source_id: listed for source_id, listed in found.items() if len(listed) > 1}


@pytest.mark.parametrize("source_id", entries())
def test_one_source_id_is_one_entry_in_all_files(source_id: str) -> None:
    (_, first), *others = entries()[source_id]
    assert [name for name, source in others if source != first] == []


def test_one_fact_id_is_one_entry_in_all_dossiers_in_both_languages() -> None:
    first: dict[str, Evidence] = {}
    for name in FROM_BANK:
        for item in all_evidence(DOSSIERS[name]):
            entry = item._replace(stance="for")
            assert first.setdefault(str(item.id), entry) == entry, (name, item.id)


@each_rated
def test_a_rating_above_absent_rests_on_more_than_the_columns(case: Case, rating: Rating) -> None:
    if max(reached(rating)) >= 1:
        assert [item for item in supporting(rating) if item.certainty != "opinion" and item.source not in OPINION]


@each_rated
def test_level_0_has_evidence_against(case: Case, rating: Rating) -> None:
    if 0 in reached(rating):
        assert [item for item in rating.evidence if item.stance == "against"]


@each_rated
def test_level_3_has_a_documentary_source(case: Case, rating: Rating) -> None:
    if 3 in reached(rating):
        carrying = [item for item in supporting(rating) if kind_of(case, item) in DOCUMENTARY]
        assert [item for item in carrying if item.certainty != "opinion"]


@each_rated
def test_level_4_has_an_independent_source(case: Case, rating: Rating) -> None:
    if 4 in reached(rating):
        assert [item for item in supporting(rating) if item.independent]


@each_rated
def test_a_disputed_rating_is_a_range(case: Case, rating: Rating) -> None:
    if rating.disputed:
        assert len(reached(rating)) > 1


@each_rated
def test_a_rating_states_how_confident_it_is(case: Case, rating: Rating) -> None:
    if case.lens != "part-2008":  # a published rating is what it is
        assert rating.confidence in ("high", "medium", "low")


@pytest.mark.parametrize(
    ("case", "rating"),
    [pytest.param(case, rating, id=f"{case.initiative.id}-{case.address}") for case, rating in MEASURED],
)
def test_a_value_is_cited_and_not_from_opinion(case: Case, rating: Rating) -> None:
    assert [item for item in supporting(rating) if item.certainty != "opinion"]


@each_rated
def test_no_fact_is_cited_twice_under_one_rating(case: Case, rating: Rating) -> None:
    ids = [item.id for item in rating.evidence]
    assert len(set(ids)) == len(ids)


@each_dossier
def test_no_rating_breaks_an_evidence_rule(name: str) -> None:
    for rubric_id in DOSSIERS[name].ratings:
        (card,) = to_document([evaluate(RUBRICS[rubric_id], DOSSIERS[name])])["scorecards"]
        assert card["unsupported"] == []


@pytest.mark.parametrize("name", [*DOSSIERS, *RUBRICS])
def test_web_addresses_are_whole(name: str) -> None:
    for source in (DOSSIERS | RUBRICS)[name].sources.values():
        if source.url is None:
            continue
        parts = urlsplit(source.url)
        assert parts.scheme in ("http", "https"), source.url
        assert "." in (parts.hostname or ""), source.url
        assert not any(letter.isspace() or letter in '<>"' for letter in source.url), source.url


needs_bank = pytest.mark.skipif(not BANK.is_dir(), reason="the evidence bank is not beside this checkout")


def in_bank(pattern: str, part: str) -> dict[str, dict[str, Any]]:
    """The facts or sources in the bank's files, by id."""
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(BANK.glob(pattern))]
    return {entry["id"]: entry for file in files for entry in file.get(part, [])}


@needs_bank
@each_from_bank
def test_every_cited_fact_is_one_of_the_bank_word_for_word(name: str) -> None:
    facts = in_bank("*.yaml", "facts")
    for item in all_evidence(DOSSIERS[name]):
        assert not isinstance(item.shows, str)
        fact = facts[item.id or ""]
        assert item.source == fact["source"], item.id
        assert item.shows["en"] == fact["statement"], item.id
        assert item.independent == fact["independent"], item.id
        assert item.certainty == fact["certainty"], item.id


@needs_bank
@pytest.mark.parametrize("name", [*FROM_BANK, "korea-asean-relations"])
def test_every_source_is_that_of_the_bank(name: str) -> None:
    bank = in_bank("sources.yaml", "sources")
    for source in (DOSSIERS | RUBRICS)[name].sources.values():
        entry = bank[source.id]
        assert (source.url, source.kind, source.read) == (entry["url"], entry["kind"], entry["read"]), source.id
        assert (source.date, source.language) == (entry["date"], entry["language"]), source.id
