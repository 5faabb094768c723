"""Rows filtered, sorted and put into groups: the ids of a table as it is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tui.tables.matching import Filtering, Findable
from tui.text.clean import Clean

Key = str | float
"""What rows are sorted by; None: nothing is known, which comes last either way."""


class Group(NamedTuple):
    """What a row is put under: where that stands among others, and what it is called."""

    order: tuple[int | str | float, ...]
    name: Clean


class Listed(NamedTuple):
    """A table as it is shown: ids of rows in order, ``""`` where a heading stands, and the words of the headings."""

    ids: Sequence[str]
    headings: Mapping[int, Clean]
    found: int
    total: int
    note: Clean
    """What of the filter could not be understood; usually nothing."""


def listed(
    rows: Mapping[str, Findable],
    filtering: Filtering,
    key: Callable[[str], Key | None],
    *,
    falls: bool,
    group: Callable[[str], Group] | None = None,
) -> Listed:
    """Return the rows that a filter lets through.

    Args:
        rows: All rows by their ids, in an order that those keep which are equal otherwise.
        filtering: The filter.
        key: What a row is sorted by.
        falls: Whether the greatest comes first.
        group: Under what a row is put; without it there are no headings.

    """
    kept = list(rows) if filtering.empty else [row for row, found in rows.items() if filtering.lets_through(found)]
    keys = {row: key(row) for row in kept}
    known = sorted((row for row in kept if keys[row] is not None), key=keys.__getitem__, reverse=falls)  # type: ignore[arg-type]
    ordered = known + [row for row in kept if keys[row] is None]
    if group is None:
        return Listed(ordered, {}, len(ordered), len(rows), filtering.note)
    groups: dict[Group, list[str]] = defaultdict(list)
    for row in ordered:
        groups[group(row)].append(row)
    ids: list[str] = []
    headings: dict[int, Clean] = {}
    for under in sorted(groups, key=lambda one: one.order):
        headings[len(ids)] = Clean(f"{under.name} · {len(groups[under])}")
        ids += ["", *groups[under]]
    return Listed(ids, headings, len(ordered), len(rows), filtering.note)
