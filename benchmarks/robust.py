"""Robustness: whole runs beside an import of numpy, draws beside straight numpy, and peak memory.

    python benchmarks/robust.py [--rounds 5]

What is compared runs by turns, each in a process of its own, so that a machine whose speed drifts slows all of it
alike; medians are printed. Times are by the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from kasean_score.files.refs import bundled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

SOURCES = ("--vary", "weights", "--vary", "levels", "--vary", "aggregation")
DRAWS = 100_000
STRAIGHT = """
import sys, time
import numpy as np
draws = int(sys.argv[1])
values = np.random.default_rng(1).random((10, 30)) * 100
start = time.perf_counter()
weights = np.random.default_rng(0).dirichlet(np.ones(30), draws)
scores = weights @ values.T
ranks = np.argsort(-scores, axis=1)
places = np.stack([np.bincount(ranks[:, rank], minlength=10) for rank in range(10)]) / draws
wins = np.array([[np.mean(scores[:, one] > scores[:, other]) for other in range(10)] for one in range(10)])
print(time.perf_counter() - start)
"""
ORDER = """
import sys, time
import numpy as np
from kasean_score.robust.smaa import smaa
from kasean_score.robust.weights import Uniform
draws = int(sys.argv[1])
values = np.random.default_rng(1).random((10, 30)) * 100
start = time.perf_counter()
weights = Uniform().draw(np.full(30, 1 / 30), draws, np.random.default_rng(0))
smaa(values, weights / weights.sum(axis=0))
print(time.perf_counter() - start)
"""
OURS = """
import sys, time
from pathlib import Path
from kasean_score import load_initiative, load_rubric
from kasean_score.robust.draws import Problem, Varied
from kasean_score.robust.simulate import simulate
from kasean_score.robust.weights import Uniform
folder, draws, powers = Path(sys.argv[1]), int(sys.argv[2]), eval(sys.argv[3])
rubric = load_rubric(str(folder / "rubric.json"))
initiatives = [load_initiative(str(path)) for path in sorted(folder.glob("i*.json"))]
start = time.perf_counter()
simulate(Problem(rubric, initiatives), Varied(Uniform(), powers=powers), draws, 0)
print(time.perf_counter() - start)
"""


class Line(NamedTuple):
    """A row of the table: `budget` is the most that `value` may be."""

    what: str
    value: float
    unit: str
    budget: float | None = None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=PARTS, action="append", help="run this part; may be repeated")
    asked = parser.parse_args()
    for name, part in PARTS.items():
        if asked.only and name not in asked.only:
            continue
        with TemporaryDirectory() as folder:
            for what, value, unit, budget in part(Path(folder), asked.rounds):
                kept = budget is None or value <= budget
                bound = "" if budget is None else f"at most {budget:,g}"
                print(
                    f"{what:<66} {value:>8,.2f} {unit:<5} {bound:<14} {'' if kept else 'MISSED'}".rstrip(), flush=True
                )


def whole(_: Path, rounds: int) -> list[Line]:
    """`robust` as people run it, beside an import of numpy."""
    command = ["-m", "kasean_score", "robust", *_lens_initiatives(), "-r", "reset-plan", *SOURCES]
    ours, numpy = [], []
    for _round in range(rounds):
        ours.append(clock(command))
        numpy.append(clock(["-c", "import numpy"]))
    return [
        Line("`robust` of the ten bundled initiatives, all sources, 10,000 draws", median(ours), "s", 1.2),
        Line("  beside `import numpy`", ratio(ours, numpy), "x", 7),
    ]


def draws(folder: Path, rounds: int) -> list[Line]:
    """100,000 draws of weights on 30 criteria beside each other; then in six groups, with all that it gives."""
    write(folder, initiatives=10, groups=6, criteria=5)
    ours, straight, tree = [], [], []
    for _round in range(rounds):
        ours.append(float(python(ORDER, DRAWS)))
        straight.append(float(python(STRAIGHT, DRAWS)))
        tree.append(float(python(OURS, folder, DRAWS, "(None,)")))
    return [
        Line("10 initiatives x 30 criteria x 100,000 draws of weights", median(ours), "s"),
        Line("  beside straight numpy", ratio(ours, straight), "x", 1.1),
        Line("  with the tree, bands, intervals and central weights, beside it", ratio(tree, straight), "x"),
    ]


def index(folder: Path, rounds: int) -> list[Line]:
    """An index of the size of ASEM: 51 units, 49 indicators in eight pillars, weights and aggregation varied."""
    write(folder, initiatives=51, groups=8, criteria=6, extra=1)
    times = [float(python(OURS, folder, 10_000, "(None, 0.0)")) for _round in range(rounds)]
    return [Line("51 initiatives x 49 criteria x 10,000 draws, two aggregations", median(times), "s", 1.5)]


def memory(folder: Path, _: int) -> list[Line]:
    """120 programmes on 32 criteria."""
    write(folder, initiatives=120, groups=8, criteria=4)
    child = subprocess.Popen([sys.executable, "-c", OURS, str(folder), str(DRAWS), "(None,)"], stdout=subprocess.PIPE)
    assert child.stdout is not None
    spent = float(child.stdout.read())
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return [
        Line("120 initiatives x 32 criteria x 100,000 draws", spent, "s"),
        Line("  peak memory", usage.ru_maxrss / 1024, "MiB", 1024),
    ]


PARTS: Mapping[str, Callable[[Path, int], list[Line]]] = {
    "whole": whole,
    "draws": draws,
    "index": index,
    "memory": memory,
}


def _lens_initiatives() -> list[str]:
    """The bundled initiatives that are rated on the reset plan."""
    return [name for name in bundled("initiative") if "-20" not in name]


def write(folder: Path, *, initiatives: int, groups: int, criteria: int, extra: int = 0) -> None:
    """A rubric of `groups` groups of `criteria` measures, the first with `extra` more, and dossiers rated on it."""
    draw = random.Random(0)
    sizes = [criteria + (extra if group == 0 else 0) for group in range(groups)]
    tree = [
        {"id": f"g{group}", "title": f"Group {group}", "criteria": [measure(f"c{at}") for at in range(size)]}
        for group, size in enumerate(sizes)
    ]
    put(folder / "rubric.json", {"kind": "rubric", "id": "made", "title": "Made", "groups": tree})
    addresses = [f"g{group}.c{at}" for group, size in enumerate(sizes) for at in range(size)]
    for number in range(initiatives):
        ratings = {address: {"value": round(draw.uniform(1, 99), 3)} for address in addresses}
        dossier = {"kind": "initiative", "id": f"i{number}", "name": f"I {number}", "ratings": {"made": ratings}}
        put(folder / f"i{number:03}.json", dossier)


def measure(name: str) -> dict[str, Any]:
    return {"id": name, "title": name, "measure": {"worst": 0, "best": 100}}


def put(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content), encoding="utf-8")


def clock(args: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *args], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def python(code: str, *args: object) -> str:
    command = [sys.executable, "-c", code, *map(str, args)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of runs that stood side by side."""
    return median([one / other for one, other in zip(ours, theirs, strict=True)])


if __name__ == "__main__":
    main()
