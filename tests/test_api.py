"""The public API as a notebook uses it: typed results that become documents, records and HTML."""

from __future__ import annotations

import json
import subprocess
import sys
from html.parser import HTMLParser

import pytest

import kasean_score


@pytest.fixture(scope="module")
def scorecard() -> kasean_score.Scorecard:
    return kasean_score.evaluate(kasean_score.load_rubric("three-pillars"), kasean_score.load_initiative("nsp"))


def printed(*args: str) -> str:
    command = [sys.executable, "-m", "kasean_score", *args]
    return subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout


def test_a_scorecard_as_a_dict_is_what_the_command_line_prints_as_json(scorecard: kasean_score.Scorecard) -> None:
    assert scorecard.to_dict() == json.loads(printed("evaluate", "nsp", "-r", "three-pillars", "-f", "json"))


def test_a_scorecard_as_rows_is_one_record_for_the_total_and_one_for_each_node(
    scorecard: kasean_score.Scorecard,
) -> None:
    rows = scorecard.to_rows()
    assert [row["id"] for row in rows] == [None, *(node.node.id for node in scorecard.nodes)]
    assert rows[0]["score"] == scorecard.score
    assert len({tuple(row) for row in rows}) == 1, "every record has the same keys"
    assert all(isinstance(value, str | float | int | None) for row in rows for value in row.values())


class _Cells(HTMLParser):
    """The text of each row of the tables, cell by cell, and tags opened and closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data


def test_a_notebook_shows_a_table_with_a_row_for_each_node(scorecard: kasean_score.Scorecard) -> None:
    cells = _Cells(scorecard._repr_html_())
    assert cells.open == []
    assert [row[0] for row in cells.rows[1:]] == [str(node.node.title["en"]) for node in scorecard.nodes]  # type: ignore[index]


@pytest.fixture(scope="module")
def comparison() -> kasean_score.Comparison:
    initiatives = map(kasean_score.load_initiative, ("nsp", "kasi"))
    return kasean_score.compare(kasean_score.load_rubric("three-pillars"), initiatives)


@pytest.mark.parametrize("option", [[], ["--common"]])
def test_a_comparison_as_a_dict_is_what_the_command_line_prints_as_json(
    comparison: kasean_score.Comparison, option: list[str]
) -> None:
    asked = printed("compare", "nsp", "kasi", "-r", "three-pillars", "-f", "json", *option)
    assert json.loads(json.dumps(comparison.to_dict(common=bool(option)))) == json.loads(asked)


def test_a_comparison_has_records_of_one_shape_and_a_table(comparison: kasean_score.Comparison) -> None:
    assert len({tuple(row) for row in comparison.to_rows()}) == 1
    assert _Cells(comparison._repr_html_()).rows


def test_one_initiative_is_nothing_to_compare() -> None:
    with pytest.raises(kasean_score.InputError):
        kasean_score.compare(kasean_score.load_rubric("three-pillars"), [kasean_score.load_initiative("nsp")])


def test_text_of_a_file_cannot_become_markup_in_a_notebook() -> None:
    rubric = kasean_score.load_rubric("three-pillars")
    nsp = kasean_score.load_initiative("nsp")._replace(name="<script>alert(1)</script> & co")
    html = kasean_score.evaluate(rubric, nsp)._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co" in html


def test_ratings_that_do_not_fit_the_rubric_are_refused_with_all_their_faults() -> None:
    rubric = kasean_score.load_rubric("part-2008")
    nsp = kasean_score.load_initiative("nsp")
    wrong = nsp._replace(ratings={"part-2008": dict(list(nsp.ratings["three-pillars"].items())[:3])})
    with pytest.raises(kasean_score.InputError) as caught:
        kasean_score.evaluate(rubric, wrong)
    assert len(caught.value.problems) == 3


def test_a_robustness_analysis_is_what_the_command_line_prints_and_becomes_records_and_a_table() -> None:
    initiatives = [kasean_score.load_initiative(name) for name in ("nsp", "kasi")]
    rubric = kasean_score.load_rubric("three-pillars")
    found = kasean_score.robustness(rubric, initiatives, draws=300, seed=5)
    asked = printed("robust", "nsp", "kasi", "-r", "three-pillars", "--draws", "300", "--seed", "5", "-f", "json")
    assert json.loads(json.dumps(found.to_dict())) == json.loads(asked)
    assert len({tuple(row) for row in found.to_rows()}) == 1
    assert _Cells(found._repr_html_()).rows


def test_an_analysis_of_nothing_is_refused() -> None:
    rubric = kasean_score.load_rubric("three-pillars")
    with pytest.raises(kasean_score.InputError):
        kasean_score.robustness(rubric, [])
    with pytest.raises(kasean_score.InputError):
        kasean_score.robustness(rubric, [kasean_score.load_initiative("nsp")], vary=["moods"])
