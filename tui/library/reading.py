"""One file of a library, read and parsed: what a child process is asked to do."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from tui.library import own
from tui.library.corrected import take
from tui.library.corrections import Flaw
from tui.library.document import Document
from tui.library.entry import Problem
from tui.library.errors import RecordError
from tui.library.index.engine import Article, Kept
from tui.library.index.keeping import article
from tui.library.index.known import Known
from tui.library.index.made import NOTHING, Rest, rest
from tui.library.index.texts import document
from tui.library.keys import article_key
from tui.library.parsing import PARSER, parsed
from tui.library.record_file import is_of
from tui.library.records import data_from_yaml, is_output
from tui.library.scan import Found, Stamp, stamp_of
from tui.library.summary import ready, unparsed
from tui.messages import say
from tui.model import Record
from tui.sources.errors import SourceError
from tui.sources.read import read
from tui.sources.source import SourceText
from tui.text.clean import clean_line

__all__ = ["PARSER", "Job", "Parsed", "complete_article", "read_article"]


class Job(NamedTuple):
    """A file of the library in ``root``, and the key that its article had when it was last read.

    ``whole`` asks for the second part of what the index keeps, too.
    """

    root: Path
    found: Found
    key: str | None = None
    whole: bool = False


class _Used(NamedTuple):
    """A correction that takes the place of a parse, and the stamp of its file."""

    record: Record
    stamp: Stamp | None


class Parsed(NamedTuple):
    """What became of a file: how it was read, and what the index keeps of it, unless it can't be used at all."""

    file: Known
    article: Article | None = None
    rest: Rest | None = None


def read_article(job: Job) -> Parsed:
    """Read and parse a file, or take the record that a person corrected; never raises."""
    path, found = job.found.path, job.found
    file = Known(path, found.stamp, found.record_stamp, PARSER)
    try:
        if found.stamp is None:
            return Parsed(replace(file, problems=_without_source(job)))
        source = read(job.root / path)
    except SourceError as error:
        return Parsed(replace(file, problems=(_problem(path, error),)))
    except Exception as error:  # a reader that fails on one file must not cost the others
        return Parsed(replace(file, problems=(Problem(path=path, reason=_unexpected(error)),)))
    wrong: list[Problem] = []
    used = None
    try:
        used = _correction(job, source, wrong)
        record = used.record if used else parsed(source, path)
        own_file = own.found(article_key(source.text, record), job.key)
        if own_file:
            used = _taken(own_file, str(own_file), source, path, wrong) or used
        record = used.record if used else record
        made = Document(ready(path, source.text, record, corrected=used is not None), source.text, record)
        return _parsed(job, replace(file, record_stamp=used.stamp if used else found.record_stamp), made, wrong)
    except Exception as error:  # a rule that fails on one article must not cost the reader the article's text
        wrong.append(Problem(path=path, reason=_unexpected(error)))
        return _parsed(job, file, Document(unparsed(path, "failed"), source.text, None), wrong)


def _parsed(job: Job, file: Known, made: Document, wrong: list[Problem]) -> Parsed:
    kept = article(replace(file, problems=tuple(wrong)), made)
    return Parsed(kept.file, kept, rest(made) if job.whole else None)


def complete_article(kept: Kept) -> tuple[int, Rest]:
    """Return the rest of what the index keeps of an article of which it has the head; nothing of a damaged one."""
    try:
        return kept.number, rest(document(kept.entry, kept.text, kept.record))
    except ValueError:
        return kept.number, NOTHING  # the damage is noticed when it is opened, and the file read again


def _correction(job: Job, source: SourceText, wrong: list[Problem]) -> _Used | None:
    """Return the record beside a source where a person has corrected it, and name what does not hold in it."""
    name = job.found.record
    if name is None:
        return None
    used = _taken(job.root / name, name, source, job.found.path, wrong, beside=True)
    return used._replace(stamp=job.found.record_stamp) if used else None


def _taken(
    file: Path, name: str, source: SourceText, path: str, wrong: list[Problem], *, beside: bool = False
) -> _Used | None:
    """Return a record as it is used where a person has corrected it, and name what does not hold in it.

    One ``beside`` the source may be that of another file whose name differs in its ending alone.
    """
    stamp = stamp_of(file)
    try:
        data, line_of = data_from_yaml(_record_text(file), name)
        if is_output(data) or (beside and not is_of(data, path)):
            return None
        taken = take(data, source, path, name, line_of)
    except RecordError as error:
        wrong.append(_problem(name, error))
        return None
    except Exception as error:  # what fails over a correction must not cost the article its record
        wrong.append(Problem(path=name, reason=_unexpected(error)))
        return None
    wrong += [_flaw(name, flaw, line_of(flaw.place)) for flaw in taken.flaws]
    if taken.changed:
        reason = say("{path} has changed since this was corrected", path=clean_line(path))
        wrong.append(Problem(path=name, reason=reason, notice=True))
    return _Used(taken.record, stamp)


def _without_source(job: Job) -> tuple[Problem, ...]:
    """Return what is wrong with a record that no source stands beside; other YAML is none of ours."""
    name = job.found.path
    try:
        data_from_yaml(_record_text(job.root / name), name)
    except (RecordError, OSError, UnicodeDecodeError):
        return ()
    return (Problem(path=name, reason=say("is a record whose source is missing")),)


def _record_text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def _problem(path: str, error: SourceError | RecordError) -> Problem:
    reason = f"{error.place}: {error.said()}" if error.place else error.said()
    return Problem(path=path, reason=reason, line=error.line)


def _flaw(path: str, flaw: Flaw, line: int | None) -> Problem:
    return Problem(path=path, reason=f"{flaw.place}: {flaw.said()}", line=line)


def _unexpected(error: BaseException) -> str:
    detail = (error.strerror if isinstance(error, OSError) else None) or f"{type(error).__name__}: {error}"
    return say("can't be read: {reason}", reason=clean_line(detail))
