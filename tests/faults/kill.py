"""Ends every command that writes a file at random moments: the file is the old one or the new one, never another.

    python tests/faults/kill.py [--count 1000] [--seed 1] [--signal KILL|TERM]

`--count` is that of each command. Half of the children are ended at any moment, half as soon as the file that they
write under another name is there, or a moment later: there is least time in which most could go wrong.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import kasean_score

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "fuzz"))
from cases import DOSSIER, RUBRIC
from outcomes import run, started

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITING = """
evaluate ./try.yaml -r ./small.yaml -f json -o ./out.json
evaluate ./try.yaml ./try.yaml -r ./small.yaml -f jsonl -o ./out.jsonl
compare nsp kasi -r reset-plan -o ./out.md
report ./try.yaml -r ./small.yaml -o ./out.html
report ./try.yaml -r ./small.yaml -o ./out.xlsx
report ./try.yaml -r ./small.yaml -o ./out.md
form -r ./small.yaml -i ./try.yaml --force -o ./out.xlsx
form -r ./small.yaml -i ./try.yaml --force -o ./out.csv
import ./form.csv --force -o ./out.yaml
new initiative x -r ./small.yaml --force -o ./out.yaml
new rubric x --force -o ./out.yaml
raters merge ./try.yaml ./other.yaml -r ./small.yaml -o ./out.yaml
evidence export ./try.yaml --force -o ./out.json
check ./try.yaml -r ./small.yaml -f json -o ./out.json
"""
OLD = b"the old file\n" * 500
MOMENT = 0.002
"""Seconds after the file beside appears within which a child is ended."""
GIVEN_UP = 5.0


class Bench:
    """A folder with what the commands read."""

    def __init__(self, folder: Path) -> None:
        self.work = folder / "work"
        self.work.mkdir()
        (self.work / "small.yaml").write_text(RUBRIC, encoding="utf-8")
        for name in ("try", "other"):
            text = DOSSIER.replace("name:", f"rated_by: {name}\nname:")
            (self.work / f"{name}.yaml").write_text(text, encoding="utf-8")
        done = run(["form", "-r", "./small.yaml", "-i", "./try.yaml", "-o", "./form.csv"], self.work)
        assert done.code == 0, done.err
        self.kept = set(os.listdir(self.work))

    def beside(self, target: Path) -> list[str]:
        """Files that are neither kept nor the one that was asked for."""
        return [name for name in os.listdir(self.work) if name not in self.kept and name != target.name]

    def new(self, args: list[str], target: Path) -> tuple[bytes, float]:
        """What a command that is left alone writes over the old file, and how many seconds it takes."""
        target.write_bytes(OLD)
        begun = time.monotonic()
        done = run(args, self.work)
        assert done.code in (0, 1, 2), (args, done.err)
        assert target.read_bytes() != OLD, (args, done.err)
        return target.read_bytes(), time.monotonic() - begun


def ended(bench: Bench, line: str, count: int, draw: random.Random, how: int) -> Iterator[tuple[str, str | None]]:
    """For each of `count` children of one command what became of its file, and what is wrong with that."""
    args = line.split()
    target = bench.work / args[-1]
    new, usual = bench.new(args, target)
    for number in range(count):
        target.write_bytes(OLD)
        child = started(args, bench.work)
        if number % 2:
            time.sleep(draw.uniform(0, usual))
        else:
            _await(bench, target, child)
            time.sleep(draw.uniform(0, MOMENT))
        os.kill(child, how)
        os.waitpid(child, 0)
        found = target.read_bytes() if target.exists() else None
        left = bench.beside(target)
        yield _judged(found, new, left, how)
        for name in left:
            (bench.work / name).unlink()
    target.unlink()


def _judged(found: bytes | None, new: bytes, left: list[str], how: int) -> tuple[str, str | None]:
    became = {OLD: "old", new: "new"}.get(found or b"", "other")
    if became == "other":
        return became, "no file" if found is None else f"{len(found)} bytes of neither"
    if left and (how != signal.SIGKILL or not all(name.startswith(".") and name.endswith(".tmp") for name in left)):
        return became, f"left {', '.join(left)}"
    return f"{became}, one beside it" if left else became, None


def _await(bench: Bench, target: Path, child: int) -> None:
    """Wait until a child has begun to write, or is done; it stays to be waited for."""
    until = time.monotonic() + GIVEN_UP
    while time.monotonic() < until and not bench.beside(target):
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT | os.WNOHANG):
            return


def warm() -> None:
    """Import all that the program has, so that children begin to work at once."""
    for module in walk_packages(kasean_score.__path__, "kasean_score."):
        if not module.name.endswith("__main__"):
            import_module(module.name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--signal", choices=["KILL", "TERM"], default="KILL")
    asked = parser.parse_args()
    draw = random.Random(asked.seed)
    folder = Path(tempfile.mkdtemp())
    wrong = 0
    try:
        bench = Bench(folder)
        warm()
        for line in filter(None, WRITING.split("\n")):
            outcomes = list(ended(bench, line, asked.count, draw, getattr(signal, f"SIG{asked.signal}")))
            tally = Counter(became for became, _ in outcomes)
            faults = Counter(fault for _, fault in outcomes if fault)
            wrong += faults.total()
            print(f"{line}: {dict(sorted(tally.items()))}{f' WRONG {dict(faults)}' if faults else ''}", flush=True)
    finally:
        shutil.rmtree(folder)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
