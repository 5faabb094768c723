"""The names behind a record's ids."""

from __future__ import annotations

from collections.abc import Iterator

from tui.model import Person, Record


class Names:
    """Looks up what a record calls the people, groups, bodies and areas of its ids."""

    def __init__(self, record: Record | None) -> None:
        """Take a record; without one nothing has a name."""
        self._names: dict[str, str] = {}
        if record is not None:
            self._names.update({area.id: area.name for area in record.areas})
            self._names.update({body.id: body.name for body in record.organizations})
            self._names.update({group.id: group.selector.exact for group in record.groups})
            self._names.update({person.id: person.name for person in record.people})

    def of(self, key: str | None) -> str | None:
        """Return the name for an id, or None where there is none."""
        return self._names.get(key) if key else None

    def spellings(self, person: Person) -> Iterator[str]:
        """Yield a person's name and its other spellings."""
        yield person.name
        for other in person.other_names:
            yield other.name
