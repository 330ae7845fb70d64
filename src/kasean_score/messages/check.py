"""What `check` says at the end."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "check.summary": ("{files}: {errors}, {warnings}", "{files}: {errors}, {warnings}"),
    "check.files_one": ("1 file", "파일 1개"),
    "check.files_many": ("{count} files", "파일 {count}개"),
    "check.errors_none": ("no errors", "오류 없음"),
    "check.errors_one": ("1 error", "오류 1건"),
    "check.errors_many": ("{count} errors", "오류 {count}건"),
    "check.warnings_none": ("no warnings", "경고 없음"),
    "check.warnings_one": ("1 warning", "경고 1건"),
    "check.warnings_many": ("{count} warnings", "경고 {count}건"),
    "check.passed_over": (
        "passed over in folders; name them to have them checked: {paths}",
        "폴더에서 건너뛴 파일(점검하려면 직접 쓰십시오): {paths}",
    ),
}
