"""A term: one word or phrase of a query, with everything that it may stand for in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple, Self

from tui.text.fold import fold
from tui.text.names import match_key
from tui.text.words import words

Run = tuple[str, ...]
"""Folded tokens that stand together."""
MOST_PLACES = 24
"""Most places of one term that are looked at in a text."""


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
    unfinished: bool = False
    """The last token is the beginning of a word."""
    loose: bool = False
    """It is far from what was typed: initials for a name."""
    strict: bool = False
    """With other accents than those typed it is not found at all."""
    short: bool = False
    """It is a short form, which stands for the words beside this one, too."""

    @classmethod
    def of(cls, typed: tuple[str, ...], *, strict: bool = False) -> Self:
        """Return the alternative of words as they are."""
        return cls(tuple(fold(word) for word in typed), typed, strict=strict)

    @property
    def accented(self) -> bool:
        """Whether any accent was typed."""
        return any(fold(word) != word.lower() for word in self.accents)

    def tier(self, shown: Sequence[str]) -> Tier | None:
        """Return how well words of a text stand for it, or None when they don't."""
        if self.near:
            return Tier.NEAR
        last = len(shown) - 1
        pairs = enumerate(zip(self.accents, shown, strict=False))
        if all(_agrees(typed, word, self.unfinished and place == last) for place, (typed, word) in pairs):
            return Tier.FOLDED if self.loose else Tier.EXACT
        return None if self.strict else Tier.FOLDED


class Find(NamedTuple):
    """Where a term stands in a text."""

    start: int
    end: int
    tier: Tier


class _Needle:
    """An alternative as it is looked for: its first word with the spaces around it, and the words that must follow."""

    def __init__(self, tokens: Run, alternative: Alternative) -> None:
        self.alternative = alternative
        self.rest = tokens[1:]
        self.unfinished = alternative.unfinished
        whole = bool(self.rest) or not self.unfinished
        self.first = f" {tokens[0]} " if whole else f" {tokens[0]}"
        self.length = len(tokens[0])
        self.simple = not self.rest and not self.unfinished
        self.tier = None if alternative.accented else alternative.tier(alternative.accents)
        self._tiers: dict[str, Tier | None] = {}

    def end(self, plain: str, start: int) -> int:
        """Return where the words end whose first one begins at ``start``, or -1 when the others don't follow."""
        end = start + self.length
        for number, token in enumerate(self.rest, 1):
            while plain[end : end + 1] == " ":
                end += 1
            if not plain.startswith(token, end):
                return -1
            end += len(token)
            if plain[end] != " " and not (self.unfinished and number == len(self.rest)):
                return -1
        return plain.find(" ", end) if self.unfinished else end

    def how(self, shown: str) -> Tier | None:
        """Return how well words of a text stand for it; the same ones come again and again."""
        if self.tier is not None:
            return self.tier
        if shown not in self._tiers:
            self._tiers[shown] = self.alternative.tier(words(shown))
        return self._tiers[shown]

    def at(self, plain: str, start: int) -> int:
        """Return where the words end that begin at ``start``, or -1 when they are others."""
        if not plain.startswith(self.first[1:], start):
            return -1
        return start + self.length if self.simple else self.end(plain, start)


class Term:
    """A word or phrase as typed, and its alternatives, best first; any of them will do."""

    def __init__(self, typed: tuple[str, ...], alternatives: Sequence[Alternative]) -> None:
        """Take the words as typed and what they may stand for; without alternatives they stand nowhere."""
        self.typed = typed
        best: dict[tuple[Run, bool], Alternative] = {}
        for one in alternatives:
            best.setdefault((one.tokens, one.unfinished), one)
        self.alternatives = tuple(best.values())
        self.short = next((" ".join(one.tokens) for one in self.alternatives if one.short), None)
        self._needles = [_Needle(tokens, one) for one in self.alternatives for tokens in _spellings(one.tokens)]

    def finds(self, plain: str, shown: str, start: int = 0, end: int | None = None) -> Iterator[Find]:
        """Yield where the term stands in a text, alternative by alternative, of each only the first places.

        Args:
            plain: The text as ``spaced`` gives it, with a space at either end.
            shown: The text itself.
            start: Where to begin to look.
            end: Where to stop.

        """
        stop = len(plain) if end is None else end
        find = plain.find
        for needle in self._needles:
            wanted, simple, tier = needle.first, needle.simple, needle.tier
            place = find(wanted, start, stop)
            left = MOST_PLACES
            while place >= 0 and left:
                first = place + 1
                last = first + needle.length if simple else needle.end(plain, first)
                if last > 0:
                    how = tier if tier is not None else needle.how(shown[first:last])
                    if how is not None:
                        yield Find(first, last, how)
                place = find(wanted, first, stop)
                left -= 1

    def occurs(self, plain: str, shown: str, start: int = 0, end: int | None = None) -> bool:
        """Tell whether the term stands in a text."""
        return next(self.finds(plain, shown, start, end), None) is not None

    def at(self, plain: str, shown: str, start: int) -> Find | None:
        """Return the term when it stands at a place of a text, as its best alternative there."""
        for needle in self._needles:
            end = needle.at(plain, start)
            if end > 0:
                tier = needle.tier if needle.tier is not None else needle.how(shown[start:end])
                if tier is not None:
                    return Find(start, end, tier)
        return None

    def as_typed(self, shown: str) -> bool:
        """Tell whether words of a text are as they were typed, but for case, the place of a tone, and i or y."""
        return [_key(word) for word in words(shown)] == [_key(word) for word in self.typed]


def _spellings(tokens: Run) -> Iterator[Run]:
    """Yield tokens as they may stand in a text: a long number with points for thousands is parted at them."""
    yield tokens
    parted = tuple(part for token in tokens for part in _parted(token))
    if len(parted) > len(tokens):
        yield parted


def _parted(token: str) -> Run:
    if not token.isdecimal() or len(token) < 4:
        return (token,)
    head = len(token) % 3 or 3
    return (token[:head], *(token[place : place + 3] for place in range(head, len(token), 3)))


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
