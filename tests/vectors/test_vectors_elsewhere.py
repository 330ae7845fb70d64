"""A workbook's formulas and a table of ratings make of the vectors what exact arithmetic makes of them."""

from __future__ import annotations

import csv
import json
from math import isclose
from typing import TYPE_CHECKING, Any

import scoring_support as small
from openpyxl import load_workbook
from report_support import blocks, book_at, figures, recalculated, report_on, rows_of
from vectors_support import initiatives_of, rubric_of, stored

from kasean_score.cli.commands import run
from kasean_score.model import AGGREGATES
from kasean_score.scoring.variants import with_aggregate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kasean_score.model import Initiative, Rubric

Doc = dict[str, Any]
FIGURES = ("score", "low", "high", "coverage", "share", "contribution")
PER_BOOK, EVERY = 30, 5
STRONGEST = 100
"""The largest power that a rubric's file may ask for."""
STATES = {"not_rated": "?", "not_applicable": "n/a"}


def scoring() -> list[Doc]:
    """The cases that come to scores: in the others some group has no weight."""
    return [case for case in stored() if "cards" in case["expected"]]


def apart(found: list[float | None], expected: Doc) -> bool:
    """Whether figures differ by more than the last digits."""
    wanted = [expected[name] for name in FIGURES]
    return not all(
        isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
        if isinstance(one, float | int) and other is not None
        else one == other
        for one, other in zip(found, wanted, strict=True)
    )


def test_formulas_agree_with_the_vectors_when_their_weights_are_entered(tmp_path: Path) -> None:
    """One case in five, for a spreadsheet takes half a second over each."""
    cases = {f"v{at}": case for at, case in enumerate(scoring()[::EVERY])}
    names = list(cases)
    for book in range(0, len(names), PER_BOOK):
        own = {name: cases[name] for name in names[book : book + PER_BOOK]}
        path = book_at(tmp_path / f"{book}.xlsx", report_on(*(_lens(name, case) for name, case in own.items())))
        changed = load_workbook(path)
        for name, case in own.items():
            _enter(changed[f"Scores {name}"], case)
        changed.save(path)
    sheets = {sheet.title: sheet for book in recalculated(tmp_path).values() for sheet in book}
    wrong = [text for name, case in cases.items() for text in _differing(sheets[f"Scores {name}"], name, case)]
    assert wrong == []


def _lens(name: str, case: Doc) -> tuple[Rubric, list[Initiative]]:
    rubric, given = rubric_of(case)._replace(id=name), case["aggregate"]
    if given is not None:
        rubric = with_aggregate(rubric, AGGREGATES[given] if isinstance(given, str) else given)
    return rubric, [one._replace(ratings={name: one.ratings["r"]}) for one in initiatives_of(case)]


def _enter(sheet: Any, case: Doc) -> None:
    """Change the weights as a reader does."""
    rows = rows_of(sheet)
    for node, weight in zip(case["weighing"]["nodes"], case["weights"] or [], strict=case["weights"] is not None):
        sheet.cell(rows[node["id"]], 4).value = weight


def _differing(sheet: Any, name: str, case: Doc) -> Iterator[str]:
    for at, (block, card) in enumerate(zip(blocks(sheet), case["expected"]["cards"], strict=True)):
        found = figures(sheet, block)
        for node, expected in zip(case["weighing"]["nodes"], card["nodes"], strict=True):
            if apart(found[node["id"]], expected):
                yield f"{name} ({case['name']}), initiative {at}, {node['id']}: {found[node['id']]}, not {expected}"


def test_a_table_of_ratings_agrees_with_the_vectors(tmp_path: Path) -> None:
    """Those that files can hold: a measure with one value, groups in which something is counted, powers up to 100."""
    cases = [case for case in scoring() if _fits_a_table(case)]
    assert len(cases) > 100
    wrong = [text for case in cases for text in _differing_in_table(case, tmp_path)]
    assert wrong == []


def _fits_a_table(case: Doc) -> bool:
    weighing = case["weighing"]
    exact = all(
        one is None or one["level"] is not None or one["state"] != "rated" or one["bounds"] == [one["score"]] * 2
        for initiative in weighing["initiatives"]
        for one in initiative["criteria"]
    )
    counted = {node["parent"] for node in weighing["nodes"] if not node["condition"]}
    groups = {at for at, node in enumerate(weighing["nodes"]) if node["kind"] == "group"}
    powers = [one["power"] for one in (weighing, *weighing["nodes"])] + [case["aggregate"]]
    mild = all(abs(one) <= STRONGEST for one in powers if isinstance(one, float))
    levels = all(one["at_most"] is None or not groups.intersection(one["watched"]) for one in weighing["limits"])
    return exact and mild and levels and weighing["bands"][-1]["at_least"] == 0 and counted == {None, *groups}


def _differing_in_table(case: Doc, folder: Path) -> Iterator[str]:
    (folder / "r.json").write_text(json.dumps(rubric_doc(case)), encoding="utf-8")
    nodes = case["weighing"]["nodes"]
    at_leaves = [at for at, node in enumerate(nodes) if node["kind"] == "criterion"]
    with (folder / "t.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(["id", *(nodes[at]["id"] for at in at_leaves)])
        for number, one in enumerate(case["weighing"]["initiatives"]):
            table.writerow([f"i{number}", *(_cell(one["criteria"][at]) for at in at_leaves)])
    code = run(["evaluate", f"{folder}/t.csv", "-r", f"{folder}/r.json", "-f", "csv", "-o", f"{folder}/out.csv"])
    assert code == 0, case["name"]
    with (folder / "out.csv").open(encoding="utf-8", newline="") as stream:
        rows = {(row["initiative"], row["id"]): row for row in csv.DictReader(stream)}
    for number, card in enumerate(case["expected"]["cards"]):
        for node, expected in zip(nodes, card["nodes"], strict=True):
            found = [float(text) if (text := rows[f"i{number}", node["id"]][name]) else None for name in FIGURES]
            if apart(found, expected):
                yield f"{case['name']}, i{number}, {node['id']}: {found}, not {expected}"
        if rows[f"i{number}", ""]["band"] != card["band"]:
            yield f"{case['name']}, i{number}: {rows[f'i{number}', '']['band']}, not {card['band']}"


def _cell(criterion: Doc) -> str:
    if criterion["state"] != "rated":
        return STATES[criterion["state"]]
    if criterion["level"] is None:
        return repr(criterion["score"])
    return "-".join(str(level) for level in dict.fromkeys(criterion["level"]))


def rubric_doc(case: Doc) -> Doc:
    """A case's rubric as a file has it, under the weights and the mean of the case."""
    weighing, nodes = case["weighing"], case["weighing"]["nodes"]
    weights = case["weights"] or [node["weight"] for node in nodes]
    given = case["aggregate"]

    def mean(power: float | None) -> Any:
        if given is not None:
            return given if isinstance(given, str) else {"power": given}
        return "minimum" if power is None else {"power": power}

    def made(at: int) -> Doc:
        node, name = nodes[at], nodes[at]["id"].rpartition(".")[2]
        if node["kind"] == "criterion":
            return small.criterion(name, weights[at]) if node["levels"] else small.measure(name, weight=weights[at])
        fields: Doc = {"role": "condition"} if node["condition"] else {}
        if node["own_power"]:
            fields["aggregate"] = mean(node["power"])
        return small.group(name, *below(at), weight=weights[at], **fields)

    def below(parent: int | None) -> list[Doc]:
        return [made(at) for at, node in enumerate(nodes) if node["parent"] == parent]

    return small.rubric(
        *below(None),
        scale=[{"level": int(at), "label": f"L{at}", "value": value} for at, value in case["scale"].items()],
        bands=[{**band, "label": band["id"]} for band in weighing["bands"]],
        aggregate=mean(weighing["power"]),
        min_coverage=weighing["min_coverage"],
        limits=[_limit(limit, nodes) for limit in weighing["limits"]],
    )


def _limit(limit: Doc, nodes: list[Doc]) -> Doc:
    top = [at for at, node in enumerate(nodes) if node["parent"] is None]
    first = nodes[limit["watched"][0]]
    address = "any" if limit["watched"] == top else first["id"]
    threshold = {"below": limit["below"]} if limit["at_most"] is None else {"at_most": limit["at_most"]}
    when = {"criterion" if first["kind"] == "criterion" else "group": address, **threshold}
    return {"id": limit["id"], "when": when, "band_at_most": limit["band_at_most"]}
