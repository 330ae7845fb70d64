"""What `diff` says: what moved between two scorecards, and what moved it."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "diff.title": ("{name} ({id}): what moved", "{name} ({id}): 달라진 점"),
    "diff.old": ("Before", "이전"),
    "diff.new": ("After", "이후"),
    "diff.saved": ("saved result", "저장된 결과"),
    "diff.score": ("{scores}, change {change}", "{scores}, 변화 {change}"),
    "diff.same": ("{value}, as before", "{value}, 변화 없음"),
    "diff.note": ("Note", "참고"),
    "diff.limit": ("{band} ({when}): {old} → {new}", "{band} ({when}): {old} → {new}"),
    "diff.limit_holds": ("holds", "적용"),
    "diff.limit_possible": ("possible", "적용 가능"),
    "diff.limit_clear": ("does not hold", "적용 안 됨"),
    "diff.limit_none": ("not in this rubric", "이 루브릭에 없음"),
    # What must be known first
    "diff.other_initiative": (
        "these are two initiatives, {old} and {new}",
        "서로 다른 평가 대상이다: {old}, {new}",
    ),
    "diff.other_rubric": ("these are two rubrics, {old} and {new}", "서로 다른 루브릭이다: {old}, {new}"),
    "diff.other_file": (
        "the rubric's file is another one, with nothing changed that a score is computed from",
        "루브릭 파일이 다르지만 점수 계산에 쓰이는 내용은 같다",
    ),
    "diff.old_without_score": (
        "nothing was rated before, so there is no change of the score to split",
        "이전에는 평정된 기준이 없어 나눌 점수 변화가 없다",
    ),
    "diff.new_without_score": (
        "nothing is rated any more, so there is no change of the score to split",
        "이후에는 평정된 기준이 없어 나눌 점수 변화가 없다",
    ),
    "diff.neither_scored": ("nothing is rated on either side", "양쪽 모두 평정된 기준이 없다"),
    "diff.no_order": (
        "the change cannot be split: switching one thing after another, every way passes through a state without a score",
        "변화를 나눌 수 없다: 요인을 하나씩 바꾸는 모든 순서에서 점수가 없는 상태를 거친다",
    ),
    "diff.counts_only": (
        "evidence was not compared: a result saved without --explain has only the number of items",
        "근거는 비교하지 않았다: --explain 없이 저장한 결과에는 근거의 수만 있다",
    ),
    "diff.languages": (
        "evidence was not compared: the two results were saved in different languages",
        "근거는 비교하지 않았다: 두 결과가 서로 다른 언어로 저장되었다",
    ),
    "diff.nothing": (
        "nothing moved: the same ratings, evidence, weights and rules",
        "달라진 것이 없다: 평정, 근거, 가중치, 규칙이 모두 같다",
    ),
    # The parts of a change
    "diff.parts": ("What the change of the score is due to", "점수 변화의 요인"),
    "diff.part": ("Due to", "요인"),
    "diff.because": ("What differs", "달라진 것"),
    "diff.sum": ("Change", "변화 합계"),
    "diff.unchanged": ("nothing", "없음"),
    "diff.ratings": ("ratings", "평정"),
    "diff.coverage": ("coverage", "평정 여부"),
    "diff.applicability": ("applicability", "해당 여부"),
    "diff.weights": ("weights", "가중치"),
    "diff.rubric": ("rubric", "루브릭"),
    "diff.ratings_differ": (
        "criteria rated on both sides, at another level or value: {count}",
        "양쪽에서 평정되었으나 단계나 값이 달라진 기준 {count}개",
    ),
    "diff.coverage_differ": (
        "criteria rated on one side and not rated on the other: {count}",
        "한쪽에서만 평정된 기준 {count}개",
    ),
    "diff.applicability_differ": (
        "criteria that apply on one side only: {count}",
        "한쪽에만 해당하는 기준 {count}개",
    ),
    "diff.weights_differ": ("weights of what both sides have", "양쪽에 모두 있는 항목의 가중치"),
    "diff.rubric_differ": (
        "its version: aggregation, scale, goalposts, or criteria added or removed",
        "루브릭 버전: 집계 방식, 척도, 기준값, 추가되거나 빠진 기준",
    ),
    # What moved
    "diff.moves": ("What moved", "달라진 그룹과 기준"),
    "diff.change": ("Change", "변화"),
    "diff.effect": ("On score", "총점 영향"),
    "diff.due": ("Due to", "요인"),
    "diff.aside": ("not counted", "합산 제외"),
    "diff.absent": ("not in the rubric", "루브릭에 없음"),
    "diff.evidence": ("Evidence that is new, gone or changed", "새로 더해지거나 빠지거나 달라진 근거"),
    "diff.fields": ("changed: {fields}", "달라진 항목: {fields}"),
    "diff.marks": ("+ new · - gone · ~ changed", "+ 추가 · - 삭제 · ~ 변경"),
    "diff.method": ("Method", "방법"),
    "diff.method_value": (
        "each part is the step in score when one thing is switched from before to after, averaged over {used} of {orders} orders (Shapley value). Parts and changes come from unrounded scores: they add up exactly, and as shown to within rounding.",
        "각 요인의 몫은 그 요인만 이전에서 이후로 바꿀 때의 점수 차를 가능한 순서 {orders}개 중 {used}개에서 평균한 값이다(섀플리 값). 반올림하지 않은 점수로 계산하므로 합이 정확히 맞고, 표시된 값에는 반올림 차이가 있을 수 있다.",
    ),
}
