"""What a rating conversation prints: plain lines that wrap at the screen's width, no cursor movement, no colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.cli.rate_evidence import new_id
from kasean_score.cli.rate_state import judged, pending
from kasean_score.documents.rubric_parts import goalposts_text
from kasean_score.documents.scorecard import AS_STATED, document
from kasean_score.files.fields import SOURCE_KINDS
from kasean_score.messages import has, say
from kasean_score.model import Group, in_language
from kasean_score.render import phrases, rounding
from kasean_score.render.phrases import printable
from kasean_score.render.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kasean_score.cli.rate_state import Sheet, State
    from kasean_score.model import Criterion, Evidence, Rating
    from kasean_score.scoring.evaluate import Scorecard

__all__ = ["Screens"]

ASIDE = ("not_rated", "not_applicable")


class Screens:
    """The screens of one conversation: in one language, for one width."""

    def __init__(self, lang: str, width: int) -> None:
        self.lang = lang
        self.width = width

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def text(self, given: Any) -> str:
        return in_language(given, self.lang)

    def lines(self, text: str, first: str = "", then: str | None = None) -> list[str]:
        return wrapped(printable(text), self.width, first, then)

    def opening(self, sheet: Sheet, card: Scorecard, path: str) -> list[str]:
        waiting = sum(pending(sheet, at) for at in range(len(sheet.criteria)))
        name, title = self.text(card.initiative.name), self.text(sheet.rubric.title)
        return [
            *self.lines(self.say("rate.opening", name=name, title=title, path=path)),
            *self.lines(self.say("rate.opening_count", count=len(sheet.criteria), waiting=waiting)),
            *self.standing(card),
        ]

    def criterion(self, sheet: Sheet, at: int, card: Scorecard) -> list[str]:
        """One criterion with its question, its levels and what is known of it so far."""
        criterion = sheet.criteria[at]
        parents = [x for x in sheet.rubric.nodes() if isinstance(x, Group) and criterion.id.startswith(f"{x.id}.")]
        group = " / ".join(self.text(x.title) for x in parents)
        score = next(node for node in card.nodes if node.node.id == criterion.id)
        share = "" if score.share is None else self.say("rate.share", percent=rounding.percent(score.share))
        return [
            "",
            *self.lines(self.say("rate.position", at=at + 1, of=len(sheet.criteria), group=group)),
            *self.lines(f"{self.text(criterion.title)} ({criterion.id}){share}"),
            *(self.lines(self.text(criterion.question)) if criterion.question else []),
            *self._steps(sheet, criterion),
            *self._looked_for(criterion),
            *self._so_far(sheet, at, score.rating, card),
        ]

    def _steps(self, sheet: Sheet, criterion: Criterion) -> Iterator[str]:
        if criterion.measure is not None:
            yield from self.lines(goalposts_text(criterion.measure, self.lang), "  ")
            return
        labels = {level.level: self.text(level.label) for level in sheet.rubric.scale}
        for level in sheet.rubric.levels_of(criterion):
            says = self.text(criterion.levels.get(level, ""))
            yield from self.lines(f"{labels.get(level, '')}{': ' if says else ''}{says}", f"  {level} ", "    ")

    def _looked_for(self, criterion: Criterion) -> Iterator[str]:
        if criterion.typical_evidence:
            found = "; ".join(map(self.text, criterion.typical_evidence))
            yield from self.lines(f"{self.say('explain.look_for')}: {found}")

    def _so_far(self, sheet: Sheet, at: int, rating: Rating | None, card: Scorecard) -> Iterator[str]:
        """What is rated so far, why, and on what evidence."""
        given = sheet.rating(at)
        yield from self.lines(f"{self.say('rate.now')}: {self._state(sheet, given, pending(sheet, at))}")
        for field in ("why", "disputed"):
            if given.get(field):
                yield from self.lines(f"{self.say(f'explain.{field}')}: {self.text(given[field])}")
        for item in rating.evidence if rating is not None else ():
            yield from self.lines(f"{self.say(f'rate.word_{item.stance}')}: {self._cited(item, card)}", then="    ")

    def _state(self, sheet: Sheet, given: Mapping[str, Any], waiting: bool) -> str:
        if waiting:
            return self.say("rate.nothing_yet")
        for name in ASIDE:
            if given.get(name) is not None:
                return f"{self.say(f'word.{name}')}: {self.text(given[name])}"
        if given.get("value") is not None:
            ends = f" [{given['low']}-{given['high']}]" if given.get("low") is not None else ""
            words = [f"{given['value']}{ends}"]
        else:
            level = given["level"]
            low, high = (level[0], level[1]) if isinstance(level, list) else (level, level)
            labels = {str(x.level): self.text(x.label) for x in sheet.rubric.scale}
            names = dict.fromkeys((labels.get(low, ""), labels.get(high, "")))
            words = [f"{low if low == high else f'{low}-{high}'} {'–'.join(names)}"]
        if given.get("confidence"):
            words.append(self.say("explain.confidence", level=self.say(f"word.{given['confidence']}")))
        return ", ".join(words)

    def _cited(self, item: Evidence, card: Scorecard) -> str:
        source = card.initiative.sources.get(item.source)
        title = self.text(source.title) if source else item.source
        words = [title, self.text(item.at or ""), self.say("word.independent") if item.independent else ""]
        return f"{self.text(item.shows)} ({'; '.join(word for word in words if word)})"

    def standing(self, card: Scorecard) -> list[str]:
        """Score with its bounds, band and coverage, as `evaluate` says them."""
        shown = document([card], {**AS_STATED, "lang": self.lang})["scorecards"][0]
        text = self.say(
            "rate.standing",
            score=phrases.overall_text(shown),
            band=phrases.band_text(shown, self.lang),
            coverage=phrases.coverage_text(shown, self.lang),
        )
        return self.lines(text, then="  ")

    def score(self, card: Scorecard) -> str:
        """All that the score says, on one line."""
        return " ".join(self.standing(card))

    def saved(self, card: Scorecard, *, again: bool) -> list[str]:
        """That an answer is in the file, with the score; in short where that was told just before."""
        shown = document([card], {**AS_STATED, "lang": self.lang})["scorecards"][0]
        score, coverage = phrases.overall_text(shown), shown["criteria"]
        if again:
            return self.lines(self.say("rate.saved_same", score=score))
        percent, band = rounding.percent(shown["coverage"] or 0.0), phrases.band_text(shown, self.lang)
        text = self.say("rate.saved", score=score, band=band, percent=percent, **coverage)
        return self.lines(text, then="  ")

    def demanded(self, card: Scorecard, address: str) -> list[str]:
        """The evidence rules that a rating does not meet yet."""
        node = next(node for node in card.nodes if node.node.id == address)
        needs = [self.say(f"needs.{rule.needs}") for rule in node.unmet]
        return self.lines(self.say("rate.needs", needs=needs), then="  ") if needs else []

    def prompt(self, sheet: Sheet, state: State) -> tuple[list[str], str]:
        """What is asked, and the short words that stand before the answer."""
        rating, question = sheet.rating(state.at), state.question
        params: dict[str, object] = {}
        if question == "rating":
            question = "value" if sheet.criteria[state.at].measure is not None else "level"
            levels = sorted(sheet.rubric.levels_of(sheet.criteria[state.at]))
            middle = (len(levels) - 1) // 2
            pair = "-".join(map(str, levels[max(0, middle - 1) :][:2]))  # an example: neighbours that can be given
            params = {"least": levels[0], "most": levels[-1], "range": pair} if question == "level" else {}
        elif question == "kind":
            params = {"kinds": [f"{number} {kind}" for number, kind in enumerate(SOURCE_KINDS, start=1)]}
        elif question == "id":
            params = {"name": new_id(sheet, state.item)}
        elif question == "source":
            params = {"count": len(sheet.sources)}
            question = "source" if sheet.sources or sheet.facts else "source_none"
        kept = rating.get(state.question) is not None and state.question in ("confidence", "why", "disputed", *ASIDE)
        kept = kept and not (state.question in ASIDE and pending(sheet, state.at))
        key = f"rate.ask_{question}_kept" if kept else f"rate.ask_{question}"
        asked = self.lines(self.say(key, **params))
        name = question.removesuffix("_none")
        return asked, f"{self.say(f'rate.prompt_{name}')}> "

    def listing(self, sheet: Sheet) -> list[str]:
        """Every criterion with its position and what is rated so far."""
        lines = [""]
        for at, criterion in enumerate(sheet.criteria):
            given = sheet.rating(at)
            state = self._state(sheet, given, pending(sheet, at))
            if not judged(given) and not pending(sheet, at):
                state = self.say("word.not_rated" if given.get("not_rated") is not None else "word.not_applicable")
            title = f"{self.text(criterion.title)} ({criterion.id}): {state}"
            lines += self.lines(title, f"{at + 1:>3} ", "      ")
        return lines

    def sources(self, sheet: Sheet) -> list[str]:
        """The sources by number and id, then the facts by id."""
        lines = [""]
        for number, (name, title) in enumerate(sheet.sources.items(), start=1):
            lines += self.lines(f"{name}: {title}", f"{number:>3} ", "      ")
        if not sheet.sources:
            lines += self.lines(self.say("rate.no_sources"))
        if sheet.facts:
            lines += ["", *self.lines(self.say("rate.facts"))]
            for name, shows in sheet.facts.items():
                lines += self.lines(f"{name}: {shows}", "    ", "      ")
        return lines

    def help(self, state: State) -> list[str]:
        """What can be typed here."""
        key = f"rate.help_{state.question}"
        text = self.say(key if has(key) else "rate.help_answer")
        return ["", *(line for part in text.split("\n") for line in self._help_line(part))]

    def _help_line(self, part: str) -> list[str]:
        """A line of help: what is typed, two blanks or more, and what it does below one another."""
        typed, gap, does = part.partition("  ")
        return self.lines(does, f"  {typed:<12} ") if gap else self.lines(part)

    def said(self, key: str, params: Mapping[str, object]) -> list[str]:
        return self.lines(self.say(key, **params))
