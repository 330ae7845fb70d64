"""`explain`: one initiative's score defended, by rule, evidence and points."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from kasean_score.cli.shared import Bom, Form, Lang, Output, RubricRefs, answer, finish, refuse_read_files
from kasean_score.errors import InputError, nearest
from kasean_score.messages import language_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.model import Rubric

__all__ = ["explain"]


def explain(
    initiative: Annotated[str, typer.Argument(metavar="INITIATIVE", help="option.initiative")],
    node: Annotated[str | None, typer.Argument(metavar="[CRITERION|GROUP]", help="option.node")] = None,
    rubric: RubricRefs = None,
    top: Annotated[str | None, typer.Option("--top", metavar="N", help="option.top_points")] = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli import batch
    from kasean_score.cli.options import count_of
    from kasean_score.documents.explanation import document

    words = lang or language_from(os.environ)
    count = None if top is None else count_of("--top", top)
    result = batch.scored([initiative], rubric or [])
    cards = result.scorecards
    addresses: list[str] = []
    if node is not None and cards:
        addresses = _addresses([card.rubric for card in cards], node)
        cards = [card for card in cards if {each.id for each in card.rubric.nodes()} & set(addresses)]
    refuse_read_files(output, [initiative, *(rubric or [])], result.scorecards)
    if cards:
        doc = document(cards, {"lang": words, "nodes": addresses, "top": count})
        answer("explanation", doc, form, output, words, bom=bom)
    finish(result.problems, len(cards), words)


def _addresses(rubrics: Sequence[Rubric], name: str) -> list[str]:
    """The addresses that a name stands for in any of the rubrics. Raises InputError where there is none."""
    from kasean_score.cli.options import addresses_of

    found = list(dict.fromkeys(address for rubric in rubrics for address in addresses_of(rubric, name)))
    if found:
        return found
    known = [node.id for rubric in rubrics for node in rubric.nodes()]
    ids = list(dict.fromkeys(rubric.id for rubric in rubrics))
    meant = nearest(name, [*known, *(address.rpartition(".")[2] for address in known)])
    if meant:
        raise InputError.of("unknown-part.near", name=name, rubrics=ids, meant=meant)
    raise InputError.of("unknown-part", name=name, rubrics=ids, allowed=[x for x in known if "." not in x])
