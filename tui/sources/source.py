"""What reading a source gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Format = Literal["txt", "md", "html", "docx", "pdf"]
Normalization = Literal["NFC", "NFD", "mixed"]


@dataclass(frozen=True)
class SourceText:
    """The text of a source, and what the record says about where it came from. Strings are raw."""

    text: str
    """What offsets count in: of txt and md the decoded file, line ends as they are; else what its reader returned."""
    format: Format
    reader: str
    """Name and version of what read it, such as ``giamsat-html 1``."""
    sha256: str
    """Of the bytes, hex."""
    text_sha256: str
    """Of the text in UTF-8, hex."""
    encoding: str
    """IANA name, lower case; ``x-tcvn3`` and ``x-vni`` for what has none."""
    normalization: Normalization
    """Of the text as found."""
    looks_like: str | None = None
    """The legacy encoding that the text seems to be written in, although it is valid Unicode: offer to convert it."""
    publisher: str | None = None
    """As the source says, in its metadata."""
    url: str | None = None
    """The address of the article, as the source says in its metadata, or where it was fetched from."""

    @property
    def characters(self) -> int:
        """How many code points the text has."""
        return len(self.text)
