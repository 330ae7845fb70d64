"""The shape of the scorecard document, and of the parts that other documents share; `schema scorecard` publishes it.

Types only: nothing imports this at run time but the maker of the schema.

Keys are only added within a version. A value that does not exist is null, never NaN; scores are unrounded.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from kasean_score.documents.simulated_shapes import SimulatedDoc

__all__ = [
    "DacDoc",
    "DescriptorDoc",
    "DetailDoc",
    "Document",
    "EvidenceCountDoc",
    "EvidenceDoc",
    "Head",
    "InitiativeDoc",
    "LimitDoc",
    "MeasureDoc",
    "NodeDoc",
    "OpinionDoc",
    "OptionsDoc",
    "RefDoc",
    "RubricDoc",
    "ScorecardDoc",
    "SimulationDoc",
    "SourceDoc",
]

Pair = list[float]
State = Literal["rated", "disputed", "not_rated", "not_applicable"]


class SchemaDoc(TypedDict):
    name: str
    version: Annotated[str, "Keys are only added within a major version."]


class ToolDoc(TypedDict):
    name: str
    version: str


class Head(TypedDict):
    """What every document begins with."""

    schema: SchemaDoc
    tool: ToolDoc


class SimulationDoc(TypedDict):
    vary: Annotated[list[str], "What was varied, as it is typed."]
    draws: int
    seed: int


class OptionsDoc(TypedDict):
    lang: Annotated[str, "Language of every text in the document."]
    only: Annotated[list[str], "Addresses that the rubric was cut down to."]
    weights: Annotated[str | None, "Weight set in place of the stated weights."]
    set: Annotated[dict[str, str], "Ratings replaced on the command line."]
    aggregate: Annotated[str | None, "Aggregation in place of the rubric's."]
    min_coverage: Annotated[float | None, "Minimum coverage in place of the rubric's."]
    view: Annotated[str | None, "`dac` where criteria were also sorted by DAC criterion."]
    explain: Annotated[bool, "Whether descriptors, rationale and evidence are included."]
    interval: Annotated[SimulationDoc | None, "What was simulated under `--interval`."]


class RefDoc(TypedDict):
    id: str
    version: str | None
    sha256: Annotated[str, "Digest of the file's bytes."]


class BandDoc(TypedDict):
    id: str
    label: str
    at_least: Annotated[float, "Lowest score of the band, 0 to 100."]


class LevelDoc(TypedDict):
    level: int
    label: str
    value: Annotated[float, "Score of the level, 0 to 100."]


class RubricDoc(RefDoc):
    title: str
    extends: list[RefDoc]
    aggregate: Annotated[str, "Name of the mean at the top."]
    min_coverage: Annotated[float, "Coverage (0 to 1) below which the band is not demonstrated."]
    scale: list[LevelDoc]
    bands: Annotated[list[BandDoc], "Highest first."]


class PeriodDoc(TypedDict):
    start: str | None
    end: str | None


class InitiativeDoc(RefDoc):
    name: str
    extends: list[RefDoc]
    summary: str | None
    owner: str | None
    type: str | None
    stage: str | None
    period: PeriodDoc
    as_of: str | None
    rated_by: str | None
    interest: str | None


class CountDoc(TypedDict):
    rated: Annotated[int, "Criteria of the counted tree that are rated."]
    applicable: Annotated[int, "Criteria of the counted tree that apply."]


class LimitDoc(TypedDict):
    id: str
    status: Annotated[Literal["holds", "possible", "clear"], "possible: at some reading of what is open."]
    lowers: Annotated[bool, "Whether the band would be higher without it."]
    band_at_most: str
    band_at_most_label: str
    when: Annotated[str, "Its condition, as a phrase."]
    because: str | None
    triggers: Annotated[list[str], "Addresses that meet, or could meet, its condition."]


EvidenceCountDoc = TypedDict(
    "EvidenceCountDoc",
    {
        "for": Annotated[int, "Items for the level."],
        "against": Annotated[int, "Items against it."],
        "independent": Annotated[int, "Items, of either stance, independent of the owner."],
    },
)


class RuleDoc(TypedDict):
    needs: Annotated[str, "The evidence rule that the rating breaks."]
    level: int | None
    because: str | None


class SourceDoc(TypedDict):
    id: str
    title: str
    author: str | None
    publisher: str | None
    date: str | None
    url: str | None
    language: str | None
    kind: str
    read: str | None
    note: str | None


class EvidenceDoc(TypedDict):
    id: str | None
    source: SourceDoc
    at: str | None
    shows: str
    stance: Literal["for", "against"]
    independent: bool
    certainty: str
    date: str | None
    note: str | None


class DescriptorDoc(TypedDict):
    level: int
    label: str
    text: str | None


class OpinionDoc(TypedDict):
    rater: str
    state: Literal["rated", "not_rated", "not_applicable"]
    level: Annotated[list[int] | None, "Lowest and highest level given; equal unless a range."]
    level_label: str | None
    value: Annotated[float | None, "Value of a measure."]
    value_bounds: Annotated[Pair | None, "Lowest and highest value that the rater found."]
    confidence: str | None
    disputed: Annotated[str | None, "What the sources disagree on, in the rater's view."]
    why: Annotated[str | None, "The rater's rationale, or reason for giving no level."]


class DetailDoc(TypedDict):
    question: str | None
    why: Annotated[str | None, "The rationale."]
    met: Annotated[list[DescriptorDoc], "Descriptor of the level reached; of both ends of a range."]
    next: Annotated[DescriptorDoc | None, "What the next level demands."]
    goalposts: Annotated[str | None, "What scores 0 and what 100 on a measure, and why."]
    why_weight: str | None
    typical_evidence: list[str]
    evidence: list[EvidenceDoc]
    panel: Annotated[list[OpinionDoc], "What each rater said, where several rated; empty where one did."]


class MeasureDoc(TypedDict):
    worst: Annotated[float, "The value that scores 0."]
    best: Annotated[float, "The value that scores 100."]
    log: bool


class NodeDoc(TypedDict):
    id: Annotated[str, "Address: the dotted path of ids."]
    kind: Literal["group", "criterion"]
    parent: str | None
    depth: Annotated[int, "0 at the top."]
    title: str
    role: Annotated[Literal["counted", "condition"], "condition: shown, never counted."]
    state: State
    score: Annotated[float | None, "0 to 100, over what is rated."]
    bounds: Annotated[Pair | None, "Lowest and highest score still possible."]
    coverage: Annotated[float | None, "Rated share (0 to 1) of applicable weight."]
    weight: Annotated[float, "As stated, relative to its siblings."]
    share: Annotated[float | None, "Part (0 to 1) of the whole's applicable weight, after nesting."]
    contribution: Annotated[float | None, "Points of the total score; they add up to it."]
    aggregate: Annotated[str | None, "A group's mean."]
    level: Annotated[list[int] | None, "Lowest and highest level given; equal unless a range."]
    level_label: str | None
    value: Annotated[float | None, "Value of a measure."]
    value_bounds: Annotated[Pair | None, "Lowest and highest value that a source gives."]
    unit: str | None
    measure: Annotated[MeasureDoc | None, "Goalposts, so that the score can be recomputed."]
    confidence: str | None
    disputed: Annotated[str | None, "What the sources disagree on."]
    reason: Annotated[str | None, "Why it is not rated or not applicable."]
    replaced: Annotated[bool, "Whether the rating came from the command line."]
    dac: str | None
    evidence: EvidenceCountDoc | None
    unsupported: Annotated[list[RuleDoc], "Evidence rules that the rating breaks: empty where the evidence carries it."]
    detail: Annotated[DetailDoc | None, "Given under `--explain`."]


class DacDoc(TypedDict):
    id: Annotated[str, "The DAC criterion, or `untagged`."]
    title: str
    score: Annotated[float | None, "Mean of its criteria weighted by share, 0 to 100."]
    bounds: Pair | None
    coverage: float | None
    share: float
    criteria: list[str]


class ScorecardDoc(TypedDict):
    rubric: RubricDoc
    initiative: InitiativeDoc
    score: Annotated[float | None, "0 to 100, over what is rated; unrounded."]
    bounds: Annotated[Pair | None, "Lowest and highest score still possible, given ranges and unrated criteria."]
    interval: Annotated[SimulatedDoc | None, "Given under `--interval`; null where no draw has a score."]
    coverage: Annotated[float | None, "Rated share (0 to 1) of applicable weight."]
    criteria: CountDoc
    band: Annotated[str, "Id of the band with limits applied, or `not_demonstrated`."]
    band_label: str
    band_by_score: Annotated[str | None, "Id of the band that the score alone would have."]
    band_bounds: Annotated[list[str] | None, "Lowest and highest band still possible."]
    limits: list[LimitDoc]
    unsupported: Annotated[
        list[str], "Criteria with ratings that break an evidence rule; they are scored all the same."
    ]
    strongest: Annotated[list[str], "Counted criteria with the highest score, all of a tie."]
    weakest: Annotated[list[str], "Counted criteria with the lowest score, all of a tie."]
    nodes: Annotated[list[NodeDoc], "In rubric order, a group before its children."]
    dac: Annotated[list[DacDoc] | None, "Given under `--view dac`."]


class Document(Head):
    options: OptionsDoc
    scorecards: list[ScorecardDoc]
