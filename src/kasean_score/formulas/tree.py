"""The formulas of a rubric: of criteria from the cells of their ratings, of groups from their members, of bands."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.formulas.means import extreme, mean, term
from kasean_score.formulas.text import array, fold, nested, number, quoted
from kasean_score.model import ANY_GROUP, Criterion, Group, is_condition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kasean_score.model import AppliesTo, Limit, Measure, Node, Rubric

__all__ = [
    "HELPERS",
    "READINGS",
    "TOLERANCE",
    "Columns",
    "Figures",
    "Given",
    "Tree",
    "band_rank",
    "barred",
    "criterion_figures",
]

TOLERANCE = "1E-09"
"""That of `scoring.limits`: a score this close below a threshold has reached it."""
HELPERS = 12
"""Columns of intermediate figures that a tree needs."""
READINGS = ("score", "low", "high")


class Given(NamedTuple):
    """The cells that hold one criterion's rating.

    `gone` is a condition, as a formula without its sign, under which the criterion does not apply.
    """

    level: str
    level_to: str = ""
    value: str = ""
    low: str = ""
    high: str = ""
    gone: str = "FALSE"


class Figures(NamedTuple):
    """The formulas of one node: score and bounds of 0 to 100, and coverage of 0 to 1."""

    score: str
    low: str
    high: str
    coverage: str


class Columns(NamedTuple):
    """The letters of the columns of a tree: its figures, the nodes' weights and `HELPERS` more."""

    score: str
    low: str
    high: str
    coverage: str
    weight: str
    helpers: tuple[str, ...]


def barred(wanted: AppliesTo, type_cell: str, stage_cell: str, said: Mapping[str, Sequence[str]]) -> str:
    """The condition that a type or a stage is stated for which a criterion is not asked.

    `said` has the texts that may stand in the cells for each type and stage.
    """
    parts = []
    for cell, names in ((type_cell, wanted.type), (stage_cell, wanted.stage)):
        if names:
            texts = dict.fromkeys(text for name in names for text in said[name])
            others = [f"{cell}<>{quoted(text)}" for text in texts]
            parts.append(f'AND({cell}<>"",{",".join(others)})')
    return f"OR({','.join(parts)})" if parts else "FALSE"


def criterion_figures(rubric: Rubric, criterion: Criterion, given: Given, coverage: str) -> Figures:
    """The formulas of a criterion; `coverage` is the cell that its coverage will stand in: 1, 0, or no figure.

    A rating that `evaluate` would refuse, as a level that there is not or a range that runs backwards, is not rated.
    """
    if criterion.measure is None:
        return _level_figures(rubric, criterion, given, coverage)
    return _measure_figures(criterion.measure, given, coverage)


def _figures(
    given: Given, coverage: str, sound: str, values: tuple[str, str, str], ends: tuple[float, float]
) -> Figures:
    score, low, high = values
    return Figures(
        f'=IF({coverage}=1,{score},"")',
        f'=IF({coverage}="","",IF({coverage}=1,{low},{number(ends[0])}))',
        f'=IF({coverage}="","",IF({coverage}=1,{high},{number(ends[1])}))',
        f'=IF({given.gone},"",IF({sound},1,0))',
    )


def _level_figures(rubric: Rubric, criterion: Criterion, given: Given, coverage: str) -> Figures:
    level, to = given.level, given.level_to
    allowed = rubric.levels_of(criterion)
    values = {one.level: one.value for one in rubric.scale}
    listed = array(allowed)
    # An empty cell counts as 0 in MATCH, hence ISNUMBER first.
    known = f"ISNUMBER({level}),ISNUMBER(MATCH({level},{listed},0))"
    ordered = f'OR({to}="",AND(ISNUMBER({to}),ISNUMBER(MATCH({to},{listed},0)),{to}>={level}))'
    first, last = (_level_value(rubric, cell) for cell in (level, _upper(given)))
    ends = [values[one] for one in allowed]
    return _figures(
        given, coverage, f"AND({known},{ordered})", (f"({first}+{last})/2", first, last), (min(ends), max(ends))
    )


def _upper(given: Given) -> str:
    return f'IF({given.level_to}="",{given.level},{given.level_to})'


def _level_value(rubric: Rubric, cell: str) -> str:
    top = len(rubric.scale) - 1
    if all(one.value == 100.0 * one.level / top for one in rubric.scale):
        return f"100*{cell}/{top}"
    return f"INDEX({array([one.value for one in rubric.scale])},{cell}+1)"


def _measure_figures(measure: Measure, given: Given, coverage: str) -> Figures:
    value, low, high = given.value, given.low, given.high
    parts = [f'{given.level}=""', f"ISNUMBER({value})"]
    parts += [
        f'OR({low}="",AND(ISNUMBER({low}),{low}<={value}))',
        f'OR({high}="",AND(ISNUMBER({high}),{high}>={value}))',
    ]
    if measure.log:
        parts += [f"{value}>0", f'OR({low}="",{low}>0)']
    score = _measured(measure, value)
    others = [f'IF({cell}="",{score},{_measured(measure, cell)})' for cell in (low, high)]
    bounds = [f"{name}({score},{','.join(others)})" for name in ("MIN", "MAX")]
    return _figures(given, coverage, f"AND({','.join(parts)})", (score, bounds[0], bounds[1]), (0.0, 100.0))


def _measured(measure: Measure, cell: str) -> str:
    x, worst, best = cell, number(measure.worst), number(measure.best)
    if measure.log:
        x, worst, best = (f"LN({one})" for one in (x, worst, best))
    return f"100*MIN(MAX(({x}-{worst})/({best}-{worst}),0),1)"


class Tree:
    """The formulas of a rubric's groups and of the whole, whose figures stand in rows of one sheet.

    `rows` has the row of each node by its address, and that of the whole under the empty one. Weights are read from
    their cells alone, so they may be changed there; one that is not above zero takes its node out of the count.
    """

    def __init__(self, rubric: Rubric, rows: Mapping[str, int], columns: Columns) -> None:
        self.rubric = rubric
        self.rows = rows
        self.columns = columns
        self.root = Group("", rubric.title, rubric.groups)

    def cells(self) -> Iterator[tuple[str, str]]:
        """Every cell that needs a formula, with it: the figures of groups, and the helpers of all nodes."""
        yield from self._group(self.root)
        for node in self.rubric.nodes():
            if isinstance(node, Group):
                yield from self._group(node)

    def _power(self, group: Group) -> float:
        return self.rubric.aggregate if group.aggregate is None else group.aggregate

    def _group(self, group: Group) -> Iterator[tuple[str, str]]:
        row, columns, power = self.rows[group.id], self.columns, self._power(group)
        members = [child for child in group.children if not is_condition(child)]
        rows = sorted(self.rows[child.id] for child in members)
        present, weights_rated, weights_all, covered = (
            fold("COUNT", columns.helpers[1], rows),
            fold("SUM", columns.helpers[0], rows),
            fold("SUM", columns.helpers[1], rows),
            fold("SUM", columns.helpers[2], rows),
        )
        rated = fold("COUNT", columns.helpers[0], rows)
        for at, name in enumerate(READINGS):
            letter: str = getattr(columns, name)
            terms, reference = columns.helpers[3 + at], f"{columns.helpers[6 + at]}{row}"
            counted = columns.helpers[9 + at]
            total, count = (weights_rated, rated) if name == "score" else (weights_all, present)
            function = extreme(power)
            if function:
                yield reference, f'=IF({count}=0,"",{fold(function, counted, rows)})'
            made = mean(power, fold("SUM", terms, rows), total, reference) or fold("MIN", counted, rows)
            yield f"{letter}{row}", f'=IF({count}=0,"",{made})'
            for one in rows:
                figure, weight = f"{letter}{one}", f"{columns.weight}{one}"
                if power == 1:
                    yield f"{terms}{one}", f'=IF({_counts(figure, weight)},{weight}*{figure},"")'
                    continue
                yield f"{counted}{one}", f'=IF({_counts(figure, weight)},{figure},"")'
                if power != -inf:
                    yield f"{terms}{one}", term(power, f"{counted}{one}", weight, reference)
        yield f"{columns.coverage}{row}", f'=IF({present}=0,"",{covered}/{weights_all})'
        for one in rows:
            weight, low = f"{columns.weight}{one}", f"{columns.low}{one}"
            scored, applies = _counts(f"{columns.score}{one}", weight), _counts(low, weight)
            yield f"{columns.helpers[0]}{one}", f'=IF({scored},{weight},"")'
            yield f"{columns.helpers[1]}{one}", f'=IF({applies},{weight},"")'
            yield f"{columns.helpers[2]}{one}", f'=IF({applies},{weight}*{columns.coverage}{one},"")'

    def limit_meets(self, limit: Limit, reading: str, given: Mapping[str, Given]) -> str:
        """The condition that a limit holds: as scored, or with all that is open read at its worst or its best."""
        watched: Iterable[str] = (str(limit.when.criterion or limit.when.group),)
        if limit.when.group == ANY_GROUP:
            watched = [group.id for group in self.rubric.groups]
        nodes: dict[str, Node] = {node.id: node for node in self.rubric.nodes()}
        parts = [self._meets(limit, reading, nodes[address], given) for address in watched]
        return parts[0] if len(parts) == 1 else nested("OR", parts)

    def _meets(self, limit: Limit, reading: str, node: Node, given: Mapping[str, Given]) -> str:
        row, columns = self.rows[node.id], self.columns
        if isinstance(node, Criterion) and limit.when.at_most is not None:
            cells, rated = given[node.id], f"{columns.coverage}{row}"
            said = {
                "score": f"({cells.level}+{_upper(cells)})/2",
                "low": cells.level,
                "high": _upper(cells),
            }[reading]
            levels = self.rubric.levels_of(node)
            most = limit.when.at_most
            open_ = {"score": False, "low": min(levels) <= most, "high": max(levels) <= most}[reading]
            return f"IF({rated}=1,{said}<={number(most)},IF({rated}=0,{str(open_).upper()},FALSE))"
        cell = f"{getattr(columns, reading)}{row}"
        return f"IF(ISNUMBER({cell}),{cell}<{number(limit.when.below or 0.0)}-{TOLERANCE},FALSE)"


def band_rank(rubric: Rubric, score: str, coverage: str | None, meets: Sequence[str]) -> str:
    """Which band a score has, limits applied: 1 is the highest, one more than there are means not demonstrated.

    `meets` are the cells that tell which limits hold, in the rubric's order. Without `coverage` any will do.
    """
    none = len(rubric.bands) + 1
    starts = array([band.at_least for band in reversed(rubric.bands)])
    by_score = f"IFERROR({none}-MATCH({score}+{TOLERANCE},{starts},1),{none - 1})"
    ranks = {band.id: rank for rank, band in enumerate(rubric.bands, 1)}
    caps = [
        f"IF({cell},{ranks.get(limit.band_at_most, none)},0)" for limit, cell in zip(rubric.limits, meets, strict=True)
    ]
    capped = nested("MAX", [by_score, *caps]) if caps else by_score
    enough = "" if coverage is None else f",{coverage}>={number(rubric.min_coverage)}-{TOLERANCE}"
    return f"=IF(AND(ISNUMBER({score}){enough}),{capped},{none})"


def _counts(figure: str, weight: str) -> str:
    """The condition that a node with this figure has a part in its group's."""
    return f"AND(ISNUMBER({figure}),N({weight})>0)"
