"""The words of `whatif`, beyond those that scorecards have."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "whatif.title": ("What if: {name} ({id})", "변경 가정: {name} ({id})"),
    "whatif.rated_on": ("Rated on", "루브릭"),
    "whatif.changes": ("Changes", "변경"),
    "whatif.result": ("Result", "결과"),
    "whatif.moves": ("score {before} → {after}, {moved} points", "점수 {before} → {after}, {moved}점"),
    "whatif.new_score": ("score {before} → {after}", "점수 {before} → {after}"),
    "whatif.same_score": ("the score stays at {after}", "점수는 {after} 그대로이다"),
    "whatif.new_band": ("band {before} → {after}", "등급 {before} → {after}"),
    "whatif.same_band": ("the band stays {after}", "등급은 {after} 그대로이다"),
    "whatif.nothing": (
        "nothing changes: it was so already, or it has no part in score and limits",
        "달라지는 것이 없다. 이미 그러하거나 점수와 제한에 관여하지 않는다",
    ),
    "whatif.before": ("Before", "이전"),
    "whatif.after": ("After", "이후"),
    "whatif.alone": ("Each change alone", "변경 하나씩"),
    "whatif.change": ("Change", "변경"),
    "whatif.moved": ("Moves", "변동"),
    "whatif.together": ("All together", "모두 함께"),
    "whatif.not_alone": ("only with the others", "다른 변경과 함께만 가능"),
    "whatif.interaction": ("Together", "함께"),
    "whatif.acts": (
        "they act on each other: alone they add up to {alone} points, together they make {together}",
        "변경이 서로 영향을 준다. 하나씩의 변동을 더하면 {alone}점이지만 함께하면 {together}점이다",
    ),
    "whatif.nodes": ("What is not as it was", "달라진 항목"),
    "whatif.files": ("Files", "파일"),
    "whatif.untouched": ("no file was changed: {files}", "파일은 바꾸지 않았다: {files}"),
}
