"""`new`: a file ready to be filled in, valid as it stands, and never over another's work."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

import pytest
import yaml
from cli_support import HANGUL, run
from jsonschema import Draft7Validator

from kasean_score.files.catalog import load_initiative, load_rubric
from kasean_score.files.refs import bundled
from kasean_score.files.roundtrip import values_in
from kasean_score.files.schema import document_schema
from kasean_score.model import in_language
from kasean_score.scoring.evaluate import evaluate

if TYPE_CHECKING:
    from pathlib import Path

LANGS = ("en", "ko")


def comments(path: Path) -> str:
    """The comments of a file, as running text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return " ".join(line.strip().removeprefix("#").strip() for line in lines if line.lstrip().startswith("#"))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("rubric", bundled("rubric"))
def test_a_new_dossier_is_valid_not_rated_and_not_demonstrated(tmp_path: Path, rubric: str, lang: str) -> None:
    result = run("new", "initiative", "my-one", "-r", rubric, "--lang", lang, cwd=tmp_path)
    assert (result.code, result.out) == (0, "")
    made = load_initiative(str(tmp_path / "my-one.yaml"))
    found = load_rubric(rubric)
    assert list(made.ratings[rubric]) == [criterion.id for criterion in found.criteria()]
    assert {rating.state for rating in made.ratings[rubric].values()} == {"not_rated"}
    card = evaluate(found, made)
    assert (card.verdict.band, card.score, card.coverage) == ("not_demonstrated", None, 0)
    scored = run("evaluate", "my-one.yaml", "-r", rubric, "-f", "json", cwd=tmp_path)
    assert (scored.code, scored.err) == (0, "")


@pytest.mark.parametrize("lang", LANGS)
def test_question_levels_and_evidence_to_look_for_stand_above_each_rating(tmp_path: Path, lang: str) -> None:
    run("new", "initiative", "my-one", "-r", "three-pillars", "--lang", lang, cwd=tmp_path)
    lines = (tmp_path / "my-one.yaml").read_text(encoding="utf-8").splitlines()
    for criterion in load_rubric("three-pillars").criteria():
        at = lines.index(f"    {criterion.id}:")
        start = next(index for index in range(at - 1, 0, -1) if not lines[index].strip())
        above = " ".join(line.strip(" #") for line in lines[start:at])
        texts = [criterion.title, criterion.question, *criterion.levels.values(), *criterion.typical_evidence]
        for text in texts:
            assert in_language(text or "", lang) in above


@pytest.mark.parametrize("lang", LANGS)
def test_no_comment_is_wider_than_a_hundred_cells(tmp_path: Path, lang: str) -> None:
    run("new", "initiative", "my-one", "--lang", lang, cwd=tmp_path)
    for line in (tmp_path / "my-one.yaml").read_text(encoding="utf-8").splitlines():
        assert sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line) <= 105


@pytest.mark.parametrize("lang", LANGS)
def test_the_example_in_the_comments_is_a_rating_that_loads(tmp_path: Path, lang: str) -> None:
    """What stands behind the signs of the comments, put where it belongs, is taken as it is."""
    run("new", "initiative", "my-one", "-r", "reset-plan", "--lang", lang, cwd=tmp_path)
    text = (tmp_path / "my-one.yaml").read_text(encoding="utf-8")
    lines = text.splitlines()
    at = lines.index("#     distinctive.offer:")
    example = [line[2:] for line in lines[at : lines.index("#", at)]]
    sources = [line[2:] for line in lines[lines.index("# sources:") :]]
    old = "    distinctive.offer:\n" + text.partition("\n    distinctive.offer:\n")[2].partition("\n")[0] + "\n"
    filled = text.replace(old, "".join(f"{line}\n" for line in example)) + "".join(f"{line}\n" for line in sources)
    (tmp_path / "filled.yaml").write_text(filled, encoding="utf-8")
    made = load_initiative(str(tmp_path / "filled.yaml"))
    rating = made.ratings["reset-plan"]["distinctive.offer"]
    assert (rating.levels, rating.confidence, len(rating.evidence)) == ((2, 2), "medium", 1)
    assert list(made.sources) == ["report-2025"]


def test_what_it_says_of_itself_can_be_uncommented_line_by_line(tmp_path: Path) -> None:
    run("new", "initiative", "my-one", "-r", "reset-plan", cwd=tmp_path)
    text = (tmp_path / "my-one.yaml").read_text(encoding="utf-8")
    head, _, rest = text.partition("# summary:")
    about, _, ratings = f"# summary:{rest}".partition("ratings:\n")
    about = "".join(f"{line.removeprefix('# ')}\n".replace("#   from", "  from") for line in about.splitlines())
    (tmp_path / "filled.yaml").write_text(f"{head}{about}ratings:\n{ratings}", encoding="utf-8")
    made = load_initiative(str(tmp_path / "filled.yaml"))
    assert (made.type, made.stage, made.period.start, made.as_of) == ("policy", "launched", "2024-01", "2026-01-31")


def test_criteria_that_are_not_asked_of_it_are_left_out_and_named(tmp_path: Path) -> None:
    args = ("-r", "reset-plan", "--type", "policy", "--stage", "proposed", "--name", "Mine: 초안")
    assert run("new", "initiative", "my-one", *args, cwd=tmp_path).code == 0
    made = load_initiative(str(tmp_path / "my-one.yaml"))
    assert (made.name, made.type, made.stage) == ("Mine: 초안", "policy", "proposed")
    limited = [x for x in load_rubric("reset-plan").criteria() if x.applies_to.type or x.applies_to.stage]
    said = comments(tmp_path / "my-one.yaml")
    gone = [x.id for x in limited if x.id not in made.ratings["reset-plan"]]
    assert all(address in said for address in gone)
    asked = {x.id for x in load_rubric("reset-plan").criteria()} - set(gone)
    assert set(made.ratings["reset-plan"]) == asked


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("args", [(), ("--from", "reset-plan"), ("--from", "part-2008")])
def test_a_new_rubric_loads_scores_and_fits_the_schema(tmp_path: Path, args: tuple[str, ...], lang: str) -> None:
    assert run("new", "rubric", "my-rubric", *args, "--lang", lang, cwd=tmp_path).code == 0
    path = tmp_path / "my-rubric.yaml"
    made = load_rubric(str(path))
    assert (made.id, made.title) == ("my-rubric", "my-rubric")
    assert run("new", "initiative", "one", "-r", "my-rubric.yaml", cwd=tmp_path).code == 0
    assert run("evaluate", "one.yaml", "-r", "my-rubric.yaml", cwd=tmp_path).code == 0


def test_a_changed_rubric_scores_as_its_base_does_until_it_is_changed(tmp_path: Path) -> None:
    run("new", "rubric", "mine", "--from", "reset-plan", cwd=tmp_path)
    path = tmp_path / "mine.yaml"
    base, dossier = load_rubric("reset-plan"), load_initiative("kasi")
    same, old = evaluate(load_rubric(str(path)), dossier), evaluate(base, dossier)
    assert (same.score, same.low, same.high, same.verdict.band) == (old.score, old.low, old.high, old.verdict.band)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- id: orchestration\n        weight: 2", "- id: orchestration\n        weight: 0"))
    assert evaluate(load_rubric(str(path)), dossier).score != old.score


def test_a_rubric_can_be_changed_from_a_file_in_another_folder(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    run("new", "rubric", "base", "-o", "a/base.yaml", cwd=tmp_path)
    assert run("new", "rubric", "mine", "--from", "a/base.yaml", "-o", "b/mine.yaml", cwd=tmp_path).code == 0
    assert load_rubric(str(tmp_path / "b" / "mine.yaml")).extends[0].id == "base"


@pytest.mark.parametrize("name", ["../x", "/tmp/x", "a/b", "..", ".", "", "a b", "가나", "a\nb", "-x", "x" * 101])
def test_an_id_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    for kind in ("initiative", "rubric"):
        result = run("new", kind, "--", name, cwd=tmp_path)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith("error[new-id]: ")
        assert result.err.endswith("1 error; nothing was written\n")
    assert list(tmp_path.iterdir()) == []


REFUSED = [
    ("initiative my.yaml", "new-id"),
    ("initiative my -o my.json", "new-ending"),
    ("initiative my -o my", "new-ending"),
    ("initiative my -o no/folder/my.yaml", "cannot-write"),
    ("initiative my -r no-such", "unknown-rubric"),
    ("initiative my -r a.yaml -r b.yaml", "new-rubric-twice"),
    ("initiative my --name=", "new-blank"),
    ("rubric a --from a.yaml", "new-same-id"),
    ("rubric b --from -", "new-from-stdin"),
    ("rubric b --from a.yaml -o a.yaml --force", "same-input"),
    ("rubric a", "output-exists"),
    ("initiative b", "output-exists"),
]


@pytest.mark.parametrize(("command", "code"), REFUSED)
def test_what_cannot_be_made_is_refused_and_nothing_written(tmp_path: Path, command: str, code: str) -> None:
    text = "kind: rubric\nid: a\ntitle: A\ngroups: [{id: g, criteria: [{id: c}]}]\n"
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = run("new", *command.split(), cwd=tmp_path, stdin=text)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error[{code}]: ")
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == dict.fromkeys(
        ("a.yaml", "b.yaml"), text
    )


def test_force_writes_over_a_file_and_a_dash_to_standard_output(tmp_path: Path) -> None:
    (tmp_path / "my.yaml").write_text("old", encoding="utf-8")
    assert run("new", "initiative", "my", "--force", cwd=tmp_path).code == 0
    shown = run("new", "initiative", "my", "-o", "-", cwd=tmp_path)
    assert (shown.code, shown.err) == (0, "")
    made = (tmp_path / "my.yaml").read_text(encoding="utf-8")
    assert "kind: initiative" in made
    assert values_in(shown.out) == values_in(made)


def test_sources_come_from_a_reference_manager(tmp_path: Path) -> None:
    item = {
        "id": "smith2024",
        "type": "report",
        "title": "A report: 2024",
        "author": [{"family": "Smith", "given": "Ann"}],
        "publisher": "An Institute",
        "issued": {"date-parts": [[2024, 3]]},
        "URL": "https://example.org/r",
    }
    (tmp_path / "refs.json").write_text(json.dumps([item]), encoding="utf-8")
    assert run("new", "initiative", "my", "-r", "reset-plan", "--bib", "refs.json", cwd=tmp_path).code == 0
    (source,) = load_initiative(str(tmp_path / "my.yaml")).sources.values()
    assert (source.title, source.publisher, source.date) == ("A report: 2024", "An Institute", "2024-03")
    assert source.url == "https://example.org/r"


def test_what_to_do_next_is_said_and_everything_speaks_korean(tmp_path: Path) -> None:
    english = run("new", "initiative", "my", cwd=tmp_path)
    assert english.err == "wrote my.yaml\nnext: kasean-score rate my.yaml, or fill it in with an editor\n"
    korean = run("new", "rubric", "mine", "--lang", "ko", cwd=tmp_path)
    assert all(HANGUL.search(line) for line in korean.err.splitlines())


def test_new_files_fit_the_schema_that_editors_use(tmp_path: Path) -> None:
    run("new", "initiative", "my", "-r", "reset-plan", cwd=tmp_path)
    run("new", "rubric", "mine", cwd=tmp_path)
    for name, kind in (("my", "initiative"), ("mine", "rubric")):
        document = yaml.load((tmp_path / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        faults = list(Draft7Validator(document_schema(kind)).iter_errors(_with_numbers(document)))
        assert [fault.message for fault in faults] == []


def _with_numbers(value: object) -> object:
    """Whole numbers as numbers, all else as the text that it is."""
    if isinstance(value, dict):
        return {key: _with_numbers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_numbers(item) for item in value]
    return float(value) if isinstance(value, str) and value.replace(".", "", 1).isdecimal() else value
