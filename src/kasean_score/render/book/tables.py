"""Sheets of rows: ratings with their reasons, evidence, sources, and the criteria with their ladders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import has, say
from kasean_score.render import phrases, rounding
from kasean_score.render.report_facts import cited, items, rated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.documents.report_shapes import ReportDoc
    from kasean_score.render.book.page import Page

__all__ = ["criteria", "evidence", "ratings", "sources"]

Cells = list[str | float | None]
HEADS = 1


def ratings(page: Page, doc: ReportDoc, lang: str) -> None:
    """One row for each criterion of each initiative."""
    rows: list[Cells] = []
    for lens, label, node in rated(doc, lang):
        detail = node["detail"]
        needs = [say(lang, f"needs.{rule['needs']}") for rule in node["unsupported"]]
        following = detail["next"] if detail else None
        demand = f"{following['level']} {following['label']}: {following['text'] or ''}" if following else None
        bounds = node["bounds"]
        rows.append(
            [
                lens["rubric"],
                label,
                node["id"],
                node["title"],
                phrases.level_text(node, lang),
                rounding.score_text(node["score"], bounds) if bounds else None,
                say(lang, f"word.{node['confidence']}") if node["confidence"] else None,
                (detail["why"] if detail else None) or node["reason"],
                node["disputed"],
                "; ".join(needs) or None,
                phrases.evidence_text(node) or None,
                demand,
            ]
        )
    heads = ["form.rubric", "robust.initiative", "list.id", "form.criterion", "report_book.rating", "card.score"]
    heads += ["form.confidence", "report_book.why", "explain.disputed", "report_book.unsupported", "form.cited_items"]
    heads += ["report_book.next"]
    widths = (13, 13, 18, 22, 14, 13, 11, 80, 36, 18, 9, 44)
    _filtered(page, heads, widths, rows, lang, frozen="E2", printed=9)


def evidence(page: Page, doc: ReportDoc, lang: str) -> None:
    """One row for each cited item."""
    rows: list[Cells] = []
    urls: list[str | None] = []
    yes = say(lang, "report_book.yes")
    for lens, label, node in rated(doc, lang):
        for item in items(node):
            source = item["source"]
            words = [
                item["shows"],
                item["at"],
                source["title"],
                source["publisher"] or source["author"],
                source["date"],
            ]
            standing = [say(lang, f"word.{item['certainty']}"), yes if item["independent"] else None, source["id"]]
            stance = say(lang, f"word.{item['stance']}")
            named: Cells = [lens["rubric"], label, node["id"], node["title"], phrases.level_text(node, lang), stance]
            rows.append([*named, *words, *standing, item["note"], None])
            urls.append(source["url"])
    heads = ["form.rubric", "robust.initiative", "list.id", "form.criterion", "report_book.rating", "form.stance"]
    heads += ["form.shows", "form.at", "report_book.source_title", "form.publisher", "form.date"]
    heads += ["form.certainty", "word.independent", "form.source", "form.note", "form.url"]
    widths = (13, 13, 18, 22, 14, 9, 70, 18, 36, 20, 11, 14, 11, 22, 30, 46)
    _filtered(page, heads, widths, rows, lang, frozen="E2", urls=urls, printed=11)


def sources(page: Page, doc: ReportDoc, lang: str) -> None:
    """Every source once, with the number of its citations here."""
    rows: list[Cells] = []
    found = cited(doc, lang)
    for source, count in found:
        read = _word(source["read"], lang)
        kind = _word(source["kind"], lang)
        told = (source["id"], source["title"], source["author"], source["publisher"], source["date"], kind)
        rows.append([*told, source["language"], read, source["note"], float(count), None])
    heads = ["list.id", "form.title", "form.author", "form.publisher", "form.date", "form.kind", "form.language"]
    heads += ["form.read", "form.note", "report_book.cited", "form.url"]
    widths = (22, 50, 24, 26, 12, 13, 9, 20, 30, 9, 46)
    _filtered(page, heads, widths, rows, lang, frozen="B2", urls=[source["url"] for source, _ in found])


def criteria(page: Page, doc: ReportDoc, lang: str) -> None:
    """One row for each node of each rubric: what is asked, what each level means, and why it weighs what it does."""
    deepest = max(len(lens["texts"][lang]["rubric"]["scale"]) for lens in doc["lenses"])
    rows: list[Cells] = []
    for lens in doc["lenses"]:
        for node in lens["texts"][lang]["rubric"]["nodes"]:
            ladder = {
                step["level"]: f"{step['label']}: {step['text']}" if step["text"] else step["label"]
                for step in node["levels"]
            }
            asked = node["question"] or node["description"] or node["goalposts"]
            goalposts = node["goalposts"] if node["question"] else None
            steps: Cells = [ladder.get(level) for level in range(deepest)]
            said: Cells = [lens["rubric"], node["id"], node["title"], node["weight"], asked, *steps, goalposts]
            origin = "; ".join(node["origin"]) or None
            dac = say(lang, f"word.{node['dac']}") if node["dac"] else None
            look_for = "; ".join(node["typical_evidence"]) or None
            rows.append([*said, node["why_weight"], node["applies"], dac, origin, look_for])
    heads: list[str] = ["form.rubric", "list.id", "report_book.node", "form.weight", "explain.question"]
    labels = [say(lang, head) for head in heads]
    labels += [say(lang, "report_book.level", level=level) for level in range(deepest)]
    rest = (
        "report_book.goalposts",
        "explain.weight",
        "show.applies",
        "report_book.dac",
        "show.origin",
        "explain.look_for",
    )
    labels += [say(lang, head) for head in rest]
    widths = (13, 19, 26, 8, 40, *(30,) * deepest, 24, 30, 22, 15, 24, 30)
    _drawn(page, labels, widths, rows, frozen="D2", printed=len(heads) + deepest)


def _word(name: str | None, lang: str) -> str | None:
    """The word for the kind of a source, or for how much of it was read."""
    key = f"form_choice.{name}"
    return say(lang, key) if name and has(key) else name


def _filtered(
    page: Page,
    heads: Sequence[str],
    widths: Sequence[float],
    rows: Sequence[Cells],
    lang: str,
    *,
    frozen: str,
    urls: Sequence[str | None] = (),
    printed: int = 0,
) -> None:
    _drawn(page, [say(lang, head) for head in heads], widths, rows, frozen=frozen, printed=printed)
    for row, url in enumerate(urls, HEADS + 1):
        page.link(row, len(heads), url)


def _drawn(
    page: Page, labels: Sequence[str], widths: Sequence[float], rows: Sequence[Cells], *, frozen: str, printed: int = 0
) -> None:
    page.head(HEADS, labels)
    page.widths = dict(enumerate(map(float, widths), 1))
    page.rows(HEADS + 1, rows)
    page.sheet.auto_filter.ref = f"A{HEADS}:{page.cell(HEADS + max(1, len(rows)), len(labels)).coordinate}"
    page.finish(frozen=frozen, heads=HEADS, printed=printed)
