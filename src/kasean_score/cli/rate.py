"""`rate`: a dossier rated in a conversation that any terminal and screen reader can carry."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Annotated

import typer

from kasean_score.cli.refusals import told
from kasean_score.cli.shared import Lang  # noqa: TC001  # typer asks for it
from kasean_score.errors import InputError
from kasean_score.messages import language_from, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.cli.rate_book import Book
    from kasean_score.cli.rate_screens import Screens
    from kasean_score.cli.rate_state import Do, State, Turn, Write
    from kasean_score.model import Initiative

__all__ = ["rate"]

WIDEST = 100
"""Longer lines are hard to read, however wide the screen."""
LOOK = 0.2
"""Seconds until an interrupt is noticed at the latest."""


def rate(
    file: Annotated[str, typer.Argument(metavar="FILE", help="option.rate_file")],
    rubric: Annotated[str | None, typer.Option("-r", "--rubric", metavar="RUBRIC", help="option.rate_rubric")] = None,
    lang: Lang = None,
) -> None:
    words = lang or language_from(os.environ)
    with told("rate.nothing_more", words):
        _rate(file, rubric, words)


def _rate(path: str, rubric: str | None, lang: str) -> None:
    from kasean_score.cli.output import screen
    from kasean_score.cli.rate_book import Book, opened
    from kasean_score.cli.rate_screens import Screens
    from kasean_score.files.catalog import load_rubric

    if rubric == "-":
        raise InputError.of("rate-rubric-stdin")
    initiative = opened(path)
    _prepare_typing()
    screens = Screens(lang, min(screen(None).width, WIDEST))
    ref = rubric if rubric is not None else _asked_rubric(path, initiative, screens)
    if ref is not None:
        _Conversation(Book(path, load_rubric(ref), lang), ref, screens).hold()


class _Conversation:
    """Asks, hands each answer to the state machine, and does what comes of it."""

    def __init__(self, book: Book, ref: str, screens: Screens) -> None:
        self.book = book
        self.ref = ref
        self.screens = screens
        self.sheet = book.sheet()
        self.card = book.scorecard()
        self.told: list[str] = []

    def hold(self) -> None:
        from kasean_score.cli.rate_state import start
        from kasean_score.cli.rate_talk import answer

        state: State | None = start(self.sheet)
        _show(self.screens.opening(self.sheet, self.card, self.book.path))
        shown: State | None = None
        while state is not None:
            if state.question == "rating" and state != shown:
                _show(self.screens.criterion(self.sheet, state.at, self.card))
            shown = state
            asked, prompt = self.screens.prompt(self.sheet, state)
            _show(asked)
            line = _line(prompt)
            if line is None:
                break
            turn = answer(self.sheet, state, line)
            for key, params in turn.said:
                _show(self.screens.said(key, params))
            state = self.after(state, turn)
        _show(["", *self.screens.said("rate.goodbye", {"path": self.book.path}), *self.screens.standing(self.card)])
        _show(self.screens.said("rate.next", {"command": self.scoring()}))

    def scoring(self) -> str:
        """The command that shows the scorecard."""
        from shlex import quote

        return f"kasean-score evaluate {quote(self.book.path)} -r {quote(self.ref)}"

    def after(self, state: State, turn: Turn) -> State | None:
        """Where an answer leads once its effect was done; None where the conversation is over."""
        from kasean_score.cli.rate_book import ChangedError
        from kasean_score.cli.rate_state import Do, Write

        try:
            if isinstance(turn.effect, Write):
                return self.write(state, turn.effect, turn)
            if isinstance(turn.effect, Do):
                return self.do(state, turn.effect, turn)
        except ChangedError:
            _show(self.screens.said("rate.changed", {"path": self.book.path}))
            return state._replace(question="changed", path=(), item={})
        return turn.state

    def write(self, state: State, change: Write, turn: Turn) -> State:
        from kasean_score.render.problems import full

        try:
            written = self.book.write(change, state)
        except InputError as error:
            if any(problem.code == "cannot-write" for problem in error.problems):
                raise
            _show(full(error.problems, self.screens.lang).splitlines())
            return state
        if written:
            self.refresh()
            self.live(change.address)
        return turn.state

    def live(self, address: str) -> None:
        """The score after an answer, and what evidence the rating still needs; in short where neither has changed."""
        standing = [self.screens.score(self.card), *self.screens.demanded(self.card, address)]
        _show(self.screens.saved(self.card, again=standing == self.told))
        _show(standing[1:] if standing != self.told else [])
        self.told = standing

    def do(self, state: State, effect: Do, turn: Turn) -> State | None:
        if effect.what == "quit":
            return None
        if effect.what == "undo":
            back = self.book.undo()
            if back is None:
                _show(self.screens.said("rate.nothing_to_undo", {}))
                return state
            self.refresh()
            _show([*self.screens.said("rate.undone", {}), *self.screens.standing(self.card)])
            return back
        if effect.what == "reload":
            self.book.reload()
            self.refresh()
            _show(self.screens.standing(self.card))
            return turn.state._replace(at=min(turn.state.at, len(self.sheet.criteria) - 1))
        shown = {"help": lambda: self.screens.help(state), "list": lambda: self.screens.listing(self.sheet)}
        _show(shown.get(effect.what, lambda: self.screens.sources(self.sheet))())
        return turn.state

    def refresh(self) -> None:
        self.sheet, self.card = self.book.sheet(), self.book.scorecard()


def _asked_rubric(path: str, initiative: Initiative, screens: Screens) -> str | None:
    """A reference to the rubric that a dossier is rated on, asked for where there are several. None: they left."""
    from kasean_score.cli.batch import LENSES

    beside = {name: os.path.join(os.path.dirname(path), f"{name}.yaml") for name in initiative.ratings}
    refs = {name: ref for name in initiative.ratings if (ref := _known(name, beside[name]))}
    if initiative.ratings and not refs:
        raise InputError.of("rate-no-rubric", path=path, rubrics=list(initiative.ratings))
    refs = refs or {name: name for name in LENSES}
    if len(refs) == 1:
        return next(iter(refs.values()))
    names = list(refs)
    _show(screens.said("rate.which_rubric", {}))
    _show([line for number, name in enumerate(names, start=1) for line in screens.lines(name, f"  {number} ")])
    while (line := _line(f"{say(screens.lang, 'rate.prompt_rubric')}> ")) is not None:
        typed = line.strip()
        if typed in refs:
            return refs[typed]
        if typed.isdecimal() and 0 < int(typed) <= len(names):
            return refs[names[int(typed) - 1]]
        if typed == "q":
            return None
        _show(screens.said("rate.which_number", {"most": len(names)}))
    return None


def _known(name: str, beside: str) -> str | None:
    """Where the rubric of an id is found: beside the dossier, or among those bundled."""
    from kasean_score.files.catalog import load_document
    from kasean_score.files.refs import bundled_path
    from kasean_score.model import Rubric

    if os.path.isfile(beside):
        with suppress(InputError):
            found = load_document(beside if os.path.dirname(beside) else os.path.join(os.curdir, beside))
            if isinstance(found, Rubric) and found.id == name:
                return found.file.path if found.file else beside
    return name if bundled_path("rubric", name) else None


def _prepare_typing() -> None:
    """UTF-8 whatever the locale says; on a terminal, line editing that knows how wide letters are."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
    if not sys.stdin.isatty():
        return
    import locale

    for name in ("", "C.UTF-8"):
        with suppress(locale.Error):
            locale.setlocale(locale.LC_CTYPE, name)
            if locale.nl_langinfo(locale.CODESET).upper().replace("-", "") == "UTF8":
                os.environ.update({"LC_ALL": name} if name else {})  # readline asks the environment at each line
                break
    with suppress(ImportError):
        import readline

        readline.set_auto_history(False)
        readline.parse_and_bind("tab: self-insert")


@contextmanager
def _awake() -> Iterator[None]:
    """Within, an interrupt is answered soon.

    One that comes while readline is between two looks at the keyboard is seen at its next look, which would be at the
    next key; a timer makes it look five times a second.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, lambda *_: None)
    signal.setitimer(signal.ITIMER_REAL, LOOK, LOOK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _line(prompt: str) -> str | None:
    """What is typed, or the next line of a pipe; None where there is no more."""
    sys.stdout.flush()
    if sys.stdin.isatty():
        try:
            with _awake():
                return input(prompt)
        except EOFError:
            print()
            return None
        except KeyboardInterrupt:
            print()
            raise
    print(prompt, end="")
    line = sys.stdin.readline()
    print(line.rstrip("\r\n"))
    return line if line else None


def _show(lines: list[str]) -> None:
    for line in lines:
        print(line)
    sys.stdout.flush()
