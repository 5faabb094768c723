"""A file of decisions: YAML that people read, correct and share. What stands in it is kept as it was written.

The changed text is read again before it replaces the file. A damaged file is never written over: it is kept under
another name, and that is said.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from tui import atomic
from tui.across import references
from tui.across.decided import Decision, Verdict
from tui.library import decision_text as form
from tui.library.entry import Problem
from tui.library.errors import RecordError
from tui.library.locking import locked
from tui.messages import N_, say
from tui.sources.errors import SourceError
from tui.sources.files import read_bytes
from tui.text.clean import Clean, clean_line

VERDICTS: tuple[Verdict, ...] = ("one", "apart")
_NOTHING = Clean("")

Reference = TypeVar("Reference", bound=references.Reference)


class Written(NamedTuple, Generic[Reference]):
    """A decision as it stands in a file, and the data that it was read from."""

    decision: Decision[Reference]
    item: Any


class Reading(NamedTuple, Generic[Reference]):
    """What a file holds, and what is wrong with it."""

    decisions: tuple[Written[Reference], ...] = ()
    problems: tuple[Problem, ...] = ()


class DecisionFile(Generic[Reference]):
    """One file of decisions about one kind of things."""

    def __init__(self, path: Path, reference: type[Reference], about: Clean) -> None:
        """Take the path, the kind of references that its decisions hold, and what a new file says at its head."""
        self.path = path
        self._reference = reference
        self._about = about

    def read(self) -> Reading[Reference]:
        """Return the decisions; a file that is not there holds none. Never raises: what can't be used is a problem."""
        try:
            known = self._load()
        except RecordError as error:
            return Reading((), (self._problem(error.said(), error.line),))
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            return Reading((), (self._problem(say("can't be read: {reason}", reason=clean_line(reason)), None),))
        found: list[Written[Reference]] = []
        problems: list[Problem] = []
        for item, line in zip(known.items, known.lines, strict=True):
            try:
                found.append(Written(self._decision(item, line), item))
            except ValueError as error:
                reason = say("is no decision, and is left out: {reason}", reason=clean_line(str(error)))
                problems.append(self._problem(reason, line))
        return Reading(tuple(found), tuple(problems))

    def add(self, verdict: Verdict, things: Sequence[Reference], note: str = "") -> Clean:
        """Add a decision at the end; return what the user should know of it, usually nothing.

        Raises:
            OSError: the file can't be written; it is as it was.

        """
        item: dict[str, Any] = {verdict: msgspec.to_builtins(list(things)), "decided": _today()}
        if note:
            item["note"] = note
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with locked(self.path.parent):
            notice = _NOTHING
            try:
                known = self._load()
            except (RecordError, UnicodeDecodeError):
                notice = self._copy("damaged", N_("{path}: can't be read; it is kept as {copy}"))
                known = form.Listed("", [], [])
            text = form.with_item(known, item) if known.text.strip() else form.whole(self._about, [item])
            if text is None:
                notice = self._copy("before", N_("{path}: was written anew; as it was, it is kept as {copy}"))
                text = form.whole(self._about, [*known.items, item])
            self._write(text)
        return notice

    def take_out(self, gone: Sequence[Written[Reference]], why: Clean = _NOTHING) -> Path | None:
        """Take decisions out. With a reason they are kept in a file beside this one, whose path is returned.

        Raises:
            OSError: a file can't be written; no decision is lost.
            RecordError: the file was damaged meanwhile.

        """
        with locked(self.path.parent):
            known = self._load()
            numbers = [number for number, item in enumerate(known.items) if any(item == one.item for one in gone)]
            aside = self._keep([known.items[number] for number in numbers], why) if why else None
            text = form.without(known, numbers)
            if text is None:
                self._copy("before", N_("{path}: was written anew; as it was, it is kept as {copy}"))
                kept = [item for number, item in enumerate(known.items) if number not in numbers]
                text = form.whole(self._about, kept)
            self._write(text)
        return aside

    def _load(self) -> form.Listed:
        """Return what the file holds.

        Raises:
            RecordError: it is no list of decisions.
            OSError: it can't be read, or is a link out of its folder, through which nothing is read or written.

        """
        if not Path(os.path.realpath(self.path)).is_relative_to(os.path.realpath(self.path.parent)):
            raise OSError(say("is a link that leads out of the library"))
        try:
            status = self.path.stat()
        except FileNotFoundError:
            return form.Listed("", [], [])
        if stat.S_ISREG(status.st_mode) and not status.st_size:
            return form.Listed("", [], [])
        try:
            data = read_bytes(self.path)
        except SourceError as error:
            raise OSError(error.said()) from error
        return form.listed(data.decode("utf-8-sig"), self.path.name)

    def _decision(self, item: Any, line: int) -> Decision[Reference]:
        given = [verdict for verdict in VERDICTS if isinstance(item, dict) and isinstance(item.get(verdict), list)]
        if len(given) != 1:
            raise ValueError(" / ".join(VERDICTS))
        things = tuple(msgspec.convert(_worded(one), self._reference) for one in item[given[0]])
        return Decision(given[0], things, self.path, line)

    def _problem(self, reason: Clean, line: int | None) -> Problem:
        return Problem(path=self.path.name, reason=reason, line=line)

    def _copy(self, what: str, message: str) -> Clean:
        """Keep a copy of the file as it is, and return what is to be said of it."""
        copy = self.path.with_name(f"{self.path.name}.{what}-{_stamp()}")
        atomic.write(copy, self.path.read_bytes())
        return say(message, path=clean_line(self.path.name), copy=clean_line(copy.name))

    def _keep(self, items: Sequence[Any], why: Clean) -> Path:
        """Add what is taken out to the file of what was set aside, with the reason and the day; return its path."""
        aside = self.path.with_name(f"{self.path.name}.set-aside")
        earlier: list[Any] = []
        try:
            earlier = form.listed(aside.read_text(encoding="utf-8-sig"), aside.name).items
        except (RecordError, UnicodeDecodeError):
            aside = aside.with_name(f"{aside.name}-{_stamp()}")
        except FileNotFoundError:
            pass
        kept = [*earlier, *({**item, "set_aside": _today(), "why": why} for item in items)]
        atomic.write(aside, form.whole(self._about, kept).encode(), overwrite=True)
        return aside

    def _write(self, text: str) -> None:
        atomic.write(self.path, text.encode(), overwrite=True)


def _worded(thing: Any) -> Any:
    """Return a reference with all its values as words: a key of digits alone is read as a number."""
    return {key: str(value) for key, value in thing.items()} if isinstance(thing, dict) else thing


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
