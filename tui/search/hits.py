"""From a match to a hit: what a row of results shows of it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import overload

from tui.library.entry import Entry
from tui.library.index.engine import Engine
from tui.library.summary import unparsed
from tui.search.locating import located
from tui.search.match import Match, Place
from tui.search.results import Hit, Look, Span
from tui.search.rows import Row
from tui.search.spans import joined
from tui.search.term import Term
from tui.sections import Section
from tui.text.clean import Clean, clean_line
from tui.text.fold import fold, spaced

_AT_ONCE = 5
"""Hits that are made together."""
SNIPPET = 160
"""Most characters of a passage that a row of results shows."""


class Hits(Sequence[Hit]):
    """The hits of a section, best first; each is made when it is first looked at."""

    def __init__(self, section: Section, found: Sequence[Match], engine: Engine) -> None:
        """Take the matches of a section, best first, and where the rest is known."""
        self._section, self._found, self._engine = section, found, engine
        self._made: dict[int, Hit] = {}

    def __len__(self) -> int:
        """Return how many hits there are."""
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Hit]: ...
    def __getitem__(self, index: int | slice) -> Hit | Sequence[Hit]:
        """Return a hit, or some."""
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        if place not in self._made:
            self._make(place - place % _AT_ONCE)
        return self._made[place]

    def _make(self, first: int) -> None:
        some = self._found[first : first + _AT_ONCE]
        entries = self._engine.entries({one.row.session for one in some})
        for rank, one in enumerate(some, first + 1):
            entry = entries.get(one.row.session) or unparsed("", "failed")  # gone since it was found
            self._made[rank - 1] = _hit(self._section, one, rank, entry, self._engine)


def _hit(section: Section, found: Match, rank: int, entry: Entry, engine: Engine) -> Hit:
    title, detail = _lines(section, found, entry, engine)
    return Hit(
        section=section,
        rank=rank,
        score=round(found.score, 3),
        article_key=entry.article_key,
        path=entry.path,
        headline=clean_line(entry.headline),
        date=entry.date,
        place=entry.place,
        field=found.row.name(found.field),
        title=title,
        detail=detail,
        sessions=found.row.sessions,
        look=lambda: _look(found, title, detail),
        locate=lambda: located(section, found, engine),
    )


def _lines(section: Section, found: Match, entry: Entry, engine: Engine) -> tuple[Clean, Clean]:
    """Return the two lines of a hit."""
    row = found.row
    if section == "sessions":
        return clean_line(entry.headline), Clean("")
    if section == "people":
        return _text(row, "N"), clean_line(engine.appearance(row.id, row.session)[1])
    if section == "figures":
        return Clean(f"{_text(row, 'H')} {_text(row, 'f')}".strip()), _joined(" · ", (_text(row, "s"), _text(row, "e")))
    if section == "requests":
        whom = Clean(", ".join(row.texts("D")))
        return _text(row, "A"), _joined(" → ", (_text(row, "R"), whom))
    return _snippet(row, found.places), _text(row, "S")


def _text(row: Row, letter: str) -> Clean:
    """Return the first text of a field; texts of rows are clean lines already."""
    return Clean(next(row.texts(letter), ""))


def _joined(by: str, parts: Iterable[Clean]) -> Clean:
    return Clean(by.join(filter(None, parts)))


def _snippet(row: Row, places: Sequence[Place]) -> Clean:
    """Return the words of a passage around its matches, cut between words, with an ellipsis where it is cut."""
    text = next(row.texts(row.letters[0]))
    if len(text) <= SNIPPET:
        return clean_line(text)
    inside = sorted((place.start - 1, place.end - 1) for place in places if place.field == 0)
    first = inside[0][0] if inside else 0
    last = max((end for _, end in inside if end - first <= SNIPPET), default=first)
    end = min(len(text), max(0, first - (SNIPPET - (last - first)) // 2) + SNIPPET)
    start = max(0, end - SNIPPET)
    if start:
        start = text.find(" ", start, first) + 1 or first
    if end < len(text):
        end = max(text.rfind(" ", last, end), last)
    return Clean(("…" if start else "") + clean_line(text[start:end]) + ("…" if end < len(text) else ""))


def _look(found: Match, title: Clean, detail: Clean) -> Look:
    """Return which words matched, whether as typed, and where they stand in the two lines of a hit."""
    shown = [found.row.text[place.start : place.end] for place in found.places]
    matched = dict.fromkeys(map(fold, shown))
    pairs = zip(found.places, shown, strict=True)
    exact = bool(shown) and all(found.terms[place.term].as_typed(words) for place, words in pairs)
    return Look(exact, tuple(matched), spans(title, found.terms, matched), spans(detail, found.terms, matched))


def spans(line: Clean, terms: Sequence[Term], matched: Container[str]) -> tuple[Span, ...]:
    """Return where matched words (folded) stand in a line, as offsets; those that stand together are one span."""
    if not line:
        return ()
    shown = f" {line} "
    plain = spaced(shown)
    found = [(one.start - 1, one.end - 1) for term in terms for one in term.finds(plain, shown)]
    return joined(line, [(start, end) for start, end in found if fold(line[start:end]) in matched])
