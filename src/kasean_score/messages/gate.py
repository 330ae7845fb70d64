"""The words of a gate's verdict."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "gate.title": ("Gate: {verdict}", "통과 심사: {verdict}"),
    "gate.passed": ("passed", "통과"),
    "gate.failed": ("failed", "미통과"),
    "gate.cannot_pass": ("cannot pass", "통과 불가"),
    "gate.incomplete": ("incomplete", "심사 미완료"),
    "gate.checks": ("Checks", "항목"),
    "gate.count_passed": ("{count} passed", "통과 {count}건"),
    "gate.count_failed": ("{count} failed", "미통과 {count}건"),
    "gate.count_cannot_pass": ("{count} cannot pass", "통과 불가 {count}건"),
    "gate.compared": ("Compared", "비교 대상"),
    "gate.compared_low": (
        "the lowest score and band still possible, not the score itself",
        "점수 자체가 아니라 가능한 가장 낮은 점수와 등급",
    ),
    "gate.check": ("Check", "심사 항목"),
    "gate.wanted": ("At least", "최소"),
    "gate.found": ("Found", "결과"),
    "gate.verdict": ("Verdict", "판정"),
    "gate.overall": ("Overall score", "전체 점수"),
    "gate.lowest": ("lowest {low}, score {score}", "최저 {low}, 점수 {score}"),
    "gate.reason": (
        "{status}: {initiative} on {rubric}: {check}: wanted {wanted} or more, found {found}",
        "{status}: {initiative} ({rubric}) {check}: 최소 {wanted}, 결과 {found}",
    ),
}
