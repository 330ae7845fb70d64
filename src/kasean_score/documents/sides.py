"""One side of a comparison in time: a scorecard computed now, or one that a saved result holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from kasean_score.documents.scorecard import AS_STATED, document
from kasean_score.documents.shapes import OptionsDoc, ScorecardDoc
from kasean_score.messages import say
from kasean_score.model import NOT_DEMONSTRATED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kasean_score.scoring.evaluate import Scorecard

__all__ = ["Side", "SideDoc", "computed", "remembered"]


class SideDoc(ScorecardDoc):
    ref: Annotated[str, "The file or bundled id that it was read from, as it was given."]
    saved: Annotated[bool, "Whether this is a saved result and not a dossier scored now."]
    options: Annotated[OptionsDoc, "What it was computed under."]


class Side(NamedTuple):
    """A scorecard, and its document. `has_evidence` is false where only the number of items is known."""

    card: Scorecard
    doc: SideDoc
    has_evidence: bool = True

    @property
    def key(self) -> tuple[str, str]:
        """The ids of its rubric and initiative."""
        return self.doc["rubric"]["id"], self.doc["initiative"]["id"]

    @property
    def lang(self) -> str | None:
        """The only language that its texts are known in; None where all are."""
        return self.doc["options"]["lang"] if self.doc["saved"] else None


def computed(card: Scorecard, ref: str, lang: str) -> Side:
    """The side of a dossier scored as it is stated."""
    options: OptionsDoc = {**AS_STATED, "lang": lang}
    made = document([card], options)["scorecards"][0]
    return Side(card, {**made, "ref": ref, "saved": False, "options": options})


def remembered(
    card: Scorecard, saved: Mapping[str, Any], options: Mapping[str, Any], ref: str, lang: str, *, has_evidence: bool
) -> Side:
    """The side of a saved scorecard, `card` being the same scored again from what it holds.

    Its texts stay in their own language, but for the program's own words.
    """
    kept: Any = {name: saved.get(name) for name in ScorecardDoc.__annotations__}
    kept["nodes"] = [{**node, "detail": None} for node in saved["nodes"]]
    if saved["band"] == NOT_DEMONSTRATED:
        kept["band_label"] = say(lang, "word.not_demonstrated")
    kept |= {"ref": ref, "saved": True, "options": {**AS_STATED, **options}}
    return Side(card, kept, has_evidence)
