"""The hits of a search as one goes on from one to the next in the reader, across sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.messages import say
from tui.text.clean import Clean, clean_line
from tui.widgets.hit_rows import row_of

if TYPE_CHECKING:
    from tui.search.results import Hit, Results
    from tui.sections import Section


@dataclass(frozen=True)
class Walk:
    """The results of a query, and the hit that is looked at: a section and a place in it."""

    results: Results
    section: Section
    place: int

    @property
    def hit(self) -> Hit:
        """The hit that is looked at."""
        return self.results.hits(self.section)[self.place]

    @property
    def row(self) -> str:
        """The id of its row among the results."""
        return row_of(self.hit)

    @property
    def _number(self) -> int:
        before = 0
        for found in self.results.sections:
            if found.section == self.section:
                break
            before += len(found.hits)
        return before + self.place

    def step(self, by: int) -> Walk:
        """Return the walk some hits further on, in the order of the list; after the last one comes the first."""
        number = (self._number + by) % sum(len(found.hits) for found in self.results.sections)
        for found in self.results.sections:
            if number < len(found.hits):
                return Walk(self.results, found.section, number)
            number -= len(found.hits)
        raise AssertionError("a walk has hits")

    @property
    def note(self) -> Clean:
        """Which hit it is, of how many, and what was searched."""
        return say(
            "hit {index} of {count} “{query}”",
            index=self._number + 1,
            count=sum(len(found.hits) for found in self.results.sections),
            query=clean_line(self.results.query.strip()),
        )
