"""CPU time of whole commands, as multiples of `python -c pass` in the same environment, and their peak memory.

    python benchmarks/startup.py [--runs 20]

Runs alternate between the commands, so that a machine whose speed drifts slows all of them alike; medians are printed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import resource

FLOOR = "python -c pass"
COMMANDS: dict[str, list[str]] = {
    FLOOR: ["-c", "pass"],
    "import typer, yaml": ["-c", "import typer, yaml"],
    "import typer, yaml, rich": ["-c", "import typer, yaml, rich.console, rich.table"],
    "--version": ["-m", "kasean_score", "--version"],
    "--help": ["-m", "kasean_score", "--help"],
    "evaluate kasi -f json": ["-m", "kasean_score", "evaluate", "kasi", "-f", "json"],
    "evaluate kasi": ["-m", "kasean_score", "evaluate", "kasi"],
    "evaluate": ["-m", "kasean_score", "evaluate"],
}
BUDGETS = {"--version": 6.5, "--help": 7.5, "evaluate kasi -f json": 11.0, "evaluate kasi": 14.5}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    peaks: dict[str, int] = dict.fromkeys(COMMANDS, 0)
    for _ in range(runs):
        for name, args in COMMANDS.items():
            cpu, peak = measured(args)
            seconds[name].append(cpu)
            peaks[name] = max(peaks[name], peak)
    floor = statistics.median(seconds[FLOOR])
    print(f"{'command':<26} {'ms':>7} {'x floor':>8} {'budget':>7} {'peak MiB':>9}")
    for name, times in seconds.items():
        median = statistics.median(times)
        budget = f"{BUDGETS[name]:g}" if name in BUDGETS else ""
        print(f"{name:<26} {1000 * median:7.1f} {median / floor:8.2f} {budget:>7} {peaks[name] / 1024:9.1f}")


def measured(args: list[str]) -> tuple[float, int]:
    """CPU seconds (user and system) and peak resident KiB of one run, by wait4: this child's alone."""
    child = subprocess.Popen([sys.executable, *args], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(args)} exited with {child.returncode}")
    return _cpu(usage), usage.ru_maxrss


def _cpu(usage: resource.struct_rusage) -> float:
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
