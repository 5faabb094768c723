"""The groups of the record: unnamed people and bodies, with the bodies or area named in their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from tui.model import Found, Group, GroupKind, Side
from tui.parse.who.areas import AreaSpan
from tui.parse.who.bodies import BodySpan
from tui.parse.who.group_spans import GroupSpan
from tui.parse.who.ids import Ids
from tui.parse.who.places import known
from tui.parse.who.sides import Sides
from tui.parse.who.spans import within
from tui.parse.who.words import Words
from tui.text.spelling import key

GroupTold = tuple[GroupSpan, Side | None, str | None]
"""A group, the side of its list (None outside the lists), and the area that its list is about."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A group of the record, and its places (token indices)."""

    group: Group
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Gathering:
    """Makes groups of the record; ``bodies`` and ``areas`` come in the order of the text."""

    words: Words
    bodies: Sequence[BodySpan]
    areas: Sequence[AreaSpan]
    sides: Sides
    ids: Ids

    def gather(self, spans: Iterable[GroupTold]) -> list[Gathered]:
        """Return the groups of an article: equal words are one group with several places."""
        found: dict[tuple[str, str], list[tuple[int, int]]] = {}
        first: dict[tuple[str, str], Group] = {}
        same: dict[str, tuple[str, str]] = {}
        for span, cue, area in spans:
            group = self._group(span, cue, area)
            words = (key(self.words.text(span.first, span.last)), group.side)
            known = same.setdefault(words[0], words)
            if known not in first:
                first[known] = group
            if (span.first, span.last) not in found.setdefault(known, []):
                found[known].append((span.first, span.last))
        return [Gathered(self._complete(group, found[words]), tuple(found[words])) for words, group in first.items()]

    def _group(self, span: GroupSpan, cue: Side | None, area: str | None) -> Group:
        inside = [body for body in within(self.bodies, span.first, span.last) if body.id]
        bodies = tuple(dict.fromkeys(body.id for body in inside if body.id and not _inner(body, inside)))
        own = next((place.id for place in within(self.areas, span.first, span.last) if place.id), None) or area
        return Group(
            id="",
            side=self.sides.of_group(bodies, own, cue=cue),
            selector=self.words.select(span.first, span.last),
            kind=cast(GroupKind, span.kind),
            organization_ids=bodies,
            area_id=None if bodies else known(own),
            found=Found(rule="groups.list" if cue else "groups.speaker", how="explicit"),
        )

    def _complete(self, group: Group, spans: Sequence[tuple[int, int]]) -> Group:
        return Group(
            id=self.ids.make(group.selector.exact),
            side=group.side,
            selector=group.selector,
            kind=group.kind,
            organization_ids=group.organization_ids,
            area_id=group.area_id,
            other_mentions=tuple(self.words.select(first, last) for first, last in spans[1:]),
            found=group.found,
        )


def _inner(body: BodySpan, inside: Iterable[BodySpan]) -> bool:
    """Tell whether a body only is what another one in the group is part of."""
    return any(
        other.parent is body or (other.parent is not None and other.parent.first == body.first) for other in inside
    )
