"""What a simulation says as a document: intervals, chances of bands, and the order with all its doubts."""

from __future__ import annotations

from itertools import combinations
from math import isnan
from typing import TYPE_CHECKING, Any

from kasean_score.documents import head, labels, robust_preference, robust_sensitivity, robust_tipping
from kasean_score.documents.scorecard import AS_STATED
from kasean_score.documents.scorecard import document as scorecards_document
from kasean_score.documents.simulated import (
    STATED,
    bands_document,
    bands_named,
    interval_document,
    share_document,
    varied_document,
)
from kasean_score.scoring.aggregate import aggregate_name
from kasean_score.scoring.compare import standings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kasean_score.documents.robust_preference import PreferenceDoc
    from kasean_score.documents.robust_sensitivity import SensitivityDoc
    from kasean_score.documents.robust_tipping import TippingDoc
    from kasean_score.documents.robustness_shapes import (
        AlternativeDoc,
        CentralDoc,
        DrawnDoc,
        OrderDoc,
        RankedDoc,
        RobustDoc,
        RobustnessDoc,
        SourceRunDoc,
        WinDoc,
    )
    from kasean_score.robust.robustness import Alternative, Robustness
    from kasean_score.robust.simulate import Drawn, Simulation
    from kasean_score.robust.smaa import Order

__all__ = ["document", "rows"]


def document(
    found: Sequence[Robustness], lang: str, *, left_out: Mapping[str, Sequence[str]] | None = None
) -> RobustnessDoc:
    """The document of one analysis or more; `left_out` names by rubric those that kept it from being used."""
    first = found[0].together
    return {
        **head("robustness"),
        "options": {"lang": lang, "draws": first.draws, "seed": first.seed},
        "left_out": [{"rubric": name, "initiatives": list(ids)} for name, ids in (left_out or {}).items()],
        "robustness": [_Writer(one, lang).document() for one in found],
    }


class _Writer:
    """Writes the analysis of one rubric in one language."""

    def __init__(self, found: Robustness, lang: str) -> None:
        self.found = found
        self.lang = lang
        self.labels = labels([card.initiative.id for card in found.cards])
        self.stated = standings(found.cards)
        self.bands = bands_named(found.rubric, lang)

    def document(self) -> RobustDoc:
        found = self.found
        cards = scorecards_document(found.cards, {**AS_STATED, "lang": self.lang})["scorecards"]
        order = found.together.order
        return {
            "rubric": cards[0]["rubric"],
            "varied": varied_document(found.together.varied, found.problem.polytope),
            "initiatives": self.drawn(found.together),
            "alone": [self.source(name, run) for name, run in found.alone.items()],
            "aggregations": [self.alternative(one) for one in found.alternatives],
            "order": None if order is None else self.order(order),
            "exact": self.exact(),
            "tipping": self.tipping(),
            "sensitivity": self.sensitivity(),
            "scorecards": cards,
        }

    def exact(self) -> PreferenceDoc | None:
        found = self.found
        if found.exact is None:
            return None
        run = found.together
        comparable = (
            run.varied.weights.name == "uniform" and not run.varied.levels and len(run.varied.powers) == 1
        ) and found.problem.polytope is None
        return robust_preference.section(
            found.exact, found.problem, self.labels, found.cards, run if comparable else None
        )

    def tipping(self) -> TippingDoc | None:
        found = self.found
        if found.tipping is None:
            return None
        return robust_tipping.section(found.tipping, found.problem, self.labels, self.lang)

    def sensitivity(self) -> SensitivityDoc | None:
        found = self.found
        if found.sensitivity is None:
            return None
        stated = [card.score for card in found.cards]
        return robust_sensitivity.section(
            found.sensitivity, found.dropped, found.sweeps, found.problem, self.labels, stated, self.lang
        )

    def drawn(self, run: Simulation) -> list[DrawnDoc]:
        return [self.one(at, one, run.draws) for at, one in enumerate(run.drawn)]

    def one(self, at: int, drawn: Drawn, draws: int) -> DrawnDoc:
        coverage = self.found.cards[at].coverage
        return {
            "label": self.labels[at],
            "interval": interval_document(drawn),
            "bands": bands_document(drawn, self.bands, draws),
            "open": None if coverage is None else 1.0 - coverage,
        }

    def source(self, name: str, run: Simulation) -> SourceRunDoc:
        kept = None if run.kept is None else share_document(run.kept, run.draws)
        return {"source": name, "initiatives": self.drawn(run), "kept": kept}  # type: ignore[typeddict-item]

    def alternative(self, one: Alternative) -> AlternativeDoc:
        ranks = {standing.position: standing.rank for standing in one.standings}
        return {
            "aggregation": STATED if one.power is None else aggregate_name(one.power),
            "scores": list(one.scores),
            "ranks": [ranks[at] for at in range(len(one.scores))],
            "same_order": one.same_order,
        }

    def order(self, order: Order) -> OrderDoc:
        run = self.found.together
        places = {one: place for place, one in enumerate(run.ranked)}
        listed = [(one.position, one.rank) for one in self.stated if one.position in places]
        pairs = combinations([position for position, _ in listed], 2)
        return {
            "kept": share_document(run.kept or 0.0, run.draws),
            "initiatives": [self.ranked(order, at, places[at], rank) for at, rank in listed],
            "pairs": [self.pair(order, (one, other), (places[one], places[other])) for one, other in pairs],
            "stated_weights": self.weights(self.found.stated_weights),
            "central": [self.central(order, at, places[at]) for at in run.ranked],
            "confidence_draws": self.found.confidence_draws,
        }

    def ranked(self, order: Order, at: int, place: int, rank: int | None) -> RankedDoc:
        shares = order.acceptability[place].tolist()
        return {"label": self.labels[at], "stated": rank, "ranks": [share_document(x, order.draws) for x in shares]}

    def pair(self, order: Order, ats: tuple[int, int], places: tuple[int, int]) -> WinDoc:
        first, second = places
        return {
            "first": self.labels[ats[0]],
            "second": self.labels[ats[1]],
            "wins": share_document(float(order.wins[first, second]), order.draws),
            "ties": share_document(float(order.ties[first, second]), order.draws),
            "losses": share_document(float(order.wins[second, first]), order.draws),
        }

    def central(self, order: Order, at: int, place: int) -> CentralDoc:
        factor = (self.found.confidence or ())[place]
        known = not isnan(factor)
        return {
            "label": self.labels[at],
            "weights": self.weights(order.central[place].tolist()) if known else None,
            "confidence": share_document(factor, self.found.confidence_draws) if known else None,
        }

    def weights(self, by_node: Sequence[float]) -> dict[str, float]:
        """Weights by address, of the nodes that carry any."""
        nodes = zip(self.found.nodes, by_node, self.found.stated_weights, strict=True)
        return {name: weight for name, weight, stated in nodes if name and stated > 0}


def rows(doc: RobustnessDoc) -> Iterator[dict[str, Any]]:
    """Records in long form, all with the same keys: one figure each, with its standard error where it was simulated."""
    for one in doc["robustness"]:
        named = {"rubric": one["rubric"]["id"], "rubric_version": one["rubric"]["version"]}
        drawn = {"draws": doc["options"]["draws"], "seed": doc["options"]["seed"]}
        for section, who, other, node, quantity, figure in _figures(one):
            known = figure if isinstance(figure, dict) else {"value": figure, "error": None}
            said = {"section": section, "initiative": who, "other": other, "node": node, "quantity": quantity}
            yield {**named, **said, **known, "text": None, **drawn}
        for record in _further(one):
            yield {**named, **record, **drawn}


def _further(doc: RobustDoc) -> Iterator[dict[str, Any]]:
    """The records of what was asked for beside the simulation."""
    if doc["exact"] is not None:
        yield from robust_preference.records(doc["exact"])
    if doc["tipping"] is not None:
        yield from robust_tipping.records(doc["tipping"])
    if doc["sensitivity"] is not None:
        yield from robust_sensitivity.records(doc["sensitivity"])


Entry = tuple[str, str | None, str | None, str | None, str, Any]


def _figures(doc: RobustDoc) -> Iterator[Entry]:
    names = [one["label"] for one in doc["initiatives"]]
    for label, card in zip(names, doc["scorecards"], strict=True):
        yield "stated", label, None, None, "score", card["score"]
    yield from _drawn_figures("together", doc["initiatives"])
    for run in doc["alone"]:
        yield from _drawn_figures(run["source"], run["initiatives"])
        if run["kept"] is not None:
            yield run["source"], None, None, None, "order_kept", run["kept"]
    for one in doc["aggregations"]:
        for label, score, rank in zip(names, one["scores"], one["ranks"], strict=True):
            yield f"aggregation={one['aggregation']}", label, None, None, "score", score
            yield f"aggregation={one['aggregation']}", label, None, None, "rank", rank
    if doc["order"] is not None:
        yield from _order_figures(doc["order"])


def _drawn_figures(section: str, drawn: Sequence[DrawnDoc]) -> Iterator[Entry]:
    for one in drawn:
        if one["interval"] is not None:
            for name in ("low", "median", "high"):
                yield section, one["label"], None, None, name, one["interval"][name]
        for chance in one["bands"]:
            yield section, one["label"], None, None, f"band={chance['band']}", chance["share"]


def _order_figures(order: OrderDoc) -> Iterator[Entry]:
    yield "together", None, None, None, "order_kept", order["kept"]
    for ranked in order["initiatives"]:
        for rank, share in enumerate(ranked["ranks"], start=1):
            yield "together", ranked["label"], None, None, f"rank={rank}", share
    for pair in order["pairs"]:
        for name in ("wins", "ties", "losses"):
            yield "together", pair["first"], pair["second"], None, name, pair[name]
    for central in order["central"]:
        for node, weight in (central["weights"] or {}).items():
            yield "together", central["label"], None, node, "central_weight", weight
        if central["confidence"] is not None:
            yield "together", central["label"], None, None, "confidence_factor", central["confidence"]
