"""`extends`: a document that changes another says only what differs, and faults are told where they were written."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from files_support import BUNDLED, INITIATIVE, RUBRIC, faults, initiative, rubric, wheres, written

from kasean_score import InputError, evaluate
from kasean_score.files.catalog import load_initiative, load_rubric
from kasean_score.render.problems import full

if TYPE_CHECKING:
    from pathlib import Path

BASE = (
    RUBRIC.replace("{id: b, weight: 2}", "id: b\n        weight: 2\n        levels: {0: none, 4: all}")
    + """\
  - id: h
    criteria: [{id: c, measure: {worst: 1, best: 100, unit: days}}]
version: "1.0"
bands: [{id: high, at_least: 50, label: High}, {id: low, at_least: 0, label: Low}]
limits: [{id: floor, when: {group: any, below: 10}, band_at_most: low, because: a gap}]
weight_sets: {mine: {why: a view, weights: {g.a: 3, g.b: 5}}}
sources: [{id: s, title: Old, kind: news}, {id: t, title: T}]
"""
)
OWN = "kind: rubric\nextends: base.yaml\n"


@pytest.fixture(autouse=True)
def base(tmp_path: Path) -> str:
    return written(tmp_path, BASE, "base.yaml")


def test_a_rubric_that_changes_nothing_is_its_base_under_its_own_digest(tmp_path: Path, base: str) -> None:
    old, new = load_rubric(base), rubric(tmp_path, OWN)
    assert new.version is None, "a version is the author's own"
    assert new._replace(version="1.0", sha256="", extends=(), file=None) == old._replace(sha256="", file=None)
    assert new.sha256 != old.sha256
    assert [(ref.id, ref.version, ref.sha256) for ref in new.extends] == [("r", "1.0", old.sha256)]


def test_a_weight_is_changed_and_all_else_of_the_criterion_stays(tmp_path: Path, base: str) -> None:
    new = rubric(tmp_path, OWN + "groups: [{id: g, criteria: [{id: b, weight: 7}]}]\n")
    old = {criterion.id: criterion for criterion in load_rubric(base).criteria()}
    changed = {criterion.id: criterion for criterion in new.criteria()}
    assert changed.pop("g.b") == old.pop("g.b")._replace(weight=7)
    assert changed == old


def test_a_text_is_replaced_whole(tmp_path: Path) -> None:
    new = rubric(tmp_path, OWN + "title: {ko: 새 제목}\ngroups: [{id: g, title: {en: G}}]\n")
    assert (new.title, new.groups[0].title) == ({"ko": "새 제목"}, {"en": "G"})


def test_one_descriptor_is_changed_and_the_others_stay(tmp_path: Path) -> None:
    new = rubric(tmp_path, OWN + "groups: [{id: g, criteria: [{id: b, levels: {4: more, 2: half}}]}]\n")
    assert next(c.levels for c in new.criteria() if c.id == "g.b") == {0: "none", 2: "half", 4: "more"}


def test_a_band_is_changed_and_another_added(tmp_path: Path) -> None:
    new = rubric(tmp_path, OWN + "bands: [{id: high, at_least: 80}, {id: middle, at_least: 40}]\n")
    assert [(x.id, x.at_least, x.label) for x in new.bands] == [
        ("high", 80, "High"),
        ("middle", 40, "middle"),
        ("low", 0, "Low"),
    ]


def test_a_level_of_the_scale_is_changed_by_its_number(tmp_path: Path) -> None:
    scale = "scale: [{level: 0, label: No, meaning: none}, {level: 1, label: Yes}]\n"
    written(tmp_path, RUBRIC + scale, "scaled.yaml")
    new = rubric(
        tmp_path, "kind: rubric\nextends: scaled.yaml\nscale: [{level: 1, label: Some}, {level: 2, label: All}]\n"
    )
    assert [(level.label, level.meaning, level.value) for level in new.scale] == [
        ("No", "none", 0),
        ("Some", None, 50),
        ("All", None, 100),
    ]


def test_new_criteria_and_groups_come_after_the_old(tmp_path: Path) -> None:
    text = "groups:\n  - {id: k, criteria: [{id: n}]}\n  - {id: g, criteria: [{id: m}, {id: a, weight: 3}]}\n"
    new = rubric(tmp_path, OWN + text)
    assert [(c.id, c.weight) for c in new.criteria()] == [
        ("g.a", 3), ("g.b", 2), ("g.m", 1), ("h.c", 1), ("k.n", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(("old", "slip"), [("needs", "need"), ("tailoring", "tailorng")])
def test_a_new_node_that_looks_like_a_slip_of_an_old_one_is_a_fault_unless_it_has_a_title(
    tmp_path: Path, old: str, slip: str
) -> None:
    text = f"kind: rubric\nid: mine\nextends: reset-plan\ngroups: [{{id: tailoring, criteria: [{{id: {slip}}}]}}]\n"
    if old == "tailoring":
        text = text.replace("id: tailoring, criteria: [{id: tailorng}]", "id: tailorng, criteria: [{id: x}]")
    (problem,) = faults(lambda: load_rubric(written(tmp_path, text)))
    assert (problem.key, problem.params) == ("new-without-title", {"name": slip, "meant": old})
    titled = text.replace(f"id: {slip}", f"id: {slip}, title: Another")
    assert slip in " ".join(node.id for node in load_rubric(written(tmp_path, titled)).nodes())


@pytest.mark.parametrize(
    "groups",
    ["true", "5", '"abc"', "[a, b]", "[{title: x}]", "{a: 1}", "[{id: g, criteria: true}]", "[{id: [1]}]"],
)
def test_a_base_with_a_wrong_tree_never_crashes_the_reader(tmp_path: Path, groups: str) -> None:
    written(tmp_path, f"kind: rubric\nid: b\ntitle: B\ngroups: {groups}\n", "b.yaml")
    own = "kind: rubric\nid: mine\nextends: ./b.yaml\ngroups: [{id: q, criteria: [{id: z}]}]\n"
    with suppress(InputError):  # or loads, where the wrong value is replaced whole; any other exception is a crash
        load_rubric(written(tmp_path, own))


def test_a_base_without_an_id_is_a_fault_where_it_is_named(tmp_path: Path) -> None:
    written(tmp_path, "kind: rubric\ntitle: B\ngroups: [{id: g, criteria: [{id: a}]}]\n", "b.yaml")
    (problem,) = faults(lambda: load_rubric(written(tmp_path, "kind: rubric\nid: mine\nextends: ./b.yaml\n")))
    assert (problem.key, problem.place.line if problem.place else 0) == ("base-without-id", 3)


def test_a_reason_goes_when_what_it_explains_is_changed(tmp_path: Path) -> None:
    text = "kind: rubric\nid: mine\nextends: reset-plan\nmin_coverage: 0.4\ngroups: [{id: tailoring, weight: 3}]\n"
    new = load_rubric(written(tmp_path, text))
    reasons = {group.id: group.why_weight for group in new.groups}
    assert (new.why_min_coverage, reasons["tailoring"], bool(reasons["human"])) == (None, None, True)


def test_who_rated_and_when_is_not_taken_over_from_another_dossier(tmp_path: Path) -> None:
    """Another hand's ratings must not be signed with the names of the first."""
    new = load_initiative(written(tmp_path, "kind: initiative\nid: mine\nextends: kasi\n"))
    assert (new.rated_by, new.interest, new.as_of, new.version) == (None, None, None, None)
    assert new.ratings == load_initiative("kasi").ratings


def test_a_measure_is_changed_field_by_field_like_every_record(tmp_path: Path) -> None:
    new = rubric(tmp_path, OWN + "groups: [{id: h, criteria: [{id: c, measure: {best: 200}}]}]\n")
    measure = next(c.measure for c in new.criteria() if c.id == "h.c")
    assert measure is not None
    assert (measure.worst, measure.best, measure.unit) == (1, 200, "days")


def test_limits_weight_sets_and_sources_are_changed_by_their_id(tmp_path: Path) -> None:
    new = rubric(
        tmp_path,
        OWN + "limits: [{id: floor, because: another reason}]\nsources: [{id: s, title: New}]\n"
        "weight_sets: {mine: {weights: {g.a: 9}}, flat: {others: 1}}\n",
    )
    (floor,) = new.limits
    assert (floor.because, floor.when.below, floor.band_at_most) == ("another reason", 10, "low")
    assert (new.sources["s"].title, new.sources["s"].kind, list(new.sources)) == ("New", "news", ["s", "t"])
    assert (new.weight_sets["mine"].weights, new.weight_sets["mine"].why) == ({"g.a": 9, "g.b": 5}, None)
    assert new.weight_sets["flat"].others == 1


def test_the_reason_of_a_weight_set_is_changed_and_its_weights_stay(tmp_path: Path) -> None:
    new = rubric(tmp_path, OWN + "weight_sets: {mine: {why: another view}}\n")
    assert (new.weight_sets["mine"].weights, new.weight_sets["mine"].why) == ({"g.a": 3, "g.b": 5}, "another view")


def test_a_new_name_and_version_are_its_own(tmp_path: Path) -> None:
    new = rubric(tmp_path, OWN + 'id: own\nversion: "2.0"\n')
    assert (new.id, new.version, new.extends[0].id, new.extends[0].version) == ("own", "2.0", "r", "1.0")


def test_ratings_made_for_the_base_serve_the_rubric_that_extends_it(tmp_path: Path) -> None:
    """By hand: g.a at 25 with weight 3, g.b at 75 with weight 1; h is unrated."""
    text = OWN + (
        "id: own\nmin_coverage: 0\n"
        "groups: [{id: g, criteria: [{id: a, weight: 3}, {id: b, weight: 1, levels: {3: x}}]}]\n"
    )
    card = evaluate(rubric(tmp_path, text), initiative(tmp_path, INITIATIVE))
    assert card.score == (3 * 25 + 75) / 4


def test_a_chain_of_two_takes_the_nearest_word(tmp_path: Path) -> None:
    middle = "kind: rubric\nid: middle\nextends: base.yaml\ntitle: M\ngroups: [{id: g, weight: 2, title: G}]\n"
    written(tmp_path, middle, "middle.yaml")
    new = rubric(tmp_path, "kind: rubric\nid: top\nextends: ./middle.yaml\ngroups: [{id: g, weight: 5}]\n")
    assert [ref.id for ref in new.extends] == ["middle", "r"]
    assert (new.id, new.title, new.groups[0].weight, new.groups[0].title) == ("top", "M", 5, "G")


def test_a_rating_is_replaced_whole_and_the_others_stay(tmp_path: Path) -> None:
    source = "sources: [{id: s, title: S}]\n"
    old = INITIATIVE.replace("{level: 1}", "{level: [0, 1], why: old, disputed: d, evidence: [{source: s, shows: x}]}")
    written(tmp_path, old + source, "old.yaml")
    new = initiative(
        tmp_path, "kind: initiative\nextends: old.yaml\nratings: {r: {g.a: {level: 2}, g.c: {level: 0}}}\n"
    )
    ratings = {address: (x.levels, x.why, x.disputed, len(x.evidence)) for address, x in new.ratings["r"].items()}
    none = (None, None, 0)
    assert ratings == {"g.a": ((2, 2), *none), "g.b": ((3, 3), *none), "g.c": ((0, 0), *none)}
    assert (new.id, list(new.sources)) == ("i", ["s"])


def test_a_period_is_changed_field_by_field_like_every_record(tmp_path: Path) -> None:
    written(tmp_path, INITIATIVE + "period: {from: 2017, to: 2020}\n", "old.yaml")
    new = initiative(tmp_path, "kind: initiative\nextends: old.yaml\nperiod: {to: 2022}\n")
    assert (new.period.start, new.period.end) == ("2017", "2022")


def test_a_bundled_document_is_extended_by_its_id(tmp_path: Path) -> None:
    name = sorted(path.stem for path in BUNDLED["rubric"].glob("*.yaml"))[0]
    new = rubric(tmp_path, f"kind: rubric\nid: own\nextends: {name}\n")
    assert new.extends[0][:3] == (name, load_rubric(name).version, load_rubric(name).sha256)
    assert new.groups == load_rubric(name).groups


def test_a_path_is_relative_to_the_file_that_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "elsewhere").mkdir()
    path = written(tmp_path / "deep", "kind: rubric\nextends: ../base.yaml\n")
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert load_rubric(path).id == "r"
    assert load_rubric("../deep/file.yaml").id == "r"


def test_a_json_document_may_extend_a_yaml_one(tmp_path: Path) -> None:
    assert rubric(tmp_path, '{"kind": "rubric", "extends": "base.yaml", "title": "J"}', "own.json").title == "J"


def test_a_circle_is_refused_and_its_chain_told(tmp_path: Path) -> None:
    one = written(tmp_path, "kind: rubric\nextends: two.yaml\n", "one.yaml")
    two = written(tmp_path, "kind: rubric\nextends: ./one.yaml\n", "two.yaml")
    (problem,) = faults(lambda: load_rubric(one))
    assert (problem.key, problem.place.file.path if problem.place else "") == ("cyclic-extends", two)
    chain = full([problem], "en")
    assert chain.count("one.yaml") >= 2
    assert "two.yaml" in chain


@pytest.mark.parametrize(
    ("ref", "key"),
    [
        ("no-such-rubric", "missing-base"),
        ("reset-plann", "missing-base"),
        ("absent/at-all.yaml", "no-such-file"),
        ("./bse.yaml", "no-such-file.near"),
        ("./", "is-a-folder"),
        ('"-"', "missing-base"),
        ('""', "missing-base"),
        ("true", "wrong-type.text"),
        ("{id: base}", "wrong-type.text"),
    ],
)
def test_a_base_that_cannot_be_had_is_a_fault_where_it_is_named(
    ref: str, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dash is standard input on the command line only: a file that waits for it would hang."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path, f"kind: rubric\nextends: {ref}\n")
    assert wheres(lambda: load_rubric("file.yaml")) == [(key, 2, 10)]


def test_the_remedy_of_a_missing_base_lists_what_is_bundled(tmp_path: Path) -> None:
    path = written(tmp_path, "kind: rubric\nextends: no-such-rubric\n")
    message = full(faults(lambda: load_rubric(path)), "en")
    assert all(rubric_file.stem in message for rubric_file in BUNDLED["rubric"].glob("*.yaml"))


def test_a_rubric_cannot_extend_an_initiative(tmp_path: Path) -> None:
    written(tmp_path, INITIATIVE, "other.yaml")
    path = written(tmp_path, "kind: rubric\nextends: other.yaml\n")
    (problem,) = faults(lambda: load_rubric(path))
    assert problem.key == "wrong-kind.rubric"


def test_faults_in_the_base_are_told_with_the_path_of_the_base(tmp_path: Path) -> None:
    bad = written(tmp_path, RUBRIC.replace("weight: 2", "wieght: 2"), "bad.yaml")
    own = written(tmp_path, "kind: rubric\nextends: bad.yaml\ngroups: [{id: g, wight: 1}]\n")
    found = {p.place.file.path: p for p in faults(lambda: load_rubric(own)) if p.place}
    assert {path: (p.key, p.place.line if p.place else 0) for path, p in found.items()} == {
        bad: ("unknown-key.near", 8),
        own: ("unknown-key.near", 3),
    }
    assert "wieght: 2" in full([found[bad]], "en")


def test_faults_at_the_bottom_of_a_chain_are_told_with_their_own_path(tmp_path: Path) -> None:
    bad = written(tmp_path, RUBRIC.replace("weight: 2", "wieght: 2, weight: -1"), "bad.yaml")
    written(
        tmp_path,
        "kind: rubric\nextends: bad.yaml\ngroups: [{id: g, title: G, criteria: [{id: b, title: B}]}]\n",
        "middle.yaml",
    )
    again = "groups: [{id: g, criteria: [{id: b, question: Q}]}]\n"
    top = written(tmp_path, f"kind: rubric\nextends: middle.yaml\n{again}")
    found = faults(lambda: load_rubric(top))
    assert [(p.code, p.place.file.path, p.place.line) for p in found if p.place] == [
        ("unknown-key", bad, 8),
        ("out-of-range", bad, 8),
    ]


def test_faults_of_two_files_are_told_file_by_file(tmp_path: Path) -> None:
    bad = written(
        tmp_path, RUBRIC.replace("title: R", "tilte: R\ntitle: R").replace("weight: 2", "wieght: 2"), "bad.yaml"
    )
    own = written(tmp_path, "kind: rubric\nextends: bad.yaml\n\n\n\ngroups: [{id: g, wight: 1}]\n")
    paths = [p.place.file.path for p in faults(lambda: load_rubric(own)) if p.place]
    assert sorted(paths) == sorted([bad, bad, own])
    assert paths in ([bad, bad, own], [own, bad, bad])


@pytest.mark.parametrize(
    "text",
    [
        "groups: [{id: g, criteria: [{id: a, weight: 2}, {id: a, weight: 3}]}]\n",
        "bands: [{id: high, at_least: 60}, {id: high, at_least: 70}]\n",
        "sources: [{id: s, title: A}, {id: s, title: B}]\n",
    ],
)
def test_an_id_used_twice_in_the_changes_is_a_fault(text: str, tmp_path: Path) -> None:
    path = written(tmp_path, OWN + text)
    assert [(p.key, p.place.line if p.place else 0) for p in faults(lambda: load_rubric(path))] == [("duplicate-id", 3)]


def test_the_rules_of_a_whole_document_hold_for_the_joined_one(tmp_path: Path) -> None:
    path = written(tmp_path, OWN + "groups: [{id: g, criteria: [{id: a, weight: 0}, {id: b, weight: 0}]}]\n")
    assert [p.key for p in faults(lambda: load_rubric(path))] == ["all-weights-zero"]
    path = written(tmp_path, "kind: initiative\nextends: x.yaml\n")
    written(tmp_path, INITIATIVE.replace("name: I\n", ""), "x.yaml")
    assert [p.key for p in faults(lambda: load_initiative(path))] == ["missing-field"]
