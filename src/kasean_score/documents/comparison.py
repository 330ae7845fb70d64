"""Initiatives side by side as a document: the scorecards compared, and what stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.documents import head, labels
from kasean_score.documents.scorecard import AS_STATED
from kasean_score.documents.scorecard import document as scorecards_document
from kasean_score.messages import say
from kasean_score.model import NOT_DEMONSTRATED
from kasean_score.scoring.compare import Difference, difference, mattering

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kasean_score.documents.comparison_shapes import (
        CellDoc,
        CommonDoc,
        ComparedDoc,
        ComparisonDoc,
        Ends,
        LensDoc,
        PairDoc,
        PlaceDoc,
        RowDoc,
        TotalDoc,
        Warned,
        WarningDoc,
    )
    from kasean_score.documents.shapes import NodeDoc, ScorecardDoc
    from kasean_score.scoring.compare import Basis, Comparison, Pair, Standing
    from kasean_score.scoring.evaluate import NodeScore

__all__ = ["document", "rows"]


def document(
    comparisons: Sequence[Comparison], lang: str, *, common: bool, left_out: Mapping[str, Sequence[str]]
) -> ComparisonDoc:
    """The document of some comparisons; `left_out` names by rubric those that kept it from being compared on."""
    return {
        **head("comparison"),
        "options": {"lang": lang, "common": common},
        "left_out": [{"rubric": name, "initiatives": list(ids)} for name, ids in left_out.items()],
        "comparisons": [_Writer(one, lang, common=common).lens() for one in comparisons],
    }


class _Writer:
    """Writes one comparison in one language."""

    def __init__(self, comparison: Comparison, lang: str, *, common: bool) -> None:
        self.comparison = comparison
        self.lang = lang
        self.basis = comparison.on_common if common else comparison.on_all
        self.cards = scorecards_document(comparison.on_all.cards, {**AS_STATED, "lang": lang})["scorecards"]
        self.labels = labels([card.initiative.id for card in comparison.on_all.cards])

    def lens(self) -> LensDoc:
        comparison = self.comparison
        return {
            "rubric": self.cards[0]["rubric"],
            "common": self.common(),
            "initiatives": [self.compared(position) for position in range(len(self.cards))],
            "order": [self.place(standing.position) for standing in self.basis.standings],
            "warnings": list(self.warnings()),
            "pairs": [self.pair(pair) for pair in comparison.pairs],
            "nodes": list(self.rows()),
            "scorecards": self.cards,
        }

    def common(self) -> CommonDoc:
        nodes = {node["id"]: node for node in self.cards[0]["nodes"]}
        weighing = mattering(self.comparison.on_all.cards[0])
        of_role = {role: {a for a in weighing if nodes[a]["role"] == role} for role in ("counted", "condition")}
        shared = set(self.comparison.common)
        return {
            "criteria": list(self.comparison.common),
            "counted": len(of_role["counted"] & shared),
            "counted_of": len(of_role["counted"]),
            "conditions": len(of_role["condition"] & shared),
            "conditions_of": len(of_role["condition"]),
        }

    def compared(self, position: int) -> ComparedDoc:
        card = self.comparison.on_all.cards[position]
        return {
            "label": self.labels[position],
            "rated_for": card.initiative.rated_under(card.rubric),
            "all": self.total(self.comparison.on_all, position),
            "common": self.total(self.comparison.on_common, position),
        }

    def total(self, basis: Basis, position: int) -> TotalDoc:
        card = basis.cards[position]
        standing = next(standing for standing in basis.standings if standing.position == position)
        away = difference(card, basis.cards[0]) if position else None
        return {
            "score": card.score,
            "bounds": _pair(card.low, card.high),
            "coverage": basis.coverage[position][""],
            "rank": standing.rank,
            "overlaps": [self.labels[other] for other in standing.overlaps],
            "difference": None if away is None else away.value,
            "difference_bounds": _ends(away),
        }

    def place(self, position: int) -> PlaceDoc:
        """A place in the order, which never goes without what makes it uncertain."""
        total = self.total(self.basis, position)
        return {
            "rank": total["rank"],
            "label": self.labels[position],
            "score": total["score"],
            "bounds": total["bounds"],
            "coverage": total["coverage"],
            "demonstrated": self.cards[position]["band"] != NOT_DEMONSTRATED,
            "overlaps": total["overlaps"],
        }

    def rows(self) -> Iterator[RowDoc]:
        """A row for each node of the basis, with what the scorecards say of it."""
        by_address = [{score.node.id: score for score in card.nodes} for card in self.basis.cards]
        stated = [{node["id"]: node for node in card["nodes"]} for card in self.cards]
        for address in by_address[0]:
            node = stated[0][address]
            scores = [scores[address] for scores in by_address]
            yield {
                "id": address,
                "kind": node["kind"],
                "depth": node["depth"],
                "title": node["title"],
                "role": node["role"],
                "common": address in self.comparison.common,
                "cells": [self.cell(at, scores, nodes[address]) for at, nodes in enumerate(stated)],
            }

    def cell(self, position: int, scores: Sequence[NodeScore], node: NodeDoc) -> CellDoc:
        score = scores[position]
        away = difference(score, scores[0]) if position else None
        return {
            "label": self.labels[position],
            "state": node["state"] if node["kind"] == "criterion" else score.state,  # type: ignore[typeddict-item]
            "score": score.score,
            "bounds": _pair(score.low, score.high),
            "coverage": self.basis.coverage[position][score.node.id],
            "difference": None if away is None else away.value,
            "difference_bounds": _ends(away),
        }

    def pair(self, pair: Pair) -> PairDoc:
        return {
            "first": self.labels[pair.first],
            "second": self.labels[pair.second],
            "rated_in_both": list(pair.rated_in_both),
            "first_higher": pair.first_higher,
            "second_higher": pair.second_higher,
            "equal": len(pair.rated_in_both) - pair.first_higher - pair.second_higher,
            "apart": pair.apart,
            "dominant": None if pair.dominant is None else self.labels[pair.dominant],
            "certain": pair.certain,
            "complete": pair.apart == 0,
        }

    def warnings(self) -> Iterator[WarningDoc]:
        """What makes the initiatives hard to compare."""
        initiatives = [card["initiative"] for card in self.cards]
        named: list[tuple[Warned, list[str | None]]] = [
            ("mixed_types", [self.word(one["type"]) for one in initiatives]),
            ("mixed_stages", [self.word(one["stage"]) for one in initiatives]),
            ("mixed_dates", [one["as_of"] for one in initiatives]),
            ("mixed_rubrics", [card.initiative.rated_under(card.rubric) for card in self.comparison.on_all.cards]),
        ]
        for code, kinds in named:
            if len(set(kinds)) > 1:
                yield self.warning(code, self.labels, kinds=self.listed(kinds))
        thin = [label for label, card in zip(self.labels, self.cards, strict=True) if card["band"] == NOT_DEMONSTRATED]
        if thin:
            yield self.warning("not_demonstrated", thin, names=thin)
        if not self.comparison.common:
            yield self.warning("nothing_common", self.labels)
        elif _ranks(self.comparison.on_all.standings) != _ranks(self.comparison.on_common.standings):
            yield self.warning("order_changes", self.labels)

    def warning(self, code: Warned, labels: list[str], **params: object) -> WarningDoc:
        return {"code": code, "text": say(self.lang, f"compare.{code}", **params), "initiatives": labels}

    def word(self, name: str | None) -> str | None:
        return None if name is None else say(self.lang, f"word.{name}")

    def listed(self, kinds: Sequence[str | None]) -> str:
        """Each kind with the initiatives of it, in the order in which the kinds are met."""
        by_kind: dict[str, list[str]] = {}
        for label, kind in zip(self.labels, kinds, strict=True):
            by_kind.setdefault(kind or say(self.lang, "card.unknown_raters"), []).append(label)
        return "; ".join(f"{kind}: {', '.join(labels)}" for kind, labels in by_kind.items())


def _ranks(standings: Sequence[Standing]) -> set[tuple[int, int | None]]:
    return {(standing.position, standing.rank) for standing in standings}


def _pair(low: float | None, high: float | None) -> Ends | None:
    return None if low is None or high is None else [low, high]


def _ends(away: Difference | None) -> Ends | None:
    return None if away is None else [away.low, away.high]


def rows(doc: ComparisonDoc) -> Iterator[dict[str, Any]]:
    """Records in long form: for each rubric and initiative the totals on either basis, then its cell of every node."""
    basis = "common" if doc["options"]["common"] else "all"
    for lens in doc["comparisons"]:
        for at, compared in enumerate(lens["initiatives"]):
            card = lens["scorecards"][at]
            named = _named(lens, card, compared)
            for total in ("all", "common"):
                yield {**named, **_total_record(compared[total], card, total)}
            nodes = {node["id"]: node for node in card["nodes"]}
            for row in lens["nodes"]:
                yield {**named, **_cell_record(row, row["cells"][at], nodes[row["id"]], basis)}


def _named(lens: LensDoc, card: ScorecardDoc, compared: ComparedDoc) -> dict[str, Any]:
    rubric, initiative = card["rubric"], card["initiative"]
    concerned = [warning["code"] for warning in lens["warnings"] if compared["label"] in warning["initiatives"]]
    return {
        "rubric": rubric["id"], "rubric_version": rubric["version"], "initiative": compared["label"],
        "initiative_version": initiative["version"], "as_of": initiative["as_of"], "type": initiative["type"],
        "stage": initiative["stage"], "warnings": " ".join(concerned) or None,
    }  # fmt: skip


def _total_record(total: TotalDoc, card: ScorecardDoc, basis: str) -> dict[str, Any]:
    return {
        "basis": basis, "kind": "total", "id": None, "title": None, "role": None, "common": None, "state": None,
        **_figures(total), "band": card["band"] if basis == "all" else None, "rank": total["rank"],
        "overlaps": " ".join(total["overlaps"]) or None, "level_low": None, "level_high": None, "value": None,
        "unit": None,
    }  # fmt: skip


def _cell_record(row: RowDoc, cell: CellDoc, node: NodeDoc, basis: str) -> dict[str, Any]:
    low, high = node["level"] or (None, None)
    return {
        "basis": basis, "kind": row["kind"], "id": row["id"], "title": row["title"], "role": row["role"],
        "common": row["common"] if row["kind"] == "criterion" else None, "state": cell["state"], **_figures(cell),
        "band": None, "rank": None, "overlaps": None, "level_low": low, "level_high": high, "value": node["value"],
        "unit": node["unit"],
    }  # fmt: skip


def _figures(of: TotalDoc | CellDoc) -> dict[str, float | None]:
    low, high = of["bounds"] or (None, None)
    least, most = of["difference_bounds"] or (None, None)
    return {
        "score": of["score"], "low": low, "high": high, "coverage": of["coverage"],
        "difference": of["difference"], "difference_low": least, "difference_high": most,
    }  # fmt: skip
