"""What a page gives its script: the files of which it consists, the weighing of each lens, and words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kasean_score.messages import LANGUAGES, say
from kasean_score.render.phrases import node_title, printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kasean_score.documents.report_shapes import LensDoc, ReportDoc

__all__ = ["SCRIPTS", "inline_json", "script_words", "weighings"]

SCRIPTS = ("weigh_engine.js", "weigh_state.js", "weigh_figures.js", "weigh_panel.js", "report.js")
"""Files of the assets, in the order in which they run."""

SAID = {
    "note": "report_js.note",
    "differs": "report_js.differs",
    "changed_weights": "report_js.changed_weights",
    "changed_weight": "report_js.changed_weight",
    "changed_set": "report_js.changed_set",
    "changed_mean": "report_js.changed_mean",
    "copy_hint": "report_js.copy_hint",
    "copy": "report_js.copy",
    "copied": "report_js.copied",
    "not_copied": "report_js.not_copied",
    "reset": "report_js.reset",
    "weight_set": "report_js.weight_set",
    "as_stated": "report_js.as_stated",
    "mean": "report_js.mean",
    "group": "report_js.group",
    "criteria": "report_js.criteria",
    "condition": "report_js.condition",
    "number": "report_js.number",
    "all_zero": "report_js.all_zero",
    "bad_number": "report_js.bad_number",
    "was": "report_js.was",
    "ranked": "report_js.ranked",
    "restored": "report_js.restored",
    "found": "report_js.found",
    "share": "report_js.share",
    "share_aside": "report_js.share_aside",
    "light": "report_js.light",
    "dark": "report_js.dark",
    "arithmetic": "word.arithmetic",
    "geometric": "word.geometric",
    "harmonic": "word.harmonic",
    "minimum": "word.minimum",
    "not_applicable": "word.not_applicable",
    "coverage_value": "card.coverage_value",
    "needed": "card.needed",
    "could_be": "card.could_be",
    "by_score": "card.by_score",
    "limit_lowers": "card.limit_lowers",
    "limit_holds": "card.limit_holds",
    "limit_possible": "card.limit_possible",
    "no_limit": "card.no_limit",
    "and_more": "card.and_more",
}
"""The messages that the script uses, by the name that it knows them by; their blanks are its to fill."""
ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def inline_json(value: object) -> str:
    """A value as JSON that is safe within an element `script`: nothing in it can end the element or begin a comment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(ESCAPED)


def weighings(doc: ReportDoc) -> list[Mapping[str, Any]]:
    return [lens["weighing"] for lens in doc["lenses"]]


def script_words(doc: ReportDoc) -> dict[str, Any]:
    """Everything that the script can say, by language: its own phrases, and what each lens calls its parts."""
    return {
        lang: {
            "js": {name: say(lang, key) for name, key in SAID.items()},
            "lenses": [_lens(lens, lang) for lens in doc["lenses"]],
        }
        for lang in LANGUAGES
    }


def _lens(lens: LensDoc, lang: str) -> dict[str, Any]:
    text = lens["texts"][lang]
    rubric = text["rubric"]
    cards = text["scorecards"]
    bands = {band["id"]: printable(band["label"]) for band in rubric["bands"]}
    return {
        "title": printable(rubric["title"]),
        "names": [printable(card["initiative"]["name"]) for card in cards],
        "nodes": [node_title(node, lang) for node in rubric["nodes"]],  # type: ignore[arg-type]
        "bands": {**bands, "not_demonstrated": say(lang, "word.not_demonstrated")},
        "sets": {one["id"]: printable(one["title"]) for one in rubric["weight_sets"]},
        "limits": {limit["id"]: printable(limit["because"] or "") for limit in (cards[0]["limits"] if cards else [])},
    }
