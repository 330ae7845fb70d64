"""Which rating a row of evidence, or of one rater's opinion, belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.errors import nearest

if TYPE_CHECKING:
    from kasean_score.files.forms.entries import Entries, Given
    from kasean_score.files.tree import Mapping

__all__ = ["Cited"]


class Cited:
    """The ratings that rows of evidence and opinions belong to, by rubric and criterion."""

    def __init__(self, entries: Entries, ratings: dict[str, Mapping]) -> None:
        self.entries = entries
        self.ratings = ratings

    def rating(self, row: Given) -> Mapping | None:
        """The rating that a row names; None where it names none, which is reported."""
        rubric, criterion = (row.cells.get(name) for name in ("rubric", "criterion"))
        fault = self.entries.fault
        if criterion is None:
            fault(row.mark, "form-no-criterion")
            return None
        name, asked = criterion.value.strip(), rubric.value.strip() if rubric else None
        if asked is not None and asked not in self.ratings:
            assert rubric is not None
            fault(rubric.mark, "form-rubric", name=asked, allowed=list(self.ratings))
            return None
        found = [
            (one, address)
            for one, ratings in self.ratings.items()
            for address in ratings
            if asked in (None, one) and name in (address, address.rpartition(".")[2])
        ]
        exact = [pair for pair in found if pair[1] == name] or found
        if len(exact) == 1:
            one, address = exact[0]
            rating: Mapping = self.ratings[one][address]
            return rating
        if exact:
            fault(criterion.mark, "form-which", name=name, allowed=[f"{one} {address}" for one, address in exact])
            return None
        known = [address for one, ratings in self.ratings.items() for address in ratings if asked in (None, one)]
        meant = nearest(name, known)
        fault(criterion.mark, "form-unrated.near" if meant else "form-unrated", name=name, meant=meant)
        return None
