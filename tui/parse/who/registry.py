"""The registry of an article's organizations: each once, found by what is known of it without asking all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Body:
    """An organization with all that the article says of it."""

    id: str
    name: str
    classification: str
    parent: str | None
    area: str | None
    head: str
    other_names: dict[str, None] = field(default_factory=dict)


class Registry:
    """The organizations of one article, in the order in which they were added."""

    def __init__(self) -> None:
        """Begin with none."""
        self._keys: dict[tuple[str, ...], Body] = {}
        self._ids: dict[str, Body] = {}
        self._classes: defaultdict[str, list[Body]] = defaultdict(list)
        self._heads: defaultdict[str, list[Body]] = defaultdict(list)
        self._openings: defaultdict[str, list[Body]] = defaultdict(list)
        self._units: defaultdict[tuple[str, str], list[Body]] = defaultdict(list)

    def add(self, key: tuple[str, str, str, str], body: Body) -> None:
        """Add an organization; the key is its head, its own words as a slug, its parent and its area, by their ids."""
        self._keys[key] = self._ids[body.id] = body
        self._classes[body.classification].append(body)
        self._heads[body.head].append(body)
        self._units[key[0], key[1]].append(body)
        words = body.head.split(" ")
        for size in range(1, len(words) + 1):
            self._openings[" ".join(words[:size])].append(body)

    def all(self) -> Iterable[Body]:
        """Return all organizations."""
        return self._ids.values()

    def get(self, body_id: str | None) -> Body | None:
        """Return an organization by its id."""
        return self._ids.get(body_id) if body_id else None

    def known(self, key: tuple[str, str, str, str]) -> Body | None:
        """Return an organization by its key."""
        return self._keys.get(key)

    def of_class(self, classification: str) -> Sequence[Body]:
        """Return those of a class."""
        return self._classes[classification]

    def of_head(self, head: str) -> Sequence[Body]:
        """Return those with a head."""
        return self._heads[head]

    def opening(self, head: str) -> Sequence[Body]:
        """Return those whose head begins with the words of another one ("Ban" of "Ban Thường vụ")."""
        return self._openings[head]

    def of_unit(self, head: str, own: str) -> Sequence[Body]:
        """Return those with a head and own words, whatever they are part of."""
        return self._units[head, own]
