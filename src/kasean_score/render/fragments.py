"""What the lines of scorecards have in common, kept to be used again: most dossiers say little that is new.

Of a criterion's line, only its share, its points, the count of its evidence and the reason that a rater wrote are a
dossier's own; all else follows from its rating. Of a group's line the scores are its own too. The rest is made once,
by the long way round over documents and records, so that every byte is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kasean_score.model import in_language
from kasean_score.scoring.evaluate import RATED
from kasean_score.scoring.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kasean_score.model import Evidence, Rubric
    from kasean_score.scoring.evaluate import NodeScore

__all__ = ["Fragments", "own_reason", "stances"]

KEPT = 1 << 12
"""Fragments that are kept of a rubric: they take up to 10 MB."""

Card = TypeVar("Card")
Made = TypeVar("Made")


class Fragments(Generic[Card, Made]):
    """What `made` makes of the nodes of scorecards on one rubric, in one language, by all that it depends on."""

    def __init__(self, rubric: Rubric, lang: str, made: Callable[[Card, int], Made]) -> None:
        self.rubric = rubric
        self.lang = lang
        self._made = made
        self._known: Recent[tuple[Any, ...], Made] = Recent(KEPT)

    def of(self, at: int, node: NodeScore, card: Card) -> Made:
        """The fragment of the node that stands at that place of a scorecard."""
        key = self._key(at, node)
        found = self._known.get(key)
        if found is None:
            found = self._made(card, at)
            self._known.put(key, found)
        return found

    def _key(self, at: int, node: NodeScore) -> tuple[Any, ...]:
        _, _, _, state, _, _, _, _, _, _, rating, unmet = node
        if rating is None:
            return (at, state)
        of, levels, value, low, high, confidence, disputed, why, _, place, _ = rating
        broken = tuple([id(rule) for rule in unmet]) if unmet else None
        if disputed is not None:
            disputed = in_language(disputed, self.lang)
        own = of != RATED and why is not None
        return (at, state, of, levels, value, low, high, confidence, disputed, broken, own, place is None)


def own_reason(node: NodeScore, lang: str) -> str | None:
    """The reason for not rating that a rater wrote."""
    rating = node.rating
    if rating is None or rating.state == RATED or rating.why is None:
        return None
    return in_language(rating.why, lang) or None


def stances(evidence: Iterable[Evidence]) -> tuple[int, int]:
    """How many items are for, and how many against."""
    pro = against = 0
    for item in evidence:  # two of a kind at most, mostly: no comprehension pays
        if item.stance == "for":
            pro += 1
        elif item.stance == "against":
            against += 1
    return pro, against
