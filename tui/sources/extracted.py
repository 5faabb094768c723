"""What the readers of pages and documents give back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Extracted:
    """The text of an article, as its reader composed it, and what the file says about it. Strings are raw."""

    text: str
    """Paragraphs parted by blank lines; a caption stands below PICTURE."""
    reader: str
    """Name and version of the reader; a new version may give another text."""
    publisher: str | None = None
    url: str | None = None


PICTURE = "[ảnh]"
"""The line that stands for a picture, before its caption."""


def paragraphs(lines: list[str]) -> str:
    """Return lines as a text, parted by blank lines."""
    return "\n\n".join(lines) + "\n"
