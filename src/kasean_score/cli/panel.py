"""Scores one dossier after another under the options of one command: the part of a run that any process can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kasean_score.cli.batch import LENSES, all_faults, by_default, unrated
from kasean_score.cli.options import adjusted, replaced, restricted, set_ratings
from kasean_score.cli.output import paths_of, refuse_input
from kasean_score.errors import InputError
from kasean_score.files.catalog import load_rubric
from kasean_score.files.feed import Raw, careful_initiative, initiative_of
from kasean_score.files.texts import fast_digests
from kasean_score.model import Initiative, Rating, Rubric
from kasean_score.scoring.evaluate import Scorer
from kasean_score.scoring.fit import Fit
from kasean_score.scoring.variants import with_ratings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kasean_score.documents.shapes import OptionsDoc
    from kasean_score.errors import Problem
    from kasean_score.scoring.evaluate import Tally

__all__ = ["Asking", "Chunk", "Done", "Item", "Panel", "prepare_for_many"]

Item = Raw | Initiative | InputError
"""A dossier to be read, one that was read from a table, or what failed."""


class Asking(NamedTuple):
    """What a command asks of every dossier; all of it can be sent to another process.

    `rubrics` are those named, or with `by_default` those by which the names of nodes in `only` and `changes` are
    understood: a dossier is then scored on the rubrics that it is rated on.
    """

    rubrics: tuple[Rubric, ...]
    by_default: bool
    only: tuple[str, ...]
    changes: tuple[str, ...]
    power: float | None
    form: str
    options: OptionsDoc
    output: str | None


class Chunk(NamedTuple):
    """Some dossiers and how many bytes they were; `here` says that they must not leave this process."""

    items: tuple[Item, ...]
    size: int
    here: bool = False


class Done(NamedTuple):
    """What came of some dossiers: text for the output or documents, text for stderr, and how many of which."""

    text: str = ""
    documents: tuple[Any, ...] = ()
    faults: str = ""
    cards: int = 0
    problems: int = 0


class Lens(NamedTuple):
    """A rubric in use, with what it takes to score on it."""

    stated: Rubric
    replacing: Mapping[str, tuple[str, Rating]]
    fit: Fit
    scorer: Scorer


class Panel:
    """Reads, scores and writes dossiers."""

    def __init__(self, asking: Asking) -> None:
        self.asking = asking
        self.lang = asking.options["lang"]
        self._named = [lens for rubric in asking.rubrics for lens in self._lenses(rubric)]
        self._found: dict[str, list[Lens]] = {}
        self._write = _writer(asking)

    def work(self, items: Iterable[Item]) -> Done:
        """Score the dossiers in `items` and write what comes of it."""
        cards: list[Tally] = []
        problems: list[Problem] = []
        for item in items:
            scored, faults = self._scored(item)
            cards += scored
            problems += faults
        told = ""
        if problems:
            from kasean_score.render.problems import full

            told = "".join(f"{full([problem], self.lang)}\n" for problem in problems)
        text, documents = self._write(cards)
        return Done(text, documents, told, len(cards), len(problems))

    def is_sound(self, initiative: Initiative) -> bool:
        """Whether an initiative from a table can be scored without a word, so that its places are not needed."""
        return all(lens.fit.misfits(initiative) == [] for lens in self._named)

    def _scored(self, item: Item) -> tuple[list[Tally], list[Problem]]:
        if not isinstance(item, Raw):
            return self._faults(item) if isinstance(item, InputError) else self._cards(item)
        try:
            initiative = initiative_of(item)
        except InputError as error:
            return self._faults(error)
        refuse_input(self.asking.output, paths_of([initiative]))
        cards, problems = self._cards(initiative)
        if problems:  # they are reported with their places, which take longer to read
            cards, problems = self._cards(careful_initiative(item))
        return cards, problems

    def _faults(self, error: InputError) -> tuple[list[Tally], list[Problem]]:
        lenses = self._lenses_of(error.partial) if isinstance(error.partial, Initiative) else []
        return [], all_faults(error, [lens.stated for lens in lenses])

    def _cards(self, initiative: Initiative) -> tuple[list[Tally], list[Problem]]:
        rubrics = [lens.stated for lens in self._named]
        if self.asking.by_default:
            if not by_default(initiative):
                return [], [unrated(initiative, LENSES)]
        elif rubrics and not any(initiative.rated_under(rubric) for rubric in rubrics):
            return [], [unrated(initiative, [rubric.id for rubric in rubrics])]
        cards: list[Tally] = []
        problems: list[Problem] = []
        for lens in self._lenses_of(initiative):
            if initiative.rated_under(lens.stated) is None:
                problems.append(unrated(initiative, [lens.stated.id]))
                continue
            new = replaced(initiative.ratings_on(lens.scorer.rubric), lens.replacing) if lens.replacing else {}
            changed = with_ratings(initiative, lens.scorer.rubric, new) if new else initiative
            found = lens.fit.misfits(changed)
            problems += found
            if not found:
                cards.append(lens.scorer.tally(changed))
        return cards, problems

    def _lenses_of(self, initiative: Initiative) -> list[Lens]:
        if not self.asking.by_default:
            return self._named
        return [lens for name in by_default(initiative) for lens in self._lens_named(name)]

    def _lens_named(self, name: str) -> list[Lens]:
        if name not in self._found:
            known = {rubric.id: rubric for rubric in self.asking.rubrics}
            self._found[name] = self._lenses(known.get(name) or load_rubric(name))
        return self._found[name]

    def _lenses(self, rubric: Rubric) -> list[Lens]:
        """The rubric as the options want it used; nothing where it has none of the nodes asked for."""
        asking = self.asking
        others = [one for one in asking.rubrics if one is not rubric]
        kept, _ = restricted([rubric, *others], asking.only)
        if not kept or kept[0].stated is not rubric:
            return []
        options = asking.options
        used = adjusted(kept[0].used, options["weights"], asking.power, options["min_coverage"])
        replacing = set_ratings([used, *[one.used for one in kept[1:]]], asking.changes)[0]
        return [Lens(rubric, replacing, Fit(rubric), Scorer(used))]


def _writer(asking: Asking) -> Callable[[Sequence[Tally]], tuple[str, tuple[Any, ...]]]:
    """What makes text of scorecards, without a head, or documents where the format needs all of them at once."""
    if asking.options["interval"] is not None:
        return _simulating(asking)
    if asking.form == "csv":
        from kasean_score.render.csv_cards import CsvCards

        rows = CsvCards(asking.options)
        return lambda tallies: (rows.lines(tallies), ())
    if asking.form == "jsonl":
        from kasean_score.render.json_cards import JsonCards

        objects = JsonCards(asking.options)
        return lambda tallies: (objects.lines([tally.scorecard() for tally in tallies]), ())
    from kasean_score.documents.scorecard import document

    def documents(tallies: Sequence[Tally]) -> tuple[str, tuple[Any, ...]]:
        return "", tuple(document([tally.scorecard() for tally in tallies], asking.options)["scorecards"])

    return documents


def _simulating(asking: Asking) -> Callable[[Sequence[Tally]], tuple[str, tuple[Any, ...]]]:
    """The same where each scorecard is simulated too, beside which writing it takes no time."""
    from kasean_score.cli.intervals import simulated
    from kasean_score.documents.rows import scorecards as records
    from kasean_score.documents.scorecard import document
    from kasean_score.render.csv import table
    from kasean_score.render.json import lines

    def write(tallies: Sequence[Tally]) -> tuple[str, tuple[Any, ...]]:
        cards = [tally.scorecard() for tally in tallies]
        doc = document(cards, asking.options, simulated(cards, asking.options["interval"]))
        if asking.form == "csv":
            return table(records(doc)).partition("\n")[2], ()
        return (lines(doc), ()) if asking.form == "jsonl" else ("", tuple(doc["scorecards"]))

    return write


def prepare_for_many(items: Iterable[Item]) -> None:
    """From here on do what only pays in a long run, as in one that lasts a tenth of a second it does not.

    `items` are dossiers as those to come: where each has a digest, it pays to take them fast, which costs 3 MB. Cycles
    are collected, though rarely: references alone free nearly all there is.
    """
    import gc

    if any(isinstance(item, Raw) for item in items):
        fast_digests()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()
