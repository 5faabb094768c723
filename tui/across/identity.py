"""Who is one person across articles: the same name, and a second sign of it.

Homonyms are the norm (ten family names cover 73 percent of 8,757 full names), so that a name alone joins nobody. Names
agree when only i and y or the place of the tone differ. The second sign is the same session, the same body, council or
committee, or the same district or commune, with posts that one person can hold at once or one after the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any, NamedTuple

from tui.across.appearance import Appearance, block, could_be_anybody
from tui.across.cluster import Cluster
from tui.across.decided import Settled
from tui.across.person import Person, person
from tui.across.posts import Post, may_be_held_at_once, sign
from tui.across.union import Union
from tui.text.names import match_key

HANDOVER = 31
"""Days that two posts of one body may overlap when one person goes from one to the other."""
LONGEST_GAP = 10
"""Years between two posts of one area (two terms of office) after which the area says nothing any more."""
MOST_TRIES = 40
"""People of one name and body that a further appearance is compared with, latest first: what keeps the work linear."""

_Key = tuple[Any, ...]
Decided = Settled[str, Any]
_NOTHING: Decided = Settled()


def people(
    appearances: Iterable[Appearance], events: Mapping[str, str] | None = None, decided: Decided = _NOTHING
) -> list[Person]:
    """Return the people of some appearances, in the order of their first one.

    What comes out for a name depends on the appearances of its block (:func:`tui.across.appearance.block`) alone, and
    on those of other blocks only where somebody decided that they are one person; so a library gives all appearances
    of the blocks that have changed, and keeps what it knows of the rest.

    Args:
        appearances: In any order; the result does not depend on it.
        events: The event that an article reports, by its key, at least where several articles report it.
        decided: What people decided, by the keys of appearances.

    """
    blocks: Union[str] = Union()
    ordered = sorted(appearances, key=lambda one: (one.day or "", one.article_key, one.person_id))
    name_of = {one.key: block(one.name) for one in ordered}
    for group in decided.one:
        names = [name_of[key] for key in group if key in name_of]
        for name in names[1:]:
            blocks.join(names[0], name)
    grouped: dict[str, list[Appearance]] = defaultdict(list)
    for one in ordered:
        grouped[blocks.root(name_of[one.key])].append(one)
    told = events or {}
    found = [person(one.appearances, told) for group in grouped.values() for one in clusters(group, told, decided)]
    return sorted(found, key=lambda one: (one.first or "", one.key))


def clusters(
    appearances: Iterable[Appearance], events: Mapping[str, str], decided: Decided = _NOTHING
) -> list[Cluster]:
    """Return the people of one block as clusters; the appearances come in order of time."""
    return _Block(appearances, events, decided).clusters()


class _Place(NamedTuple):
    """One post of a node, in the bucket of what it shares with others."""

    node: int
    post: Post | None


class _Block:
    """The joining of one block: nodes (appearances that are surely one) grow together, the surest signs first."""

    def __init__(self, appearances: Iterable[Appearance], events: Mapping[str, str], decided: Decided) -> None:
        self._union: Union[int] = Union()
        self._clusters: dict[int, Cluster] = {}
        self._turn: list[int] = []
        buckets: dict[_Key, list[_Place]] = defaultdict(list)
        for name, nodes in _nodes(appearances, decided.touched).items():
            for node in nodes:
                number = len(self._clusters)
                apart = frozenset(other for one in node for other in decided.parted_from.get(one.key, ()))
                self._clusters[number] = Cluster(node, apart)
                # who was parted comes after the others, so that these don't gather around one who was taken out
                self._turn.append(2 if node[0].key in decided.taken_out else int(bool(apart)))
                for key, post in _buckets(node, events):
                    buckets[key[0], name, *key[1:]].append(_Place(number, post))
        self._join_decided(decided)
        for key in sorted(buckets, key=lambda key: key[0]):
            if len(buckets[key]) > 1:
                self._join_bucket(key[0], sorted(buckets[key], key=lambda place: self._turn[place.node]))

    def clusters(self) -> list[Cluster]:
        """Return what has grown together, in the order of the first appearance."""
        kept = {self._union.root(number): None for number in self._clusters}
        for root in kept:
            self._clusters[root].appearances.sort(key=lambda one: (one.day or "", one.article_key, one.person_id))
        return [self._clusters[root] for root in kept]

    def _join_decided(self, decided: Decided) -> None:
        groups: dict[frozenset[str], list[int]] = defaultdict(list)
        for number, one in self._clusters.items() if decided.one else ():
            for key in one.keys & decided.group_of.keys():
                groups[decided.group_of[key]].append(number)
        for numbers in groups.values():
            for number in numbers[1:]:
                self._merge(numbers[0], number)

    def _join_bucket(self, level: int, places: list[_Place]) -> None:
        """Join the nodes of a bucket in their order; each is tried with the people of the bucket so far."""
        seen: dict[int, _Place] = {}
        for place in places:
            root = self._union.root(place.node)
            if root not in seen:
                for other in list(seen)[: -MOST_TRIES - 1 : -1]:
                    if self._speaks(level, seen[other], place) and self._fits(level, other, root):
                        kept = self._merge(other, root)
                        del seen[other]
                        root = kept
                        break
            seen[root] = place

    def _fits(self, level: int, one: int, other: int) -> bool:
        first, second = self._clusters[one], self._clusters[other]
        if level >= _FAMILY:
            years = first.years_between(second)
            if years is None or years > LONGEST_GAP:
                return False
        return first.can_be(second, 0 if level == _AREA else HANDOVER)

    def _speaks(self, level: int, one: _Place, other: _Place) -> bool:
        """Tell whether what put two nodes in one bucket is a sign of one person."""
        if level == _EVENT:
            mine, others = (self._clusters[self._union.root(place.node)].telling() for place in (one, other))
            if not mine or not others:
                return True
            signs = [(sign(a.post, b.post), may_be_held_at_once(a.post, b.post)) for a in mine for b in others]
            return any(found in ("body", "family") or (found and both) for found, both in signs)
        assert one.post is not None and other.post is not None
        return sign(one.post, other.post) is not None

    def _merge(self, one: int, other: int) -> int:
        first, second = self._union.root(one), self._union.root(other)
        if first != second:
            kept = self._union.join(min(first, second), max(first, second))
            self._clusters[kept].take(self._clusters[max(first, second)])
            return kept
        return first


_EVENT, _POST, _BODY, _FAMILY, _AREA = range(5)
"""Signs, the surest first: the same session, post, body, council or committee, area."""


def _buckets(node: list[Appearance], events: Mapping[str, str]) -> Iterator[tuple[_Key, Post | None]]:
    """Yield what a node could share with others of its name, each with the post that it shares it by."""
    if could_be_anybody(node[0].name):
        return
    for event in dict.fromkeys(events[one.article_key] for one in node if one.article_key in events):
        yield (_EVENT, event), None
    for post in node[0].posts:
        if post.tells:
            where = post.where.name if post.where else ""
            yield (_POST, post.body, where, post.head), post
            yield (_BODY, post.body, where), post
            yield (_FAMILY, post.root, where), post
            if where:
                yield (_AREA, where), post


def _nodes(appearances: Iterable[Appearance], touched: frozenset[str]) -> dict[str, list[list[Appearance]]]:
    """Return the appearances of each name, put together where all that is known of them is the same.

    Those whose posts tell nothing, or that somebody decided about, stand alone, and so does a second one in an article.
    """
    nodes: dict[str, dict[_Key, list[Appearance]]] = defaultdict(lambda: defaultdict(list))
    alone = count()
    for one in appearances:
        telling = [post for post in one.posts if post.tells]
        posts = tuple(sorted((*post.identity, post.where.province if post.where else "") for post in telling))
        key: _Key = (posts, one.is_woman)
        group = nodes[match_key(one.name)]
        second = key in group and group[key][-1].article_key == one.article_key  # in order, so one's article is last
        if not posts or one.key in touched or second or could_be_anybody(one.name):
            key = (next(alone),)
        group[key].append(one)
    return {name: list(groups.values()) for name, groups in nodes.items()}
