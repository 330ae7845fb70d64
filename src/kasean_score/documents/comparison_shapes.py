"""The shape of the comparison document; `schema comparison` publishes it.

Types only, under the rules of `shapes`: keys are only added within a version, absent is null, nothing is rounded.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from kasean_score.documents.shapes import Head, RubricDoc, ScorecardDoc, State

__all__ = [
    "CellDoc",
    "CommonDoc",
    "CompareOptionsDoc",
    "ComparedDoc",
    "ComparisonDoc",
    "Ends",
    "LeftOutDoc",
    "LensDoc",
    "PairDoc",
    "PlaceDoc",
    "RowDoc",
    "TotalDoc",
    "Warned",
    "WarningDoc",
]

Ends = list[float]
Warned = Literal[
    "mixed_types",
    "mixed_stages",
    "mixed_dates",
    "mixed_rubrics",
    "not_demonstrated",
    "nothing_common",
    "order_changes",
]


class CompareOptionsDoc(TypedDict):
    lang: Annotated[str, "Language of every text in the document."]
    common: Annotated[bool, "Whether nodes and order rest on the criteria rated in all."]


class TotalDoc(TypedDict):
    score: Annotated[float | None, "0 to 100, unrounded."]
    bounds: Annotated[Ends | None, "Lowest and highest score still possible."]
    coverage: Annotated[float | None, "Share (0 to 1) of the applicable weight that the score rests on."]
    rank: Annotated[int | None, "1 for the highest score; ties share one. Never to be read without the bounds."]
    overlaps: Annotated[list[str], "Those whose bounds meet these: the order between them is open."]
    difference: Annotated[float | None, "Points above the first initiative; null for the first."]
    difference_bounds: Annotated[Ends | None, "Least and most that the difference could be."]


class PlaceDoc(TypedDict):
    rank: int | None
    label: str
    score: float | None
    bounds: Ends | None
    coverage: float | None
    demonstrated: Annotated[bool, "False where too little is rated for a band, or a limit withholds it."]
    overlaps: list[str]


class ComparedDoc(TypedDict):
    label: Annotated[str, "The initiative's id, numbered where two share it; other parts refer to it."]
    rated_for: Annotated[str | None, "Id of the rubric that its ratings were written for."]
    all: Annotated[TotalDoc, "On all criteria, as its scorecard has it."]
    common: Annotated[TotalDoc, "On the criteria rated in all, the others left out of the tree."]


class CommonDoc(TypedDict):
    criteria: Annotated[list[str], "Criteria rated in all."]
    counted: Annotated[int, "Of them, those that carry weight in the score."]
    counted_of: Annotated[int, "Criteria of the rubric that carry weight in the score."]
    conditions: Annotated[int, "Of them, those of condition groups."]
    conditions_of: Annotated[int, "Criteria of the rubric's condition groups."]


class CellDoc(TypedDict):
    label: str
    state: State
    score: float | None
    bounds: Ends | None
    coverage: float | None
    difference: Annotated[float | None, "Points above the first initiative; null for the first."]
    difference_bounds: Ends | None


class RowDoc(TypedDict):
    id: Annotated[str, "Address of the node."]
    kind: Literal["group", "criterion"]
    depth: int
    title: str
    role: Literal["counted", "condition"]
    common: Annotated[bool, "Whether the criterion is rated in all; false for a group."]
    cells: Annotated[list[CellDoc], "One for each initiative, in the order given."]


class PairDoc(TypedDict):
    first: str
    second: str
    rated_in_both: Annotated[list[str], "The criteria that the pair is judged on; those of no weight are left out."]
    first_higher: int
    second_higher: int
    equal: int
    apart: Annotated[int, "Criteria that apply to either and are not rated in both."]
    dominant: Annotated[str | None, "The one that is nowhere lower and somewhere higher, on what is rated in both."]
    certain: Annotated[bool, "Whether it dominates at every reading of the ranges."]
    complete: Annotated[bool, "Whether every criterion that applies to either is rated in both."]


class WarningDoc(TypedDict):
    code: Warned
    text: str
    initiatives: list[str]


class LensDoc(TypedDict):
    rubric: RubricDoc
    common: CommonDoc
    initiatives: Annotated[list[ComparedDoc], "In the order given; differences are to the first."]
    order: Annotated[list[PlaceDoc], "Highest score first; inside a tie by id; without a score last."]
    warnings: list[WarningDoc]
    pairs: list[PairDoc]
    nodes: Annotated[list[RowDoc], "In rubric order; with `common`, those that are left."]
    scorecards: Annotated[list[ScorecardDoc], "On all criteria, in the order given."]


class LeftOutDoc(TypedDict):
    rubric: str
    initiatives: Annotated[list[str], "Ids of those that are not rated on it."]


class ComparisonDoc(Head):
    options: CompareOptionsDoc
    left_out: Annotated[list[LeftOutDoc], "Lenses on which not all are rated."]
    comparisons: Annotated[list[LensDoc], "One for each rubric."]
