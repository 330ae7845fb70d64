"""The table of commands, each imported when it is called, and the help and usage messages in both languages."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from kasean_score import __version__
from kasean_score.cli import UNANSWERED, Language
from kasean_score.errors import InputError, Problem, nearest
from kasean_score.messages import LANGUAGES, has, language_from, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["COMMANDS", "command_of", "run"]

PROGRAM = "kasean-score"
COMMANDS: Mapping[str, str | Mapping[str, str]] = {
    "evaluate": "kasean_score.cli.evaluate:evaluate",
    "compare": "kasean_score.cli.compare:compare",
    "explain": "kasean_score.cli.explain:explain",
    "robust": "kasean_score.cli.robust:robust",
    "gaps": "kasean_score.cli.gaps:gaps",
    "improve": "kasean_score.cli.improve:improve",
    "whatif": "kasean_score.cli.whatif:whatif",
    "diff": "kasean_score.cli.diff:diff",
    "trend": "kasean_score.cli.trend:trend",
    "gate": "kasean_score.cli.gate:gate",
    "check": "kasean_score.cli.check:check",
    "raters": {
        "merge": "kasean_score.cli.raters:merge",
        "agree": "kasean_score.cli.raters:agree",
    },
    "evidence": {
        "matrix": "kasean_score.cli.evidence:matrix",
        "conflicts": "kasean_score.cli.evidence:conflicts",
        "export": "kasean_score.cli.evidence:export",
    },
    "new": {
        "initiative": "kasean_score.cli.new:initiative",
        "rubric": "kasean_score.cli.new:rubric",
    },
    "rate": "kasean_score.cli.rate:rate",
    "form": "kasean_score.cli.form:form",
    "import": "kasean_score.cli.import_form:import_form",
    "list": "kasean_score.cli.look:list_bundled",
    "show": "kasean_score.cli.look:show",
    "schema": "kasean_score.cli.look:schema",
    "verify": "kasean_score.cli.verify:verify",
    "report": "kasean_score.cli.report:report",
    "completion": "kasean_score.cli.completion:completion",
}
EXAMPLES = (
    "kasean-score evaluate",
    "kasean-score evaluate kasi -f json | jq .",
    "kasean-score evaluate my-initiative.yaml -r my-rubric.yaml",
)
UsageError: Any = typer.BadParameter.__base__


def run(args: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    preset = os.environ.get("KASEAN_SCORE_LANG", "")
    if preset and preset not in LANGUAGES:
        _refuse_preset()
        return UNANSWERED
    lang = asked_language(args)
    os.environ["KASEAN_SCORE_LANG"] = lang  # wherever --lang stood, the command speaks this
    try:
        outcome = _group(lang).main(args=list(args), prog_name=PROGRAM, standalone_mode=False)
    except UsageError as error:
        _say_usage(error, lang)
        return UNANSWERED
    except InputError as error:
        report(error.problems, lang)
        return UNANSWERED
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except SystemExit as error:  # all that is left of a broken pipe here
        raise BrokenPipeError from error
    return outcome if isinstance(outcome, int) else 0


def _refuse_preset() -> None:
    text = say("en", "usage.bad_value", name="KASEAN_SCORE_LANG")
    remedy = say("en", "usage.allowed", allowed=LANGUAGES)
    print(f"{say('en', 'note.error')}[usage]: {text}\n  = {say('en', 'note.remedy')}: {remedy}", file=sys.stderr)


def asked_language(args: Sequence[str]) -> str:
    """The language that a command line asks for, known before it is parsed: help and usage errors need it."""
    for index, arg in enumerate(args):
        name, _, value = arg.partition("=")
        if name == "--lang":
            asked = value or (args[index + 1] if index + 1 < len(args) else "")
            if asked in LANGUAGES:
                return asked
    return language_from(os.environ)


def report(problems: Sequence[Problem], lang: str, outcome: str = "") -> None:
    """Faults on stderr, and how many they were."""
    from kasean_score.render.problems import full

    print(full(problems, lang), file=sys.stderr)
    counted(len(problems), lang, outcome)


def counted(problems: int, lang: str, outcome: str = "") -> None:
    """On stderr, how many faults there were, and what came of the rest."""
    rest = outcome or say(lang, "note.nothing")
    print(say(lang, "note.one" if problems == 1 else "note.many", count=problems, rest=rest), file=sys.stderr)


class Commands(TyperGroup):
    """A group that knows its commands by name and imports only the one that is called.

    `within` is the name of the command that they belong to (empty: the program itself).
    """

    lang = "en"
    within = ""

    @property
    def table(self) -> Mapping[str, str | Mapping[str, str]]:
        inner = COMMANDS.get(self.within)
        return COMMANDS if inner is None or isinstance(inner, str) else inner

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        return list(self.table)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        target = self.table.get(cmd_name)
        if target is None:
            return None
        if not isinstance(target, str):
            return _group(self.lang, cmd_name)
        module, _, function = target.partition(":")
        return _command(cmd_name, getattr(import_module(module), function), self.lang, self.within)

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Any:  # type: ignore[override]
        if args and args[0] not in self.table and not args[0].startswith("-"):
            raise UsageError(_with_meant(self.lang, "no_command", args[0], list(self.table)), ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write_text(say(self.lang, f"command.{self.within or PROGRAM}"))
        _write_usage(formatter, f"{ctx.command_path} COMMAND ...", self.lang)
        before = f"{self.within}-" if self.within else ""
        rows = [(name, say(self.lang, f"command.{before}{name}")) for name in self.table]
        _write_rows(formatter, say(self.lang, "usage.commands"), rows)
        _write_options(self, ctx, formatter, self.lang)
        if not self.within:
            _write_rows(formatter, say(self.lang, "usage.examples"), [(example, "") for example in EXAMPLES])


class Command(TyperCommand):
    """A command whose help texts are keys of the catalogue; `about` is that of what it does."""

    lang = "en"
    about = ""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write_text(say(self.lang, f"command.{self.about}"))
        _write_usage(formatter, " ".join([ctx.command_path, *self.collect_usage_pieces(ctx)]), self.lang)
        arguments = [p for p in self.params if p.param_type_name == "argument"]
        rows = [(p.make_metavar(ctx=ctx), say(self.lang, p.help)) for p in arguments]  # type: ignore[attr-defined]
        if rows:
            _write_rows(formatter, say(self.lang, "usage.arguments"), rows)
        _write_options(self, ctx, formatter, self.lang)


def command_of(names: Sequence[str], lang: str) -> Any:
    """The command of that name, or of that name within another; without a name the program."""
    found = _group(lang)
    for name in names:
        found = found.get_command(None, name)
    return found


def _group(lang: str, within: str = "") -> Any:
    app = typer.Typer(
        name=within or None,
        cls=Commands,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    app.callback()(_before_all if not within else _before_some)
    group = get_command(app)
    group.lang, group.within = lang, within  # type: ignore[attr-defined]
    return group


def _version(asked: bool) -> None:
    if asked:
        print(f"{PROGRAM} {__version__}")
        raise typer.Exit


GroupLang = Annotated[Language | None, typer.Option("--lang", help="option.lang")]
Version = Annotated[bool, typer.Option("--version", is_eager=True, callback=_version, help="option.version")]


def _before_all(version: Version = False, lang: GroupLang = None) -> None:
    """The options that stand before a command; `asked_language` has read --lang already."""


def _before_some(lang: GroupLang = None) -> None:
    """The options that stand before one of a command's own commands."""


def _command(name: str, function: Callable[..., Any], lang: str, within: str) -> Any:
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=Command, context_settings={"help_option_names": ["-h", "--help"]})(function)
    command = get_command(app)
    command.lang, command.about = lang, f"{within}-{name}" if within else name  # type: ignore[attr-defined]
    return command


def _write_usage(formatter: Any, line: str, lang: str) -> None:
    formatter.write_paragraph()
    formatter.write_text(say(lang, "usage.usage", line=line))


def _write_options(command: Any, ctx: Any, formatter: Any, lang: str) -> None:
    records = []
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx) if param.param_type_name == "option" else None
        if record is not None:
            text = param.help if has(str(param.help)) else "option.help"
            records.append((record[0], say(lang, text)))
    _write_rows(formatter, say(lang, "usage.options"), records)


def _write_rows(formatter: Any, title: str, rows: list[tuple[str, str]]) -> None:
    with formatter.section(title):
        formatter.write_dl(rows)


def _with_meant(lang: str, key: str, name: str, known: list[str]) -> str:
    meant = nearest(name, known)
    remedy = (
        say(lang, "usage.meant", meant=meant, allowed=known) if meant else say(lang, "usage.allowed", allowed=known)
    )
    return f"{say(lang, f'usage.{key}', name=name)}\n  = {say(lang, 'note.remedy')}: {remedy}"


def _shown_name(param: Any) -> str:
    """An option or argument as it is named in help."""
    return str(param.opts[-1] if param.param_type_name == "option" else param.human_readable_name.upper())


def _bad_value(error: Any, lang: str) -> str:
    """A value that an option or argument does not take, and those that it does."""
    param = error.param
    name = _shown_name(param)
    choices = getattr(param.type, "choices", None)
    remedy = say(lang, "usage.allowed", allowed=choices) if choices else error.message
    return f"{say(lang, 'usage.bad_value', name=name)}\n  = {say(lang, 'note.remedy')}: {remedy}"


def _say_usage(error: Any, lang: str) -> None:
    """A command line that cannot be read: what is wrong with it, and where to look."""
    path = error.ctx.command_path if getattr(error, "ctx", None) is not None else PROGRAM
    kind = type(error).__name__
    if kind == "NoSuchOption":
        options = [name for param in error.ctx.command.get_params(error.ctx) for name in param.opts]
        known = [name for name in options if name.startswith("-")]
        text = _with_meant(lang, "no_option", error.option_name, known)
    elif kind == "MissingParameter" and error.param is not None:
        text = say(lang, "usage.missing", name=_shown_name(error.param))
    elif kind == "BadOptionUsage":
        text = say(lang, "usage.needs_value", name=error.option_name)
    elif kind == "BadParameter" and error.param is not None:
        text = _bad_value(error, lang)
    elif kind == "NoArgsIsHelpError":
        print((error.message or "").rstrip("\n"))
        return
    else:
        text = error.format_message()
    from kasean_score.render.phrases import printable

    lines = [*text.split("\n"), f"  = {say(lang, 'note.remedy')}: {say(lang, 'usage.see', command=path)}"]
    shown = "\n".join(printable(line) for line in lines)
    print(f"{say(lang, 'note.error')}[usage]: {shown}", file=sys.stderr)
