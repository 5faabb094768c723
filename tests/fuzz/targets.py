"""What must hold of any bytes, from the file to the query; anything else that is raised is a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from tests import invented
from tests.hostile.payloads import PAYLOADS, text_of
from tests.parse.long_texts import PIECES, SEED
from tests.sources import documents
from tui.library.corrections import problems
from tui.library.errors import RecordError
from tui.library.parsing import parsed
from tui.library.records import from_json, from_yaml, to_json, to_yaml
from tui.search.query import parse as parse_query
from tui.sources import docx, feeds, formats, pdf
from tui.sources.errors import SourceError, UnusableFileError
from tui.sources.read import read_data
from tui.text.clean import clean, is_unsafe
from tui.text.view import view

MOST = 20_000
"""Most characters that are parsed: more takes time and finds nothing more."""
DOCUMENTS = {"pdf": pdf.extract, "docx": docx.extract}
_TESTS = Path(__file__).resolve().parents[1]


def read_source(data: bytes) -> None:
    """Read bytes as whatever they look like; documents here and not in a child, so that one sees what is run."""
    try:
        kind = formats.binary(data, "a")
        text = DOCUMENTS[kind](data, "a").text if kind else read_data(data, "a").text
        assert text.strip()
    except SourceError as error:
        _is_clean(error)
    try:
        feeds.links(data, "a")
    except SourceError as error:
        _is_clean(error)


def read_text(data: bytes) -> None:
    """Parse bytes as an article: quotes stand where they say, the record survives writing, what is shown is clean."""
    text = data.decode("utf-8", "replace")[:MOST]
    shown = view(text)
    assert shown.display == clean(text) and len(shown.folded) == len(shown.display)
    assert not any(map(is_unsafe, shown.display))
    parse_query(text[:200])
    try:
        source = read_data(text.encode(), "a.txt")
    except SourceError as error:
        return _is_clean(error)
    record = parsed(source, "a.txt")
    assert problems(record, source.text) == []
    assert from_json(to_json(record), "a") == record == from_yaml(to_yaml(record), "a")
    return None


def read_record(data: bytes) -> None:
    """Read bytes as a record that somebody wrote by hand."""
    try:
        from_yaml(data.decode("utf-8", "replace"), "a")
    except RecordError as error:
        _is_clean(error)
    try:
        from_json(data, "a")
    except RecordError as error:
        _is_clean(error)


def _is_clean(error: UnusableFileError) -> None:
    assert not any(is_unsafe(character) or character == "\n" for character in str(error)), ascii(str(error))


TARGETS: dict[str, Callable[[bytes], None]] = {"sources": read_source, "parse": read_text, "records": read_record}


def corpus() -> Iterator[bytes]:
    """Yield files to begin with: of every format, sound and broken, and every text that tests invent."""
    yield from (path.read_bytes() for path in sorted((_TESTS / "sources" / "pages").glob("*.html")))
    yield from (path.read_bytes() for path in sorted((_TESTS / "corpus").glob("*.txt")))
    yield from (text.encode() for text in (invented.MARKETS, invented.WATER, SEED.read_text("utf-8")))
    yield from (text_of(name).encode("utf-8", "replace") for name in PAYLOADS)
    yield from ((piece * 20).encode() for piece in PIECES.values())
    yield from (documents.word_document(), documents.pdf([["Giám sát"]]), documents.pdf_circle(), documents.pdf_bomb())
    yield SEED.with_suffix(".yaml").read_bytes()
    yield b"<rss><channel><item><title>A</title><link>http://a.example/b</link></item></channel></rss>"
    yield from (invented.MARKETS.encode(encoding, "ignore") for encoding in ("utf-16", "cp1258", "utf-16-le"))
