"""Many nearly right inputs to every command: each must end with 0, 1 or 2, a message, and no half-written file.

    python tests/fuzz/fuzz.py [--count 200000] [--seed 1] [--keep FOLDER]

What fails is kept as a command line, NAME.args, beside the file that it reads; both go to tests/data/found/ with
what mends it, and are tried again by every run of the tests.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import shlex
import shutil
import sys
import tempfile
from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING, NamedTuple

from cases import DOSSIER, RUBRIC, WORDS, cases
from mutate import mutated
from outcomes import complaint, run

import kasean_score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAY_WRITE = ("out.csv", "a.yaml", "x.yaml")
"""Files that commands were asked to write."""


class Input(NamedTuple):
    """A command line, and the file that it reads."""

    args: list[str]
    name: str = ""
    content: bytes = b""


class Bench:
    """A folder in which inputs are tried, one after another."""

    def __init__(self, folder: Path) -> None:
        self.work = folder / "work"
        self.work.mkdir()
        self.cases = cases(self.work)
        self.pool = [one for case in self.cases for one in case.contents if len(one) < 20_000]
        self.kept = set(os.listdir(self.work))

    def next(self, draw: random.Random) -> Input:
        """A command line of random words, or a command on a file that is nearly right."""
        if draw.random() < 0.1:
            return Input(draw.choices(WORDS, k=draw.randint(1, 8)))
        case = draw.choice(self.cases)
        content = mutated(draw.choice(case.contents), case.name, self.pool, draw)
        return Input(draw.choice(case.commands).replace("@", f"./{case.name}").split(), case.name, content)

    def outcome(self, one: Input) -> tuple[int, str | None]:
        """The exit code, and what is wrong with how it ended."""
        if one.name:
            (self.work / one.name).write_bytes(one.content)
        done = run(one.args, self.work)
        made = set(os.listdir(self.work)) - self.kept - {one.name}
        reported = "check" in one.args and not made.isdisjoint(one.args)
        wrong = complaint(done, made.difference(MAY_WRITE, one.args), reported=reported)
        self._tidy()
        said = f"{' '.join(one.args)}: {wrong}: {done.err.decode(errors='replace')[-300:]}"
        return done.code, None if wrong is None else said

    def _tidy(self) -> None:
        for extra in set(os.listdir(self.work)) - self.kept:
            (self.work / extra).unlink()
        (self.work / "try.yaml").write_text(DOSSIER, encoding="utf-8")
        (self.work / "small.yaml").write_text(RUBRIC, encoding="utf-8")


def drawn(count: int, seed: int, bench: Bench) -> Iterator[tuple[str, Input]]:
    """Inputs by a seed, and what each is called."""
    draw = random.Random(seed)
    return ((f"{seed}-{number}", bench.next(draw)) for number in range(count))


def kept_in(folder: Path) -> Iterator[tuple[str, Input]]:
    """Inputs that were kept."""
    return ((path.stem, saved(path)) for path in sorted(folder.glob("*.args")))


def fuzz(inputs: Iterable[tuple[str, Input]], bench: Bench, keep: Path | None) -> tuple[Counter[int], list[str]]:
    """Try inputs; returns how often each exit code came, and what went wrong."""
    tally: Counter[int] = Counter()
    found: list[str] = []
    for name, one in inputs:
        code, wrong = bench.outcome(one)
        tally[code] += 1
        if wrong is None:
            continue
        found.append(f"{name}: {wrong}")
        if keep is not None:
            save(one, keep / f"{name}.args")
    return tally, found


def save(one: Input, path: Path) -> None:
    """Keep an input: its command line, and beside it the file that it reads."""
    path.write_text(f"{one.name}\n{shlex.join(one.args)}\n", encoding="utf-8")
    if one.name:
        path.with_suffix(f".{one.name}").write_bytes(one.content)


def saved(path: Path) -> Input:
    """An input that was kept."""
    name, args = path.read_text(encoding="utf-8").splitlines()
    return Input(shlex.split(args), name, path.with_suffix(f".{name}").read_bytes() if name else b"")


def _warm() -> None:
    """Import all that the program has, so that no child has to."""
    for module in walk_packages(kasean_score.__path__, "kasean_score."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    gc.freeze()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--again", type=Path, help="try those kept in a folder instead")
    asked = parser.parse_args()
    if asked.keep:
        asked.keep.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp())
    try:
        bench = Bench(folder)
        _warm()
        inputs = kept_in(asked.again) if asked.again else drawn(asked.count, asked.seed, bench)
        tally, found = fuzz(inputs, bench, asked.keep)
    finally:
        shutil.rmtree(folder)
    for line in found:
        print(line)
    codes = ", ".join(f"exit {code}: {many:,}" for code, many in sorted(tally.items()))
    print(f"{tally.total():,} inputs; {codes}")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
