"""Facets: what the things that a query finds have in common, so that one of it can be chosen to narrow the query."""

from __future__ import annotations

from tui.search.corpus import Corpus
from tui.search.looking import Looking
from tui.search.results import Facets

MOST_SESSIONS = 1000
"""Most sessions of a stage that are counted, the newest ones: the time of a common word is bounded."""
MOST_VALUES = 8
"""Most values of a facet."""


def facets(looking: Looking, corpus: Corpus) -> Facets:
    """Return the places, years and people of the sessions that were found, and the kinds of figures and requests.

    Where more was found than was looked at, what the index offers is counted, which may be a little more than a query
    narrowed by it finds.

    Args:
        looking: A query that went through all sections.
        corpus: Where it looked.

    """
    sessions, figures, requests = (
        looking.numbers(section, MOST_SESSIONS) for section in ("sessions", "figures", "requests")
    )
    return corpus.engine.facets(sessions, figures, requests, MOST_VALUES)
