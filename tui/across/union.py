"""Groups that grow together: which things have become one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Union(Generic[Thing]):
    """Things and the groups they are in; one that was never joined is a group of its own."""

    def __init__(self) -> None:
        """Begin with no groups."""
        self._above: dict[Thing, Thing] = {}

    def root(self, thing: Thing) -> Thing:
        """Return the thing that stands for a thing's group."""
        above = self._above
        top = above.setdefault(thing, thing)
        while above[top] != top:
            top = above[top]
        while above[thing] != top:
            above[thing], thing = top, above[thing]
        return top

    def join(self, one: Thing, other: Thing) -> Thing:
        """Make one group of two; return what stands for it, which is what stood for the first."""
        kept = self.root(one)
        self._above[self.root(other)] = kept
        return kept

    def groups(self) -> list[list[Thing]]:
        """Return all groups of what was asked about, in the order in which it was."""
        found: dict[Thing, list[Thing]] = defaultdict(list)
        for thing in list(self._above):
            found[self.root(thing)].append(thing)
        return list(found.values())
