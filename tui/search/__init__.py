"""Query text to ranked hits. The way in is :func:`search`."""

from tui.search.corpus import Corpus
from tui.search.results import Found, Hit, Results
from tui.search.search import search, search_as_ready

__all__ = ["Corpus", "Found", "Hit", "Results", "search", "search_as_ready"]
