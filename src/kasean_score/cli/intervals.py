"""What `--interval` asks for: simulated scores beside the bounds, each initiative by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.cli.options import draws_of, seed_of
from kasean_score.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kasean_score.documents.shapes import SimulationDoc
    from kasean_score.robust.simulate import Simulation
    from kasean_score.scoring.evaluate import Scorecard

__all__ = ["DRAWS", "SEED", "asked", "simulated"]

DRAWS, SEED = "10000", "0"


def asked(
    wanted: bool, vary: Sequence[str] | None, draws: str | None, seed: str | None, flag: str = "--interval"
) -> SimulationDoc | None:
    """What to simulate, understood; None where `flag` does not ask for it. Raises InputError."""
    typed = {"--vary": vary, "--draws": draws, "--seed": seed}
    alone = [name for name, value in typed.items() if value is not None]
    if not wanted:
        if alone:
            raise InputError.of("not-simulated", given=alone[0], flag=flag)
        return None
    from kasean_score.robust.varying import BY_DEFAULT, varied_of  # numpy comes with it

    sources = list(vary or BY_DEFAULT)
    varied_of(sources)
    return {"vary": sources, "draws": draws_of(draws or DRAWS), "seed": seed_of(seed or SEED)}


def simulated(cards: Iterable[Scorecard], asking: SimulationDoc | None) -> list[Simulation]:
    """A simulation of each scorecard, in their order; nothing where none is asked for."""
    if asking is None:
        return []
    from kasean_score.robust.draws import Problem
    from kasean_score.robust.simulate import simulate
    from kasean_score.robust.varying import varied_of

    varied = varied_of(asking["vary"])
    problems = (Problem(card.rubric, [card.initiative]) for card in cards)
    return [simulate(problem, varied, asking["draws"], asking["seed"]) for problem in problems]
