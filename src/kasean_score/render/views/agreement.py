"""The agreement of raters as sheets: how far they agree, and a sheet for each criterion on which they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.documents.agreement_shapes import (
        AgreementDoc,
        AgreementOnDoc,
        AlphaDoc,
        CriterionAgreementDoc,
        PartAgreementDoc,
    )
    from kasean_score.documents.shapes import OpinionDoc

__all__ = ["sheets"]

ABREAST = 3
"""Raters whose rationales still stand in columns of their own."""
FEW = 10
"""Criteria below which an alpha and its interval are said to be rough."""
LEAST = 3
"""Criteria below which there is no interval (`scoring.alpha`)."""
MARKS = (0.667, 0.8)
"""The customary marks that a rounded alpha must stay on its side of."""
MOST_NAMED = 5
NO_POINTS = 1e-9


def sheets(doc: AgreementDoc) -> Iterator[Sheet]:
    """For each rubric the figures, then a sheet for each criterion on which the raters are apart."""
    for on in doc["rubrics"]:
        yield from _Page(doc, on).sheets()


class _Page:
    """The sheets of one rubric."""

    def __init__(self, doc: AgreementDoc, on: AgreementOnDoc) -> None:
        self.doc = doc
        self.on = on
        self.lang = doc["options"]["lang"]
        self.names = [phrases.printable(rater["name"]) for rater in on["raters"]]
        self.listed = [one for one in on["criteria"] if self.reasons(one)]

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def sheets(self) -> Iterator[Sheet]:
        initiative = self.doc["initiative"]
        title = f"{phrases.printable(initiative['name'])} ({initiative['id']})"
        grids = [self.parts(), self.raters()]
        if len(self.names) > 2:
            grids.append(self.pairs())
        yield Sheet(title, tuple(self.head()), tuple(grids), tuple(self.notes()))
        for one in self.listed:
            name = f"{phrases.printable(one['title'])} ({one['id']})"
            yield Sheet(name, (Line(self.say("raters.why_listed"), self.reasons(one)),), (self.side_by_side(one),))

    def head(self) -> Iterator[Line]:
        rubric, overall = self.on["rubric"], self.on["parts"][0]
        yield Line(self.say("raters.on"), f"{phrases.printable(rubric['title'])} ({self.version()})")
        yield Line(self.say("raters.raters"), "; ".join(self.names))
        counts = {name: overall[name] for name in ("paired", "criteria")}
        yield Line(self.say("raters.compared"), self.say("raters.compared_value", **counts))
        yield Line(self.say("raters.exact"), self.share(overall["exact"], overall["pairs"]), strong=True)
        yield Line(self.say("raters.within_one"), self.share(overall["within_one"], overall["pairs"]), strong=True)
        for one in overall["alphas"]:
            label = self.say("raters.alpha", metric=self.say(f"raters.{one['metric']}"))
            yield Line(label, self.alpha(one, overall["paired"]), strong=True)
        yield Line(self.say("raters.apart"), self.titles([x for x in self.on["criteria"] if x["apart"]]))
        for key, found in (("states", self.states()), ("values", self.values())):
            if found:
                yield Line(self.say(f"raters.{key}"), self.titles(found))

    def version(self) -> str:
        return phrases.versioned(self.on["rubric"]["id"], self.on["rubric"]["version"])

    def states(self) -> list[CriterionAgreementDoc]:
        return [one for one in self.on["criteria"] if one["states_differ"]]

    def values(self) -> list[CriterionAgreementDoc]:
        return [one for one in self.on["criteria"] if _values_differ(one)]

    def titles(self, criteria: Sequence[CriterionAgreementDoc]) -> str:
        if not criteria:
            return self.say("raters.none")
        names = [phrases.printable(one["title"]) for one in criteria]
        rest = len(names) - MOST_NAMED
        shown = names[:MOST_NAMED] + ([self.say("card.and_more", count=rest)] if rest > 0 else [])
        return self.say("raters.listed", count=len(names), names=", ".join(shown))

    def share(self, share: float | None, pairs: int) -> str:
        if share is None:
            return self.say("raters.no_share")
        return self.say("raters.share", percent=rounding.percent(share), count=round(share * pairs), pairs=pairs)

    def alpha(self, one: AlphaDoc, paired: int) -> str:
        """An alpha with its interval, and what custom allows to conclude from the two."""
        if one["alpha"] is None:
            return self.say(f"raters.{one['undefined']}")
        if paired < LEAST:
            return f"{_decimal(one['alpha'])} ({self.say('raters.too_few_for_any', count=paired)})"
        words = [self.figure(one), self.say(f"raters.{one['reading']}")]
        if one["reading_at_low"] not in (None, one["reading"]):
            words.append(self.say("raters.reaches", reading=self.say(f"raters.{one['reading_at_low']}")))
        if paired < FEW:
            words.append(self.say("raters.few", count=paired))
        if one["bounds"] is not None and one["bounds"][0] == one["bounds"][1]:
            words.append(self.say("raters.alike"))
        if one["undefined_resamples"]:
            counts = {"count": one["undefined_resamples"], "resamples": self.doc["options"]["resamples"]}
            words.append(self.say("raters.undefined_resamples", **counts))
        return "; ".join(words)

    def figure(self, one: AlphaDoc) -> str:
        """`0.71 [0.45 to 0.86]`."""
        if one["bounds"] is None:
            return _decimal(one["alpha"])
        low, high = map(_decimal, one["bounds"])
        return self.say("raters.interval_text", alpha=_decimal(one["alpha"]), low=low, high=high)

    def parts(self) -> Grid:
        """A row for all criteria and for each group; where there are several alphas, a column for each."""
        metrics = self.doc["options"]["metrics"]
        heads = [self.say(f"raters.{name}") for name in ("part", "paired_head", "exact", "within_one")]
        if len(metrics) == 1:
            heads += [self.say("raters.alpha_head"), self.say("raters.interval_head")]
        else:
            heads += [self.say("raters.alpha", metric=self.say(f"raters.{metric}")) for metric in metrics]
        columns = tuple(Column(head, right=place > 0, whole=place > 0) for place, head in enumerate(heads))
        return Grid(columns, tuple(self.part(part) for part in self.on["parts"]))

    def part(self, part: PartAgreementDoc) -> Row:
        title = phrases.printable(part["title"] or "") or self.say("raters.overall")
        if part["role"] == "condition" and part["depth"] == 0:
            title = self.say("card.condition", title=title)
        cells = [title, self.say("raters.of", paired=part["paired"], criteria=part["criteria"])]
        cells += [_percent(part["exact"]), _percent(part["within_one"])]
        if len(part["alphas"]) == 1:
            (one,) = part["alphas"]
            low, high = map(_decimal, one["bounds"] or (None, None))
            cells += [
                self.cell(one, part["paired"]),
                self.say("raters.low_to_high", low=low, high=high) if one["bounds"] else "",
            ]
        else:
            cells += [self.cell(one, part["paired"]) for one in part["alphas"]]
        overall = part["kind"] == "overall"
        return Row(tuple(cells), part["depth"], strong=overall, ends=overall)

    def cell(self, one: AlphaDoc, paired: int) -> str:
        if one["alpha"] is None:
            return self.say("raters.undefined_cell")
        return self.say("raters.too_few") if paired < LEAST else _decimal(one["alpha"])

    def raters(self) -> Grid:
        heads = ("rater", "rated_head", "not_rated_head", "not_applicable_head", "leaning")
        columns = tuple(Column(self.say(f"raters.{head}"), right=place > 0) for place, head in enumerate(heads))
        rows = tuple(
            Row((name, str(x["rated"]), str(x["not_rated"]), str(x["not_applicable"]), _signed(x["leaning"])))
            for name, x in zip(self.names, self.on["raters"], strict=True)
        )
        return Grid(columns, rows)

    def pairs(self) -> Grid:
        heads = ("pair", "paired_head", "exact", "within_one", "pair_leaning")
        columns = tuple(Column(self.say(f"raters.{head}"), right=place > 0) for place, head in enumerate(heads))
        rows = []
        for pair in self.on["pairs"]:
            first, second = phrases.printable(pair["first"]), phrases.printable(pair["second"])
            name = self.say("raters.pair_name", first=first, second=second)
            shares = _percent(pair["exact"]), _percent(pair["within_one"])
            rows.append(Row((name, str(pair["paired"]), *shares, _signed(pair["difference"]))))
        return Grid(columns, tuple(rows))

    def notes(self) -> Iterator[Line]:
        options = self.doc["options"]
        yield Line(self.say("raters.how"), self.say("raters.how_levels"))
        yield Line(self.say("raters.alpha_head"), self.say("raters.how_alpha"))
        counts = {"resamples": options["resamples"], "seed": options["seed"], "few": FEW, "least": LEAST}
        yield Line(self.say("raters.interval_head"), self.say("raters.how_interval", **counts))
        yield Line(self.say("raters.marks"), self.say("raters.how_marks"))
        if options["left_out"]:
            yield Line(self.say("raters.left_out"), self.say("raters.left_out_value", rubrics=options["left_out"]))
        files = [f"{self.version()} sha256 {phrases.cut(self.on['rubric']['sha256'])}"]
        for file in self.doc["files"]:
            dated = f" ({self.say('card.as_of', date=file['as_of'])})" if file["as_of"] else ""
            files.append(f"{phrases.printable(file['file'])}{dated} sha256 {phrases.cut(file['sha256'])}")
        yield Line(self.say("card.files"), " · ".join(files))

    def reasons(self, one: CriterionAgreementDoc) -> str:
        """Why a criterion has a sheet of its own; empty where it has none."""
        words = []
        if one["apart"]:
            words.append(self.say("raters.apart_by", width=f"{one['spread']:g}"))
        if _values_differ(one):
            words.append(self.say("raters.values_by", width=f"{one['points']:.1f}"))
        if one["states_differ"]:
            words.append(self.say("raters.states_by"))
        return "; ".join(words)

    def side_by_side(self, one: CriterionAgreementDoc) -> Grid:
        """What each rater said: a column for each of a few, else a row for each."""
        heads = [self.say("raters.judgement"), self.say("raters.rationale"), self.say("raters.disputed_head")]
        said = [self.said(opinion, one["unit"]) for opinion in one["opinions"]]
        if not any(texts[2] for texts in said):
            heads, said = heads[:2], [texts[:2] for texts in said]
        if len(self.names) > ABREAST:
            columns = [self.say("raters.rater"), *heads]
            rows = [Row((name, *texts)) for name, texts in zip(self.names, said, strict=True)]
        else:
            columns = ["", *self.names]
            rows = [Row((head, *(texts[at] for texts in said))) for at, head in enumerate(heads)]
        return Grid(tuple(map(Column, columns)), tuple(rows))

    def said(self, opinion: OpinionDoc | None, unit: str | None) -> list[str]:
        if opinion is None:
            return [self.say("raters.no_rating"), "", ""]
        texts = (opinion["why"] or "", opinion["disputed"] or "")
        return [phrases.opinion_text(opinion, unit, self.lang), *map(phrases.printable, texts)]


def _values_differ(one: CriterionAgreementDoc) -> bool:
    return one["points"] is not None and one["points"] > NO_POINTS


def _decimal(value: float | None) -> str:
    """An alpha to two decimals; to more where those would stand on another side of a customary mark."""
    if value is None:
        return ""
    digits = next(n for n in range(2, 17) if n == 16 or all((value >= m) == (round(value, n) >= m) for m in MARKS))
    return f"{value:.{digits}f}"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{rounding.percent(share)} %"


def _signed(levels: float | None) -> str:
    return "-" if levels is None else "0.0" if abs(levels) < 0.05 else f"{levels:+.1f}"
