"""Records that ship as JSON beside their articles, made at build: what the first paint reads instead of parsing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from tui.library.document import Document
from tui.library.index.known import Known
from tui.library.scan import Found
from tui.library.summary import ready
from tui.model import Record


def documents(root: Path, files: Mapping[str, Found]) -> Iterator[tuple[Document, Known]]:
    """Yield the articles that have a JSON record of their present text beside them, and how they were read.

    Only plain text in UTF-8 ships with its record, and that is of the present schema: reading them loads neither a
    reader of formats nor what explains and renews the records of others.
    """
    for path, file in files.items():
        beside = (root / path).with_suffix(".json")
        if file.stamp is None or not beside.is_file():
            continue
        try:
            record = msgspec.json.decode(beside.read_bytes(), type=Record)
            data = (root / path).read_bytes()
            text = data.decode("utf-8-sig")
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            continue  # it will be read and parsed like any other
        source = record.source
        if (source.sha256, source.encoding, source.characters) == (
            hashlib.sha256(data).hexdigest(),
            "utf-8",
            len(text),
        ):
            entry = ready(path, text, record, corrected=False)
            parser = record.record.parser if record.record else 0
            yield Document(entry, text, record), Known(path, file.stamp, file.record_stamp, parser)
