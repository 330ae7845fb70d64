"""Simulated figures in words: the interval of a score, the chances of its bands, and what was varied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases, rounding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final, Literal

    from kasean_score.documents.simulated_shapes import FigureDoc, SimulatedDoc, VariedDoc

__all__ = ["headlines", "mean_text", "number", "varied_text"]

WAYS = {
    "uniform": "robust.weights.uniform",
    "dirichlet": "robust.weights.dirichlet",
    "within": "robust.weights.within",
}

ENDS: Final[tuple[Literal["low", "median", "high"], ...]] = ("low", "median", "high")


def headlines(run: SimulatedDoc, lang: str) -> Iterator[tuple[str, str]]:
    """Two lines for the head of a scorecard, each with its label."""
    ends = {name: rounding.whole(run[name]["value"]) for name in ENDS}
    points = max(run[name]["error"] for name in ENDS)
    drawn = {"draws": f"{run['draws']:,}", "seed": run["seed"], "varied": varied_text(run["varied"], lang)}
    yield say(lang, "robust.interval"), say(lang, "robust.simulated", **ends, error=f"{points:.1g}", **drawn)
    likely = [one for one in run["bands"] if one["share"]["value"] > 0]
    chances = [f"{phrases.printable(one['label'])} {number(one['share'])} %" for one in likely]
    error = 100 * max(one["share"]["error"] for one in likely)
    yield say(lang, "robust.band_chances"), say(lang, "robust.chances_value", chances=chances, error=f"{error:.1g}")


def varied_text(varied: VariedDoc, lang: str) -> str:
    """What was varied, and how, in words."""
    said = []
    if varied["weights"] != "stated":
        within = None if varied["within"] is None else 100 * varied["within"]
        said.append(say(lang, WAYS[varied["weights"]], firmness=varied["firmness"], within=within))
    if varied["levels"]:
        said.append(say(lang, "robust.levels"))
    if varied["aggregations"] != ["stated"]:
        key = "robust.aggregation" if len(varied["aggregations"]) > 1 else "robust.aggregation_one"
        said.append(say(lang, key, names=[mean_text(one, lang) for one in varied["aggregations"]]))
    return "; ".join(said) or say(lang, "robust.nothing")


def mean_text(name: str, lang: str) -> str:
    """The name of a mean: the rubric's own, one that has a name, or a power."""
    if name == "stated":
        return say(lang, "robust.mean.stated")
    return name if name.startswith("power") else say(lang, f"word.{name}")


def number(share: FigureDoc) -> str:
    """A share in whole per cent; `<1` and `>99` where it is not quite nothing or all."""
    value = share["value"]
    if 0 < value < 0.005:
        return "<1"
    if 0.995 <= value < 1:
        return ">99"
    return f"{rounding.percent(value)}"
