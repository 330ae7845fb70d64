"""What `diff` and `trend` are given: dossiers, and saved results that stand in for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.cli.batch import LENSES
from kasean_score.documents.sides import Side, computed, remembered
from kasean_score.errors import InputError, Place, Problem
from kasean_score.files.catalog import initiative_in, load_initiative
from kasean_score.files.rebuilt import has_evidence, rebuilt
from kasean_score.files.refs import bundled_path, is_path
from kasean_score.files.results import MAX_BYTES, SavedCard, is_result, read_results
from kasean_score.files.texts import read_text
from kasean_score.model import Initiative
from kasean_score.scoring.evaluate import evaluate
from kasean_score.scoring.fit import misfits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kasean_score.model import Rubric
    from kasean_score.scoring.evaluate import Scorecard

__all__ = ["Opened", "chosen", "common_rubrics", "opened", "sides", "unrated"]

Opened = Initiative | list[SavedCard]
TOLERANCE = 1e-6
"""Points that a stored score may be off what its own nodes give: no program rounds by more."""


def opened(ref: str) -> Opened:
    """What `ref` names: an initiative, or the scorecards of a saved result, told by its schema. Raises InputError."""
    name = ref.lower()
    if name.endswith((".yaml", ".yml")) or not (is_path(ref) or name.endswith(".jsonl")):
        return load_initiative(ref)
    file = read_text(ref, limit=MAX_BYTES)
    if is_result(file):
        return read_results(file)
    return initiative_in(file) if ref == "-" else load_initiative(ref)


def chosen(cards: Sequence[SavedCard], rubrics: Iterable[Rubric], initiative: str | None) -> list[SavedCard]:
    """The saved scorecards of an initiative and of any of the rubrics, where those are named. Raises InputError."""
    ids = [rubric.id for rubric in rubrics]
    found = [x for x in cards if (not ids or x.rubric in ids) and initiative in (None, x.initiative)]
    if not found:
        wanted = [*([] if initiative is None else [initiative]), *ids]
        held = list(dict.fromkeys(f"{x.initiative} / {x.rubric}" for x in cards))
        raise InputError([Problem("not-in-result", Place(cards[0].file), {"wanted": wanted, "allowed": held})])
    return found


def common_rubrics(initiatives: Sequence[Initiative]) -> list[str]:
    """The lenses that all the initiatives are rated on; where there is none, the bundled rubrics that all are."""
    common = sorted(set.intersection(*(set(initiative.ratings) for initiative in initiatives)))
    lenses = [lens for lens in LENSES if lens in common]
    return lenses or [name for name in common if bundled_path("rubric", name)]


def sides(what: Opened, ref: str, rubrics: Sequence[Rubric], lang: str) -> list[Side]:
    """A side of `ref` for each saved scorecard, or for the initiative on each rubric that it is rated on.

    Raises InputError.
    """
    if not isinstance(what, Initiative):
        return [_saved_side(saved, ref, lang) for saved in what]
    rated = [rubric for rubric in rubrics if what.rated_under(rubric) is not None]
    if not rated:
        raise InputError([unrated(what, rubrics)])
    problems = [problem for rubric in rated for problem in misfits(rubric, what)]
    if problems:
        raise InputError(problems)
    return [computed(evaluate(rubric, what), ref, lang) for rubric in rated]


def unrated(initiative: Initiative, rubrics: Sequence[Rubric]) -> Problem:
    """The fault of an initiative that has no ratings on any of the rubrics."""
    key = "no-ratings" if initiative.ratings else "no-ratings.none"
    params = {"initiative": initiative.id, "rubrics": [r.id for r in rubrics], "allowed": list(initiative.ratings)}
    return Problem(key, Place(initiative.file) if initiative.file else None, params)


def _saved_side(saved: SavedCard, ref: str, lang: str) -> Side:
    rubric, initiative = rebuilt(saved)
    card = evaluate(rubric, initiative)
    _check_agreement(saved, card)
    return remembered(card, saved.card, saved.options, ref, lang, has_evidence=has_evidence(saved))


def _check_agreement(saved: SavedCard, card: Scorecard) -> None:
    """Refuse a result whose scores do not follow from its own weights and ratings: nothing can be told from it."""
    scores = {score.node.id: score.score for score in card.nodes}
    nodes = enumerate(saved.card["nodes"])
    pairs = [("score", saved.card["score"], card.score)]
    pairs += [(f"nodes[{index}].score", node["score"], scores[node["id"]]) for index, node in nodes]
    for path, stored, found in pairs:
        if stored is None and found is None:
            continue
        if stored is None or found is None or abs(stored - found) > TOLERANCE:
            at = ".".join(part for part in (saved.where, path) if part)
            params = {"path": at, "stored": "null" if stored is None else stored, "found": _said(found)}
            raise InputError([Problem("result-disagrees", Place(saved.file, saved.line), params)])


def _said(score: float | None) -> float | str:
    return "null" if score is None else score
