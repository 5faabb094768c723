"""Paragraphs as long as those of real articles, for measuring: they read like council language and say nothing.

A chain over pairs of words of the invented corpus, which now and then jumps to any word: real prose repeats its pairs
at least as much, so that what is measured on this is not too small.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

_CORPUS = Path(__file__).resolve().parents[1] / "corpus"
_JUMPS = 0.06
"""Share of words that have nothing to do with the one before."""
_SENTENCE, _PARAGRAPH = 24, 90
"""Words of a sentence and of a paragraph, on the whole."""
_SPREAD = 0.6
"""Of the lengths of articles, as the standard deviation of their logarithm: half or twice as long is usual."""


def paragraphs(random: Random, words: int) -> list[str]:
    """Return paragraphs of about ``words`` words in all; ``words`` is the median of many."""
    left = round(words * math.exp(random.gauss(0, _SPREAD)))
    made = []
    while left > 0:
        size = min(left, random.randint(_PARAGRAPH // 2, _PARAGRAPH * 3 // 2))
        made.append(_paragraph(random, size))
        left -= size
    return made


def _paragraph(random: Random, size: int) -> str:
    followers, every = _chain()
    word = random.choice(every)
    said: list[str] = []
    begins = True
    for _ in range(size):
        said.append(word[0].upper() + word[1:] if begins else word)
        begins = random.random() < 1 / _SENTENCE
        if begins:
            said[-1] += "."
        word = random.choice(every if random.random() < _JUMPS else followers.get(word) or every)
    return " ".join(said).rstrip(".") + "."


@cache
def _chain() -> tuple[dict[str, list[str]], list[str]]:
    """Return which words follow each word in the corpus, and all words, each as often as it occurs."""
    every = [
        word.strip(".,;:()\"“”'-/").lower()
        for path in sorted(_CORPUS.glob("*.txt"))
        for word in path.read_text(encoding="utf-8").split()
    ]
    every = [word for word in every if word.isalpha()]
    followers: dict[str, list[str]] = defaultdict(list)
    for word, other in pairwise(every):
        followers[word].append(other)
    return followers, every
