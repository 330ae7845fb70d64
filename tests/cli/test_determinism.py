"""The same inputs and seed, the same bytes: whatever the hash seed, the locale, the time zone and the day."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_support import run

ROOT = Path(__file__).parents[2]
PLACES = (
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "4711", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Seoul"},
    {"PYTHONHASHSEED": "99", "LC_ALL": "ko_KR.UTF-8", "TZ": "America/St_Johns"},
)
COMMANDS = """
evaluate nsp kasi -f table --explain
evaluate nsp kasi -f json --explain --lang ko
evaluate nsp kasi -f csv
evaluate kasi --interval --draws 300 -f jsonl
compare nsp kasi think-tank -f json
compare nsp kasi think-tank -f md --lang ko
explain kasi -f json
robust nsp kasi think-tank --draws 500 -f json --tipping
robust nsp kasi -r reset-plan --draws 500 -f csv --exact
gaps kasi -f json
improve kasi --to partial -f json
whatif kasi needs=3 weight:needs=3 -f json
diff nsp kasi -f json
gate kasi -f json --min overall=50
evidence matrix kasi -f json
evidence conflicts nsp -f md
evidence export kasi nsp --format csl-json
check initiatives/ rubrics/ -f json
list -f json
show reset-plan -f md
schema scorecard
schema initiative
new initiative x -r reset-plan -o -
new rubric x --from reset-plan -o -
form -r reset-plan -i kasi -o OUT.csv
form -r reset-plan -i kasi -o OUT.xlsx
report nsp kasi -o OUT.html
report nsp kasi -o OUT.md
report nsp kasi -o OUT.xlsx
report nsp kasi -f json --robust --draws 200
""".strip().split("\n")


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_writes_the_same_bytes_wherever_it_runs(line: str, tmp_path: Path) -> None:
    written = []
    for at, place in enumerate(PLACES):
        folder = tmp_path / str(at)
        folder.mkdir()
        done = run(*line.replace("OUT", str(folder / "out")).split(), env=place, cwd=ROOT)
        assert done.code in (0, 1), done.err
        written.append((done.out, [path.read_bytes() for path in folder.iterdir()]))
    assert written[0] == written[1] == written[2]
    assert any(written[0])
