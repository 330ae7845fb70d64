"""What `verify` says: whether a saved result is what its files give."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "verify.same": ("{ref}: the same when recomputed", "{ref}: 다시 계산해도 같다"),
    "verify.differs": ("{ref}: differs when recomputed", "{ref}: 다시 계산하면 다르다"),
    "verify.checked": ("Checked", "확인"),
    "verify.counted": (
        "scorecards the same: {same}; different: {differing}; values compared: {values}",
        "같은 평가표 {same}개, 다른 평가표 {differing}개, 비교한 값 {values}개",
    ),
    "verify.incomplete": (
        "some scorecards could not be recomputed: see the errors",
        "다시 계산하지 못한 평가표가 있다. 오류를 확인해야 한다",
    ),
    "verify.same_values": ("same, {values} values", "같음, 값 {values}개"),
    "verify.rounding": (
        "{count} of them within 1e-9 of each other: rounding",
        "그중 {count}개는 1e-9 이내의 반올림 차이",
    ),
    "verify.uncompared": (
        "{count} keys known to one version of the program only",
        "프로그램의 한 버전에만 있는 항목 {count}개",
    ),
    "verify.differences": ("{name} ({where}), differences: {count}", "{name} ({where}), 차이 {count}건"),
    "verify.line": ("line {line}", "{line}행"),
    "verify.path": ("Where", "위치"),
    "verify.stored": ("Stored", "저장된 값"),
    "verify.recomputed": ("Recomputed", "다시 계산한 값"),
    "verify.difference": ("Difference", "차이"),
    "verify.absent": ("absent", "없음"),
    "verify.digest": (
        "a file is not the one that the result was computed from: other differences may follow from that",
        "결과를 계산한 파일과 다른 파일이 있다. 다른 차이도 여기에서 비롯되었을 수 있다",
    ),
    "verify.tools": (
        "written by kasean-score {then}, recomputed by {now}",
        "kasean-score {then} 버전의 결과를 {now} 버전으로 다시 계산했다",
    ),
}
