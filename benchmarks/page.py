"""The page of a report: its size, how long it takes to write, and, in Chromium, its first paint, its change of
language, and a step of a slider: what runs from the input until all that is in sight is laid out anew, and what follows
out of sight once nothing moves any more.

    python benchmarks/page.py [--rounds 5]

Needs Debian's `chromium` and the package `playwright`. Medians are printed; times are by the clock.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from kasean_score.render import Screen
from kasean_score.render.page.html import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

THREE = ("nsp", "kasi", "think-tank")
TEN = (
    *THREE,
    *("csp", "asean-korea-centre", "eria", "amro", "japan-green-transformation", "belt-and-road", "eu-global-gateway"),
)
CASES = {
    "3 on reset-plan": (*THREE, "-r", "reset-plan"),
    "3 on both lenses": THREE,
    "10 on three-pillars": (*TEN, "-r", "three-pillars"),
    "10 on reset-plan": (*TEN, "-r", "reset-plan"),
    "10 on both lenses": TEN,
}
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
CHANGE = """async () => {
    const start = performance.now();
    document.querySelector('button.language').click();
    while (document.documentElement.lang !== 'ko') await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - start;
}"""

STEPS = """async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const slider = document.getElementById('weigh-0-slider-0');
    const lens = KaseanScore.lenses[0];
    slider.scrollIntoView({ behavior: 'instant', block: 'center' });
    const steps = [];
    const rests = [];
    for (let at = 0; at < 55; at += 1) {
        await frame();
        slider.value = String((at * 7) % 100 / 10 + 0.1);
        const begun = performance.now();
        let framed = 0;
        requestAnimationFrame(() => { framed = performance.now(); });
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        const handled = performance.now() - begun;
        await frame();
        document.body.offsetHeight;
        const done = performance.now();
        steps.push(handled + done - framed);
        lens.figures.rest();
        document.body.offsetHeight;
        rests.push(performance.now() - done);
    }
    return [steps.slice(5), rests.slice(5)];
}"""


def document(args: tuple[str, ...]) -> Any:
    command = [sys.executable, "-m", "kasean_score", "report", *args, "-f", "json"]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def shown(browser: Browser, path: Path) -> tuple[float, ...]:
    """Milliseconds to the first paint, the median step of a slider and what follows it, and to the other language."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.goto(path.as_uri())
    tab.wait_for_function(f"{PAINT} !== undefined")
    step, rest = map(statistics.median, tab.evaluate(STEPS))
    found = tab.evaluate(PAINT), step, rest, tab.evaluate(CHANGE)
    context.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        heads = ("KB", "gzip", "write ms", "paint ms", "step ms", "rest ms", "language ms")
        print(f"{'':22}" + "".join(f"{head:>12}" for head in heads))
        for name, args in CASES.items():
            doc = document(args)
            spent = []
            for _ in range(rounds):
                start = time.perf_counter()
                made = page(doc, Screen(80))
                spent.append(1000 * (time.perf_counter() - start))
            path = Path(folder, "report.html")
            path.write_text(made, encoding="utf-8")
            size = path.read_bytes()
            seen = zip(*(shown(browser, path) for _ in range(rounds)), strict=True)
            medians = [statistics.median(times) for times in (spent, *seen)]
            figures = [len(size) / 1000, len(gzip.compress(size)) / 1000, *medians]
            print(f"{name:22}" + "".join(f"{figure:12.1f}" for figure in figures))
        browser.close()


if __name__ == "__main__":
    main()
