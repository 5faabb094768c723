"""Corrected records on disk: beside the source, else in the user's data directory, and the way back.

Nothing is written over somebody's newer edit: what is in use is compared with what was read, and the file with what it
held a moment before.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from tui import atomic
from tui.library import own
from tui.library.corrected import take
from tui.library.corrections import problems
from tui.library.document import Document
from tui.library.editing.items import CorrectionError
from tui.library.errors import RecordError
from tui.library.library import Library
from tui.library.locking import locked
from tui.library.record_file import holding
from tui.library.records import data_from_yaml, is_output
from tui.library.rewriting import rewritten
from tui.library.scan import RECORD
from tui.messages import N_
from tui.model import Record
from tui.sources.errors import SourceError
from tui.sources.read import read
from tui.sources.source import SourceText


class Saved(Struct, frozen=True, kw_only=True):
    """A correction on disk, with what it takes to take it back; ``UserData.corrected`` keeps it as MessagePack."""

    article_key: str
    source: bytes
    """The source's path in the library, as the system has it."""
    file: bytes
    """The record's file, absolute, as the system has it."""
    before: bytes | None
    """What the file held before; None: there was none."""
    after: bytes
    """What it holds now."""


def save(library: Library, document: Document, record: Record) -> Saved:
    """Write a corrected record; the library uses it from then on.

    It goes where the correction in use is, else beside the source, else, where that can't be, into the user's data
    directory. Comments and keys that people have written into the file stay.

    Args:
        library: The library of the document.
        document: What the correction was made from.
        record: The corrected record.

    Raises:
        CorrectionError: the source or the correction has changed since the document was read, the record doesn't hold,
            or it can't be written.

    """
    return keep(library, document, record, lambda present: rewritten(present, record))


def keep(library: Library, document: Document, record: Record, content: Callable[[str | None], str]) -> Saved:
    """Write what ``content`` makes of the text of the correction that is there (None without); as :func:`save`."""
    source = source_of(library, document)
    if flaws := problems(record, source.text):
        raise CorrectionError(N_("{place}: {reason}"), place=flaws[0].place, reason=flaws[0].said())
    for file in dict.fromkeys((place_of(library, document), own.path_of(document.article_key))):
        saved = _written(library, document, source, file, content)
        if saved is not None:
            library.reread(document.path)
            return saved
    raise AssertionError("the last place raises")


def take_back(saved: Saved, library: Library | None = None) -> None:
    """Put a record's file back to what it was before a correction; the library, if given, reads it again.

    Raises:
        CorrectionError: the file has changed since, or can't be written.

    """
    file = Path(os.fsdecode(saved.file))
    with locked(file.parent):
        if _bytes(file) != saved.after:
            raise CorrectionError(N_("{path} has changed since; it stays as it is"), path=str(file))
        try:
            if saved.before is None:
                file.unlink()
            else:
                atomic.write(file, saved.before, overwrite=True, expected=saved.after)
        except OSError as error:
            raise _unwritable(file, error) from error
    if library is not None:
        library.reread(os.fsdecode(saved.source))


def place_of(library: Library, document: Document) -> Path:
    """Return the file of the correction in use, or the one that a new one goes to."""
    mine = own.path_of(document.article_key)
    beside = (library.root / document.path).with_suffix(RECORD).absolute()
    if mine.exists() or library.read_only or beside.name == os.path.basename(document.path):
        return mine
    is_free = not beside.exists() or holding(beside, document.path) != "nothing of ours"
    return beside if is_free else mine


def present(file: Path) -> str | None:
    """Return the text of a file that holds a correction; None where there is none, or only output.

    Raises:
        CorrectionError: it is no record that can be read.

    """
    content = _bytes(file)
    if content is None:
        return None
    try:
        text = content.decode("utf-8-sig")
        data, _ = data_from_yaml(text, file.name)
    except (RecordError, UnicodeDecodeError) as error:
        raise CorrectionError(N_("{path} is no valid record: edit or remove it"), path=str(file)) from error
    return None if is_output(data) else text


def source_of(library: Library, document: Document) -> SourceText:
    """Return the source of a document, as it is on the disk.

    Raises:
        CorrectionError: it can't be read, or is another text than the document's.

    """
    try:
        source = read(library.root / document.path)
    except SourceError as error:
        raise CorrectionError(N_("{path}: {reason}"), path=document.path, reason=error.said()) from error
    if source.text != document.text:
        raise CorrectionError(N_("the text of {path} has changed; read it again"), path=document.path)
    return source


def _written(
    library: Library, document: Document, source: SourceText, file: Path, content: Callable[[str | None], str]
) -> Saved | None:
    """Write one file; None where it can't be and another place is left."""
    last = file == own.path_of(document.article_key)
    with locked(file.parent):
        before, text = _bytes(file), present(file)
        lost = _check_unchanged(text, document, source)
        after = content(text).encode()
        try:
            if lost and before is not None:
                own.set_aside(document.article_key, before)
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            atomic.write(file, after, overwrite=before is not None, expected=before)
        except (FileExistsError, atomic.ChangedError) as error:
            raise CorrectionError(N_("{path} was changed meanwhile; read it again"), path=str(file)) from error
        except OSError as error:
            if last:
                raise _unwritable(file, error) from error
            return None
    names = (os.fsencode(document.path), os.fsencode(file))
    return Saved(article_key=document.article_key, source=names[0], file=names[1], before=before, after=after)


def _check_unchanged(text: str | None, document: Document, source: SourceText) -> bool:
    """Refuse to go on where another record is in use now than the document has.

    Return whether the correction has words that are not in the text any more, and so not in the record in use.
    """
    if text is None:
        if document.entry.corrected:
            raise CorrectionError(N_("the correction of {path} is gone; read it again"), path=document.path)
        return False
    data, _ = data_from_yaml(text, document.path)
    try:
        taken = take(data, source, document.path, document.path)
    except RecordError as error:
        raise CorrectionError(N_("{path}: {reason}"), path=document.path, reason=error.said()) from error
    if taken.record != document.record:
        raise CorrectionError(N_("{path} was changed meanwhile; read it again"), path=document.path)
    return bool(taken.flaws)


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CorrectionError(
            N_("{path}: can't be read: {reason}"), path=str(file), reason=error.strerror or str(error)
        ) from error


def _unwritable(file: Path, error: OSError) -> CorrectionError:
    reason = error.strerror or str(error)
    return CorrectionError(N_("{path}: can't be written: {reason}"), path=str(file), reason=reason)
