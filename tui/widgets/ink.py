"""Drawing a line: pieces of clean text in their inks, measured in cells, cut and padded to a strip."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size
from rich.segment import Segment
from textual.strip import Strip

from tui.text.clean import Clean
from tui.text.regex import regex
from tui.widgets.theme import Ground, Ink, Palette

NOTHING = Clean("")
ELLIPSIS = Clean("…")
_SINGLE = regex(r"[\x20-\x7e\xa0-\u02ff\u0370-\u0482\u1e00-\u1eff\u2010-\u2027\u2190-\u21ff\u2500-\u25fc]*")


class Piece(NamedTuple):
    """A stretch of a line: what is written, in which ink, and on which ground when it is not the line's."""

    text: Clean
    ink: Ink = "text"
    ground: Ground | None = None


Line = Sequence[Piece]


def is_single(text: str) -> bool:
    """Tell whether every character surely takes one cell, so that cells can be counted by length."""
    return _SINGLE.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def cells(text: str) -> int:
    """Return how many cells a text takes."""
    return len(text) if text.isascii() or is_single(text) else cell_len(text)


def width(line: Iterable[Piece]) -> int:
    """Return how many cells a line takes."""
    return sum(cells(piece.text) for piece in line)


def head(text: Clean, limit: int) -> Clean:
    """Return as much of the beginning as fits in so many cells."""
    if len(text) <= limit and cells(text) <= limit:
        return text
    if is_single(text[:limit]):
        return Clean(text[:limit])
    taken = end = 0
    for character in text:
        taken += get_character_cell_size(character)
        if taken > limit:
            break
        end += 1
    return Clean(text[:end])


def shorten(text: Clean, limit: int) -> Clean:
    """Return a text that fits in so many cells, ending in an ellipsis where it was cut."""
    if cells(text) <= limit:
        return text
    return Clean(head(text, limit - 1).rstrip() + ELLIPSIS) if limit > 0 else NOTHING


def fit(line: Line, limit: int) -> list[Piece]:
    """Return a line that fits in so many cells; what is cut ends in an ellipsis."""
    fitted: list[Piece] = []
    left = limit
    for index, piece in enumerate(line):
        taken = cells(piece.text)
        last = index == len(line) - 1
        if taken > left or (taken == left and not last and width(line[index + 1 :])):
            fitted.append(piece._replace(text=shorten(Clean(piece.text + ELLIPSIS), left)))
            break
        fitted.append(piece)
        left -= taken
    return fitted


def spread(left: Line, right: Line, limit: int) -> list[Piece]:
    """Return a line with one part at either end; the left one is cut when there is no room for both."""
    room = limit - width(right)
    if room < min(8, limit):
        return fit([*left, Piece(Clean(" ")), *right], limit)
    fitted = fit(left, room - 1 if right else room)
    return [*fitted, Piece(Clean(" " * (room - width(fitted)))), *right]


def strip(
    line: Line,
    limit: int,
    palette: Palette,
    ground: Ground = "page",
    edges: tuple[Piece | None, Piece | None] = (None, None),
) -> Strip:
    """Return a line as Textual draws it: cut to and filled up with its ground to so many cells, between its edges."""
    segments: list[Segment] = []
    taken = 0
    left, right = edges
    if left:
        segments.append(Segment(left.text, palette.style(left.ink)))
    for text, ink, own in line:
        size = cells(text)
        if taken + size > limit:
            text = head(text, limit - taken)  # noqa: PLW2901 - what is left of it
            size = cells(text)
        if text:
            segments.append(Segment(text, palette.style(ink, own or ground)))
            taken += size
    if taken < limit:
        segments.append(Segment(" " * (limit - taken), palette.style("text", ground)))
    if right:
        segments.append(Segment(right.text, palette.style(right.ink)))
    return Strip(segments, max(limit, 0) + sum(cells(edge.text) for edge in edges if edge))


def wrap(text: str, start: int, end: int, limit: int) -> list[tuple[int, int]]:
    """Return the lines of ``text[start:end]`` as offsets, each at most so many cells wide.

    Lines break at spaces and line ends, which belong to no line; a longer word is broken where it must. At least one
    line is returned, and every other character is in exactly one.
    """
    limit = max(limit, 1)
    part = text[start:end].replace("\n", " ")
    if not is_single(part):
        return _wrap_wide(part, start, limit)
    lines = []
    place, length = 0, len(part)
    while length - place > limit:
        cut = part.rfind(" ", place, place + limit + 1)
        if cut <= place:
            cut = place + limit
        lines.append((start + place, start + place + len(part[place:cut].rstrip())))
        place = cut
        while place < length and part[place] == " ":
            place += 1
    if place < length or not lines:
        lines.append((start + place, start + place + len(part[place:].rstrip())))
    return lines


def _wrap_wide(part: str, start: int, limit: int) -> list[tuple[int, int]]:
    lines = []
    begin = last_space = -1
    taken = 0
    index = 0
    while index < len(part):
        character = part[index]
        if begin < 0:
            if character == " ":
                index += 1
                continue
            begin, last_space, taken = index, -1, 0
        taken += get_character_cell_size(character)
        if taken > limit and index > begin:
            at_word_end = character == " " and part[index - 1] != " "
            cut = last_space if last_space > begin and not at_word_end else index
            lines.append((start + begin, start + cut))
            begin, index = -1, cut
            continue
        if character == " " and part[index - 1] != " ":
            last_space = index
        index += 1
    if begin >= 0 or not lines:
        begin = max(begin, 0)
        lines.append((start + begin, start + begin + len(part[begin:].rstrip())))
    return lines


def paragraph(text: Clean, limit: int, ink: Ink = "text", most: int = 0) -> list[list[Piece]]:
    """Return a text as lines of so many cells; of more than ``most`` lines the last ends in an ellipsis."""
    spans = wrap(text, 0, len(text), limit)
    if most and len(spans) > most:
        rest = Clean(text[spans[most - 1][0] :].replace("\n", " "))
        lines = [Clean(text[begin:end]) for begin, end in spans[: most - 1]] + [shorten(rest, limit)]
    else:
        lines = [Clean(text[begin:end]) for begin, end in spans]
    return [[Piece(Clean(line.replace("\n", " ")), ink)] for line in lines]
