"""Several initiatives on several rubrics: what can be scored is scored, what cannot is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kasean_score.cli.options import Asked, replaced, set_ratings
from kasean_score.errors import InputError, Place, Problem, in_file_order
from kasean_score.files.catalog import bundled_path, expand, load_initiative, load_rubric
from kasean_score.model import Initiative
from kasean_score.scoring.evaluate import Scorecard, evaluate
from kasean_score.scoring.fit import misfits
from kasean_score.scoring.variants import with_ratings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kasean_score.model import Rubric

__all__ = ["Batch", "Inputs", "load", "score", "scored"]

HEADLINE = ("nsp", "kasi", "think-tank")
LENSES = ("reset-plan", "three-pillars")
Thing = TypeVar("Thing")


class Inputs(NamedTuple):
    """What was asked for and could be read, and the faults of what could not."""

    initiatives: list[Initiative]
    rubrics: list[Rubric]
    problems: list[Problem]
    by_default: bool


class Batch(NamedTuple):
    """Scorecards in the order asked for, the ratings replaced (address: state as typed), and every fault."""

    scorecards: list[Scorecard]
    changes: dict[str, str]
    problems: list[Problem]


def load(refs: Sequence[str], rubric_refs: Sequence[str]) -> Inputs:
    """Read initiatives and rubrics; by default the headline three, and the lenses that any of them is rated on."""
    if [*refs, *rubric_refs].count("-") > 1:
        raise InputError.of("stdin-twice")
    found, problems = expand(refs or HEADLINE)
    initiatives, failures = _each(load_initiative, found)
    partial = [failure.partial for failure in failures if isinstance(failure.partial, Initiative)]
    rubrics, faulty = _each(load_rubric, rubric_refs or list(_rated_on([*initiatives, *partial])))
    for failure in failures:
        problems += _all_faults(failure, rubrics)
    for failure in faulty:
        problems += failure.problems
    return Inputs(initiatives, rubrics, problems, by_default=not rubric_refs)


def scored(refs: Sequence[str], rubric_refs: Sequence[str]) -> Batch:
    """Read and score initiatives on rubrics as they are stated; the defaults are those of `load`."""
    inputs = load(refs, rubric_refs)
    return score(inputs, [Asked(rubric, rubric) for rubric in inputs.rubrics], ())


def score(inputs: Inputs, asked: Sequence[Asked], typed: Iterable[str]) -> Batch:
    """Score every initiative on each rubric asked for."""
    changes = set_ratings([one.used for one in asked], typed)
    problems = list(inputs.problems)
    scorecards: list[Scorecard] = []
    for initiative in inputs.initiatives if inputs.rubrics or inputs.by_default else ():
        if not any(initiative.rated_under(rubric) for rubric in inputs.rubrics):
            problems.append(_unrated(initiative, inputs))
            continue
        for (stated, rubric), replacing in zip(asked, changes, strict=True):
            under = initiative.rated_under(rubric)
            if under is None and not inputs.by_default:
                problems.append(_unrated(initiative, inputs, rubric))
            if under is None:
                continue
            new = replaced(initiative.ratings_on(rubric), replacing)
            changed = with_ratings(initiative, rubric, new) if new else initiative
            found = misfits(stated, changed)
            problems += found
            if not found:
                scorecards.append(evaluate(rubric, changed))
    states = {address: state for by_address in changes for address, (state, _) in by_address.items()}
    return Batch(scorecards, states, problems)


def _rated_on(initiatives: Sequence[Initiative]) -> Iterator[str]:
    """The lenses that any initiative is rated on; where one is on neither, the bundled rubrics that it is rated on."""
    rated = {rubric_id for initiative in initiatives for rubric_id in initiative.ratings}
    yield from (lens for lens in LENSES if lens in rated)
    others = {name for one in initiatives if not one.ratings.keys() & set(LENSES) for name in one.ratings}
    yield from (name for name in sorted(others) if bundled_path("rubric", name))


def _each(read: Callable[[str], Thing], refs: Iterable[str]) -> tuple[list[Thing], list[InputError]]:
    things, failures = [], []
    for ref in refs:
        try:
            things.append(read(ref))
        except InputError as error:
            failures.append(error)
    return things, failures


def _all_faults(failure: InputError, rubrics: Iterable[Rubric]) -> list[Problem]:
    """The faults of a dossier, and those that its sound ratings have on the rubrics."""
    if not isinstance(failure.partial, Initiative):
        return list(failure.problems)
    further = [problem for rubric in rubrics for problem in misfits(rubric, failure.partial)]
    return in_file_order([*failure.problems, *further])


def _unrated(initiative: Initiative, inputs: Inputs, rubric: Rubric | None = None) -> Problem:
    wanted = [rubric.id] if rubric else [r.id for r in inputs.rubrics] or list(LENSES)
    key = "no-ratings" if initiative.ratings else "no-ratings.none"
    rated_on = list(initiative.ratings)
    place = Place(initiative.file) if initiative.file else None
    return Problem(key, place, {"initiative": initiative.id, "rubrics": wanted, "allowed": rated_on})
