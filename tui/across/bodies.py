"""Bodies (cơ quan, tổ chức) as they are compared across articles: the name without its area, and the area beside it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from tui.across.locality import PROVINCE, Localities, Locality, levels, plain, without
from tui.parse.lexicon import tables


class Body(NamedTuple):
    """A body. Names are plain (see :func:`tui.across.locality.plain`)."""

    name: str
    root: str
    """The body that it belongs to: of "ban phap che hdnd" it is "hdnd"; else its own name."""
    where: Locality | None
    """The area that it serves; None for a body of the country, and where nothing tells."""
    is_placed: bool
    """Whether its name and area tell it from others."""
    classes: frozenset[str]
    """Its class in the record, and those of the bodies it is part of."""


def body(key: str | None, wording: str, localities: Localities, scope: Locality | None) -> Body:
    """Return a body.

    Args:
        key: Its id in the record, if it has one.
        wording: Its name as the article gives it, for one without an id.
        localities: The record's areas.
        scope: The area that it is taken to serve if the article names it without one.

    """
    line = localities.line(key)
    where = localities.of_body(key)
    name = plain(line[0].name if line else wording)
    if not line and (named := localities.named(name)):
        name, where = named
    classes = frozenset(one.classification for one in line)
    national = where is None and not classes.isdisjoint(classes_of("national"))
    if where is None and not national and (line or _tells(name)):
        where = _fitting(name, classes, scope) or localities.source
    above = [plain(one.name) for one in line[1:]]
    whole = [without(one, where) if where else one for one in (name, *above)]
    return Body(whole[0], _root(whole[-1]), where, where is not None or national, classes)


def is_family(root: str) -> bool:
    """Tell whether those who belong to a body are few enough to move among its boards (HĐND, party committees)."""
    return root in _roots()


def _fitting(name: str, classes: AbstractSet[str], scope: Locality | None) -> Locality | None:
    """Return the area of a scope that a body without one is of by its level: for a "tỉnh ủy" that is the province."""
    if scope is None:
        return None
    ranks: dict[str, int] = tables()["offices"]["ranks"]
    rank = next((ranks[one] for one in classes if one in ranks), 0)
    rank = rank or next((level for word, level in levels().items() if name.endswith(f" {word}")), 0)
    if rank in (0, scope.rank):
        return scope
    return Locality(scope.province, PROVINCE, scope.province) if rank == PROVINCE and scope.province else None


def _tells(name: str) -> bool:
    """Tell whether a name says which body of its kind is meant ("phong noi vu"; "ubnd huyen" does not)."""
    return len([word for word in name.split() if word not in keys("plain")]) > 1


def _root(name: str) -> str:
    return next((root for root in _roots() if name == root or name.endswith(f" {root}")), name)


def classes_of(name: str) -> frozenset[str]:
    """Return a list of classes of ``lexicon/offices.yaml``."""
    return frozenset(tables()["offices"][name])


@cache
def keys(name: str) -> frozenset[str]:
    """Return a list of words of ``lexicon/offices.yaml``, plain."""
    return frozenset(map(plain, tables()["offices"][name]))


@cache
def _roots() -> tuple[str, ...]:
    return tuple(sorted(keys("roots"), key=len, reverse=True))
