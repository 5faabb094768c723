"""When nothing has all that was asked for: the query without what stands in its way, the likeliest loss first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from tui.messages import say
from tui.search.query import Query, Word
from tui.search.vocabulary import Vocabulary
from tui.text.clean import Clean, clean_line

MOST_WAYS = 4
"""Most queries that are tried."""


def nearest(asked: Query, vocabulary: Vocabulary) -> Iterator[tuple[Query, Clean]]:
    """Yield queries that ask for less, each with a sentence that says what was left out.

    First without the words that occur nowhere, then without a single word, the rarest first; then with the words of a
    phrase apart.
    """
    for left in islice(_shorter(asked.words, vocabulary), MOST_WAYS):
        lost = " ".join("".join(word.pieces) for word in asked.words if word not in left)
        told = say("Nothing has all of it. Nearest, without “{words}”:", words=clean_line(lost))
        yield replace(asked, words=left), told
    if asked.phrases:
        loose = (*asked.words, *(word for phrase in asked.phrases for word in phrase))
        told = say("Nothing has these words together. Nearest, with the words apart:")
        yield replace(asked, words=loose, phrases=()), told


def _shorter(words: tuple[Word, ...], vocabulary: Vocabulary) -> Iterator[tuple[Word, ...]]:
    if len(words) < 2:
        return
    counts = {word: min((vocabulary.count(token) for token in word.tokens), default=0) for word in words}
    known = tuple(word for word in words if counts[word])
    if known and len(known) < len(words):
        yield known
    for rare in sorted(counts, key=lambda word: counts[word]):
        left = tuple(word for word in words if word != rare)
        if left and left != known:
            yield left
