"""Where the text of a long run goes, piece by piece: standard output, or a file that appears whole at the end."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO, Self

from kasean_score.cli.output import put, said_wrote
from kasean_score.errors import InputError
from kasean_score.files.saving import replacing

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["Outlet"]


class Outlet:
    """Writes to the file `output` (None or `-`: standard output); nothing is touched before the first piece.

    As a context, it keeps the file only where nothing was raised. Raises InputError where a file cannot be written.
    """

    def __init__(self, output: str | None, lang: str, head: str = "") -> None:
        self.output = None if output == "-" else output
        self.lang = lang
        self._head = head
        self._begun = False
        self._stack = ExitStack()
        self._stream: BinaryIO | None = None

    def __enter__(self) -> Self:
        return self

    def write(self, text: str) -> None:
        """Write a piece, the head before the first."""
        if not text:
            return
        if not self._begun:
            text = self._head + text
        self._begun = True
        if self.output is None:
            put(text)
            return
        try:
            if self._stream is None:
                self._stream = self._stack.enter_context(replacing(self.output))
            self._stream.write(text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise self._unwritten(error) from None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            self._stack.__exit__(kind, error, at)
        except OSError as failure:
            if failure is error:
                raise
            raise self._unwritten(failure) from None
        if self._stream is not None and self.output is not None and error is None:
            said_wrote(self.output, self.lang)

    def _unwritten(self, error: OSError) -> InputError:
        return InputError.of("cannot-write", path=self.output, reason=error.strerror or str(error))
