"""The formats of `evaluate`, the same bytes everywhere, both languages, and text from files shown as text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from cli_support import HANGUL, SMALL, run, write_small
from jsonschema import Draft7Validator

import kasean_score

if TYPE_CHECKING:
    from pathlib import Path

LOCALES = [
    {"PYTHONHASHSEED": "1"},
    {"PYTHONHASHSEED": "20251130"},
    {"LC_ALL": "C", "LANG": "C"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"LC_ALL": "ko_KR.UTF-8", "LANG": "ko_KR.UTF-8"},
    {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    {"PYTHONIOENCODING": "ascii"},
    {"TZ": "Asia/Seoul"},
]
OPTIONS = [
    "",
    "--explain",
    "--lang ko",
    "--view dac",
    "--only human",
    "--weights seed --aggregate geometric --min-coverage 0.5",
    "--set needs=1-3 --set functional=not_rated",
]
COMMANDS = ["", "evaluate ", "list ", "show ", "schema "]
LABELS = {
    *("Score", "Band", "Coverage", "Limit", "Criterion", "Score or level", "0 to 100", "Share", "Evid.", "Points"),
    *("Strongest", "Weakest", "Marks", "Rated by", "Files", "Overview", "not counted", "not demonstrated"),
    *("not rated", "range", "disputed", "certain", "open", "as of", "programme", "launched", "policy", "closed"),
    *("institution", "proposed", "Partial", "Limited", "Weak", "Declared", "Arranged", "Operating"),
}


def refuse(constant: str) -> NoReturn:
    raise AssertionError(f"{constant} is no JSON")


def parsed(text: str) -> Any:
    return json.loads(text, parse_constant=refuse)


@pytest.fixture(scope="module")
def schema() -> Any:
    return parsed(run("schema", "scorecard").out)


def closed(schema: Any) -> Any:
    """The schema without room for keys that it does not describe."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: closed(item) for name, item in schema.items()}
    return {**inner, "additionalProperties": False} if isinstance(schema.get("properties"), dict) else inner


@pytest.mark.parametrize("options", OPTIONS)
def test_json_is_one_document_of_the_published_shape(schema: Any, options: str) -> None:
    Draft7Validator.check_schema(schema)
    result = run("evaluate", "-f", "json", *options.split())
    document = parsed(result.out)
    assert [error.message for error in Draft7Validator(closed(schema)).iter_errors(document)] == []
    assert result.out.endswith("}\n")
    assert {card["initiative"]["id"] for card in document["scorecards"]} == {"nsp", "kasi", "think-tank"}


def test_the_published_shape_refuses_a_document_with_a_key_missing_or_of_another_type(schema: Any) -> None:
    document = parsed(run("evaluate", "kasi", "-r", "reset-plan", "-f", "json").out)
    del document["scorecards"][0]["nodes"][0]["score"]
    document["scorecards"][0]["bounds"] = "wide"
    paths = {"/".join(map(str, error.absolute_path)) for error in Draft7Validator(schema).iter_errors(document)}
    assert paths == {"scorecards/0/bounds", "scorecards/0/nodes/0"}


def test_a_list_of_one_is_a_list() -> None:
    (card,) = parsed(run("evaluate", "kasi", "-r", "reset-plan", "-f", "json").out)["scorecards"]
    assert (card["initiative"]["id"], card["rubric"]["id"]) == ("kasi", "reset-plan")


def test_jsonl_is_one_scorecard_a_line_each_valid_alone() -> None:
    document = parsed(run("evaluate", "-f", "json").out)
    lines = [parsed(line) for line in run("evaluate", "-f", "jsonl").out.splitlines()]
    head = {name: document[name] for name in ("schema", "tool", "options")}
    assert lines == [{**head, **card} for card in document["scorecards"]]
    assert len(lines) == 6


@pytest.mark.parametrize("form", ["table", "plain", "json"])
def test_the_same_input_gives_the_same_bytes_under_any_seed_and_locale(form: str) -> None:
    usual = run("evaluate", "--explain", "-f", form, env={"PYTHONHASHSEED": "0"})
    assert usual.code == 0
    for changes in LOCALES:
        assert run("evaluate", "--explain", "-f", form, env=changes) == usual, changes


@pytest.mark.parametrize("changes", LOCALES, ids=str)
def test_a_refusal_reads_the_same_under_any_seed_and_locale(changes: dict[str, str]) -> None:
    """Korean from the command line comes back as Korean wherever the system can hand it over."""
    usual = run("evaluate", "없는-파일.yaml", "--lang", "ko")
    changed = run("evaluate", "없는-파일.yaml", "--lang", "ko", env=changes)
    assert (usual.code, "없는-파일.yaml" in usual.err) == (2, True)
    if changes.get("PYTHONUTF8") != "0":
        assert changed == usual
    else:
        assert (changed.code, changed.out, "Traceback" in changed.err) == (2, "", False)


@pytest.mark.parametrize("form", ["table", "plain"])
def test_markup_and_escape_characters_in_a_file_are_shown_and_not_obeyed(tmp_path: Path, form: str) -> None:
    write_small(tmp_path)
    rubric = (tmp_path / "small.yaml").read_text(encoding="utf-8")
    rubric = rubric.replace("title: Small", r'title: "[link=x]Small\e[2J"').replace(
        "title: One", r'title: "[/]One\e[1m"'
    )
    (tmp_path / "small.yaml").write_text(rubric, encoding="utf-8")
    name = r'name: "[bold]Red\e[31m\u009b1m[/bold] :smile: \u202egnp"'
    text = (tmp_path / "try.yaml").read_text(encoding="utf-8").replace("name: A try", name)
    why = r'level: 1, why: "[red]Because\e]0;title\a"'
    (tmp_path / "try.yaml").write_text(text.replace("level: 1", why), encoding="utf-8")
    result = run("evaluate", *SMALL, "-f", form, "--explain", cwd=tmp_path)
    assert result.code == 0
    for shown in (
        r"[bold]Red\x1b[31m\x9b1m[/bold] :smile: \x202egnp",
        r"[link=x]Small\x1b[2J",
        r"[/]One\x1b[1m",
        r"[red]Because\x1b]0;title\x07",
    ):
        assert shown in result.out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", result.out)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", run("show", "./try.yaml", cwd=tmp_path).out)


def test_a_raw_escape_character_in_a_file_is_refused_and_not_echoed(tmp_path: Path) -> None:
    write_small(tmp_path)
    text = (tmp_path / "try.yaml").read_text(encoding="utf-8").replace("A try", "A \x1b[31mtry")
    (tmp_path / "try.yaml").write_text(text, encoding="utf-8")
    result = run("evaluate", *SMALL, cwd=tmp_path)
    assert (result.code, result.out, "\x1b" in result.err) == (2, "", False)
    assert "try.yaml:3" in result.err


@pytest.mark.parametrize("options", ["", "--view dac", "-f plain", "--set needs=9-9 --only tailoring"])
def test_korean_output_holds_no_english_label(options: str) -> None:
    """Ids, digests, options as typed and acronyms that Korean uses too are no labels."""
    result = run("evaluate", "--lang", "ko", *options.replace("9-9", "0-4").split())
    text = re.sub(r"sha256 [0-9a-f]+|--[\w-]+( [\w.=-]+)?", "", result.out)
    assert HANGUL.search(text)
    words = set(re.findall("[A-Za-z][A-Za-z-]+", text))
    ids = {"nsp", "kasi", "think-tank", "reset-plan", "three-pillars", "kasean-score"}
    assert {word for word in words - ids if not word.isupper() and "." not in word} - addresses(text) == set()
    assert [label for label in LABELS if re.search(rf"\b{re.escape(label)}\b", text)] == []


def addresses(text: str) -> set[str]:
    """The words of addresses such as (human.tvet), which `plain` prints."""
    return set(re.findall("[a-z]+", " ".join(re.findall(r"\(([a-z]+\.[a-z]+)\)", text))))


def test_the_labels_of_an_explanation_are_korean_in_korean() -> None:
    out = run("evaluate", "kasi", "-r", "reset-plan", "--explain", "--lang", "ko").out
    labels = {found[1] for found in re.finditer(r"^  ([^:\n]{1,20}): ", out, re.MULTILINE)}
    assert len(labels) >= 6
    assert [label for label in labels if not HANGUL.search(label)] == []


def test_english_output_holds_no_korean() -> None:
    out = run("evaluate", "--view", "dac").out
    assert not HANGUL.search(out)
    assert [label for label in ("Score", "Band", "Coverage", "Files") if label not in out] == []


def test_the_language_can_be_set_once_for_all() -> None:
    asked = run("evaluate", "kasi", "--lang", "ko")
    assert run("evaluate", "kasi", env={"KASEAN_SCORE_LANG": "ko"}) == asked
    assert run("evaluate", "kasi", "--lang", "en", env={"KASEAN_SCORE_LANG": "ko"}) == run("evaluate", "kasi")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_printed_in_english_and_korean(command: str) -> None:
    english = run(*command.split(), "--help")
    korean = run(*command.split(), "--help", env={"KASEAN_SCORE_LANG": "ko"})
    assert (english.code, english.err, korean.code, korean.err) == (0, "", 0, "")
    assert not HANGUL.search(english.out)
    assert "Usage: kasean-score" in english.out
    assert "사용법: kasean-score" in korean.out
    assert set(re.findall(r"--[a-z-]+", korean.out)) == set(re.findall(r"--[a-z-]+", english.out))
    described = "\n".join(line for line in korean.out.splitlines() if not line.startswith("  kasean-score"))
    assert not re.search(r"[a-z]+ [a-z]+ [a-z]+", described), "three English words in a row"


@pytest.mark.parametrize("args", [("--help", "--lang", "ko"), ("--lang", "ko", "--help"), ("list", "-h", "--lang=ko")])
def test_the_language_of_help_can_be_asked_for_beside_it(args: tuple[str, ...]) -> None:
    result = run(*args)
    assert (result.code, result.err) == (0, "")
    assert "사용법" in result.out


def test_version_names_the_program_and_its_version() -> None:
    assert run("--version") == (0, f"kasean-score {kasean_score.__version__}\n", "")
