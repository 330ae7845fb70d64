"""What a page gives its script cannot get out of the element that holds it, and is complete in both languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import kasean_score
from kasean_score.documents.report import document
from kasean_score.render.page.script import SAID, SCRIPTS, inline_json, script_words, weighings
from kasean_score.scoring.evaluate import evaluate

ASSETS = Path(kasean_score.__file__).with_name("assets")


def test_inline_json_holds_no_sign_that_markup_knows() -> None:
    hostile = {"</script><!--": ["<script>", "&amp;", "a\u2028b\u2029c", "]]>"]}
    text = inline_json(hostile)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == hostile


def test_every_word_that_the_scripts_say_is_given_to_them() -> None:
    code = "".join((ASSETS / name).read_text(encoding="utf-8") for name in SCRIPTS)
    asked = set(re.findall(r"\bsay\('(\w+)'", code)) | set(re.findall(r"\bjs\.(\w+)\b", code))
    computed = {
        "light",
        "dark",
        "limit_lowers",
        "limit_holds",
        "limit_possible",
        "weight_set",
        "mean",
        "share",
        "share_aside",
    }
    means = {"arithmetic", "geometric", "harmonic", "minimum"}
    assert asked | computed | means == set(SAID)


def test_the_words_name_every_part_of_a_lens_in_both_languages() -> None:
    rubric = kasean_score.load_rubric("reset-plan")
    cards = [evaluate(rubric, kasean_score.load_initiative(name)) for name in ("nsp", "kasi")]
    doc = document([(rubric, cards, None)], {"lang": "en", "simulation": None})
    (weighing,) = weighings(doc)
    for words in script_words(doc).values():
        (lens,) = words["lenses"]
        assert len(lens["names"]) == len(weighing["initiatives"])
        assert len(lens["nodes"]) == len(weighing["nodes"])
        assert set(lens["bands"]) == {band["id"] for band in weighing["bands"]} | {"not_demonstrated"}
        assert list(lens["sets"]) == [one["id"] for one in weighing["weight_sets"]]
        assert list(lens["limits"]) == [limit["id"] for limit in weighing["limits"]]
        assert all([*words["js"].values(), *lens["names"], *lens["nodes"], *lens["sets"].values()])
