"""The words that the script of a report's page writes; `{...}` are filled by the script."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "report_js.note": (
        "These are the reader's weights, not the rubric's.",
        "루브릭이 정한 가중치가 아니라 독자가 바꾼 가중치입니다.",
    ),
    "report_js.differs": ("Changed here: {changes}.", "바뀐 항목: {changes}."),
    "report_js.changed_weights": ("{count} weights", "가중치 {count}개"),
    "report_js.changed_weight": ("1 weight", "가중치 1개"),
    "report_js.changed_set": ("weight set “{title}”", "가중치 세트 ‘{title}’"),
    "report_js.changed_mean": ("aggregation: {mean}", "합산 방식: {mean}"),
    "report_js.copy_hint": (
        "The address of this page holds these weights: copy it to share this view.",
        "이 페이지의 주소에 지금의 가중치가 담겨 있습니다. 주소를 복사하면 이 화면을 그대로 공유할 수 있습니다.",
    ),
    "report_js.copy": ("Copy the link", "링크 복사"),
    "report_js.copied": ("Link copied", "링크를 복사했습니다"),
    "report_js.not_copied": ("Copy the page's address by hand", "페이지 주소를 직접 복사해 주세요"),
    "report_js.reset": ("Reset to the stated weights", "원래 가중치로 되돌리기"),
    "report_js.weight_set": ("Weight set", "가중치 세트"),
    "report_js.as_stated": ("as stated in the rubric", "루브릭에 정한 대로"),
    "report_js.mean": ("Aggregation", "합산 방식"),
    "report_js.group": ("Weight of the whole group", "그룹 전체의 가중치"),
    "report_js.criteria": ("Weights within the group", "그룹 안의 가중치"),
    "report_js.condition": (
        "Not counted: it can only hold the band down.",
        "점수에 합산하지 않으며 등급을 제한할 수만 있습니다.",
    ),
    "report_js.number": ("as a number", "숫자로"),
    "report_js.all_zero": (
        "Something in “{title}” must weigh more than zero; the last weight was kept.",
        "‘{title}’ 안의 가중치가 모두 0일 수는 없어 직전 가중치를 유지했습니다.",
    ),
    "report_js.bad_number": (
        "A weight is a number from 0 to {most}; the last weight was kept.",
        "가중치는 0에서 {most} 사이의 숫자여야 하므로 직전 가중치를 유지했습니다.",
    ),
    "report_js.was": ("{rank} (was {stated})", "{rank} (원래 {stated})"),
    "report_js.ranked": ("Order by these weights: {order}.", "이 가중치에 따른 순서: {order}."),
    "report_js.restored": ("The stated weights are back.", "원래 가중치로 되돌렸습니다."),
    "report_js.found": ("{count} of {all} criteria", "기준 {all}개 중 {count}개"),
    "report_js.share": ("{percent} % of the whole", "전체의 {percent} %"),
    "report_js.share_aside": ("{percent} % of the group", "그룹의 {percent} %"),
    "report_js.light": ("Light", "밝게"),
    "report_js.dark": ("Dark", "어둡게"),
}
