"""Many dossiers at once: time as a multiple of what bare parsing takes, speed of tables and processes, peak memory.

    python benchmarks/batch.py [--count 10000] [--rows 100000] [--rounds 3]

Dossiers of about 15 KB (32 ratings, two evidence items each) are made by a seed in a temporary folder. What is compared
runs by turns, so that a machine whose speed drifts slows all of it alike; medians are printed. Times are of the CPU,
but for the gain by a second process, which only a clock can see: measure that on a machine with nothing else to do.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import random
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from kasean_score.files.catalog import load_rubric

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

LENSES = ("reset-plan", "three-pillars")
WORDS = re.findall(
    r"\w+",
    "the joint programme agreed in writing names a standing body with staff and budget that reports each year to both "
    "sides and publishes what it finds on training trade finance and digital standards in the region",
)
KOREAN = re.findall(
    r"\w+", "한국과 아세안이 합의한 사업은 예산과 인력을 갖춘 상설 기구를 두고 해마다 성과를 보고하며 결과를 공개한다"
)
KINDS = ("government", "asean", "scholarly", "news")
PLAIN = re.compile("[A-Za-z가-힣][A-Za-z가-힣 ]*[.]?")
LIMIT_MIB = 150

BARE_JSON = """
import json, sys, time
spent = 0.0
with open(sys.argv[1], "rb") as given, open(sys.argv[2], encoding="utf-8") as written:
    for line in given:
        start = time.process_time()
        json.loads(line)
        spent += time.process_time() - start
    for line in written:
        value = json.loads(line)
        start = time.process_time()
        json.dumps(value, ensure_ascii=False)
        spent += time.process_time() - start
print(spent)
"""
BARE_YAML = """
import os, sys, time, yaml
spent = 0.0
for name in sorted(os.listdir(sys.argv[1])):
    with open(os.path.join(sys.argv[1], name), "rb") as stream:
        content = stream.read()
    start = time.process_time()
    for event in yaml.parse(content, Loader=yaml.CSafeLoader):
        pass
    spent += time.process_time() - start
print(spent)
"""


class Measured(NamedTuple):
    """One run: seconds of CPU (its children's too), seconds by the clock, peak resident MiB."""

    cpu: float
    clock: float
    peak: float


class Line(NamedTuple):
    """A row of the table: `budget` is the most that `value` may be, or with `least` the least."""

    what: str
    value: float
    unit: str
    budget: float | None = None
    least: bool = False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=10_000, help="dossiers")
    parser.add_argument("--rows", type=int, default=100_000, help="rows of the table of ratings")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=PARTS, action="append", help="run this part; may be repeated")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        for name, part in PARTS.items():
            if not asked.only or name in asked.only:
                show(part(Path(folder), asked))


def show(lines: Sequence[Line]) -> None:
    for what, value, unit, budget, least in lines:
        kept = budget is None or (value >= budget if least else value <= budget)
        bound = "" if budget is None else f"{'at least' if least else 'at most'} {budget:,g}"
        print(f"{what:<58} {value:>10,.2f} {unit:<7} {bound:<16} {'' if kept else 'MISSED'}".rstrip(), flush=True)


def json_lines(folder: Path, asked: argparse.Namespace) -> list[Line]:
    """One stream of JSON Lines, beside bare reading and writing; and whether a tenth of it costs a tenth."""
    whole, tenth = folder / "whole.jsonl", folder / "tenth.jsonl"
    write_lines(whole, asked.count)
    write_lines(tenth, asked.count // 10)
    bare: list[float] = []
    runs: dict[str, list[Measured]] = {"whole": [], "tenth": [], "none": [], "two": []}
    for _ in range(asked.rounds):
        runs["whole"].append(run(folder / "out.jsonl", "evaluate", str(whole), "-f", "jsonl"))
        bare.append(float(python(BARE_JSON, whole, folder / "out.jsonl")))
        runs["two"].append(run(folder / "two.jsonl", "evaluate", str(whole), "-f", "jsonl", "--jobs", "2"))
        runs["tenth"].append(run(folder / "tenth.out", "evaluate", str(tenth), "-f", "jsonl"))
        runs["none"].append(run(folder / "none.out", "evaluate", "kasi", "-f", "jsonl"))
    if not filecmp.cmp(folder / "two.jsonl", folder / "out.jsonl", shallow=False):
        raise SystemExit("--jobs 2 writes something else")
    cpu = {name: median([one.cpu for one in of]) for name, of in runs.items()}
    each_of_tenth = (cpu["tenth"] - cpu["none"]) / (asked.count // 10)
    each_of_rest = (cpu["whole"] - cpu["tenth"]) / (asked.count - asked.count // 10)
    peaks = {name: max(one.peak for one in of) for name, of in runs.items()}
    size = whole.stat().st_size / asked.count / 1000
    clocks = [(one.clock, two.clock) for one, two in zip(runs["whole"], runs["two"], strict=True)]
    return [
        Line(f"JSON Lines, {asked.count:,} dossiers of {size:.1f} KB", 1000 * cpu["whole"] / asked.count, "ms each"),
        Line("  bare json.loads and json.dumps", 1000 * median(bare) / asked.count, "ms each"),
        Line("  (a) total time", ratio([one.cpu for one in runs["whole"]], bare), "x bare", 12),
        Line("  (a) peak memory", peaks["whole"], "MiB", LIMIT_MIB),
        Line("  (a) peak memory, a tenth of the dossiers", peaks["tenth"], "MiB"),
        Line("  (c) --jobs 2, by the clock", median([one / two for one, two in clocks]), "x fast", 1.6, least=True),
        Line("  (e) each of the last nine tenths, beside each of the first", each_of_rest / each_of_tenth, "x", 1.1),
    ]


def yaml_files(folder: Path, asked: argparse.Namespace) -> list[Line]:
    """A folder of YAML files, beside bare parsing."""
    inside = folder / "yaml"
    inside.mkdir()
    for number, dossier in enumerate(dossiers(asked.count)):
        (inside / f"{number:06}.yaml").write_text("".join(yaml_of(dossier, "")), encoding="utf-8")
    bare: list[float] = []
    runs: list[Measured] = []
    for _ in range(asked.rounds):
        runs.append(run(folder / "out.jsonl", "evaluate", f"{inside}/", "-f", "jsonl"))
        bare.append(float(python(BARE_YAML, inside)))
    size = sum(path.stat().st_size for path in inside.iterdir()) / asked.count / 1000
    total = [one.cpu for one in runs]
    return [
        Line(f"YAML, {asked.count:,} files of {size:.1f} KB", 1000 * median(total) / asked.count, "ms each"),
        Line("  bare yaml.parse with CSafeLoader", 1000 * median(bare) / asked.count, "ms each"),
        Line("  (b) total time", ratio(total, bare), "x bare", 2.5),
        Line("  (b) peak memory", max(one.peak for one in runs), "MiB", LIMIT_MIB),
    ]


def table(folder: Path, asked: argparse.Namespace) -> list[Line]:
    """A CSV table of ratings on 32 criteria to CSV."""
    (folder / "wide.yaml").write_text("".join(yaml_of(wide_rubric(), "")), encoding="utf-8")
    for name, rows in (("whole.csv", asked.rows), ("tenth.csv", asked.rows // 10)):
        with (folder / name).open("w", encoding="utf-8") as stream:
            stream.writelines(table_lines(rows))
    runs: dict[str, list[Measured]] = {"whole": [], "tenth": []}
    for _ in range(asked.rounds):
        for name, of in runs.items():
            args = ("evaluate", str(folder / f"{name}.csv"), "-r", str(folder / "wide.yaml"), "-f", "csv")
            of.append(run(folder / "out.csv", *args))
    peaks = {name: max(one.peak for one in of) for name, of in runs.items()}
    speed = asked.rows / median([one.cpu for one in runs["whole"]])
    return [
        Line(f"Table of ratings, {asked.rows:,} rows of 32 criteria, to CSV", 1e6 / speed, "µs each"),
        Line("  (d) rows a second and process", speed, "a s", 4000, least=True),
        Line("  (d) peak memory", peaks["whole"], "MiB", LIMIT_MIB),
        Line("  (d) peak memory, beside that of a tenth of the rows", peaks["whole"] / peaks["tenth"], "x", 1.1),
    ]


PARTS: Mapping[str, Callable[[Path, argparse.Namespace], list[Line]]] = {
    "lines": json_lines,
    "yaml": yaml_files,
    "table": table,
}


def run(out: Path, *args: str) -> Measured:
    """One run of the program, stdout to a file."""
    start = time.perf_counter()
    with out.open("wb") as stream:
        child = subprocess.Popen([sys.executable, "-m", "kasean_score", *args], stdout=stream)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(args)} exited with {child.returncode}")
    return Measured(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024)


def python(code: str, *args: Path) -> str:
    return subprocess.run([sys.executable, "-c", code, *args], check=True, capture_output=True, text=True).stdout


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of runs that stood side by side."""
    return median([one / other for one, other in zip(ours, theirs, strict=True)])


def write_lines(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{json.dumps(dossier, ensure_ascii=False)}\n" for dossier in dossiers(count))


def dossiers(count: int) -> Iterator[dict[str, Any]]:
    """Dossiers rated on both lenses, the same for the same number."""
    criteria = {name: [criterion.id for criterion in load_rubric(name).criteria()] for name in LENSES}
    for number in range(count):
        draw = random.Random(number)
        yield {
            "kind": "initiative",
            "id": f"case-{number:06}",
            "version": "1.0",
            "name": {"en": f"Initiative {number}", "ko": f"구상 {number}"},
            "summary": {"en": sentence(draw, 30), "ko": korean(draw, 20)},
            "owner": "Republic of Korea",
            "type": "programme",
            "stage": "launched",
            "period": {"from": "2020-11-11"},
            "as_of": "2025-11-30",
            "rated_by": "editors",
            "interest": "none declared",
            "ratings": {name: {address: rating(draw) for address in of} for name, of in criteria.items()},
            "sources": [source(draw, number, index) for index in range(10)],
        }


def rating(draw: random.Random) -> dict[str, Any]:
    evidence = [
        {
            "source": f"s{draw.randrange(10)}",
            "at": f"page {draw.randrange(1, 90)}",
            "shows": sentence(draw, 9),
            "stance": draw.choice(("for", "for", "against")),
            "independent": draw.random() < 0.4,
        }
        for _ in range(2)
    ]
    kind = draw.random()
    if kind < 0.12:
        return {"not_rated": sentence(draw, 10), "evidence": evidence}
    low = draw.randrange(4)
    level: Any = [low, low + 1] if kind < 0.3 else draw.randrange(5)
    why: Any = sentence(draw, 11) if kind < 0.7 else {"en": sentence(draw, 9), "ko": korean(draw, 6)}
    return {"level": level, "confidence": draw.choice(("high", "medium", "low")), "why": why, "evidence": evidence}


def source(draw: random.Random, number: int, index: int) -> dict[str, Any]:
    return {
        "id": f"s{index}",
        "title": sentence(draw, 6),
        "publisher": "Ministry of Foreign Affairs",
        "date": f"202{index % 6}-0{index % 9 + 1}-11",
        "url": f"https://example.org/{number}/{index}",
        "language": "en",
        "kind": KINDS[index % 4],
    }


def sentence(draw: random.Random, words: int) -> str:
    return " ".join(draw.choices(WORDS, k=words)).capitalize() + "."


def korean(draw: random.Random, words: int) -> str:
    return " ".join(draw.choices(KOREAN, k=words)) + "."


def yaml_of(value: Any, indent: str) -> Iterator[str]:
    """A mapping in block style, as people write it: text is quoted only where it must be."""
    for key, item in value.items():
        if isinstance(item, dict):
            yield f"{indent}{key}:\n"
            yield from yaml_of(item, f"{indent}  ")
        elif isinstance(item, list) and item and isinstance(item[0], dict):
            yield f"{indent}{key}:\n"
            for one in item:
                first, *rest = yaml_of(one, f"{indent}    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        else:
            text = isinstance(item, str) and PLAIN.fullmatch(item)
            yield f"{indent}{key}: {item if text else json.dumps(item, ensure_ascii=False)}\n"


def wide_rubric() -> dict[str, Any]:
    """Eight groups of four criteria."""
    groups = [
        {
            "id": f"group{group}",
            "title": f"Group {group}",
            "criteria": [{"id": f"c{at}", "title": f"Criterion {at}", "weight": 1 + at % 2} for at in range(4)],
        }
        for group in range(8)
    ]
    return {"kind": "rubric", "id": "wide", "title": "Wide", "groups": groups}


def table_lines(rows: int) -> Iterator[str]:
    """Nine cells in ten hold a level, one in thirty a range, the rest are blank."""
    draw = random.Random(1)
    names = [f"group{group}.c{at}" for group in range(8) for at in range(4)]
    cells = ["0", "1", "2", "3", "4"] * 18 + ["0-1", "1-2", "2-3"] + [""] * 7
    yield ",".join(["id", "name", "type", "stage", *names]) + "\n"
    for number in range(rows):
        yield f"case-{number:06},Initiative {number},programme,launched,{','.join(draw.choices(cells, k=32))}\n"


if __name__ == "__main__":
    main()
