"""`verify`: whether a saved result is what its rubric and its initiative give."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Any, Generic, Literal, TypeVar

import typer

from kasean_score.cli.shared import Bom, Form, Lang, Output, answer, finish
from kasean_score.errors import InputError, Place, Problem
from kasean_score.messages import LANGUAGES, language_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kasean_score.documents.shapes import OptionsDoc, ScorecardDoc, SimulationDoc
    from kasean_score.documents.verification import CheckedDoc
    from kasean_score.files.results import SavedCard
    from kasean_score.model import Initiative, Rubric

__all__ = ["verify"]

DIFFERS = 1
HEAD = ("schema", "tool", "options")
"""Keys that a line of JSON Lines has beside those of its scorecard."""
File = TypeVar("File", bound="Rubric | Initiative")


def verify(
    result: Annotated[str, typer.Argument(metavar="RESULT", help="option.result")],
    rubric: Annotated[
        list[str] | None, typer.Option("-r", "--rubric-file", "--rubric", metavar="FILE", help="option.verify_rubric")
    ] = None,
    initiative: Annotated[
        list[str] | None, typer.Option("--initiative", metavar="FILE", help="option.verify_initiative")
    ] = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli.output import refuse_input
    from kasean_score.documents.verification import verification
    from kasean_score.files.catalog import load_initiative, load_rubric
    from kasean_score.files.results import MAX_BYTES, read_results
    from kasean_score.files.texts import read_text

    words = lang or language_from(os.environ)
    named = [result, *(rubric or []), *(initiative or [])]
    if named.count("-") > 1:
        raise InputError.of("stdin-twice")
    cards = read_results(read_text(result, limit=MAX_BYTES))
    rubrics = _Files("rubric", load_rubric, rubric or [])
    initiatives = _Files("initiative", load_initiative, initiative or [])
    checked: list[CheckedDoc] = []
    problems: list[Problem] = []
    for saved in cards:
        try:
            checked.append(_checked(saved, rubrics.of(saved), initiatives.of(saved)))
        except InputError as error:
            problems += [problem for problem in error.problems if problem not in problems]
    problems += [*rubrics.unused(cards), *initiatives.unused(cards)]
    refuse_input(output, [*named, *rubrics.paths(), *initiatives.paths()])
    doc = verification(result, checked, words, complete=not problems)
    if checked:
        answer("verification", doc, form, output, words, bom=bom)
    finish(problems, len(checked), words)
    if doc["verdict"] == "differs":
        raise typer.Exit(DIFFERS)


class _Files(Generic[File]):
    """Rubrics or initiatives by id: those named on the command line, else the bundled ones, each read once."""

    def __init__(self, kind: Literal["rubric", "initiative"], load: Callable[[str], File], refs: Iterable[str]) -> None:
        self.kind = kind
        self.load = load
        self.named = {one.id: one for one in map(load, refs)}
        self.bundled: dict[str, File] = {}

    def of(self, saved: SavedCard) -> File:
        """The file behind a saved scorecard. Raises InputError where there is none of its id."""
        from kasean_score.files.refs import bundled_path

        name = saved.card[self.kind]["id"]
        if name in self.named:
            return self.named[name]
        if name not in self.bundled:
            if bundled_path(self.kind, name) is None:  # never a path: a result names ids alone
                raise InputError([Problem(f"verify-no-{self.kind}", Place(saved.file, saved.line), {"name": name})])
            self.bundled[name] = self.load(name)
        return self.bundled[name]

    def unused(self, cards: Iterable[SavedCard]) -> list[Problem]:
        """A fault for each file named that the result has nothing of."""
        held = list(dict.fromkeys(card.card[self.kind]["id"] for card in cards))
        unknown = [name for name in self.named if name not in held]
        return [Problem("verify-unused", params={"name": name, "held": held}) for name in unknown]

    def paths(self) -> Iterator[str]:
        from kasean_score.cli.output import paths_of

        yield from paths_of([*self.named.values(), *self.bundled.values()])


def _checked(saved: SavedCard, rubric: Rubric, initiative: Initiative) -> CheckedDoc:
    from kasean_score.documents.verification import compared

    stored = {name: value for name, value in saved.card.items() if name not in HEAD}
    found = compared(stored, _recomputed(saved, rubric, initiative), saved.where, saved.tool)
    return {
        "where": saved.where,
        "line": saved.line,
        "rubric": saved.rubric,
        "initiative": saved.initiative,
        "tool": saved.tool,
        "verdict": "differs" if found.differences else "same",
        "values": found.values,
        "rounding": found.rounding,
        "uncompared": found.uncompared,
        "differences": found.differences,
    }


def _recomputed(saved: SavedCard, rubric: Rubric, initiative: Initiative) -> ScorecardDoc:
    """The scorecard that the files give under the options stored in the result. Raises InputError."""
    from kasean_score.cli.intervals import simulated
    from kasean_score.cli.options import replaced, set_ratings
    from kasean_score.cli.sides import unrated
    from kasean_score.documents.scorecard import document
    from kasean_score.scoring.evaluate import evaluate
    from kasean_score.scoring.fit import misfits
    from kasean_score.scoring.variants import with_ratings

    if initiative.rated_under(rubric) is None:
        raise InputError([unrated(initiative, [rubric])])
    options = _options(saved)
    used = _used(rubric, options)
    here = {criterion.id for criterion in used.criteria()}
    typed = [f"{address}={state}" for address, state in options["set"].items() if address in here]
    new = replaced(initiative.ratings_on(used), set_ratings([used], typed)[0])
    changed = with_ratings(initiative, used, new) if new else initiative
    problems = misfits(rubric, changed)
    if problems:
        raise InputError(problems)
    cards = [evaluate(used, changed)]
    return document(cards, options, simulated(cards, options["interval"]))["scorecards"][0]


def _options(saved: SavedCard) -> OptionsDoc:
    """The options of a result, checked to be ones that can be applied."""
    from kasean_score.documents.scorecard import AS_STATED
    from kasean_score.files.results import wrong_field

    options: Any = {**AS_STATED, **saved.options}
    for name, value in options.items():
        known = {"lang": LANGUAGES, "view": (None, "dac")}.get(name, (value,))
        if value not in known or (name not in AS_STATED and value):
            wrong_field(saved._replace(where="options"), name, value)
    if options["interval"] is not None:
        _check_simulation(options["interval"])
    checked: OptionsDoc = options
    return checked


def _check_simulation(interval: SimulationDoc) -> None:
    """Raise InputError where the options of a simulation are none that a person could have typed."""
    from kasean_score.cli.intervals import asked

    asked(True, interval["vary"], str(interval["draws"]), str(interval["seed"]))


def _used(rubric: Rubric, options: OptionsDoc) -> Rubric:
    """The rubric as the options want it: cut down, with other weights, aggregation or minimum coverage."""
    from kasean_score.cli.options import adjusted, power_of, restricted, share_of

    known = {node.id for node in rubric.nodes()}
    wanted = [address for address in options["only"] if address in known] or options["only"]
    kept, _ = restricted([rubric], wanted)
    power = None if options["aggregate"] is None else power_of(options["aggregate"])
    share = None if options["min_coverage"] is None else share_of(repr(options["min_coverage"]))
    return adjusted(kept[0].used, options["weights"], power, share)
