"""What is odd about a document: each rule on a small document that breaks it, and on one like it that does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from files_support import BUNDLED, ROOT, documents

from kasean_score.errors import FileText
from kasean_score.files.checks import check_document
from kasean_score.files.checks.age import check_age
from kasean_score.files.checks.between import Between
from kasean_score.files.checks.bibliography import Bibliography
from kasean_score.files.checks.common import alike
from kasean_score.files.dates import age_of
from kasean_score.files.opened import opened
from kasean_score.files.texts import read_text
from kasean_score.model import Source

if TYPE_CHECKING:
    from pathlib import Path

    from kasean_score.errors import Problem
    from kasean_score.files.opened import Opened

Found = list[tuple[str, int | None]]


def opened_text(text: str, path: str = "a.yaml") -> Opened:
    return opened(FileText(path, text))


def told(problems: list[Problem]) -> Found:
    """Each warning's key and line."""
    assert all(problem.severity == "warning" for problem in problems)
    return [(problem.key, problem.place.line if problem.place else None) for problem in problems]


def found(text: str, *wanted: str) -> Found:
    """The warnings of a document; of those keys alone, where any are named."""
    document = opened_text(text)
    assert not document.problems
    return [one for one in told(check_document(document)) if not wanted or one[0] in wanted]


def rubric(*criteria: str, head: str = "", groups: str = "") -> str:
    """A rubric of one group of criteria, each in flow style after a question."""
    listed = "".join(f"      - {{question: Q{at}?, {given}}}\n" for at, given in enumerate(criteria))
    return f"kind: rubric\nid: r\ntitle: R\n{head}groups:\n  - id: g\n    criteria:\n{listed}{groups}"


def criterion(name: str, rest: str = "levels: {0: No., 1: Yes.}") -> str:
    return f"id: {name}, {rest}"


SOUND = rubric(criterion("a"), criterion("b"))
DOSSIER = """\
kind: initiative
id: i
name: I
owner: The ministry
as_of: 2024-06-01
ratings:
  r:
    g.a: {level: 1, for: f}
facts:
  - {id: f, source: s, shows: It runs., independent: true}
sources:
  - {id: s, title: S, publisher: A paper, date: 2024-05-01}
"""


@pytest.mark.parametrize("text", [SOUND, DOSSIER])
def test_a_sound_document_has_no_warning(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("kind", BUNDLED)
def test_bundled_documents_have_no_warning(kind: str) -> None:
    paths = [BUNDLED[kind] / name for name in documents(BUNDLED[kind])]
    assert paths
    assert {str(path): told(check_document(opened(read_text(str(path))))) for path in paths} == {
        str(path): [] for path in paths
    }


def test_the_warnings_of_the_smallest_example_are_what_it_leaves_out() -> None:
    problems = check_document(opened(read_text(str(ROOT / "examples" / "my-rubric.yaml"))))
    assert [problem.key for problem in problems] == ["no-question.all", "no-descriptors.all"]


# Names


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("reach", "Reach", True),
        ("self-help", "self_help", True),
        ("demand", "demands", True),
        ("branch", "branches", True),
        ("delivery", "delivry", True),
        ("delivery", "deliveyr", True),
        ("press", "pres", False),
        ("reach", "teach", False),
        ("imports", "exports", False),
        ("trained", "trainee", False),
        ("phase-1", "phase-2", False),
        ("paper-2024", "paper-2025", False),
        ("paper-2024", "paper-2024a", False),
        ("rater-a", "rater-b", False),
        ("form", "from", False),
    ],
)
def test_ids_that_look_like_slips_of_one_are_reported(one: str, other: str, near: bool) -> None:
    text = rubric(criterion(one), criterion(other))
    assert found(text, "near-id") == ([("near-id", 8)] if near else [])


def test_ids_are_compared_within_their_own_list() -> None:
    more = "  - id: h\n    criteria:\n      - {id: demands, question: More?, levels: {0: No., 1: Yes.}}\n"
    assert found(rubric(criterion("demand"), groups=more), "near-id") == []


def test_one_source_under_two_ids_is_reported_once() -> None:
    text = DOSSIER.replace("ratings:", "ratings:").replace(
        "  - {id: s, title: S, publisher: A paper, date: 2024-05-01}\n",
        "  - {id: s, title: S!, url: https://example.org/x}\n  - {id: S, title: s, url: http://example.org/x/}\n",
    )
    text = text.replace("facts:\n", "facts:\n  - {id: g, source: S, shows: More.}\n").replace("for: f", "for: [f, g]")
    assert found(text) == [("source-twice", 14)]


@pytest.mark.parametrize(
    "other", ["title: Part two, url: https://example.org/x", "title: S, url: https://example.org/y"]
)
def test_two_parts_of_a_page_and_two_pages_of_a_title_are_two_sources(other: str) -> None:
    text = DOSSIER.replace("publisher: A paper, date: 2024-05-01", "url: https://example.org/x")
    text += f"  - {{id: t, {other}}}\n"
    assert found(text, "source-twice") == []


def test_a_fact_under_two_ids_is_reported() -> None:
    text = DOSSIER.replace("sources:", "  - {id: f2, source: s, shows: it runs}\nsources:").replace(
        "for: f", "for: [f, f2]"
    )
    assert found(text) == [("fact-twice", 11)]


def test_sources_and_facts_that_nothing_uses_are_reported() -> None:
    text = DOSSIER.replace("for: f", "why: So.") + "  - {id: t, title: T}\n"
    assert found(text) == [("unused-fact", 10), ("unused-source.initiative", 13)]


def test_a_source_that_evidence_on_the_spot_cites_is_used() -> None:
    text = DOSSIER.replace("for: f", "for: f, evidence: [{source: t, shows: More.}]") + "  - {id: t, title: T}\n"
    assert found(text) == []


def test_a_source_of_a_rubric_is_used_where_a_criterion_comes_from_it() -> None:
    head = "sources:\n  - {id: s, title: S}\n  - {id: t, title: T}\n"
    text = rubric(criterion("a", "origin: {source: s}, levels: {0: No., 1: Yes.}"), head=head)
    assert found(text) == [("unused-source.rubric", 6)]


# Texts


BILINGUAL = "description: {en: D, ko: 디}\n"


@pytest.mark.parametrize(
    ("head", "keys"),
    [
        (BILINGUAL + "why_min_coverage: {en: W}\n", [("untranslated", 5)]),
        (BILINGUAL + "why_min_coverage: {en: W, ko: 왜}\n", []),
        (BILINGUAL + "why_min_coverage: Alone\n", []),
        ("description: {en: D}\n", []),
    ],
)
def test_a_text_without_a_language_of_the_file_is_reported(head: str, keys: Found) -> None:
    assert found(rubric(criterion("a"), head=head)) == keys


def test_a_text_that_stands_alone_is_reported_where_most_of_its_field_are_by_language() -> None:
    both = "levels: {0: {en: No., ko: 없음}, 1: {en: Yes., ko: 있음}}"
    text = rubric(criterion("a", both), criterion("b", "levels: {0: {en: None., ko: 무}, 1: Some.}"))
    assert found(text, "untranslated.plain") == [("untranslated.plain", 8)]


def test_the_title_of_a_source_stays_as_published() -> None:
    text = DOSSIER.replace("title: S,", "title: {ko: 제목},").replace("name: I", "name: {en: I, ko: 아이}")
    assert found(text, "untranslated", "untranslated.plain") == []


@pytest.mark.parametrize(
    ("text", "reported"),
    [("TODO", True), ("tbd.", True), ("???", True), ("{en: To do, ko: 미정}", True), ("To do business", False)],
)
def test_a_text_that_was_never_filled_in_is_reported(text: str, reported: bool) -> None:
    assert found(DOSSIER.replace("name: I", f"name: {text}"), "placeholder") == (
        [("placeholder", 3)] if reported else []
    )


# Rubrics


def test_a_criterion_without_a_question_is_reported_by_itself_and_all_of_them_once() -> None:
    assert found(SOUND.replace("question: Q0?, ", "")) == [("no-question", 7)]
    assert found(SOUND.replace("question: Q0?, ", "").replace("question: Q1?, ", "")) == [("no-question.all", 7)]


def test_a_criterion_without_descriptors_is_reported_unless_a_number_decides() -> None:
    described = criterion("a")
    assert found(rubric(described, criterion("b", "weight: 1"))) == [("no-descriptors", 8)]
    assert found(rubric(described, criterion("b", "measure: {worst: 0, best: 1}"))) == []
    assert found(rubric("id: a", "id: b")) == [("no-descriptors.all", 7)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("A plan exists.", "a plan exists", True),
        ("A plan of work exists.", "A plan of works exists.", True),
        ("A plan exists.", "Two plans exist.", False),
        ("One plan of work exists.", "Two plan of work exists.", False),
        ("There is no plan at all.", "There is a plan at all.", False),
        ("Plan", "Plans", False),
        ("한 나라에서 한다.", "한 나라에서  한다", True),
        ("한 나라에서 한다.", "두 나라에서 한다.", False),
    ],
)
def test_texts_are_alike_that_differ_in_signs_or_an_ending(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is alike(other, one) is same


def test_levels_that_read_the_same_are_reported_in_any_language() -> None:
    levels = "levels: {0: {en: No., ko: 없음}, 1: {en: Some., ko: 조금}, 2: {en: Much., ko: 조금.}}"
    assert found(rubric(criterion("a", levels))) == [("same-levels", 7)]


def test_a_question_that_is_asked_twice_is_reported() -> None:
    assert found(SOUND.replace("Q1?", "q0")) == [("same-question", 8)]


def test_two_bands_of_one_name_are_reported() -> None:
    head = "bands:\n  - {id: low, at_least: 0, label: Fair}\n  - {id: high, at_least: 50, label: fair}\n"
    assert found(rubric(criterion("a"), head=head)) == [("same-label", 6)]


@pytest.mark.parametrize(
    ("weights", "odd"),
    [
        (["40", "59"], True),
        (["60", "41"], True),
        (["0.6", "0.38"], True),
        (["50.5", "48"], True),
        (["40", "60"], False),
        (["0.4", "0.6"], False),
        (["33", "33", "33"], False),
        (["16.7", "16.7", "66.7"], False),
        (["2", "1"], False),
        (["1", "0.5"], False),
        (["40", "40", "5"], False),
        (["8"] * 11 + ["9"], False),
        (["99", "0"], True),
    ],
)
def test_weights_that_look_like_parts_of_a_whole_must_make_it(weights: list[str], odd: bool) -> None:
    given = [criterion(f"c{at}", f"weight: {weight}, levels: {{0: No., 1: Yes.}}") for at, weight in enumerate(weights)]
    assert found(rubric(*given)) == ([("odd-weights", 7)] if odd else [])


def test_a_condition_has_no_part_in_the_sum_of_weights() -> None:
    more = "".join(
        f"  - id: {name}\n    weight: {weight}\n    role: {role}\n"
        f"    criteria: [{{id: c, question: {name}?, levels: {{0: No., 1: Yes.}}}}]\n"
        for name, weight, role in (("h", 40, "counted"), ("k", 5, "condition"))
    )
    text = rubric(criterion("a"), groups=more).replace("  - id: g\n", "  - id: g\n    weight: 60\n")
    assert found(text) == []


def test_a_limit_at_the_highest_band_and_a_weight_set_without_weights_do_nothing() -> None:
    head = "limits:\n  - {when: {group: g, below: 50}, band_at_most: strong}\nweight_sets: {x: {title: X}}\n"
    assert found(rubric(criterion("a"), head=head)) == [("idle-limit", 5), ("idle-weight-set", 6)]


# Dossiers


def test_a_rating_without_rationale_or_evidence_is_reported() -> None:
    more = DOSSIER.replace("    g.a:", "    g.b: {level: 2}\n    g.c: {not_rated: No source.}\n    g.a:")
    assert found(more) == [("no-reason", 8)]


def test_ratings_that_all_lack_a_reason_are_reported_once() -> None:
    text = "kind: initiative\nid: i\nname: I\nratings:\n  r:\n    g.a: {level: 1}\n    g.b: {level: 2}\n"
    assert found(text) == [("no-reason.all", 6)]


@pytest.mark.parametrize(
    ("as_of", "date", "later"),
    [
        ("2024-06-01", "2024-06-02", True),
        ("2024-06-01", "2024-06-01", False),
        ("2024-06", "2024-06-30", False),
        ("2024-06", "2024-07", True),
        ("2024-06-01", "2024", False),
        ("2024", "2025", True),
    ],
)
def test_a_source_from_after_the_ratings_is_reported_where_it_is_certain(as_of: str, date: str, later: bool) -> None:
    text = DOSSIER.replace("as_of: 2024-06-01", f"as_of: {as_of}").replace("2024-05-01", date)
    assert found(text) == ([("later-than-rating.sources", 12)] if later else [])


def test_what_the_owner_published_is_not_independent() -> None:
    assert found(DOSSIER.replace("A paper", "the Ministry")) == [("not-independent", 10)]
    assert found(DOSSIER.replace("A paper", "the Ministry").replace(", independent: true", "")) == []


# Age


@pytest.mark.parametrize(
    ("date", "age", "keys"),
    [
        ("2021-06-01", "3y", []),
        ("2021-05-31", "3y", ["old-source"]),
        ("2021-05", "36m", ["old-source"]),
        ("2021", "3y", []),
        ("2020", "3y", ["old-source"]),
        ("2024-05-31", "1d", []),
        ("2024-05-30", "1d", ["old-source"]),
        (None, "3y", ["undated-source"]),
    ],
)
def test_a_source_is_old_where_all_its_days_lie_before_the_age(date: str | None, age: str, keys: list[str]) -> None:
    """Of 2024-06-01; three years before is 2021-06-01."""
    text = DOSSIER.replace(", date: 2024-05-01", f", date: {date}" if date else "")
    assert [one for one, _ in told(check_age(opened_text(text), age_of(age)))] == keys


def test_age_is_told_from_the_date_of_the_ratings_alone() -> None:
    text = DOSSIER.replace("as_of: 2024-06-01\n", "")
    assert told(check_age(opened_text(text), age_of("3y"))) == [("no-as-of-date", 2)]


def test_a_source_that_nothing_cites_has_no_age() -> None:
    text = DOSSIER + "  - {id: t, title: T}\n"
    assert told(check_age(opened_text(text), age_of("3y"))) == []


# Between files


def test_two_documents_of_one_id_are_reported_unless_something_tells_them_apart() -> None:
    for change, keys in (
        (DOSSIER, ["same-id.initiative"]),
        (DOSSIER.replace("as_of: 2024-06-01", "as_of: 2025-06-01"), []),
        (DOSSIER.replace("id: i\n", "id: i\nrated_by: B\n"), []),
        (DOSSIER.replace("id: i\n", "id: i\nversion: 2\n"), []),
        (DOSSIER.replace("id: i\n", "id: j\n"), []),
        (SOUND.replace("id: r\n", "id: i\n"), []),
    ):
        between = Between()
        assert list(between.found(opened_text(DOSSIER))) == []
        assert [one for one, _ in told(list(between.found(opened_text(change, "b.yaml"))))] == keys


def test_one_source_told_in_two_ways_is_reported_with_what_differs() -> None:
    between = Between()
    assert list(between.found(opened_text(DOSSIER))) == []
    other = DOSSIER.replace("id: i\n", "id: j\n").replace("2024-05-01", "2024-05-02")
    (problem,) = between.found(opened_text(other, "b.yaml"))
    assert problem.key == "source-told-twice"
    assert problem.params == {"name": "s", "fields": ["date"], "first": "a.yaml:12"}


# A bibliography


@pytest.mark.parametrize(
    ("entry", "differs"),
    [
        (Source("s", "S", date="2024"), None),
        (Source("s", "s.", date="2024-05-01"), None),
        (Source("s", "S: a subtitle"), None),
        (Source("s", "Another"), ["title"]),
        (Source("s", "S", date="2023"), ["date"]),
        (Source("zotero-1", "S", url="http://doi.org/10.1000/X1"), None),
        (Source("s", "S", url="https://example.org"), ["url"]),
    ],
)
def test_a_source_is_found_by_id_or_address_and_compared(entry: Source, differs: list[str] | None) -> None:
    text = DOSSIER.replace("publisher: A paper", "url: https://dx.doi.org/10.1000/x1")
    problems = Bibliography("refs.json", [entry]).found(opened_text(text))
    assert [problem.params["fields"] for problem in problems] == ([] if differs is None else [differs])


def test_a_source_that_is_not_in_the_bibliography_is_reported() -> None:
    problems = Bibliography("refs.json", [Source("x", "X")]).found(opened_text(DOSSIER))
    assert told(problems) == [("not-in-bibliography", 12)]


# Documents that extend others, and broken ones


def test_what_a_document_extends_is_not_reported_with_it(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(SOUND.replace("Q1?", "Q0?"), encoding="utf-8")
    own = "kind: rubric\nid: own\nextends: base.yaml\ngroups: [{id: g, criteria: [{id: a, weight: 2}]}]\n"
    (tmp_path / "own.yaml").write_text(own, encoding="utf-8")
    assert told(check_document(opened(read_text(str(tmp_path / "base.yaml"))))) == [("same-question", 8)]
    document = opened(read_text(str(tmp_path / "own.yaml")))
    assert document.document is not None
    assert check_document(document) == []


def test_a_source_that_only_the_extending_document_uses_is_used(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(DOSSIER + "  - {id: t, title: T}\n", encoding="utf-8")
    rating = "{level: 1, evidence: [{source: t, shows: X}]}"
    own = f"kind: initiative\nid: own\nextends: base.yaml\nratings: {{r: {{g.a: {rating}}}}}\n"
    (tmp_path / "own.yaml").write_text(own, encoding="utf-8")
    assert check_document(opened(read_text(str(tmp_path / "own.yaml")))) == []


def test_a_document_with_a_fault_is_warned_of_too() -> None:
    text = DOSSIER.replace("name: I", "name: I\nstage: begun") + "  - {id: t, title: T}\n"
    document = opened_text(text)
    assert [problem.key for problem in document.problems] == ["not-allowed"]
    assert told(check_document(document)) == [("unused-source.initiative", 14)]


BROKEN = [
    "[]",
    "{}",
    "5",
    "true",
    "null",
    "[[]]",
    "[{}]",
    "{a: {}}",
    "'x'",
    "{id: [], source: {}, date: {}, weight: []}",
]


@pytest.mark.parametrize("value", BROKEN)
@pytest.mark.parametrize("text", [SOUND, DOSSIER])
def test_whatever_stands_in_a_field_is_reported_and_never_trips_a_check(text: str, value: str) -> None:
    """Each line's value in turn is replaced."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        if ":" not in line:
            continue
        changed = [*lines[:at], f"{line.partition(':')[0]}: {value}", *lines[at + 1 :]]
        document = opened_text("\n".join(changed) + "\n")
        check_document(document)
        check_age(document, age_of("3y"))
        list(Between().found(document))
        Bibliography("refs.json", []).found(document)
