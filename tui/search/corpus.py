"""What a search looks through, as it is asked for: an index in memory or on disk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tui.search.expand import Abbreviations
from tui.search.query import Filter
from tui.search.rows import Row
from tui.search.term import Run
from tui.search.vocabulary import Vocabulary
from tui.sections import Section

Runs = Sequence[Run]
"""What a word may stand for: runs of folded tokens, any of which will do."""


class Need(NamedTuple):
    """What a row must hold: of each term any run, and all conditions."""

    terms: Sequence[Runs]
    filters: Sequence[Filter] = ()


class Corpus(Protocol):
    """What :func:`tui.search.search` asks of an index."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The folded words that occur."""

    @property
    def abbreviations(self) -> Abbreviations:
        """Short forms of the language and of the articles."""

    def __len__(self) -> int:
        """Return how many articles can be found."""

    def rows(self, section: Section, need: Need, limit: int) -> Sequence[Row]:
        """Return rows that hold the tokens of a need and pass its conditions, newest first, at most ``limit``.

        Tokens of a run stand somewhere in the row; whether they stand together is for the caller to see.
        """

    def sessions(self, group: int) -> int:
        """Return in how many sessions the person of a group appears."""
