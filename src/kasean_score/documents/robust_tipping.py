"""What would end the order of two initiatives as a part of the robustness document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict

from kasean_score.model import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.robust.draws import Problem
    from kasean_score.robust.tipping import Tipping, Tippings
    from kasean_score.robust.tipping_ratings import RatingTip
    from kasean_score.robust.tipping_weights import SharesTip, WeightTip

__all__ = ["TippingDoc", "records", "section"]


class TippingWeightDoc(TypedDict):
    node: Annotated[str, "Address of a node whose share among its siblings changes, these keeping their proportions."]
    title: str
    group: Annotated[str | None, "Title of the group that the siblings are in; null for the top."]
    stated: Annotated[float, "Its share (0 to 1) as stated."]
    share: Annotated[float, "The nearest share at which the scores are equal."]
    change: Annotated[float, "The difference of the two."]
    reverses: Annotated[bool, "Whether the order is the other way from there on; false where it only ends in a tie."]


class TippingMoveDoc(TypedDict):
    node: str
    title: str
    stated: Annotated[float, "Share (0 to 1) of the whole, in what both are rated on."]
    share: float


class TippingSharesDoc(TypedDict):
    scope: Annotated[
        Literal["criteria", "groups", "none"],
        "Whose shares of the whole change: the criteria's; where the two are rated on other criteria, those of the "
        "groups at the top, the weights within them as stated; none where the difference is linear in neither.",
    ]
    total: Annotated[float | None, "Smallest sum of absolute changes (0 to 2); null where no weights do it."]
    moves: list[TippingMoveDoc]


class TippingRatingDoc(TypedDict):
    initiative: str
    node: str
    title: str
    points: Annotated[float, "Size of the change on the criterion's 0 to 100."]
    reverses: Annotated[bool, "false where it only makes the scores equal."]
    rated: Annotated[list[int] | None, "Lowest and highest level as rated."]
    level: Annotated[int | None, "The level that ends the order."]
    rated_value: Annotated[float | None, "A measure's value as rated."]
    value: Annotated[float | None, "The value at which the scores are equal."]


class TippingPairDoc(TypedDict):
    first: Annotated[str, "The one that scores higher as stated."]
    second: str
    difference: Annotated[float, "Points between them."]
    neighbours: Annotated[bool, "Whether nobody's score lies between."]
    weights: Annotated[list[TippingWeightDoc], "Every node that can end the order alone, the smallest change first."]
    all_weights: TippingSharesDoc
    ratings: Annotated[
        list[TippingRatingDoc],
        "The smallest changes of one rating that end the order, all of a tie; where they only make the scores equal, "
        "then the smallest that reverse it. Ratings of what is not rated are not tried.",
    ]


class TippingDoc(TypedDict):
    every: Annotated[bool, "Whether every pair was looked at, and not only neighbours."]
    nodes: Annotated[int, "How many weights could be changed by themselves."]
    pairs: Annotated[list[TippingPairDoc], "From the highest scores down."]
    tied: Annotated[list[list[str]], "Pairs with equal scores: no order to end."]


def section(found: Tippings, problem: Problem, labels: Sequence[str], lang: str) -> TippingDoc:
    """The section; `labels` are those of the problem's initiatives."""
    writer = _Writer(problem, labels, lang)
    return {
        "every": found.every,
        "nodes": found.nodes,
        "pairs": [writer.pair(one) for one in found.pairs],
        "tied": [[labels[first], labels[second]] for first, second in found.tied],
    }


class _Writer:
    """Writes what was found about one problem in one language."""

    def __init__(self, problem: Problem, labels: Sequence[str], lang: str) -> None:
        outline = problem.tree.outline
        self.ids = problem.tree.ids
        self.titles = [in_language(node.title, lang) for node in outline.nodes]
        self.above = {child: group for group, children in outline.children.items() for child in children}
        self.labels = labels

    def pair(self, one: Tipping) -> TippingPairDoc:
        return {
            "first": self.labels[one.first],
            "second": self.labels[one.second],
            "difference": one.difference,
            "neighbours": one.neighbours,
            "weights": [self.weight(tip) for tip in one.weights],
            "all_weights": self.shares(one.shares),
            "ratings": [self.rating(tip) for tip in one.ratings],
        }

    def weight(self, tip: WeightTip) -> TippingWeightDoc:
        group = self.above[tip.node]
        return {
            "node": self.ids[tip.node],
            "title": self.titles[tip.node],
            "group": self.titles[group] if group else None,
            "stated": tip.stated,
            "share": tip.share,
            "change": tip.change,
            "reverses": tip.reverses,
        }

    def shares(self, tip: SharesTip) -> TippingSharesDoc:
        return {
            "scope": tip.scope,  # type: ignore[typeddict-item]
            "total": tip.total,
            "moves": [
                {"node": self.ids[node], "title": self.titles[node], "stated": stated, "share": share}
                for node, stated, share in tip.moves
            ],
        }

    def rating(self, tip: RatingTip) -> TippingRatingDoc:
        return {
            "initiative": self.labels[tip.initiative],
            "node": self.ids[tip.node],
            "title": self.titles[tip.node],
            "points": tip.points,
            "reverses": tip.reverses,
            "rated": None if tip.levels is None else list(tip.levels),
            "level": tip.level,
            "rated_value": tip.stated,
            "value": tip.value,
        }


def records(doc: TippingDoc) -> Iterator[dict[str, Any]]:
    """Flat records of one figure each, all with the same keys."""
    for pair in doc["pairs"]:
        yield _record(pair, "difference", pair["difference"])
        for tip in pair["weights"]:
            yield _record(pair, "weight:stated", tip["stated"], tip["node"], tip["title"])
            yield _record(pair, "weight:share", tip["share"], tip["node"], tip["title"])
        yield _record(pair, f"all_weights:{pair['all_weights']['scope']}", pair["all_weights"]["total"])
        for move in pair["all_weights"]["moves"]:
            yield _record(pair, "all_weights:share", move["share"], move["node"], move["title"])
        for rating in pair["ratings"]:
            end = "reverses" if rating["reverses"] else "ties"
            value = rating["value"] if rating["level"] is None else float(rating["level"])
            yield _record(pair, f"rating:{end}:{rating['initiative']}", value, rating["node"], rating["title"])


def _record(
    pair: TippingPairDoc, quantity: str, value: float | None, node: str | None = None, text: str | None = None
) -> dict[str, Any]:
    return {
        "section": "tipping", "initiative": pair["first"], "other": pair["second"], "node": node,
        "quantity": quantity, "value": value, "error": None, "text": text,
    }  # fmt: skip
