"""Who may be one person: pairs that a name alone puts together, each with what speaks for it and what against.

Nothing is joined here. The reader decides (``=`` joins, ``!`` parts), and a decision is never asked for twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from tui.across.appearance import could_be_anybody
from tui.across.cluster import Cluster, Span
from tui.across.decided import Settled
from tui.across.identity import LONGEST_GAP
from tui.across.locality import PROVINCE, is_same
from tui.across.person import Person
from tui.across.posts import may_be_held_at_once, sign
from tui.text.names import match_key

Kind = Literal[
    "name", "spelling", "accents", "body", "family", "area", "place", "role", "province", "follows",
    "at once", "address", "gap",
]  # fmt: skip
"""For one person: ``name`` the same, ``spelling`` but for i and y or tones, ``accents`` the same letters alone; the
same ``body``, council (``family``), ``area``, ``place`` of sessions, ``role`` in a body that is not named whole,
``province``; posts that come one after the other (``follows``). Against: two posts ``at once``, ông and bà
(``address``), a ``gap`` of many years."""

_STRENGTH: dict[Kind, float] = {
    "name": 1, "spelling": 1, "accents": 0, "body": 4, "family": 3, "area": 3, "place": 2, "role": 1.5, "province": 1.5,
    "follows": 0.5, "at once": -4, "address": -2, "gap": -1,
}  # fmt: skip
_NO_REASON: float = 1
"""Strength of a pair of which nothing is known but the name."""
FEW = 3
"""People of one name up to which the name alone is worth a suggestion; with more of them it says nothing any more."""
ALL_PAIRS = 12
"""People of one name up to which all are compared with each other; of more, those of one province."""
MOST_COMPARED = 100
"""People of one name and province that are compared with each other, those with most sessions first."""
MOST_EACH = 5
"""Suggestions a person."""


class Reason(Struct, frozen=True, array_like=True):
    """What speaks for one person, or against; ``words`` are the roles or the area that it is about."""

    kind: Kind
    words: tuple[str, ...] = ()

    @property
    def speaks_for(self) -> bool:
        """Whether it makes one person likelier."""
        return _STRENGTH[self.kind] >= 0


class Suggestion(Struct, frozen=True, array_like=True):
    """Two people, by their keys, who may be one; the stronger, the likelier."""

    one: str
    other: str
    strength: float
    reasons: tuple[Reason, ...]


class _Known(NamedTuple):
    person: Person
    cluster: Cluster
    provinces: frozenset[str]


def suggestions(people: Sequence[Person], decided: Settled[str, Any] | None = None) -> list[Suggestion]:
    """Return who of one block may be one person, the likeliest first; at most a few for each.

    Left out are pairs that stand in one article, that were parted, or that can't be one by all that is known.
    """
    person_of = {each.key: one.key for one in people for each in one.appearances}
    apart = {frozenset(person_of.get(key, key) for key in pair) for pair in (decided.apart if decided else ())}
    known = [_Known(one, Cluster(one.appearances), _provinces(one)) for one in people if not could_be_anybody(one.name)]
    found = [
        made
        for one, other in _pairs(known)
        if frozenset((one.person.key, other.person.key)) not in apart and (made := _suggestion(one, other, len(people)))
    ]
    found.sort(key=lambda made: (-made.strength, made.one, made.other))
    given: dict[str, int] = defaultdict(int)
    kept = []
    for made in found:
        if max(given[made.one], given[made.other]) < MOST_EACH:
            given[made.one] += 1
            given[made.other] += 1
            kept.append(made)
    return kept


def _pairs(known: Sequence[_Known]) -> Iterator[tuple[_Known, _Known]]:
    """Yield the pairs worth comparing: all of a few people, of many those of one province."""
    if len(known) <= ALL_PAIRS:
        yield from combinations(known, 2)
        return
    by_province: dict[str, list[_Known]] = defaultdict(list)
    for one in sorted(known, key=lambda one: -one.person.sessions):
        for province in one.provinces:
            by_province[province].append(one)
    seen: set[tuple[str, str]] = set()
    for group in by_province.values():
        for one, other in combinations(group[:MOST_COMPARED], 2):
            if (one.person.key, other.person.key) not in seen:
                seen.add((one.person.key, other.person.key))
                yield one, other


def _provinces(one: Person) -> frozenset[str]:
    places = [post.where for each in one.appearances for post in each.posts] + [each.where for each in one.appearances]
    return frozenset(place.province for place in places if place)


def _suggestion(one: _Known, other: _Known, many: int) -> Suggestion | None:
    if not one.cluster.articles.isdisjoint(other.cluster.articles):
        return None
    reasons = [_name(one.person, other.person), *_in_common(one, other), *_against(one.cluster, other.cluster)]
    strength = sum(_STRENGTH[reason.kind] for reason in reasons)
    if strength < _NO_REASON or (strength == _NO_REASON and many > FEW):
        return None
    first, second = sorted((one.person, other.person), key=lambda each: (each.first or "", each.key))
    return Suggestion(first.key, second.key, strength, tuple(reasons))


def _name(one: Person, other: Person) -> Reason:
    mine, others = ({each.name, *each.other_names} for each in (one, other))
    if mine & others:
        return Reason("name")
    keys = {match_key(name) for name in mine} & {match_key(name) for name in others}
    return Reason("spelling" if keys else "accents", (one.name, other.name))


def _in_common(one: _Known, other: _Known) -> Iterator[Reason]:
    """Yield the best that the posts of two have in common, else the place where they were, else the province."""
    signs = {
        found: (a, b)
        for a in one.cluster.spans.values()
        for b in other.cluster.spans.values()
        if (found := sign(a.post, b.post))
    }
    for kind in ("body", "family", "area"):
        if kind in signs:
            first, second = sorted(signs[kind], key=lambda span: span.first)
            yield Reason(kind, (first.post.label, second.post.label))
            if first.last < second.first and first.post.identity != second.post.identity:
                yield Reason("follows", (first.post.label, second.post.label))
            return
    mine, others = ({each.where for each in two.person.appearances if each.where} for two in (one, other))
    places = sorted(a.title for a in mine for b in others if a.rank > PROVINCE and is_same(a, b))
    if places:
        yield Reason("place", (places[0],))
        return
    roles = _unplaced_roles(one) & _unplaced_roles(other)
    if roles:
        yield Reason("role", (min(roles),))
    elif (one.provinces & other.provinces) - {""}:
        yield Reason("province")


def _unplaced_roles(one: _Known) -> set[str]:
    return {post.label for each in one.person.appearances for post in each.posts if post.kind == "unplaced"}


def _against(one: Cluster, other: Cluster) -> Iterator[Reason]:
    clash = next(_clashes(one, other), None)
    if clash:
        yield Reason("at once", (clash[0].post.label, clash[1].post.label))
    if one.women and other.women and one.women != other.women:
        yield Reason("address")
    years = one.years_between(other)
    if years is not None and years > LONGEST_GAP:
        yield Reason("gap", (str(round(years)),))


def _clashes(one: Cluster, other: Cluster) -> Iterator[tuple[Span, Span]]:
    for a in one.spans.values():
        for b in other.spans.values():
            if a.first <= b.last and b.first <= a.last and not may_be_held_at_once(a.post, b.post):
                yield a, b
