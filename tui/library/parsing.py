"""From a source's text to its record."""

from __future__ import annotations

from msgspec.structs import replace

from tui.model import Record, Source
from tui.parse.article import PARSER, parse_article
from tui.sources.source import SourceText

__all__ = ["PARSER", "described", "parsed"]


def described(source: SourceText, path: str) -> Source:
    """Return what a record says about its source; ``path`` is as given."""
    plain = source.format == "txt"
    return Source(
        path=path,
        sha256=source.sha256,
        encoding=source.encoding,
        normalization=source.normalization,
        characters=source.characters,
        format=source.format,
        reader=None if plain else source.reader,
        text_sha256=None if plain else source.text_sha256,
    )


def parsed(source: SourceText, path: str) -> Record:
    """Return the record of a source; what its metadata say about publisher and address is in it."""
    record = parse_article(source.text, described(source, path))
    article = record.article
    publisher, url = article.publisher or source.publisher, article.url or source.url
    return replace(record, article=replace(article, publisher=publisher, url=url))
