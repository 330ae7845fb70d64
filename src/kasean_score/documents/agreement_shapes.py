"""The shape of the agreement document; `schema agreement` publishes it."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from kasean_score.documents.shapes import Head, OpinionDoc, RubricDoc

__all__ = [
    "AgreementDoc",
    "AgreementOnDoc",
    "AgreementOptionsDoc",
    "AlphaDoc",
    "CriterionAgreementDoc",
    "PartAgreementDoc",
    "RaterDoc",
    "RaterFileDoc",
    "RaterPairDoc",
]

Reading = Literal["reliable", "tentative", "too_low"]


class AgreementOptionsDoc(TypedDict):
    lang: Annotated[str, "Language of every text in the document."]
    metrics: Annotated[list[str], "Metrics that alpha was computed with."]
    seed: Annotated[int, "Seed of the samples drawn for the intervals."]
    resamples: Annotated[int, "Bootstrap samples of the criteria behind each interval."]
    left_out: Annotated[list[str], "Rubrics that the raters rated on, but whose file was not given."]


class AgreedInitiativeDoc(TypedDict):
    id: str
    name: str
    type: str | None
    stage: str | None


class RaterFileDoc(TypedDict):
    file: Annotated[str, "As it was named on the command line."]
    version: str | None
    sha256: Annotated[str, "Digest of the file's bytes."]
    as_of: str | None


class RaterDoc(TypedDict):
    name: str
    rated: Annotated[int, "Criteria that the rater gave a level or value."]
    not_rated: Annotated[int, "Criteria that the rater looked into and could not rate."]
    not_applicable: int
    leaning: Annotated[
        float | None, "Mean, in levels, of the rater's level less the mean of the others'; null where none is shared."
    ]


class AlphaDoc(TypedDict):
    metric: Literal["nominal", "ordinal", "interval", "ratio"]
    alpha: Annotated[float | None, "Krippendorff's alpha; null where it is undefined."]
    undefined: Annotated[Literal["no_pairs", "no_variation"] | None, "Why it is undefined."]
    observed: Annotated[float | None, "Observed disagreement."]
    expected: Annotated[float | None, "Expected disagreement."]
    bounds: Annotated[list[float] | None, "5th and 95th percentile over bootstrap samples of the criteria."]
    undefined_resamples: Annotated[int, "Samples in which alpha was undefined; they are left out."]
    reading: Annotated[Reading | None, "What custom allows to conclude from it."]
    reading_at_low: Annotated[Reading | None, "The same for the lower end of its interval."]


class PartAgreementDoc(TypedDict):
    kind: Literal["overall", "group"]
    id: Annotated[str | None, "Address of the group."]
    title: str | None
    role: Literal["counted", "condition"] | None
    depth: int
    criteria: Annotated[int, "Criteria judged by levels that apply to the initiative."]
    paired: Annotated[int, "Those with levels from two raters or more; all figures here are over them."]
    ratings: Annotated[int, "Levels that were given on them."]
    pairs: Annotated[int, "Pairs of levels that two raters gave one criterion."]
    exact: Annotated[float | None, "Share (0 to 1) of pairs that are equal, a range counting as its midpoint."]
    within_one: Annotated[float | None, "Share (0 to 1) of pairs that are at most one level apart."]
    alphas: list[AlphaDoc]


class RaterPairDoc(TypedDict):
    first: str
    second: str
    paired: Annotated[int, "Criteria on which both gave a level."]
    exact: float | None
    within_one: float | None
    difference: Annotated[float | None, "Mean, in levels, of the second's level less the first's."]


class CriterionAgreementDoc(TypedDict):
    id: Annotated[str, "Address: the dotted path of ids."]
    title: str
    judged_by: Literal["levels", "value"]
    unit: str | None
    spread: Annotated[float | None, "Levels between the lowest and the highest rater; null for a value."]
    points: Annotated[float | None, "Points of score between the lowest and the highest value; null for levels."]
    apart: Annotated[bool, "Whether two raters are two levels or more apart."]
    states_differ: Annotated[bool, "Whether it does not apply in the view of some raters only."]
    opinions: Annotated[list[OpinionDoc | None], "What each rater said, in the order of `raters`; null = no rating."]


class AgreementOnDoc(TypedDict):
    rubric: RubricDoc
    raters: list[RaterDoc]
    parts: Annotated[list[PartAgreementDoc], "All criteria, then every group, in rubric order."]
    pairs: Annotated[list[RaterPairDoc], "Every two raters."]
    criteria: Annotated[list[CriterionAgreementDoc], "In rubric order."]


class AgreementDoc(Head):
    options: AgreementOptionsDoc
    initiative: AgreedInitiativeDoc
    files: list[RaterFileDoc]
    rubrics: list[AgreementOnDoc]
