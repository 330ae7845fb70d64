"""The shape of the report document; `schema report` publishes it.

Types only, under the rules of `shapes`: keys are only added within a version, absent is null, nothing is rounded.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from kasean_score.documents.listing import LineDoc
from kasean_score.documents.robustness_shapes import RobustDoc
from kasean_score.documents.shapes import DescriptorDoc, Head, RubricDoc, ScorecardDoc, SimulationDoc, SourceDoc

__all__ = [
    "LensDoc",
    "LensTextDoc",
    "NodeTextDoc",
    "PlaceDoc",
    "ReportDoc",
    "ReportOptionsDoc",
    "RubricTextDoc",
    "WeighedBandDoc",
    "WeighedCriterionDoc",
    "WeighedInitiativeDoc",
    "WeighedLimitDoc",
    "WeighedNodeDoc",
    "WeighedSetDoc",
    "WeighingDoc",
    "WeightSetTextDoc",
]

Power = Annotated[
    float | None, "Power of the mean: 1 arithmetic, 0 geometric, -1 harmonic; null is minus infinity, the minimum."
]


class NodeTextDoc(TypedDict):
    """What the rubric says of one node."""

    id: Annotated[str, "Address: the dotted path of ids."]
    kind: Literal["group", "criterion"]
    parent: str | None
    depth: Annotated[int, "0 at the top."]
    title: str
    role: Annotated[Literal["counted", "condition"], "condition: shown, never counted."]
    weight: Annotated[float, "As stated, relative to its siblings."]
    why_weight: str | None
    description: Annotated[str | None, "Of a group."]
    question: str | None
    levels: Annotated[list[DescriptorDoc], "The ladder, lowest first; empty for a group or a measure."]
    goalposts: Annotated[str | None, "What scores 0 and what 100 on a measure."]
    dac: str | None
    origin: Annotated[list[str], "Where the criterion comes from."]
    applies: Annotated[str | None, "The types and stages that it can be asked of, and why."]
    typical_evidence: list[str]


class WeightSetTextDoc(TypedDict):
    id: str
    title: str
    why: str | None


class RubricTextDoc(RubricDoc):
    description: str | None
    nodes: Annotated[list[NodeTextDoc], "In rubric order, a group before its children."]
    weight_sets: list[WeightSetTextDoc]
    method: Annotated[list[LineDoc], "Scale, bands, means, minimum coverage, evidence rules, limits, weight sets."]
    sources: Annotated[list[SourceDoc], "Those of the rubric; a dossier's stand with its evidence."]


class WeighedBandDoc(TypedDict):
    id: str
    at_least: float


class WeighedNodeDoc(TypedDict):
    id: str
    parent: Annotated[int | None, "Its place in the list; null at the top."]
    kind: Literal["group", "criterion"]
    condition: Annotated[bool, "Whether it is a condition group: no part of its parent's score."]
    weight: float
    power: Annotated[float | None, "Of a group that sets its own mean; see `own_power`."]
    own_power: Annotated[bool, "Whether the group sets its own mean."]
    levels: Annotated[list[int], "The levels that a criterion may be given; empty for a group or a measure."]


class WeighedCriterionDoc(TypedDict):
    state: Literal["rated", "not_rated", "not_applicable"]
    score: Annotated[float | None, "0 to 100."]
    bounds: Annotated[list[float] | None, "Lowest and highest score still possible; null where it does not apply."]
    level: Annotated[list[int] | None, "Lowest and highest level given."]


class WeighedInitiativeDoc(TypedDict):
    label: Annotated[str, "The initiative's id, numbered where two share it."]
    criteria: Annotated[list[WeighedCriterionDoc | None], "By place in `nodes`; null for a group."]


class WeighedLimitDoc(TypedDict):
    id: str
    band_at_most: str
    watched: Annotated[list[int], "Places of the nodes that it looks at."]
    at_most: Annotated[float | None, "It holds at this level or below (of a group: score); null with `below`."]
    below: Annotated[float | None, "It holds below this score."]


class WeighedSetDoc(TypedDict):
    id: str
    weights: Annotated[list[float], "By place in `nodes`."]


class WeighingDoc(TypedDict):
    """All it takes to weigh again: no text but ids and addresses."""

    power: Power
    min_coverage: float
    bands: Annotated[list[WeighedBandDoc], "Highest first."]
    nodes: list[WeighedNodeDoc]
    limits: list[WeighedLimitDoc]
    weight_sets: list[WeighedSetDoc]
    initiatives: list[WeighedInitiativeDoc]


class PlaceDoc(TypedDict):
    label: str
    rank: Annotated[int | None, "1 for the highest score, shared by ties; null without a score."]
    overlaps: Annotated[list[str], "Labels of those whose bounds meet its own: the order among them is open."]


class LensTextDoc(TypedDict):
    rubric: RubricTextDoc
    scorecards: Annotated[list[ScorecardDoc], "With descriptors, rationale and evidence, in the order given."]
    robustness: Annotated[RobustDoc | None, "Given under `--robust`."]


class LensDoc(TypedDict):
    """One rubric, and the initiatives that are rated on it; none where only the rubric is shown."""

    rubric: str
    labels: list[str]
    order: Annotated[list[PlaceDoc], "Highest score first."]
    weighing: WeighingDoc
    texts: Annotated[dict[str, LensTextDoc], "The same figures by language, `en` and `ko`."]


class ReportOptionsDoc(TypedDict):
    lang: Annotated[str, "The language to begin with."]
    simulation: Annotated[SimulationDoc | None, "What was simulated under `--robust`."]


class ReportDoc(Head):
    options: ReportOptionsDoc
    lenses: list[LensDoc]
