"""`robust`: how far scores and their order survive other weights, other readings and another aggregation."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kasean_score.cli.intervals import DRAWS, SEED
from kasean_score.cli.named import nodes_named
from kasean_score.cli.shared import (
    Bom,
    Draws,
    Form,
    Initiatives,
    Lang,
    Output,
    RubricRefs,
    Seed,
    Vary,
    answer,
    finish,
    refuse_read_files,
)
from kasean_score.errors import InputError, Place, Problem
from kasean_score.messages import language_from, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.model import Rubric
    from kasean_score.scoring.evaluate import Scorecard

__all__ = ["robust"]


def robust(
    initiatives: Initiatives = None,
    rubric: RubricRefs = None,
    vary: Vary = None,
    draws: Draws = None,
    seed: Seed = None,
    constraint: Annotated[
        list[str] | None, typer.Option("--constraint", metavar="TEXT", help="option.constraint")
    ] = None,
    exact: Annotated[bool, typer.Option("--exact", help="option.exact")] = False,
    tipping: Annotated[bool, typer.Option("--tipping", help="option.tipping")] = False,
    sensitivity: Annotated[bool, typer.Option("--sensitivity", help="option.sensitivity")] = False,
    sweep: Annotated[list[str] | None, typer.Option("--sweep", metavar="NODE", help="option.sweep")] = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli import together
    from kasean_score.cli.options import draws_of, seed_of
    from kasean_score.documents.robustness import document
    from kasean_score.robust.robustness import robustness, with_exact, with_sensitivity, with_tipping
    from kasean_score.robust.varying import BY_DEFAULT, varied_of

    words = lang or language_from(os.environ)
    varied = varied_of(vary or BY_DEFAULT)
    count, start = draws_of(draws or DRAWS), seed_of(seed or SEED)
    if constraint and not exact and varied.weights.name == "stated":
        raise InputError.of("constraint-without-weights", given=constraint[0])
    refs = initiatives or []
    found = together.scored(refs, rubric or [])
    refuse_read_files(output, [*refs, *(rubric or [])], found.scorecards)
    problems = [*found.problems, *_unrated(found.scorecards, words, asked=bool(rubric))]
    by_rubric = [kept for cards in found.by_rubric if (kept := [card for card in cards if card.coverage])]
    rubrics = [cards[0].rubric for cards in by_rubric]
    shared = zip(by_rubric, _constraints(rubrics, constraint or []), _swept(rubrics, sweep or []), strict=True)
    done = []
    for cards, texts, swept in shared:
        one = robustness(cards[0].rubric, [card.initiative for card in cards], varied, count, start, texts)
        one = with_exact(one) if exact else one
        one = with_tipping(one) if tipping else one
        done.append(with_sensitivity(one, swept) if sensitivity or sweep else one)
    if done:
        doc = document(done, words, left_out=found.left_out)
        answer("robustness", doc, form, output, words, bom=bom)
    finish(problems, sum(len(one.cards) for one in done), words)


def _constraints(rubrics: Sequence[Rubric], texts: Sequence[str]) -> list[Sequence[str]]:
    """The constraints on the weights of each rubric: those whose nodes it has. Raises InputError."""
    if not texts:
        return [() for _ in rubrics]
    from kasean_score.robust.polytope import Polytope
    from kasean_score.robust.tree import Tree

    return [one.texts for one in Polytope.shared_out([Tree(rubric) for rubric in rubrics], texts)]


def _swept(rubrics: Sequence[Rubric], names: Sequence[str]) -> list[list[str]]:
    """The addresses to sweep on each rubric: those that it has. Raises InputError."""
    found: list[list[str]] = [[] for _ in rubrics]
    for name in names if rubrics else ():
        for at, node in nodes_named(rubrics, name, f"--sweep {name}"):
            found[at].append(node.id)
    return found


def _unrated(cards: Sequence[Scorecard], lang: str, *, asked: bool) -> Iterator[Problem]:
    """A fault for each scorecard without a rating; only a remark where another lens serves, unasked."""
    doubted = {id(card.initiative) for card in cards if card.coverage}
    for card in cards:
        if card.coverage:
            continue
        facts = {"initiative": card.initiative.id, "rubric": card.rubric.id}
        if asked or id(card.initiative) not in doubted:
            yield Problem("nothing-rated", Place(card.initiative.file) if card.initiative.file else None, facts)
        else:
            print(say(lang, "robust.unrated_there", **facts), file=sys.stderr)
