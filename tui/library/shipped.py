"""Records that ship as JSON beside their articles, made at build: what the first paint reads instead of parsing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tui.library.cache import Row
from tui.library.document import Document
from tui.library.errors import RecordError
from tui.library.records import from_json
from tui.library.scan import Found
from tui.library.summary import ready
from tui.sources.errors import SourceError
from tui.sources.read import read


def documents(root: Path, files: Mapping[str, Found]) -> Iterator[tuple[Document, Row]]:
    """Yield the articles that have a JSON record of their present text beside them, with their rows."""
    for path, file in files.items():
        beside = (root / path).with_suffix(".json")
        if file.stamp is None or not beside.is_file():
            continue
        try:
            record = from_json(beside.read_bytes(), beside.name)
            source = read(root / path)
        except (OSError, RecordError, SourceError):
            continue  # it will be parsed like any other
        if record.source.sha256 == source.sha256:
            entry = ready(path, source.text, record, corrected=False)
            parser = record.record.parser if record.record else 0
            yield Document(entry, source.text, record), Row(entry, file.stamp, file.record_stamp, parser, ())
