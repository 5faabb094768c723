"""Query text to ranked hits. The way in is :func:`search`."""

from tui.search.corpus import Corpus
from tui.search.memory import MemoryCorpus
from tui.search.results import Found, Hit, Results
from tui.search.search import search

__all__ = ["Corpus", "Found", "Hit", "MemoryCorpus", "Results", "search"]
