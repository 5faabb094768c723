"""How many columns a text takes where characters stand in a grid, by the Unicode character database.

The interface measures with what it draws with (``tui.widgets.ink``); this is for text that leaves it, and for pictures
that are drawn for both.
"""

from __future__ import annotations

import unicodedata

from tui.text.clean import Clean

_ELLIPSIS = "…"


def columns(text: str) -> int:
    """Return how many columns a text takes: none for a mark on a letter, two for a wide character."""
    if text.isascii():
        return len(text)
    return sum(_of(character) for character in text)


def cut(text: Clean, most: int) -> Clean:
    """Return a text that takes at most so many columns, ending in an ellipsis where it was cut."""
    if columns(text) <= most:
        return text
    taken = end = 0
    for character in text:
        taken += _of(character)
        if taken > most - 1:
            break
        end += 1
    return Clean(text[:end].rstrip() + _ELLIPSIS) if most > 0 else Clean("")


def padded(text: Clean, size: int, *, right: bool = False) -> Clean:
    """Return a text cut or filled up with spaces to so many columns; ``right``: it stands at their right end."""
    text = cut(text, size)
    space = " " * (size - columns(text))
    return Clean(space + text if right else text + space)


def _of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Mn":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
