"""The page: an article's text as the rules read it, cut into tokens, with the way back to the source's offsets.

Rules work on ``page.text`` (NFC, LF line ends, plain spaces) and on its offsets; :meth:`Page.select` turns a span of it
into a selector that counts in the source. A token is a word, a run of digits or one mark; rules know it by its index
in lists of one length, so that a stretch of tokens is a slice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from operator import add

from msgspec import Struct

from tui.model import Selector
from tui.parse.concordance import Concordance
from tui.text.clean import Clean
from tui.text.regex import regex
from tui.text.spelling import key
from tui.text.view import View, view

_WORD = r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+|[^\w\s]|_"
_TOKEN = regex(_WORD)
_LOST_SPACE = r"(?:HĐND|UBND|MTTQ|ĐBQH|TP|(?<![^\W\d_])(?:huyện|tỉnh|quận|phường|thành phố))(?=[a-zđ][^\W\d_])"
"""Words to which the next one is often glued ("UBNDhuyện", "HĐND huyệnlàm trưởng đoàn"); no syllable begins so."""
_GLUED = regex(_LOST_SPACE, re.IGNORECASE)
_PARTED = regex(f"{_LOST_SPACE}|{_WORD}")


STOPS = frozenset(".!?…")
"""Marks that may end a sentence."""

_MOST = 1 << 15
"""Most tokens, and most pieces of texts, that are remembered."""
_LONGEST = 32
"""Most characters of one that is."""


class Form(Struct, frozen=True, gc=False):
    """What a token is by itself: as it is written, its look-up form, and what it looks like.

    A word or number ``is_word``, not a mark; ``is_capital`` that it begins with a capital, ``is_name_like`` that it
    could be a syllable of a name too; ``is_abbreviation`` that it is two or more capitals (HĐND).
    """

    text: str
    key: str
    is_word: bool
    is_capital: bool
    is_name_like: bool
    is_abbreviation: bool


NO_FORM = Form("", "", False, False, False, False)
"""What stands outside a text."""


class _Forms(dict[str, Form]):
    """The forms of tokens that were met before: nearly all of an article's are those of any other."""

    def __missing__(self, text: str) -> Form:
        is_capital = text[0].isupper()
        found = Form(
            text,
            key(text),
            text[0].isalnum(),
            is_capital,
            is_capital and text[-1].isalpha(),
            len(text) > 1 and text.isupper(),
        )
        if len(text) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[text] = found
        return found


class _Piece(Struct, frozen=True, gc=False):
    """What stands between two spaces: the forms of its tokens, and their offsets in it."""

    forms: tuple[Form, ...]
    starts: tuple[int, ...]


class _Pieces(dict[str, _Piece]):
    """The pieces of texts that were met before: most words come with the same marks again."""

    def __missing__(self, text: str) -> _Piece:
        if text.isalpha() and (text.islower() or text.istitle()) and not _GLUED.match(text):
            found = _Piece((_forms[text],), (0,))
        else:
            tokens = list(_PARTED.finditer(text))
            found = _Piece(tuple([_forms[token[0]] for token in tokens]), tuple([token.start() for token in tokens]))
        if len(text) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[text] = found
        return found


_forms, _pieces = _Forms(), _Pieces()


_INVISIBLE = regex(r"<U\+(?P<code>200[B-F]|FEFF|00AD|2060|202[A-E]|206[6-9])>")
"""What a view shows of characters without width, which stand inside words and names of pages from word processors."""


def _readable(shown: View) -> View:
    """Return a view without the tokens of characters that have no width, so that they part no word or name.

    A zero-width space between two letters is a space.
    """
    display = shown.display
    if "<U+" not in display:
        return shown
    parts: list[str] = []
    places: list[int] = []
    position = 0
    for match in _INVISIBLE.finditer(display):
        first, last = match.span()
        parts.append(display[position:first])
        places += shown.to_raw[position:first]
        if match["code"] == "200B" and display[first - 1 : first].isalpha() and display[last : last + 1].isalpha():
            parts.append(" ")
            places.append(shown.to_raw[first])
        position = last
    return View(shown.raw, Clean("".join(parts) + display[position:]), [*places, *shown.to_raw[position:]])


def words(text: str) -> list[str]:
    """Return the look-up forms of the words, numbers and marks of a text, as the tokens of a page have them."""
    return [_forms[word].key for word in _TOKEN.findall(text)]


class Page:
    """One article's text and its tokens."""

    def __init__(self, raw: str) -> None:
        """Read a raw source text of any normalization and line ends."""
        self.view: View = _readable(view(raw))
        self.text: str = self.view.display
        self._is_raw = isinstance(self.view.to_raw, range)
        written = self.text.replace("\n", " ").split(" ")
        pieces = list(map(_pieces.__getitem__, written))
        self.forms: Sequence[Form] = [form for piece in pieces for form in piece.forms]
        """What each token is by itself."""
        self.texts: Sequence[str] = [form.text for form in self.forms]
        """The tokens as written."""
        self.keys: Sequence[str] = [form.key for form in self.forms]
        """Their look-up forms."""
        self.are_words: Sequence[bool] = [form.is_word for form in self.forms]
        """Whether they are words or numbers, not marks."""
        self.are_capital: Sequence[bool] = [form.is_capital for form in self.forms]
        """Whether they begin with a capital."""
        places = accumulate([len(piece) + 1 for piece in written], initial=0)
        self.starts: Sequence[int] = [
            place + start for place, piece in zip(places, pieces, strict=False) for start in piece.starts
        ]
        """The offset in ``text`` of each."""
        self.ends: Sequence[int] = list(map(add, self.starts, map(len, self.texts)))
        """The offset after each."""
        self._ranges: dict[tuple[int, int], range] = {}

    @cached_property
    def concordance(self) -> Concordance:
        """Where each word stands."""
        return Concordance(self.keys)

    @cached_property
    def stops(self) -> Sequence[int]:
        """The indices of the tokens that may end a sentence."""
        return self.concordance.places(STOPS)

    def token_range(self, start: int, end: int) -> range:
        """Return the indices of the tokens that begin within a span of the text."""
        found = self._ranges.get((start, end))
        if found is None:
            first = bisect_left(self.starts, start)
            found = self._ranges[start, end] = range(first, bisect_left(self.starts, end, first))
        return found

    def select(self, start: int, end: int) -> Selector:
        """Return the selector of a span of ``page.text``; the span must not be empty."""
        first, last = (start, end) if self._is_raw else self.view.raw_span(start, end)
        return Selector(exact=self.view.raw[first:last], start=first, end=last)

    def span(self, place: Selector) -> tuple[int, int]:
        """Return the span of ``page.text`` that a selector of the source stands for."""
        return self.view.span(place.start, place.end)
