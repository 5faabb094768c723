"""A term: one word or phrase of a query, with everything that it may stand for in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import NamedTuple, Self

from tui.search.tokens import words
from tui.text.fold import fold
from tui.text.names import match_key

Run = tuple[str, ...]
"""Folded tokens that stand together."""


class Tier(IntEnum):
    """How a word was found; less is better."""

    EXACT = 0
    FOLDED = 1
    NEAR = 2


class Alternative(NamedTuple):
    """What a word may stand for. ``accents`` are the words as typed: an accent in them is held against the text's."""

    tokens: Run
    accents: tuple[str, ...] = ()
    near: bool = False
    """It is a typing error away."""
    beginning_of: tuple[Run, ...] = ()
    """The runs that the tokens are the beginning of, when the last one was perhaps not typed to its end."""
    loose: bool = False
    """It is far from what was typed: initials for a name."""
    strict: bool = False
    """With other accents than those typed it is not found at all."""

    @classmethod
    def of(cls, typed: tuple[str, ...], *, strict: bool = False) -> Self:
        """Return the alternative of words as they are."""
        return cls(tuple(fold(word) for word in typed), typed, strict=strict)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs that stand for it in a text."""
        return self.beginning_of or (self.tokens,)

    def tier(self, shown: Sequence[str]) -> Tier | None:
        """Return how well words of a text stand for it, or None when they don't."""
        if self.near:
            return Tier.NEAR
        last = len(shown) - 1
        unfinished = bool(self.beginning_of)
        pairs = enumerate(zip(self.accents, shown, strict=False))
        if all(_agrees(typed, word, unfinished and place == last) for place, (typed, word) in pairs):
            return Tier.FOLDED if self.loose else Tier.EXACT
        return None if self.strict else Tier.FOLDED


class Find(NamedTuple):
    """Where a term stands in a text."""

    start: int
    end: int
    tier: Tier


class Term:
    """A word or phrase as typed, and its alternatives, best first; any of them will do."""

    def __init__(self, typed: tuple[str, ...], alternatives: Sequence[Alternative]) -> None:
        """Take the words as typed and what they may stand for; without alternatives they stand nowhere."""
        self.typed = typed
        self._alternatives = tuple(alternatives)
        self._by_run: dict[Run, Alternative] = {}
        for alternative in alternatives:
            for run in alternative.runs:
                self._by_run.setdefault(run, alternative)
        self._tiers: dict[str, Tier | None] = {}

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs of tokens that will do, best first."""
        return tuple(self._by_run)

    def finds(self, shown: str, folded: str, end: int | None = None) -> Iterator[Find]:
        """Yield where the term stands in a text, up to ``end``; ``folded`` is the same text folded."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(folded, 0, len(folded) if end is None else end):
            tier = self._tier(shown[match.start() : match.end()])
            if tier is not None:
                yield Find(match.start(), match.end(), tier)

    def _tier(self, shown: str) -> Tier | None:
        """Return how well words that the pattern has found stand for the term; the same words come again and again."""
        if shown not in self._tiers:
            there = words(shown)
            alternative = self._by_run.get(tuple(fold(word) for word in there))
            self._tiers[shown] = alternative.tier(there) if alternative else None
        return self._tiers[shown]

    def as_typed(self, shown: str) -> bool:
        """Tell whether words of a text are as they were typed, but for case, the place of a tone, and i or y."""
        return [_key(word) for word in words(shown)] == [_key(word) for word in self.typed]

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """All runs, the longest first, over folded text."""
        patterns = {_run(one.tokens) + (r"[^\W_]*" if one.beginning_of else "") for one in self._alternatives}
        if not patterns:
            return None
        longest_first = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
        return re.compile(r"(?<![^\W_])(?:" + "|".join(longest_first) + r")(?![^\W_])")


def _run(tokens: Run) -> str:
    return r"[\W_]+".join(map(_token, tokens))


def _token(token: str) -> str:
    """Return the pattern of one token; a long number is also found with thousands' points."""
    if token.isdecimal() and len(token) > 3:
        head = len(token) % 3 or 3
        return r"\.?".join([token[:head], *(token[place : place + 3] for place in range(head, len(token), 3))])
    return re.escape(token)


@lru_cache(8192)
def _agrees(typed: str, shown: str, unfinished: bool) -> bool:
    """Tell whether the accents that were typed are those of the text; a word typed without any always agrees."""
    if fold(typed) == typed.lower():
        return True
    one, other = _key(typed), _key(shown)
    return other.startswith(one) if unfinished else other == one


@lru_cache(8192)
def _key(word: str) -> str:
    return match_key(word)
