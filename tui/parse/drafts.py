"""A draft: a paragraph that has yet to be told headline from body, and what it looks like by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import compress, pairwise
from typing import Any

from tui.model import Zone
from tui.parse.layout import Line, Span
from tui.parse.lexicon import Phrases
from tui.parse.page import Page
from tui.text.letters import CAPITALS
from tui.text.regex import regex

_STOPS = regex(r"(?:[.!?…]|\.\s?/|…\s?/)[\"”’')\]/.\s]*$")
_ITEM = regex(r"(?:[-–—•+*]|\d{1,2}[.)]|[IVX]{1,4}[.)]|[a-zđ][.)])\s?(?=\S)")
_NUMBERED = regex(r"(?:\d{1,2}(?:\.\d{1,2}){0,9}[.)]|[IVX]{1,4}[.)])\s")
_SENTENCE_INSIDE = regex(rf"[.!?](?<=[^\s.]{{2}}.)\s+[{CAPITALS}]")


LONG = 25
"""Words from which a paragraph is a piece of the body for certain."""


class Draft:
    """One paragraph on its way to a :class:`~tui.parse.layout.Line`; ``zone`` is empty until it is known."""

    def __init__(self, page: Page, span: Span) -> None:
        """Read a span of ``page.text``."""
        self.page = page
        self.start, self.end = span
        self.text: str = page.text[self.start : self.end]
        self.tokens = page.token_range(self.start, self.end)
        """The indices of its tokens in the page."""
        self.keys: Sequence[str] = page.keys[self.tokens.start : self.tokens.stop]
        """The look-up forms of its tokens."""
        self.words: Sequence[int] = list(compress(self.tokens, page.are_words[self.tokens.start : self.tokens.stop]))
        """The indices of its tokens that are words or numbers."""
        self.zone: Zone | None = None
        self.kind = ""
        self.image: int | None = None
        self.continues = False

    def mark(self, zone: Zone, kind: str) -> None:
        """Settle what the paragraph is."""
        self.zone, self.kind = zone, kind

    @property
    def line(self) -> Line:
        """The finished line; a paragraph that nothing was found for is body."""
        return Line(self.start, self.end, self.zone or "body", self.kind or "paragraph", self.image, self.continues)

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends with a full stop or a mark like it."""
        return _STOPS.search(self.text[-12:]) is not None

    @property
    def ends_open(self) -> bool:
        """Whether it ends with a mark after which something must follow."""
        return self.text.endswith((":", ";", ","))

    @property
    def is_item(self) -> bool:
        """Whether it begins as an item of a list."""
        return _ITEM.match(self.text) is not None

    @property
    def is_numbered(self) -> bool:
        """Whether it begins with a number or a Roman one, as sections do."""
        return _NUMBERED.match(self.text) is not None

    @property
    def is_upper(self) -> bool:
        """Whether it is in capitals throughout."""
        return self.text.isupper()

    @property
    def starts_lower(self) -> bool:
        """Whether it begins in lower case."""
        return self.text[0].islower()

    @cached_property
    def is_one_sentence(self) -> bool:
        """Whether no sentence ends inside."""
        return _SENTENCE_INSIDE.search(self.text) is None

    @cached_property
    def has_proper_name(self) -> bool:
        """Whether a word inside begins with a capital as names do (abbreviations in capitals don't count)."""
        page = self.page
        return any(
            page.are_capital[index]
            and not page.texts[index].isupper()
            and page.text[page.ends[before] : page.starts[index]].strip(" ") == ""
            for before, index in pairwise(self.words)
        )

    @cached_property
    def _first(self) -> int:
        """The index of its first word, behind a mark or two at most."""
        return next((index for index, key in enumerate(self.keys[:3]) if key[0].isalnum()), 0)

    def starts_with(self, phrases: Phrases[Any]) -> bool:
        """Tell whether it begins with one of the phrases, after a mark or two at most ("(", "“", a picture sign)."""
        return phrases.match(self.keys, self._first) is not None

    def holds(self, phrases: Phrases[Any]) -> bool:
        """Tell whether one of the phrases is in it."""
        return next(phrases.scan(self.keys), None) is not None
