"""The rules that tie the fields of a rubric together: addresses, scale, bands, weights, limits."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kasean_score.errors import nearest
from kasean_score.files.names import by_id, check_unique, unknown
from kasean_score.files.tree import Mapping, Sequence, records
from kasean_score.model import (
    ANY_GROUP,
    NOT_DEMONSTRATED,
    Band,
    Criterion,
    FileRef,
    Group,
    Level,
    Limit,
    Node,
    Rubric,
    WeightSet,
    is_condition,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kasean_score.files.reader import Draft, Reader

__all__ = ["DEFAULT_BANDS", "DEFAULT_SCALE", "build_rubric"]

DEFAULT_SCALE = tuple(
    Level(step, {"en": en, "ko": ko}, 25.0 * step)
    for step, (en, ko) in enumerate(
        [
            ("Absent", "부재"),
            ("Declared", "표명"),
            ("Arranged", "마련"),
            ("Operating", "이행"),
            ("Demonstrated", "입증"),
        ]
    )
)
DEFAULT_BANDS = tuple(
    Band(name, at_least, {"en": en, "ko": ko})
    for name, at_least, en, ko in [
        ("strong", 85.0, "Strong", "강함"),
        ("substantial", 70.0, "Substantial", "상당"),
        ("partial", 50.0, "Partial", "부분적"),
        ("limited", 25.0, "Limited", "제한적"),
        ("weak", 0.0, "Weak", "약함"),
    ]
)


def build_rubric(reader: Reader, draft: Draft, extends: tuple[FileRef, ...]) -> Rubric | None:
    """The rubric of a complete draft, or None after reporting why not."""
    return _Build(reader, draft).rubric(extends)


class _Build:
    def __init__(self, reader: Reader, draft: Draft) -> None:
        self.reader = reader
        self.values = draft.values
        self.holder = draft.holder
        self.sources = by_id(reader, draft.holder, "sources", draft.values.get("sources", ()))

    def rubric(self, extends: tuple[FileRef, ...]) -> Rubric | None:
        self.scale_known = "scale" in self.values or self.holder.get("scale") is None
        scale, bands = self.scale(), self.bands()
        self.levels = {level.level for level in scale}
        groups = self.children(self.values["groups"], self.holder["groups"], prefix="", build=self.group)
        if not self.holder["groups"]:
            self.reader.at("no-groups", self.holder, "groups")
        plain = {
            name: self.values[name]
            for name in ("version", "description", "min_coverage", "why_min_coverage", "aggregate", "evidence_rules")
            if name in self.values
        }
        rubric = Rubric(
            id=self.values["id"],
            title=self.values["title"],
            groups=tuple(group for group in groups if isinstance(group, Group)),
            scale=scale,
            bands=bands,
            weight_sets=self.weight_sets(),
            limits=self.limits(),
            sources=self.sources,
            sha256=self.holder.file.sha256,
            extends=extends,
            file=self.holder.file,
            **plain,
        )
        self.check_references(rubric)
        return rubric

    # The tree

    def children(
        self, drafts: Iterable[Draft], listed: Sequence, prefix: str, build: Callable[[Draft, str], Node]
    ) -> tuple[Node, ...]:
        check_unique(self.reader, listed, "id")
        nodes = tuple(build(draft, f"{prefix}{draft.values['id']}") for draft in drafts)
        counted = [node for node in nodes if not is_condition(node)]
        if counted and not any(node.weight for node in counted):
            self.reader.at("all-weights-zero", listed, None, count=len(counted))
        elif nodes and not counted:
            self.reader.at("nothing-counted", listed)
        return nodes

    def group(self, draft: Draft, address: str) -> Group:
        values = dict(draft.values)
        name = "criteria" if draft.holder.get("criteria") is not None else "groups"
        drafts = values.pop(name, ())
        listed = draft.holder[name]
        if not listed:
            self.reader.at_key("empty-group", draft.holder, name, group=address)
        build = self.criterion if name == "criteria" else self.group
        if address == ANY_GROUP:
            self.reader.at("reserved-group", draft.holder, "id", name=address)
        children = self.children(drafts, listed, f"{address}.", build) if drafts else ()
        return Group(**{"title": values["id"], **values, "id": address, "children": children})

    def criterion(self, draft: Draft, address: str) -> Criterion:
        values = dict(draft.values)
        levels = values.pop("levels", {})
        if levels and "measure" in values:
            self.reader.at_key("levels-and-measure", draft.holder, "measure", criterion=address)
        for origin, listed in zip(values.get("origin", ()), records(draft.holder.get("origin")), strict=False):
            if origin.source is not None and origin.source not in self.sources:
                unknown(self.reader, "unknown-source", listed, "source", self.sources)
        described = self.described(levels, draft.holder.get("levels"))
        return Criterion(**{"title": values["id"], **values, "id": address, "levels": described})

    def described(self, levels: dict[str, Any], listed: Any) -> dict[int, Any]:
        for name in levels if self.scale_known else ():
            if name not in map(str, self.levels):
                self.reader.at_key("unknown-level", listed, name, level=name, allowed=sorted(self.levels))
        return {level: levels[str(level)] for level in sorted(self.levels) if str(level) in levels}

    # Scale and bands

    def scale(self) -> tuple[Level, ...]:
        drafts: tuple[Draft, ...] = self.values.get("scale", ())
        if "scale" not in self.values:
            return DEFAULT_SCALE
        steps = [draft.values["level"] for draft in drafts]
        valued = [draft for draft in drafts if "value" in draft.values]
        if len(drafts) < len(self.holder["scale"]):
            self.scale_known = False  # a level that cannot be read would only make others look wrong
            return DEFAULT_SCALE
        if len(drafts) < 2 or steps != list(range(len(drafts))):
            self.reader.at("bad-scale", self.holder, "scale", given=steps)
            return DEFAULT_SCALE
        if valued and len(valued) < len(drafts):
            missing = next(draft for draft in drafts if "value" not in draft.values)
            self.reader.at("scale-value-missing", missing.holder, "level", level=missing.values["level"])
        top = len(drafts) - 1
        scale = tuple(Level(**{"value": 100.0 * d.values["level"] / top, **d.values}) for d in drafts)
        for before, after, draft in zip(scale, scale[1:], drafts[1:], strict=False):
            if after.value < before.value:
                self.reader.at("scale-falls", draft.holder, "value", level=after.level)
        return scale

    def bands(self) -> tuple[Band, ...]:
        drafts: tuple[Draft, ...] = self.values.get("bands", ())
        if "bands" not in self.values:
            return DEFAULT_BANDS
        listed = self.holder["bands"]
        check_unique(self.reader, listed, "id")
        ordered = sorted(drafts, key=lambda draft: -draft.values["at_least"])
        for above, below in pairwise(ordered):
            if above.values["at_least"] == below.values["at_least"]:
                self.reader.at("equal-bands", below.holder, "at_least", at=below.values["at_least"])
        if len(drafts) == len(listed) and (not ordered or ordered[-1].values["at_least"] > 0):
            self.reader.at("bands-open", listed)
        for draft in drafts:
            if draft.values["id"] == NOT_DEMONSTRATED:
                self.reader.at("reserved-band", draft.holder, "id", name=NOT_DEMONSTRATED)
        return tuple(Band(**{"label": d.values["id"], **d.values}) for d in ordered) or DEFAULT_BANDS

    # Weight sets and limits

    def weight_sets(self) -> dict[str, WeightSet]:
        drafts: dict[str, Draft] = self.values.get("weight_sets", {})
        return {name: WeightSet(**{"id": name, "title": name, **draft.values}) for name, draft in drafts.items()}

    def limits(self) -> tuple[Limit, ...]:
        listed = self.holder.get("limits")
        if isinstance(listed, Sequence):
            check_unique(self.reader, listed, "id")
        drafts: tuple[Draft, ...] = self.values.get("limits", ())
        return tuple(Limit(**{"id": f"limit-{number}", **draft.values}) for number, draft in enumerate(drafts, start=1))

    def check_references(self, rubric: Rubric) -> None:
        """Addresses, levels and bands named in weight sets, limits and evidence rules must exist."""
        built = {node.id: node for node in rubric.nodes()}
        # A node that was too faulty to build is still one that may be named.
        nodes = {address: built.get(address) for address in _written_addresses(self.holder["groups"])}
        for name, weight_set in rubric.weight_sets.items():
            self.check_weight_set(rubric, weight_set, self.holder["weight_sets"][name], nodes)
        for limit, draft in zip(rubric.limits, self.values.get("limits", ()), strict=True):
            self.check_limit(rubric, limit, draft, nodes)
        for rule, listed in zip(rubric.evidence_rules, records(self.holder.get("evidence_rules")), strict=False):
            if rule.level is not None and rule.level not in self.levels:
                self.reader.at("no-level", listed, "level", level=rule.level, allowed=sorted(self.levels))

    def check_weight_set(
        self, rubric: Rubric, weight_set: WeightSet, holder: Mapping, nodes: dict[str, Node | None]
    ) -> None:
        for address in weight_set.weights:
            if address not in nodes:
                self.unknown_address(holder["weights"], address, address, nodes, key=True)
        for path, siblings in _families(rubric):
            if siblings and not any(weight_set.weight_of(node) for node in siblings):
                where = "weights" if "weights" in holder else "others"
                self.reader.at_key("weight-set-zero", holder, where, name=weight_set.id, group=path or rubric.id)

    def check_limit(self, rubric: Rubric, limit: Limit, draft: Draft, nodes: dict[str, Node | None]) -> None:
        when = draft.holder["when"]
        address = limit.when.criterion or limit.when.group or ""
        field = "criterion" if limit.when.criterion else "group"
        kind = Criterion if field == "criterion" else Group
        wanted = {key: node for key, node in nodes.items() if node is None or isinstance(node, kind)}
        node = wanted.get(address)
        if address not in wanted and not (field == "group" and address == ANY_GROUP):
            self.unknown_address(when, field, address, wanted)
        if isinstance(node, Criterion) and node.measure is not None and limit.when.at_most is not None:
            self.reader.at_key("limit-on-measure", when, "at_most", criterion=address)
        bands = [*(band.id for band in rubric.bands), NOT_DEMONSTRATED]
        if limit.band_at_most not in bands:
            self.reader.at("unknown-band", draft.holder, "band_at_most", name=limit.band_at_most, allowed=bands)

    def unknown_address(
        self, holder: Mapping, where: str, address: str, known: Iterable[str], *, key: bool = False
    ) -> None:
        known = list(known)
        meant = nearest(address, known)
        message = "unknown-address.near" if meant else "unknown-address"
        report = self.reader.at_key if key else self.reader.at
        report(message, holder, where, name=address, meant=meant, allowed=known)


def _written_addresses(listed: Any, prefix: str = "") -> Iterator[str]:
    """The address of every node that a tree of groups writes, sound or not."""
    for node in records(listed):
        address = f"{prefix}{node.get('id')}"
        yield address
        for name in ("groups", "criteria"):
            yield from _written_addresses(node.get(name), f"{address}.")


def _families(rubric: Rubric) -> list[tuple[str, list[Node]]]:
    """The counted children of the root and of every group."""
    families: list[tuple[str, Iterable[Node]]] = [("", rubric.groups)]
    families += [(node.id, node.children) for node in rubric.nodes() if isinstance(node, Group)]
    return [(path, [node for node in nodes if not is_condition(node)]) for path, nodes in families]
