"""The words of an article with what the word lists say of them: the ground that all rules on people and bodies read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import compress, pairwise

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Selector
from tui.parse.concordance import Concordance
from tui.parse.layout import Layout, Line
from tui.parse.page import NO_FORM, Form, Page
from tui.parse.who.vocabulary import LISTED, Mark, Met, form, keys_of, vocabulary

_PADDING = 64
_EMPTY = ("",) * _PADDING
"""Empty tokens after the last, so that rules may look ahead (and one back before the first) without a check."""
_HARD = frozenset('.;:!?…()[]{}"“”«»')


class Words:
    """Tokens of a page, their look-up forms, and the marks of the word lists at each."""

    def __init__(self, page: Page, layout: Layout) -> None:
        """Mark the tokens of a page."""
        self.page = page
        self.size = len(page.texts)
        self.texts: list[str] = [*page.texts, *_EMPTY]
        self.forms: list[Form] = [*page.forms, *[NO_FORM] * _PADDING]
        self.starts, self.ends = page.starts, page.ends
        self.keys: list[str] = [*page.keys, *_EMPTY]
        self.concordance = page.concordance
        """Where each word stands."""
        if "ð" in page.text or "Ð" in page.text:
            self.keys = [form(key) for key in self.keys]
            self.concordance = Concordance(self.keys[: self.size])
        self.caps: list[bool] = [*page.are_capital, *[False] * _PADDING]
        self.marks: list[dict[str, Mark]] = []
        """The longest entry of each kind that begins at a token."""
        self.places: dict[str, list[int]] = {kind: [] for kind in LISTED}
        """The tokens at which marks of some kinds begin, in order."""
        self.readable: set[int] = set()
        """The tokens at which something may begin that the reader knows."""
        self._mark()
        self.full_stops: frozenset[int] = frozenset(self._sentence_ends())
        self.openings = sorted(self.readable.union(compress(range(self.size), self.caps), self.full_stops))
        """The tokens that the reader looks at: something that it knows, a capital, or the end of a sentence."""
        self.stretches: list[Stretch] = list(_stretches(self, layout))
        self._firsts = [stretch.first for stretch in self.stretches]

    def text(self, first: int, last: int) -> str:
        """Return a stretch of tokens as written, its white space as single spaces."""
        if last - first == 1:
            return self.texts[first]
        return " ".join(self.page.text[self.starts[first] : self.ends[last - 1]].split())

    def select(self, first: int, last: int) -> Selector:
        """Return the selector of a stretch of tokens, half-open."""
        return self.page.select(self.starts[first], self.ends[last - 1])

    def is_name_like(self, index: int) -> bool:
        """Tell whether a token is a word with a capital that could be a syllable of a name."""
        return self.forms[index].is_name_like

    def is_abbreviation(self, index: int) -> bool:
        """Tell whether a token is two or more capitals (HĐND)."""
        return self.forms[index].is_abbreviation

    def is_hard(self, index: int) -> bool:
        """Tell whether a token is a mark that no name or role goes across."""
        return self.texts[index] in _HARD

    def is_dash(self, index: int) -> bool:
        """Tell whether a token is a hyphen or a dash."""
        return self.keys[index] in _DASHES

    def ends_sentence(self, index: int) -> bool:
        """Tell whether a token is a full stop that ends a sentence, not the dot of "TP." or "ThS."."""
        return index in self.full_stops

    def _sentence_ends(self) -> Iterator[int]:
        for index in self.page.stops:
            if self.keys[index] != "." or self._is_full_stop(index):
                yield index

    def _is_full_stop(self, index: int) -> bool:
        if not index or self.ends[index - 1] != self.starts[index]:
            return True
        before = self.texts[index - 1]
        if self.keys[index - 1] in keys_of("sentence_stops", "abbreviations") or (
            len(before) == 1 and before.isalpha()
        ):
            return False
        glued = index + 1 < self.size and self.starts[index + 1] == self.ends[index]
        return not (glued and (self.is_abbreviation(index - 1) or self.texts[index + 1][:1].isdigit()))

    def stretch_of(self, index: int) -> Stretch | None:
        """Return the stretch that holds a token."""
        place = bisect_right(self._firsts, index) - 1
        return self.stretches[place] if place >= 0 and index < self.stretches[place].last else None

    def _mark(self) -> None:
        """Look up each token, and the phrases that begin with it, the longest of a kind last."""
        met = list(map(vocabulary().met.__getitem__, self.keys))
        for index in [place for place, (word, after) in enumerate(pairwise(met)) if after.fold in word.below]:
            met[index] = self._longest(index, met)
        noted = [index for index, each in enumerate(met) if each.is_noted]
        self._drop_common([index for index in noted if met[index].common], met)
        self.marks = [each.marks for each in met]
        for index in noted:
            each = met[index]
            if each.is_readable:
                self.readable.add(index)
            for kind in each.listed:
                self.places[kind].append(index)

    def _drop_common(self, commons: list[int], met: list[Met]) -> None:
        """Drop what the words of common nouns seem to be besides ("phòng họp"), but for a longer name of a body."""
        for index, following in pairwise([*commons, self.size]):
            if common := met[index].common:
                end = index + common.size
                for inner in range(index, min(end, following)):
                    if met[inner].marks and (inner == index or not self.caps[inner]):
                        met[inner] = met[inner].without(common.value, end - inner)

    def _longest(self, index: int, met: list[Met]) -> Met:
        """Return what the lists say of a token and as many after it as a phrase goes on with."""
        keys, found = self.keys, met[index]
        while met[index + 1].fold in found.below:
            index += 1
            found = found[keys[index]]
        return found


class Stretch(Struct, frozen=True, gc=False):
    """Tokens that are read in one go: a line, or several that go on one sentence; the zone is that of the first."""

    first: int
    last: int
    line: Line
    shouts: bool
    """Written in capitals throughout."""


_DASHES = frozenset("-–—−")
_TERMINAL = frozenset('.!?…;:"”')


def _stretches(words: Words, layout: Layout) -> Iterable[Stretch]:
    """Yield the lines of headline, body, captions and debris; a line that goes on the one before is joined to it."""
    pending: Stretch | None = None
    for line in layout.lines:
        if line.zone in ("dateline", "byline"):
            continue
        span = words.page.token_range(line.start, line.end)
        if not span:
            continue
        if pending and _goes_on(words, pending, line, span.start):
            pending = replace(pending, last=span.stop)
            continue
        if pending:
            yield pending
        pending = Stretch(span.start, span.stop, line, words.page.text[line.start : line.end].isupper())
    if pending:
        yield pending


def _goes_on(words: Words, pending: Stretch, line: Line, first: int) -> bool:
    if pending.line.zone != line.zone or line.zone == "debris" or words.texts[pending.last - 1] in _TERMINAL:
        return False
    text = words.texts[first]
    if "body" in words.marks[first] and _ends_in_head(words, pending):
        return True
    return line.continues or (words.is_dash(first) and "role" in words.marks[first + 1]) or text[0].islower()


def _ends_in_head(words: Words, pending: Stretch) -> bool:
    """Tell whether a line breaks off after the head of a role ("Đồng chí Lê Văn A - Chủ tịch" / "UBND huyện")."""
    for index in range(max(pending.first, pending.last - 4), pending.last):
        mark = words.marks[index].get("role")
        if mark and index + mark.size == pending.last:
            return True
    return False
