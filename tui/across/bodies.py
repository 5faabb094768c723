"""Bodies (cơ quan, tổ chức) as they are compared across articles: the name without its area, and the area beside it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tui.across.locality import Localities, Locality, without
from tui.parse.lexicon import tables
from tui.text.names import match_key


class Body(NamedTuple):
    """A body. Names are settled and in lower case."""

    name: str
    root: str
    """The body that it belongs to: of "ban pháp chế hđnd" it is "hđnd"; else its own name."""
    where: Locality | None
    """The area that it serves; None for a body of the country."""
    classes: frozenset[str]
    """Its class in the record, and those of the bodies it is part of."""


def body(key: str | None, wording: str, localities: Localities, scope: Locality | None) -> Body | None:
    """Return a body, or None where nothing tells it from others of its name.

    Args:
        key: Its id in the record, if it has one.
        wording: Its name as the article gives it, for one without an id.
        localities: The record's areas.
        scope: The area that it is taken to serve if the article names it without one.

    """
    line = localities.line(key)
    where = localities.of_body(key)
    name = match_key(line[0].name if line else wording).strip(" ,-")
    if not line and (named := localities.named(name)):
        name, where = named
    classes = frozenset(one.classification for one in line)
    if where is None and classes.isdisjoint(words("national")):
        if scope is None or not (line or _tells(name)):
            return None
        where = scope
    above = [match_key(one.name) for one in line[1:]]
    whole = [without(one, where) if where else one for one in (name, *above)]
    return Body(whole[0], _root(whole[-1]), where, classes)


def is_family(root: str) -> bool:
    """Tell whether those who belong to a body are few enough to move among its boards (HĐND, party committees)."""
    return root in _roots()


def _tells(name: str) -> bool:
    """Tell whether a name says which body of its kind is meant ("phòng nội vụ"; "ubnd huyện" does not)."""
    return len([word for word in name.split() if word not in keys("plain")]) > 1


def _root(name: str) -> str:
    return next((root for root in _roots() if name == root or name.endswith(f" {root}")), name)


def words(name: str) -> Iterable[str]:
    """Return a list of ``lexicon/offices.yaml`` as it is written."""
    found: list[str] = tables()["offices"][name]
    return found


@cache
def keys(name: str) -> frozenset[str]:
    """Return a list of ``lexicon/offices.yaml``, settled and in lower case."""
    return frozenset(map(match_key, words(name)))


@cache
def _roots() -> tuple[str, ...]:
    return tuple(sorted(keys("roots"), key=len, reverse=True))
