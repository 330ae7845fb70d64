"""What moves scores and the order as a part of the robustness document."""

from __future__ import annotations

from math import isnan, sqrt
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict

from kasean_score.model import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.robust.draws import Problem
    from kasean_score.robust.oneway import Dropped, Sweep
    from kasean_score.robust.sensitivity import Influence, Moved, Sensitivity
    from kasean_score.robust.sobol import Index

__all__ = ["SensitivityDoc", "records", "section"]

Ends = list[float]


class IndexDoc(TypedDict):
    value: Annotated[float, "A part of the variance, 0 to 1; an estimate, which near 0 may come out below it."]
    bounds: Annotated[Ends, "5-95 % of resamples of the points."]


class InfluenceDoc(TypedDict):
    kind: Literal["weights", "weight", "rating", "aggregation"]
    node: Annotated[str | None, "Weights: address of the group whose children they are of, null for the whole."]
    title: Annotated[str | None, "Title of the node."]
    initiative: Annotated[str | None, "Label of the initiative whose rating it is."]
    first: Annotated[IndexDoc | None, "Part of the variance that would go if this alone were known."]
    total: Annotated[IndexDoc | None, "Part of the variance that would stay if all others were known."]
    range: Annotated[Ends | None, "5-95 % of the score when this alone varies and all else is as stated."]


class MovedDoc(TypedDict):
    label: Annotated[str | None, "The initiative's label; null for the rank shift."]
    stated: Annotated[float | None, "The value with everything as stated."]
    mean: Annotated[float, "With all inputs varied together."]
    deviation: Annotated[float, "Standard deviation, likewise."]
    influences: Annotated[list[InfluenceDoc], "By total index, strongest first."]


class TurnedDoc(TypedDict):
    above: str
    below: str


class WithoutDoc(TypedDict):
    node: Annotated[str, "Address of the criterion left out."]
    title: str
    scores: Annotated[list[float | None], "In the order of the initiatives."]
    changes: Annotated[list[float | None], "Points against the score as stated."]
    turned: Annotated[list[TurnedDoc], "Pairs of which the one is now above the other, and was not."]
    order_changes: Annotated[bool, "Also where two are now equal that were not."]


class CrossingDoc(TypedDict):
    at: Annotated[float, "Share (0 to 1) from which on the one stands above the other."]
    above: str
    below: str


class SweepDoc(TypedDict):
    node: Annotated[str, "Address of the node whose share is swept, its siblings keeping their proportions."]
    title: str
    stated: Annotated[float, "Its share (0 to 1) among its siblings as stated."]
    shares: list[float]
    scores: Annotated[list[list[float | None]], "For each initiative, at each share."]
    ranks: Annotated[list[list[float | None]], "1 for the highest score; ties share the mean of their ranks."]
    crossings: list[CrossingDoc]


class SensitivityDoc(TypedDict):
    points: Annotated[int, "Quasi-random points of each of the two base sets."]
    resamples: Annotated[int, "Resamples behind the bounds."]
    seed: int
    initiatives: Annotated[list[str], "Labels, in the order of all lists of scores."]
    scores: Annotated[list[MovedDoc], "What moves each score; of those that have one."]
    rank_shift: Annotated[MovedDoc | None, "What moves the order: mean places from the stated ranks."]
    left_out: Annotated[list[WithoutDoc], "Each criterion left out, in rubric order."]
    sweeps: list[SweepDoc]


def section(
    found: Sensitivity,
    dropped: Sequence[Dropped],
    sweeps: Sequence[Sweep],
    problem: Problem,
    labels: Sequence[str],
    stated: Sequence[float | None],
    lang: str,
) -> SensitivityDoc:
    """The section; `labels` and the `stated` scores are those of the problem's initiatives."""
    writer = _Writer(problem, labels, lang)
    return {
        "points": found.points,
        "resamples": found.resamples,
        "seed": found.seed,
        "initiatives": list(labels),
        "scores": [writer.moved(one) for one in found.scores],
        "rank_shift": None if found.rank_shift is None else writer.moved(found.rank_shift),
        "left_out": [writer.left_out(one, stated) for one in dropped],
        "sweeps": [writer.sweep(one) for one in sweeps],
    }


class _Writer:
    """Writes what was found about one problem in one language."""

    def __init__(self, problem: Problem, labels: Sequence[str], lang: str) -> None:
        self.ids = problem.tree.ids
        self.titles = [in_language(node.title, lang) for node in problem.tree.outline.nodes]
        self.labels = labels

    def moved(self, one: Moved) -> MovedDoc:
        return {
            "label": None if one.row is None else self.labels[one.row],
            "stated": one.stated,
            "mean": one.mean,
            "deviation": sqrt(one.variance),
            "influences": [self.influence(influence) for influence in one.influences],
        }

    def influence(self, one: Influence) -> InfluenceDoc:
        kind, node, row = one.input
        named = bool(node)
        return {
            "kind": kind,
            "node": self.ids[node] if named else None,
            "title": self.titles[node] if named else None,
            "initiative": None if row is None else self.labels[row],
            "first": _index(one.first),
            "total": _index(one.total),
            "range": None if one.low is None or one.high is None else [one.low, one.high],
        }

    def left_out(self, one: Dropped, stated: Sequence[float | None]) -> WithoutDoc:
        scores = _listed(one.scores.tolist())
        pairs = zip(scores, stated, strict=True)
        return {
            "node": self.ids[one.node],
            "title": self.titles[one.node],
            "scores": scores,
            "changes": [None if now is None or was is None else now - was for now, was in pairs],
            "turned": [{"above": self.labels[first], "below": self.labels[second]} for first, second in one.turned],
            "order_changes": one.changes,
        }

    def sweep(self, one: Sweep) -> SweepDoc:
        return {
            "node": self.ids[one.node],
            "title": self.titles[one.node],
            "stated": one.stated,
            "shares": one.shares.tolist(),
            "scores": [_listed(row) for row in one.scores.tolist()],
            "ranks": [_listed(row) for row in one.ranks.tolist()],
            "crossings": [
                {"at": at, "above": self.labels[first], "below": self.labels[second]}
                for at, first, second in one.crossings
            ],
        }


def _index(one: Index | None) -> IndexDoc | None:
    return None if one is None else {"value": one.value, "bounds": [one.low, one.high]}


def _listed(numbers: Sequence[float]) -> list[float | None]:
    return [None if isnan(number) else number for number in numbers]


def records(doc: SensitivityDoc) -> Iterator[dict[str, Any]]:
    """Flat records of one figure each, all with the same keys.

    Of an index there are three: the value and both bounds. The inputs of the whole (`weights` at the top, the
    `aggregation`) have no node.
    """
    shift = doc["rank_shift"]
    for moved in [*doc["scores"], *([] if shift is None else [shift])]:
        yield from _moved(moved)
    for dropped in doc["left_out"]:
        for label, score, change in zip(doc["initiatives"], dropped["scores"], dropped["changes"], strict=True):
            yield _record("left_out", "score", score, label, node=dropped["node"])
            yield _record("left_out", "change", change, label, node=dropped["node"])
        for pair in dropped["turned"]:
            yield _record("left_out", "turned", None, pair["above"], pair["below"], dropped["node"])
    for swept in doc["sweeps"]:
        yield from _swept(swept, doc["initiatives"])


def _moved(moved: MovedDoc) -> Iterator[dict[str, Any]]:
    name = "rank_shift" if moved["label"] is None else "score"
    for quantity in ("stated", "mean", "deviation"):
        yield _record("sensitivity", f"{name}:{quantity}", moved[quantity], moved["label"])
    for one in moved["influences"]:
        about = {"initiative": moved["label"], "other": one["initiative"], "node": one["node"], "text": one["title"]}
        kind = f"{name}:{one['kind']}"
        if one["range"] is not None:
            for end, value in zip(("low", "high"), one["range"], strict=True):
                yield _record("sensitivity", f"{kind}:alone:{end}", value, **about)
        for order, index in (("first", one["first"]), ("total", one["total"])):
            if index is not None:
                low, high = index["bounds"]
                for part, value in (("", index["value"]), (":low", low), (":high", high)):
                    yield _record("sensitivity", f"{kind}:{order}{part}", value, **about)


def _swept(swept: SweepDoc, labels: Sequence[str]) -> Iterator[dict[str, Any]]:
    yield _record("sweep", "stated", swept["stated"], node=swept["node"])
    for label, scores, ranks in zip(labels, swept["scores"], swept["ranks"], strict=True):
        for share, score, rank in zip(swept["shares"], scores, ranks, strict=True):
            yield _record("sweep", f"score:share={share:.6g}", score, label, node=swept["node"])
            yield _record("sweep", f"rank:share={share:.6g}", rank, label, node=swept["node"])
    for one in swept["crossings"]:
        yield _record("sweep", "crossing", one["at"], one["above"], one["below"], swept["node"])


def _record(
    section: str,
    quantity: str,
    value: float | None,
    initiative: str | None = None,
    other: str | None = None,
    node: str | None = None,
    text: str | None = None,
) -> dict[str, Any]:
    return {
        "section": section, "initiative": initiative, "other": other, "node": node, "quantity": quantity,
        "value": value, "error": None, "text": text,
    }  # fmt: skip
