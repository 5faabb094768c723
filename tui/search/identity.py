"""Who is one person across articles: the same name, and a second sign of it.

Homonyms are the norm (ten family names cover 73 percent of people), so that a name alone joins nobody: the two must
also serve one body.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from tui.search.rows import Row
from tui.text.fold import fold
from tui.text.names import match_key


class Identities:
    """Groups of rows of people; each group is one person."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._groups: dict[str, list[int]] = defaultdict(list)
        self._bodies: dict[int, Counter[str]] = {}
        self._sessions: dict[int, Counter[str]] = {}
        self._next = 0

    def add(self, row: Row) -> int:
        """Return the group that a row belongs to."""
        key = match_key(row.title)
        bodies = _bodies(row)
        group = next((group for group in self._groups[key] if bodies & self._bodies[group].keys()), None)
        if group is None:
            group = self._next
            self._next += 1
            self._groups[key].append(group)
            self._bodies[group], self._sessions[group] = Counter(), Counter()
        self._bodies[group].update(bodies)
        self._sessions[group][row.session.path] += 1
        return group

    def remove(self, row: Row) -> None:
        """Take a row out of its group; one that is in none is no error."""
        if row.group in self._sessions:
            self._sessions[row.group] -= Counter([row.session.path])
            self._bodies[row.group] -= Counter(_bodies(row))
            if not self._sessions[row.group]:
                self._groups[match_key(row.title)].remove(row.group)
                del self._sessions[row.group], self._bodies[row.group]

    def sessions(self, group: int) -> int:
        """Return in how many sessions the person of a group appears."""
        return len(self._sessions.get(group, ()))


def _bodies(row: Row) -> set[str]:
    return {fold(body) for body in row.facts.get("org", ())}
