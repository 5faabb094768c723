"""The way in: a query and a corpus give results."""

from __future__ import annotations

from collections.abc import Sequence

from tui.search.corpus import Corpus
from tui.search.results import Results
from tui.sections import SECTIONS, Section


def search(
    query: str, corpus: Corpus, *, limit: int = 20, sections: Sequence[Section] = SECTIONS, typing: bool = False
) -> Results:
    """Return the best hits of each section; never raises for any query.

    Args:
        query: words and fields in the query language.
        corpus: what to look through.
        limit: most hits a section.
        sections: the sections that are wanted.
        typing: the last word may be unfinished.
    """
    return Results(query=query)
