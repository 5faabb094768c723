"""An article on its way into a library: what a child process makes of it before it is copied."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from tui.library.document import Document
from tui.library.index.engine import Article
from tui.library.index.keeping import article
from tui.library.index.known import Known
from tui.library.keys import words
from tui.library.likeness import fingerprint
from tui.library.parsing import PARSER, parsed
from tui.library.scan import ARTICLES, Stamp
from tui.library.summary import ready
from tui.messages import N_
from tui.sources.converting import kept, read_converting
from tui.sources.errors import SourceError
from tui.sources.files import read_bytes
from tui.sources.saved_mark import marked
from tui.text.clean import Clean

_ENDINGS = {"txt": ".txt", "md": ".md", "html": ".html", "docx": ".docx", "pdf": ".pdf"}
_NOWHERE = Stamp(0, 0)


class Incoming(NamedTuple):
    """What a person wants in the library, and how to read it."""

    name: str
    """What the person called it: a path or an address."""
    stem: str
    """Its path in the library, with ``/`` and without an ending."""
    file: Path | None = None
    data: bytes = b""
    """What an address answered, instead of a file."""
    charset: str | None = None
    url: str | None = None
    convert: str | None = None
    record: Path | None = None
    """The record beside the file, which comes along where a person has corrected it."""
    refused: SourceError | None = None
    """Why there is nothing to read: an address that can't be fetched."""


class Arrival(NamedTuple):
    """What became of it: an article to keep, or why there is none (``refused``, with the encoding to convert from)."""

    refused: Clean | None = None
    offer: str | None = None
    path: str = ""
    content: bytes = b""
    text: str | None = None
    """What was read from another format than text, to be kept beside it."""
    article: Article | None = None
    fingerprint: bytes = b""


def receive(job: Incoming) -> Arrival:
    """Read and parse an article; never raises."""
    try:
        return _received(job)
    except SourceError as error:
        return Arrival(error.said(), error.offer)
    except Exception as error:  # a rule that fails on one article must not cost the others
        failed = SourceError(job.name, N_("can't be parsed: {detail}"), detail=f"{type(error).__name__}: {error}")
        return Arrival(failed.said())


def _received(job: Incoming) -> Arrival:
    if job.refused is not None:
        raise job.refused
    data = read_bytes(job.file) if job.file is not None else job.data
    source = read_converting(data, job.name, job.convert, charset=job.charset, url=job.url)
    content = kept(data, job.name, source, job.convert, job.charset)
    if job.url is not None and source.format == "html":
        content = marked(content, job.url)
    if content is not data:  # the record is of what will be in the library
        source = read_converting(content, job.name, "none", url=job.url)
    path = job.stem + _ending(job, source.format)
    record = parsed(source, path)
    made = Document(ready(path, source.text, record, corrected=False), source.text, record)
    return Arrival(
        path=path,
        content=content,
        text=source.text if source.format not in ("txt", "md") else None,
        article=article(Known(path, _NOWHERE, None, PARSER), made),
        fingerprint=fingerprint(words(source.text, record)),
    )


def _ending(job: Incoming, format: str) -> str:
    """Return the ending of the file in the library: its own, unless that is none of an article."""
    own = os.path.splitext(job.file.name)[1] if job.file is not None else ""
    return own if own.lower() in ARTICLES else _ENDINGS[format]
