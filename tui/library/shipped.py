"""Records that ship as JSON beside their articles, made at build: what the first paint reads instead of parsing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from tui.library.cache import Row
from tui.library.document import Document
from tui.library.errors import RecordError
from tui.library.records import from_json
from tui.library.scan import Found
from tui.library.summary import ready


def documents(root: Path, files: Mapping[str, Found]) -> Iterator[tuple[Document, Row]]:
    """Yield the articles that have a JSON record of their present text beside them, with their rows.

    Only plain text in UTF-8 ships with its record: reading it loads no reader of formats.
    """
    for path, file in files.items():
        beside = (root / path).with_suffix(".json")
        if file.stamp is None or not beside.is_file():
            continue
        try:
            record = from_json(beside.read_bytes(), beside.name)
            data = (root / path).read_bytes()
            text = data.decode("utf-8-sig")
        except (OSError, RecordError, UnicodeDecodeError):
            continue  # it will be read and parsed like any other
        source = record.source
        if (source.sha256, source.encoding, source.characters) == (
            hashlib.sha256(data).hexdigest(),
            "utf-8",
            len(text),
        ):
            entry = ready(path, text, record, corrected=False)
            parser = record.record.parser if record.record else 0
            yield Document(entry, text, record), Row(entry, file.stamp, file.record_stamp, parser, ())
