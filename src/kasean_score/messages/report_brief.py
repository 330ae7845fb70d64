"""The words of a report as a brief."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {}
