"""Every field of a rubric works: each is changed in a small rubric, and something that people see changes with it.

Seen are the scorecard (as JSON with `--explain`), the same under a weight set, the view by DAC criterion, and the
outline that `show` prints. Digests are left out, since they change with any byte.
"""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
from files_support import faults, written

from kasean_score import evaluate, load_initiative, load_rubric
from kasean_score.documents.listing import outline
from kasean_score.documents.scorecard import AS_STATED, document
from kasean_score.files.fields import TABLES
from kasean_score.scoring.variants import with_weights

if TYPE_CHECKING:
    from pathlib import Path

TABLES_OF_A_RUBRIC = [
    "rubric", "group", "criterion", "level", "band", "limit", "when", "evidence_rule", "weight_set", "measure",
    "origin", "applies_to", "source",
]  # fmt: skip

RUBRIC: dict[str, Any] = {
    "kind": "rubric",
    "id": "r",
    "version": "1.0",
    "title": "R",
    "description": "what is judged",
    "sources": [
        {
            "id": "s", "title": "S", "author": "A", "publisher": "P", "date": "2024", "url": "https://example.org/s",
            "language": "en", "kind": "news", "read": "full", "note": "as found",
        },
        {"id": "t", "title": "T"},
    ],
    "scale": [
        {"level": 0, "label": "No", "value": 0, "meaning": "none of it"},
        {"level": 1, "label": "Half", "value": 50},
        {"level": 2, "label": "Yes", "value": 100},
    ],
    "bands": [
        {"id": "high", "at_least": 60, "label": "High", "why": "the upper part"},
        {"id": "low", "at_least": 0, "label": "Low"},
        {"id": "top", "at_least": 95, "label": "Top"},
    ],
    "min_coverage": 0.1,
    "why_min_coverage": "little is known",
    "aggregate": "arithmetic",
    "evidence_rules": [{"level": 1, "needs": "independent", "because": "owners praise"}],
    "weight_sets": {"mine": {"title": "Mine", "why": "a view", "others": 2, "weights": {"g.a": 5}}},
    "limits": [
        {"id": "floor", "when": {"criterion": "g.a", "at_most": 1}, "band_at_most": "low", "because": "it matters"},
        {"id": "gap", "when": {"group": "g", "below": 90}, "band_at_most": "high"},
    ],
    "groups": [
        {
            "id": "g", "title": "G", "description": "what G asks", "weight": 2, "why_weight": "it is central",
            "role": "counted", "aggregate": "geometric",
            "criteria": [
                {
                    "id": "a", "title": "A", "weight": 3, "why_weight": "it comes first",
                    "origin": [{"source": "s", "at": "p. 1", "kind": "seed"}], "dac": "impact",
                    "question": "Is it so?", "levels": {"0": "never", "1": "at times", "2": "always"},
                    "typical_evidence": ["records"], "applies_to": {"type": ["policy"], "stage": ["launched"]},
                    "why_applies": "others have none",
                },
                {"id": "m", "measure": {"worst": 1, "best": 100, "unit": "days", "log": False, "why": "as observed"}},
            ],
        },
        {"id": "h", "groups": [{"id": "k", "criteria": [{"id": "b"}, {"id": "c"}]}]},
    ],
}  # fmt: skip
INITIATIVE: dict[str, Any] = {
    "kind": "initiative",
    "id": "i",
    "name": "I",
    "type": "policy",
    "stage": "launched",
    "ratings": {
        "r": {
            "g.a": {"level": 1},
            "g.m": {"value": 50},
            "h.k.b": {"level": 2},
            "h.k.c": {"level": 0},
        }
    },
}  # fmt: skip

A, M, G, H = "groups.0.criteria.0", "groups.0.criteria.1", "groups.0", "groups.1"
CHANGES: dict[str, tuple[str, Any]] = {
    "rubric.version": ("version", "1.1"),
    "rubric.title": ("title", "Another"),
    "rubric.description": ("description", "something else"),
    "rubric.sources": ("sources.1", None),
    "rubric.scale": ("scale.3", {"level": 3, "label": "More", "value": 100}),
    "rubric.bands": ("bands.3", {"id": "middle", "at_least": 40}),
    "rubric.min_coverage": ("min_coverage", 0.2),
    "rubric.why_min_coverage": ("why_min_coverage", "another reason"),
    "rubric.aggregate": ("aggregate", "harmonic"),
    "rubric.evidence_rules": ("evidence_rules", []),
    "rubric.weight_sets": ("weight_sets.flat", {"others": 1}),
    "rubric.limits": ("limits", []),
    "rubric.groups": ("groups.1", None),
    "group.title": (f"{G}.title", "Another"),
    "group.description": (f"{G}.description", "something else"),
    "group.weight": (f"{G}.weight", 4),
    "group.why_weight": (f"{G}.why_weight", "another reason"),
    "group.role": (f"{G}.role", "condition"),
    "group.aggregate": (f"{G}.aggregate", {"power": 3}),
    "group.criteria": (f"{H}.groups.0.criteria.1", None),
    "group.groups": (f"{H}.groups.1", {"id": "l", "criteria": [{"id": "d"}]}),
    "group.id": (f"{H}.groups.0.id", "k2"),
    "criterion.id": (f"{H}.groups.0.criteria.1.id", "c2"),
    "criterion.title": (f"{A}.title", "Another"),
    "criterion.weight": (f"{A}.weight", 1),
    "criterion.why_weight": (f"{A}.why_weight", "another reason"),
    "criterion.origin": (f"{A}.origin", []),
    "criterion.dac": (f"{A}.dac", "relevance"),
    "criterion.question": (f"{A}.question", "Is it not?"),
    "criterion.levels": (f"{A}.levels.1", "now and then"),
    "criterion.measure": (f"{M}.measure.best", 60),
    "criterion.typical_evidence": (f"{A}.typical_evidence", ["reports"]),
    "criterion.applies_to": (f"{A}.applies_to", {"type": ["institution"]}),
    "criterion.why_applies": (f"{A}.why_applies", "another reason"),
    "level.level": ("scale", [{"level": 0, "label": "No", "value": 0}, {"level": 1, "label": "Yes", "value": 50},
                              {"level": 2, "label": "Yes", "value": 100}, {"level": 3, "label": "!", "value": 100}]),
    "level.label": ("scale.1.label", "In part"),
    "level.value": ("scale.1.value", 30),
    "level.meaning": ("scale.0.meaning", "nothing at all"),
    "band.id": ("bands.2.id", "best"),
    "band.at_least": ("bands.0.at_least", 70),
    "band.label": ("bands.0.label", "Upper"),
    "band.why": ("bands.0.why", "another reason"),
    "limit.id": ("limits.0.id", "ground"),
    "limit.when": ("limits.0.when", {"criterion": "h.k.b", "at_most": 1}),
    "limit.band_at_most": ("limits.0.band_at_most", "not_demonstrated"),
    "limit.because": ("limits.0.because", "another reason"),
    "when.criterion": ("limits.0.when.criterion", "h.k.b"),
    "when.group": ("limits.1.when.group", "any"),
    "when.at_most": ("limits.0.when.at_most", 0),
    "when.below": ("limits.1.when.below", 1),
    "evidence_rule.needs": ("evidence_rules.0.needs", "documentary"),
    "evidence_rule.level": ("evidence_rules.0.level", 2),
    "evidence_rule.because": ("evidence_rules.0.because", "another reason"),
    "weight_set.title": ("weight_sets.mine.title", "Ours"),
    "weight_set.why": ("weight_sets.mine.why", "another view"),
    "weight_set.others": ("weight_sets.mine.others", 1),
    "weight_set.weights": ("weight_sets.mine.weights", {"g.a": 1}),
    "measure.worst": (f"{M}.measure.worst", 10),
    "measure.best": (f"{M}.measure.best", 200),
    "measure.unit": (f"{M}.measure.unit", "hours"),
    "measure.log": (f"{M}.measure.log", True),
    "measure.why": (f"{M}.measure.why", "another reason"),
    "origin.source": (f"{A}.origin.0.source", "t"),
    "origin.at": (f"{A}.origin.0.at", "p. 2"),
    "origin.kind": (f"{A}.origin.0.kind", "addition"),
    "applies_to.type": (f"{A}.applies_to.type", ["programme"]),
    "applies_to.stage": (f"{A}.applies_to.stage", "closed"),
    "source.id": ("sources.1.id", "u"),
    "source.title": ("sources.0.title", "Another"),
    "source.author": ("sources.0.author", "B"),
    "source.publisher": ("sources.0.publisher", "Q"),
    "source.date": ("sources.0.date", "2025"),
    "source.url": ("sources.0.url", "https://example.org/t"),
    "source.language": ("sources.0.language", "ko"),
    "source.kind": ("sources.0.kind", "scholarly"),
    "source.read": ("sources.0.read", "opening"),
    "source.note": ("sources.0.note", "a caution"),
}  # fmt: skip
"""For each field, where in the rubric it is changed and to what; None takes it away."""

SEEN_OTHERWISE = {"rubric.kind", "rubric.id", "rubric.extends"}
"""Fields whose change other tests below watch: they decide what is read, not what it says."""


def seen(rubric_path: str, initiative_path: str) -> list[Any]:
    """All that people see of a rubric and of an initiative scored on it."""
    rubric, initiative = load_rubric(rubric_path), load_initiative(initiative_path)
    rubrics = [rubric, *(with_weights(rubric, name) for name in sorted(rubric.weight_sets))]
    options = {**AS_STATED, "explain": True, "view": "dac"}
    cards = document((evaluate(one, initiative) for one in rubrics), options)  # type: ignore[arg-type]
    return _without_digests([cards["scorecards"], outline(rubric, "en")])  # type: ignore[no-any-return]


def _without_digests(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_digests(inner) for key, inner in value.items() if key != "sha256"}
    return [_without_digests(inner) for inner in value] if isinstance(value, list) else value


def changed(base: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """The document with the value at a dotted path replaced, added at the end of a list, or (None) taken away."""
    result = copy.deepcopy(base)
    *way, last = (int(part) if part.isdigit() else part for part in path.split("."))
    holder: Any = result
    for part in way:
        holder = holder[str(part) if isinstance(holder, dict) else part]
    if isinstance(holder, dict):
        last = str(last)
    if value is None:
        del holder[last]
    elif isinstance(holder, list) and last == len(holder):
        holder.append(value)
    else:
        assert holder.get(last) != value if isinstance(holder, dict) else holder[last] != value
        holder[last] = value
    return result


def fitting(rubric: dict[str, Any]) -> dict[str, Any]:
    """The initiative with the ratings that the rubric has criteria for; what does not apply is left unrated."""
    addresses = {address: criterion for group in rubric["groups"] for address, criterion in _criteria(group, "")}
    result = copy.deepcopy(INITIATIVE)
    wanted = {address: c.get("applies_to", {}) for address, c in addresses.items()}
    result["ratings"]["r"] = {
        address: rating
        for address, rating in INITIATIVE["ratings"]["r"].items()
        if address in addresses
        and "policy" in wanted[address].get("type", ["policy"])
        and "launched" in wanted[address].get("stage", ["launched"])
    }
    return result


def _criteria(group: dict[str, Any], prefix: str) -> list[tuple[str, dict[str, Any]]]:
    address = f"{prefix}{group['id']}."
    inner = [pair for child in group.get("groups", []) for pair in _criteria(child, address)]
    return [*inner, *((f"{address}{criterion['id']}", criterion) for criterion in group.get("criteria", []))]


def test_no_field_of_a_rubric_is_left_out_here() -> None:
    fields = {f"{table}.{field}" for table in TABLES_OF_A_RUBRIC for field in TABLES[table].fields}
    assert set(CHANGES) | SEEN_OTHERWISE == fields
    assert not set(CHANGES) & SEEN_OTHERWISE


@pytest.mark.parametrize("field", CHANGES)
def test_a_changed_field_changes_what_people_see(field: str, tmp_path: Path) -> None:
    path, value = CHANGES[field]
    new = changed(RUBRIC, path, value)
    old_path = written(tmp_path, json.dumps(RUBRIC), "old.json")
    new_path = written(tmp_path, json.dumps(new), "new.json")
    initiative = written(tmp_path, json.dumps(fitting(new)), "initiative.json")
    assert seen(new_path, initiative) != seen(old_path, initiative)


def test_a_file_written_otherwise_but_saying_the_same_shows_the_same(tmp_path: Path) -> None:
    """So that the test above cannot pass on a digest, a path or a place alone."""
    one = written(tmp_path, json.dumps(RUBRIC), "one.json")
    two = written(tmp_path, json.dumps(RUBRIC, indent=1), "two.json")
    initiative = written(tmp_path, json.dumps(INITIATIVE), "initiative.json")
    assert seen(one, initiative) == seen(two, initiative)


def test_the_kind_decides_how_a_file_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, json.dumps({**RUBRIC, "kind": "initiative"}), "r.json")
    assert [problem.key for problem in faults(lambda: load_rubric(path))] == ["wrong-kind.rubric"]


def test_the_id_decides_which_ratings_are_meant(tmp_path: Path) -> None:
    """Ratings stand under the rubric's id, so under another id nothing is rated."""
    rubric = load_rubric(written(tmp_path, json.dumps({**RUBRIC, "id": "other"}), "r.json"))
    initiative = load_initiative(written(tmp_path, json.dumps(INITIATIVE), "i.json"))
    assert evaluate(rubric, initiative).score is None
    assert outline(rubric, "en")["id"] == "other"


def test_extends_brings_in_another_rubric_and_names_it(tmp_path: Path) -> None:
    written(tmp_path, json.dumps(RUBRIC), "base.json")
    rubric = load_rubric(written(tmp_path, json.dumps({"kind": "rubric", "extends": "base.json"}), "own.json"))
    initiative = load_initiative(written(tmp_path, json.dumps(INITIATIVE), "i.json"))
    (card,) = document([evaluate(rubric, initiative)], AS_STATED)["scorecards"]
    assert [ref["id"] for ref in card["rubric"]["extends"]] == ["r"]
    assert card["score"] is not None
