"""Several initiatives on several rubrics: what can be scored is scored, what cannot is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kasean_score.cli.options import Asked, replaced, set_ratings
from kasean_score.cli.tables import initiatives_of
from kasean_score.errors import InputError, Place, Problem, in_file_order
from kasean_score.files.catalog import expand, load_rubric
from kasean_score.files.refs import bundled_path
from kasean_score.model import Initiative
from kasean_score.scoring.evaluate import Scorecard, evaluate
from kasean_score.scoring.fit import misfits
from kasean_score.scoring.variants import with_ratings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kasean_score.model import Rubric

__all__ = ["HEADLINE", "LENSES", "Batch", "Inputs", "all_faults", "by_default", "load", "score", "scored", "unrated"]

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
    stated, faulty = _each(load_rubric, rubric_refs)
    read = [one for ref in found for one in initiatives_of(ref, rubric_refs, stated)]
    initiatives = [one for one in read if isinstance(one, Initiative)]
    failures = [one for one in read if isinstance(one, InputError)]
    partial = [failure.partial for failure in failures if isinstance(failure.partial, Initiative)]
    wanted = {name for initiative in (*initiatives, *partial) for name in by_default(initiative)}
    defaults = [*(lens for lens in LENSES if lens in wanted), *sorted(wanted.difference(LENSES))]
    rubrics, faulty = (stated, faulty) if rubric_refs else _each(load_rubric, defaults)
    for failure in failures:
        problems += all_faults(failure, rubrics)
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
            problems.append(unrated(initiative, [rubric.id for rubric in inputs.rubrics] or LENSES))
            continue
        for (stated, rubric), replacing in zip(asked, changes, strict=True):
            if inputs.by_default and rubric.id not in by_default(initiative):
                continue
            if initiative.rated_under(rubric) is None:
                problems.append(unrated(initiative, [rubric.id]))
                continue
            new = replaced(initiative.ratings_on(rubric), replacing)
            changed = with_ratings(initiative, rubric, new) if new else initiative
            found = misfits(stated, changed)
            problems += found
            if not found:
                scorecards.append(evaluate(rubric, changed))
    states = {address: state for by_address in changes for address, (state, _) in by_address.items()}
    return Batch(scorecards, states, problems)


def by_default(initiative: Initiative) -> list[str]:
    """The lenses that an initiative is rated on; where it is on neither, the bundled rubrics that it is rated on."""
    lenses = [lens for lens in LENSES if lens in initiative.ratings]
    return lenses or [name for name in sorted(initiative.ratings) if bundled_path("rubric", name)]


def _each(read: Callable[[str], Thing], refs: Iterable[str]) -> tuple[list[Thing], list[InputError]]:
    things, failures = [], []
    for ref in refs:
        try:
            things.append(read(ref))
        except InputError as error:
            failures.append(error)
    return things, failures


def all_faults(failure: InputError, rubrics: Iterable[Rubric]) -> list[Problem]:
    """The faults of a dossier, and those that its sound ratings have on the rubrics."""
    if not isinstance(failure.partial, Initiative):
        return list(failure.problems)
    further = [problem for rubric in rubrics for problem in misfits(rubric, failure.partial)]
    return in_file_order([*failure.problems, *further])


def unrated(initiative: Initiative, wanted: Sequence[str]) -> Problem:
    """The fault of a dossier that has no ratings on the rubrics wanted."""
    key = "no-ratings" if initiative.ratings else "no-ratings.none"
    rated_on = list(initiative.ratings)
    place = Place(initiative.file) if initiative.file else None
    return Problem(key, place, {"initiative": initiative.id, "rubrics": list(wanted), "allowed": rated_on})
