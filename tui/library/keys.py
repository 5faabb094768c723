"""The key of an article: what everything that a user adds to it is kept under."""

from __future__ import annotations

import hashlib

from tui.model import Record
from tui.text.fold import syllables

LENGTH = 16
"""Hex digits of a key."""


def article_key(text: str, record: Record) -> str:
    """Return the first hex digits of the SHA-256 of the folded words of headline and body.

    So a key survives a move, another encoding, other line ends and other debris around the article.
    """
    return hashlib.sha256(" ".join(words(text, record)).encode("ascii")).hexdigest()[:LENGTH]


def words(text: str, record: Record) -> list[str]:
    """Return the folded words that an article is known by: of headline and body, else, where neither was found, all."""
    headline = record.article.headline
    pieces = [headline.exact] if headline else []
    pieces += [text[block.start : block.end] for block in record.blocks if block.zone == "body"]
    return syllables("\n".join(pieces or [text]))
