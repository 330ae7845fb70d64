"""One table of fields per kind of document: the reader, the JSON Schemas and the docs all come from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kasean_score.files.kinds import (
    Aggregate,
    Boolean,
    Choice,
    Date,
    Id,
    Integer,
    Keyed,
    Kind,
    LevelRange,
    Many,
    Quantity,
    Record,
    String,
    Text,
    Url,
)
from kasean_score.model import AGGREGATES, DAC_CRITERIA

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

__all__ = ["DOCUMENTS", "TABLES", "Field", "Table"]

TYPES = ("policy", "programme", "institution")
STAGES = ("proposed", "launched", "closed")
SOURCE_KINDS = ("asean", "government", "scholarly", "think-tank", "statistics", "news", "other")


class Field(NamedTuple):
    """A field of a document. `default` is what its absence means, in words for the docs where it is not a value."""

    name: str
    kind: Kind
    description: str
    required: bool = False
    default: Any = None


class Table(NamedTuple):
    """The fields of one kind of record, by name; `one_of` names alternatives of which exactly one must be given.

    `readers` are what reads their values, and `sound` some values that need no reading.
    """

    name: str
    fields: Mapping[str, Field]
    one_of: tuple[str, ...]
    required: frozenset[str]
    readers: Mapping[str, Callable[..., Any]]
    sound: Mapping[str, Collection[Any] | None]


def _table(name: str, *fields: Field, one_of: tuple[str, ...] = ()) -> Table:
    required = frozenset(field.name for field in fields if field.required)
    readers = {field.name: field.kind.read for field in fields}
    sound = {field.name: getattr(field.kind, "sound", None) for field in fields}
    return Table(name, {field.name: field for field in fields}, one_of, required, readers, sound)


TEXT, STRING, DATE = Text(), String(), Date()
NUMBER = Quantity(-1e300, 1e300)  # so that differences stay finite
WEIGHT, SCORE = Quantity(0, 1e9), Quantity(0, 100)
AGGREGATE = Aggregate(tuple(AGGREGATES.items()))
EXTENDS = Field("extends", STRING, "Id or path of the document that this one changes: only what differs is written.")

SOURCE = _table(
    "source",
    Field("id", Id(dots=True), "Name that evidence refers to; stable.", required=True),
    Field("title", TEXT, "Title as published.", required=True),
    Field("author", STRING, "Author or authors."),
    Field("publisher", STRING, "Who published it."),
    Field("date", DATE, "Date of publication: year, month or day."),
    Field("url", Url(), "Where it can be read."),
    Field("language", STRING, "Language code of the source."),
    Field(
        "kind",
        Choice(SOURCE_KINDS),
        "What sort of source it is; all but news and other are documentary.",
        default="other",
    ),
    Field("read", Choice(("full", "opening")), "How much of it the rater has read."),
    Field("note", TEXT, "A caution about the source."),
)
LEVEL = _table(
    "level",
    Field("level", Integer(), "The step, counted from 0.", required=True),
    Field("label", TEXT, "Its name.", required=True),
    Field("value", SCORE, "Its score, 0 to 100; without it, 100 * level / top level."),
    Field("meaning", TEXT, "What the step stands for on every criterion."),
)
BAND = _table(
    "band",
    Field("id", Id(), "Name for machines.", required=True),
    Field("at_least", SCORE, "The lowest score in the band.", required=True),
    Field("label", TEXT, "Its name; the id where it is absent."),
    Field("why", TEXT, "Where the threshold comes from."),
)
MEASURE = _table(
    "measure",
    Field("worst", NUMBER, "The value that scores 0.", required=True),
    Field("best", NUMBER, "The value that scores 100; below `worst` where less is better.", required=True),
    Field("unit", TEXT, "Unit of the value."),
    Field("log", Boolean(), "Whether logarithms of value and goalposts are compared.", default=False),
    Field("why", TEXT, "Why these goalposts."),
)
ORIGIN = _table(
    "origin",
    Field("source", Id(dots=True), "Id of one of the rubric's sources."),
    Field("at", TEXT, "The place in it."),
    Field("kind", Choice(("seed", "addition")), "Asked for by the source, or added from practice.", default="seed"),
)
APPLIES_TO = _table(
    "applies_to",
    Field("type", Many(Choice(TYPES), or_one=True), "Types of initiative.", default="any"),
    Field("stage", Many(Choice(STAGES), or_one=True), "Stages of initiative.", default="any"),
)
CRITERION = _table(
    "criterion",
    Field("id", Id(), "Name within its group; the address is the dotted path of ids.", required=True),
    Field("title", TEXT, "Its name; the id where it is absent."),
    Field("weight", WEIGHT, "Weight relative to its siblings; 0 is legal.", default=1),
    Field("why_weight", TEXT, "Why it weighs that."),
    Field("origin", Many(Record("origin"), or_one=True), "Where the criterion comes from."),
    Field("dac", Choice(DAC_CRITERIA), "The OECD DAC criterion that it belongs to."),
    Field("question", TEXT, "The question that a rating answers."),
    Field("levels", Keyed(TEXT, "level"), "A descriptor for each level that may be given; the whole scale if absent."),
    Field("measure", Record("measure"), "Goalposts of a number, instead of levels."),
    Field("typical_evidence", Many(TEXT), "What to look for."),
    Field(
        "applies_to",
        Record("applies_to"),
        "The initiatives that it can be asked of; others leave it out.",
        default="any",
    ),
    Field("why_applies", TEXT, "Why only those."),
)
GROUP = _table(
    "group",
    Field("id", Id(), "Name within its parent.", required=True),
    Field("title", TEXT, "Its name; the id where it is absent."),
    Field("description", TEXT, "What the group asks."),
    Field("weight", WEIGHT, "Weight relative to its siblings; 0 is legal.", default=1),
    Field("why_weight", TEXT, "Why it weighs that."),
    Field(
        "role", Choice(("counted", "condition")), "A condition is scored and shown, never counted.", default="counted"
    ),
    Field("aggregate", AGGREGATE, "The mean of its children.", default="the rubric's"),
    Field("criteria", Many(Record("criterion")), "Its criteria."),
    Field("groups", Many(Record("group")), "Its groups."),
    one_of=("criteria", "groups"),
)
EVIDENCE_RULE = _table(
    "evidence_rule",
    Field(
        "needs",
        Choice(("absence", "documentary", "independent", "beyond_opinion")),
        "absence: an item against. documentary: an item for, from a document. independent: an item for, independent of "
        "the owner. beyond_opinion: an item that is not opinion.",
        required=True,
    ),
    Field("level", Integer(), "The level that needs it.", default="every level"),
    Field("because", TEXT, "Why."),
)
WEIGHT_SET = _table(
    "weight_set",
    Field("title", TEXT, "Its name; the id where it is absent."),
    Field("why", TEXT, "Whose view of the weights it is."),
    Field("others", WEIGHT, "Weight of every node not listed.", default="its own"),
    Field("weights", Keyed(WEIGHT, "address"), "Weights by address."),
)
WHEN = _table(
    "when",
    Field("criterion", STRING, "Address of the criterion watched."),
    Field("group", STRING, "Address of the group watched, or `any` for each group at the top, conditions included."),
    Field("at_most", NUMBER, "Holds when the criterion's level is this or lower."),
    Field("below", SCORE, "Holds when the score is lower than this."),
)
LIMIT = _table(
    "limit",
    Field("id", Id(), "Name for machines; `limit-1` and so on where it is absent."),
    Field("when", Record("when"), "When the limit holds.", required=True),
    Field("band_at_most", String(), "Id of the highest band then possible, or `not_demonstrated`.", required=True),
    Field("because", TEXT, "Why; printed with the limit."),
)
RUBRIC = _table(
    "rubric",
    Field("kind", Choice(("rubric",)), "Says what the document is.", required=True),
    Field("id", Id(dots=True), "Name that ratings refer to; stable.", required=True),
    Field("version", STRING, "Version of the rubric; a change of meaning needs a new one."),
    EXTENDS,
    Field("title", TEXT, "Its name.", required=True),
    Field("description", TEXT, "What is judged, and how."),
    Field("sources", Many(Record("source")), "The sources of its criteria."),
    Field(
        "scale",
        Many(Record("level")),
        "The levels, from 0.",
        default="0 absent, 1 declared, 2 arranged, 3 operating, 4 demonstrated",
    ),
    Field(
        "bands",
        Many(Record("band")),
        "Named classes of scores; the lowest starts at 0.",
        default="strong from 85, substantial from 70, partial from 50, limited from 25, weak",
    ),
    Field("min_coverage", Quantity(0, 1), "Rated share of weight below which no band is named.", default=0.65),
    Field("why_min_coverage", TEXT, "Why that share."),
    Field("aggregate", AGGREGATE, "The mean at every node.", default="arithmetic"),
    Field("evidence_rules", Many(Record("evidence_rule")), "What evidence a rating needs."),
    Field("weight_sets", Keyed(Record("weight_set"), "id"), "Named alternatives to the weights."),
    Field("limits", Many(Record("limit")), "Rules that hold the band down."),
    Field("groups", Many(Record("group")), "The tree.", required=True),
)
CITED = (
    Field("source", Id(dots=True), "Id of one of the document's sources.", required=True),
    Field("at", TEXT, "The place in the source."),
    Field("shows", TEXT, "What it shows, in one sentence.", required=True),
    Field("independent", Boolean(), "Whether the source is independent of the initiative's owner.", default=False),
    Field(
        "certainty",
        Choice(("stated", "reported", "opinion")),
        "Stated by the body itself, reported, or opinion.",
        default="reported",
    ),
    Field("date", DATE, "Date of the fact."),
    Field("note", TEXT, "A caution about the fact."),
)
"""What is said of something cited, wherever it stands."""
FACT = _table("fact", Field("id", Id(dots=True), "Name that ratings cite it by; stable.", required=True), *CITED)
EVIDENCE = _table(
    "evidence",
    Field("id", Id(dots=True), "A name for the item; not that of a fact of the dossier, which is cited by id."),
    Field("stance", Choice(("for", "against")), "Whether it speaks for the level or against it.", default="for"),
    *CITED,
)
STATES = ("level", "value", "not_rated", "not_applicable")
JUDGED = (
    Field("level", LevelRange(), "The level reached, or [lowest, highest]."),
    Field("value", NUMBER, "The value of a measure."),
    Field("not_rated", TEXT, "Why no level can be given: no evidence was found. Never counts as 0."),
    Field("not_applicable", TEXT, "Why the question cannot be put. Leaves the tree."),
    Field("low", NUMBER, "The lowest value that a source gives."),
    Field("high", NUMBER, "The highest value that a source gives."),
    Field("confidence", Choice(("high", "medium", "low")), "How sure the rater is; used by simulation only."),
    Field("disputed", TEXT, "What the sources disagree on; needs a range."),
    Field("why", TEXT, "The rationale: what of the descriptor is met, and what of the next is not."),
)
"""What is said of a criterion, by one rater or by all of a panel."""
OPINION = _table("opinion", Field("rater", TEXT, "Whose judgement it is.", required=True), *JUDGED, one_of=STATES)
RATING = _table(
    "rating",
    *JUDGED,
    Field("for", Many(Id(dots=True), or_one=True), "Ids of the dossier's facts that speak for the level."),
    Field("against", Many(Id(dots=True), or_one=True), "Ids of those that speak against it."),
    Field("evidence", Many(Record("evidence")), "What is cited on the spot, for and against."),
    Field("panel", Many(Record("opinion")), "What each rater said; a panel of two may be disputed without a range."),
    one_of=STATES,
)
PERIOD = _table(
    "period", Field("from", DATE, "First day, month or year."), Field("to", DATE, "Last day, month or year.")
)
INITIATIVE = _table(
    "initiative",
    Field("kind", Choice(("initiative",)), "Says what the document is.", required=True),
    Field("id", Id(dots=True), "Name for machines; stable.", required=True),
    Field("version", STRING, "Version of the dossier."),
    EXTENDS,
    Field("name", TEXT, "Its name.", required=True),
    Field("summary", TEXT, "What it is."),
    Field("owner", TEXT, "Whose initiative it is; evidence is independent of this body or not."),
    Field("type", Choice(TYPES), "What sort of initiative it is.", default="not stated"),
    Field("stage", Choice(STAGES), "How far it has come.", default="not stated"),
    Field("period", Record("period"), "When it ran."),
    Field("as_of", DATE, "The date of the ratings."),
    Field("rated_by", TEXT, "Who rated."),
    Field("interest", TEXT, "The raters' interest in the result."),
    Field(
        "ratings",
        Keyed(Keyed(Record("rating"), "address"), "rubric"),
        "Ratings by rubric and criterion.",
        required=True,
    ),
    Field("facts", Many(Record("fact")), "What ratings cite by id: written once, cited wherever it bears."),
    Field("sources", Many(Record("source")), "Everything that facts and evidence cite."),
)
DOCUMENTS = {"rubric": RUBRIC, "initiative": INITIATIVE}
"""The kinds of document that people write."""

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        SOURCE, LEVEL, BAND, MEASURE, ORIGIN, APPLIES_TO, CRITERION, GROUP, EVIDENCE_RULE, WEIGHT_SET, WHEN, LIMIT,
        RUBRIC, FACT, EVIDENCE, OPINION, RATING, PERIOD, INITIATIVE,
    )
}  # fmt: skip
