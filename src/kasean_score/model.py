"""The things a scorecard is made from: rubric, group, criterion, rating, evidence, source.

Immutable values without behaviour beyond looking themselves up; they know no file format and no arithmetic. Every text
that people read is a `Text`: a plain string, or a map from language code to string. They are named tuples and not
frozen dataclasses because a dataclass takes three times as long to define, and every command waits for these. For the
same reason annotations here are not postponed: a named tuple would compile each of them.
"""

from collections.abc import Iterator, Mapping
from math import inf
from types import MappingProxyType
from typing import Any, NamedTuple

from kasean_score.errors import FileText, Place

__all__ = [
    "AGGREGATES",
    "ANY_GROUP",
    "DAC_CRITERIA",
    "NOT_DEMONSTRATED",
    "AppliesTo",
    "Band",
    "Criterion",
    "Evidence",
    "EvidenceRule",
    "FileRef",
    "Group",
    "Initiative",
    "Level",
    "Limit",
    "Measure",
    "Node",
    "Opinion",
    "Origin",
    "Period",
    "Rating",
    "Rubric",
    "Source",
    "Text",
    "Threshold",
    "WeightSet",
    "When",
    "in_language",
    "is_condition",
]

Text = str | Mapping[str, str]

NONE: Mapping[Any, Any] = MappingProxyType({})
"""The mapping with nothing in it, as a default."""

NOT_DEMONSTRATED = "not_demonstrated"
"""Stands in the place of a band's id where too little is rated to name a band."""

ANY_GROUP = "any"
"""Stands in a limit for each group at the top, condition groups included."""

AGGREGATES: Mapping[str, float] = {"arithmetic": 1.0, "geometric": 0.0, "harmonic": -1.0, "minimum": -inf}
"""The aggregations that have a name, and the power of each one's mean."""

DAC_CRITERIA = ("relevance", "coherence", "effectiveness", "efficiency", "impact", "sustainability")
"""OECD/DAC Network on Development Evaluation, Better criteria for better evaluation (2019), in its order."""

DOCUMENTARY_KINDS = frozenset({"asean", "government", "scholarly", "think-tank", "statistics"})
"""Kinds of source that are documents in their own right, unlike news and the rest."""


def in_language(text: Text, lang: str) -> str:
    """`text` in `lang`; where that language is missing, in English; else in the first language given."""
    if isinstance(text, str):
        return text
    return text.get(lang) or text.get("en") or next(iter(text.values()), "")


class FileRef(NamedTuple):
    """Which file something was read from: the digest is of its bytes."""

    id: str
    version: str | None
    sha256: str
    path: str = ""


class Source(NamedTuple):
    """A bibliography entry. `kind` is asean, government, scholarly, think-tank, statistics, news or other."""

    id: str
    title: Text
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None
    kind: str = "other"
    read: str | None = None
    note: Text | None = None


class Level(NamedTuple):
    """A step of the scale. `value` is its score, 0 to 100."""

    level: int
    label: Text
    value: float
    meaning: Text | None = None


class Band(NamedTuple):
    """A named class of scores: those of `at_least` and above, up to the next band."""

    id: str
    at_least: float
    label: Text
    why: Text | None = None


class Measure(NamedTuple):
    """Goalposts of a criterion judged by a number: `worst` scores 0, `best` 100; `best < worst` = less is better."""

    worst: float
    best: float
    unit: Text | None = None
    log: bool = False
    why: Text | None = None


class Origin(NamedTuple):
    """Where a criterion comes from: a `seed` (the articles ask for it) or an `addition` from evaluation practice."""

    kind: str = "seed"
    source: str | None = None
    at: Text | None = None


class AppliesTo(NamedTuple):
    """The types and stages of initiative that a criterion can be asked of; an empty tuple means any."""

    type: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()


class Criterion(NamedTuple):
    """A leaf of the rubric. `id` is its address, the dotted path of ids (`tailoring.needs`)."""

    id: str
    title: Text
    weight: float = 1.0
    why_weight: Text | None = None
    origin: tuple[Origin, ...] = ()
    dac: str | None = None
    question: Text | None = None
    levels: Mapping[int, Text] = NONE
    measure: Measure | None = None
    typical_evidence: tuple[Text, ...] = ()
    applies_to: AppliesTo = AppliesTo()
    why_applies: Text | None = None


class Group(NamedTuple):
    """An inner node. `aggregate` is the power of its mean (None: the rubric's)."""

    id: str
    title: Text
    children: "tuple[Group | Criterion, ...]"
    weight: float = 1.0
    why_weight: Text | None = None
    description: Text | None = None
    role: str = "counted"
    aggregate: float | None = None


Node = Group | Criterion


def is_condition(node: Node) -> bool:
    """Whether a node is a condition group: scored and shown, and no part of its parent's score."""
    return isinstance(node, Group) and node.role == "condition"


class EvidenceRule(NamedTuple):
    """What a rating needs beneath it: `absence`, `documentary`, `independent` or `beyond_opinion`.

    `level` None means at any level.
    """

    needs: str
    level: int | None = None
    because: Text | None = None


class WeightSet(NamedTuple):
    """Alternative weights by address; nodes not listed get `others`, or keep their own where that is None."""

    id: str
    title: Text
    weights: Mapping[str, float] = NONE
    others: float | None = None
    why: Text | None = None

    def weight_of(self, node: "Group | Criterion") -> float:
        """The weight of a node under this set."""
        return self.weights.get(node.id, node.weight if self.others is None else self.others)


class When(NamedTuple):
    """A limit's condition: a criterion at or below a level, or a group (`any`: one at the top) below a score."""

    criterion: str | None = None
    group: str | None = None
    at_most: float | None = None
    below: float | None = None


class Limit(NamedTuple):
    """A rule that holds the band down to `band_at_most`, whatever the score."""

    id: str
    when: When
    band_at_most: str
    because: Text | None = None


class Rubric(NamedTuple):
    """A tree of groups and criteria with its scale, bands (highest first) and limits."""

    id: str
    title: Text
    groups: tuple[Group, ...]
    scale: tuple[Level, ...]
    bands: tuple[Band, ...]
    version: str | None = None
    description: Text | None = None
    min_coverage: float = 0.65
    why_min_coverage: Text | None = None
    aggregate: float = 1.0
    evidence_rules: tuple[EvidenceRule, ...] = ()
    weight_sets: Mapping[str, WeightSet] = NONE
    limits: tuple[Limit, ...] = ()
    sources: Mapping[str, Source] = NONE
    sha256: str = ""
    extends: tuple[FileRef, ...] = ()
    file: FileText | None = None

    def nodes(self) -> "Iterator[Node]":
        """Every node in rubric order, a group before its children."""
        stack: list[Node] = list(reversed(self.groups))
        while stack:
            node = stack.pop()
            yield node
            if isinstance(node, Group):
                stack.extend(reversed(node.children))

    def criteria(self) -> Iterator[Criterion]:
        return (node for node in self.nodes() if isinstance(node, Criterion))

    def addresses(self, name: str) -> list[str]:
        """The address `name`, or those whose last part it is."""
        known = [node.id for node in self.nodes()]
        return [name] if name in known else [address for address in known if address.rpartition(".")[2] == name]

    def levels_of(self, criterion: Criterion) -> tuple[int, ...]:
        """The levels that may be given on `criterion`: those it describes, or the whole scale if it describes none."""
        return tuple(criterion.levels) or tuple(level.level for level in self.scale)


class Evidence(NamedTuple):
    """One cited item under a rating. `stance` is for or against; `certainty` stated, reported or opinion."""

    source: str
    shows: Text
    id: str | None = None
    at: Text | None = None
    stance: str = "for"
    independent: bool = False
    certainty: str = "reported"
    date: str | None = None
    note: Text | None = None


class Opinion(NamedTuple):
    """What one rater of a panel said of a criterion; the fields mean what those of a rating do."""

    rater: Text
    state: str
    levels: tuple[int, int] | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    confidence: str | None = None
    disputed: Text | None = None
    why: Text | None = None
    place: Place | None = None


class Rating(NamedTuple):
    """One criterion's state for one initiative.

    `state` is `rated`, `not_rated` or `not_applicable`. A rated one holds either `levels` (lowest and highest, equal
    unless a range was given) or `value` with `low` and `high`. `why` is the rationale, or the reason of the other two
    states. `panel` holds what each rater said where several did.
    """

    state: str
    levels: tuple[int, int] | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    confidence: str | None = None
    disputed: Text | None = None
    why: Text | None = None
    evidence: tuple[Evidence, ...] = ()
    place: Place | None = None
    panel: tuple[Opinion, ...] = ()

    @property
    def is_range(self) -> bool:
        if self.levels is not None:
            return self.levels[0] != self.levels[1]
        return self.value is not None and self.low != self.high


class Period(NamedTuple):
    """When an initiative ran; ISO dates of any precision."""

    start: str | None = None
    end: str | None = None


class Initiative(NamedTuple):
    """What is scored; `ratings` maps a rubric's id to ratings by criterion address, `keys` to where those stand."""

    id: str
    name: Text
    ratings: Mapping[str, Mapping[str, Rating]]
    version: str | None = None
    summary: Text | None = None
    owner: Text | None = None
    type: str | None = None
    stage: str | None = None
    period: Period = Period()
    as_of: str | None = None
    rated_by: Text | None = None
    interest: Text | None = None
    sources: Mapping[str, Source] = NONE
    sha256: str = ""
    extends: tuple[FileRef, ...] = ()
    file: FileText | None = None
    keys: Mapping[str, Mapping[str, Place]] = NONE

    def rated_under(self, rubric: Rubric) -> str | None:
        """The id that the ratings on `rubric` stand under: its own, or that of the nearest rubric it extends."""
        if rubric.id in self.ratings:
            return rubric.id
        return next((base.id for base in rubric.extends if base.id in self.ratings), None)

    def ratings_on(self, rubric: Rubric) -> Mapping[str, Rating]:
        """The ratings made for `rubric`, by address; empty where there are none."""
        return self.ratings.get(self.rated_under(rubric) or "", {})


class Threshold(NamedTuple):
    """What a gate demands at the least: a `score` (0 to 100) of a node, a `coverage` (0 to 1), or a `band`.

    `name` is the node's as it was written, or the band's id; `place` is where a file states it.
    """

    kind: str
    name: str = ""
    at_least: float = 0.0
    place: Place | None = None
