"""Articles copied into a library: each once, whatever it is called and wherever it was printed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from msgspec.structs import replace

from tui import atomic
from tui.library import removed
from tui.library.incoming import Arrival, Incoming, receive
from tui.library.index.engine import Article
from tui.library.keys import words
from tui.library.library import Library, LibraryError
from tui.library.likeness import fingerprint
from tui.library.record_file import holding
from tui.library.resemblance import Resemblance
from tui.library.scan import READ_TEXT, RECORD, scan, stamp_of
from tui.library.workers import Failure, run
from tui.messages import say
from tui.text.clean import Clean, clean_line

_KEEP_EVERY = 0.5
"""Seconds after which what was added goes to the cache."""


class Added(NamedTuple):
    """What became of one source: its path in the library, or why it is not there.

    ``skipped``: the library has it already; without it ``reason`` tells what is wrong, and ``offer`` the legacy
    encoding that it can be converted from.
    """

    name: str
    path: str | None = None
    reason: Clean = Clean("")
    skipped: bool = False
    offer: str | None = None


def add(
    library: Library,
    sources: Iterable[Incoming],
    *,
    similar: bool = False,
    here: bool = False,
    processes: int | None = None,
) -> Iterator[Added]:
    """Add articles to a library; yield what became of each, in no particular order.

    They are read one after the other as they come, so that no more of them are in memory than are worked on.

    An article is there already when its headline and body have the same words, whatever the file; and, unless
    ``similar``, when it is nearly the same as another one (see ``tui.library.resemblance``).

    Args:
        library: An opened library that can be written and is up to date.
        sources: What to add, with the names that are free (see :class:`Names`).
        similar: Add what is nearly the same as another article, too.
        here: Read and parse in this process: there are so few that starting others would take longer.
        processes: How many child processes parse; by default one for each processor.

    """
    adding = _Adding(library, similar)
    try:
        arrivals = ((job, receive(job)) for job in sources) if here else run(receive, sources, processes=processes)
        for job, arrival in arrivals:
            yield adding.take(job, arrival)
    finally:
        adding.close()


class Names:
    """Gives out paths in a library that are free: one for each article and its record."""

    def __init__(self, library: Library) -> None:
        """Look at what is there."""
        found = (*scan(library.root).files, *removed.removed(library.root))
        self._taken = {os.path.splitext(path)[0].casefold() for path in found}
        self._root = library.root

    def stem(self, wanted: str) -> str:
        """Return a path without ending, as near to the wanted one as possible."""
        folders = [atomic.safe_name(part) for part in wanted.split("/") if part not in ("", ".", "..")]
        base = stem = "/".join(folders) or atomic.safe_name("")
        number = 1
        while stem.casefold() in self._taken or self._is_there(stem):
            number += 1
            stem = f"{base}-{number}"
        self._taken.add(stem.casefold())
        return stem

    def _is_there(self, stem: str) -> bool:
        return os.path.lexists(self._root / (stem + RECORD)) or os.path.lexists(self._root / (stem + READ_TEXT))


class _Adding:
    """One run: what the library has, and what has come."""

    def __init__(self, library: Library, similar: bool) -> None:
        self.library, self.similar = library, similar
        self.known = {entry.article_key: entry.path for entry in library.entries()}
        self.prints = Resemblance.of(library.root)
        self.kept: list[Article] = []
        self.since = monotonic()
        self._complete_prints()

    def take(self, job: Incoming, arrival: Arrival | Failure) -> Added:
        """Put an article into the library, or say why not."""
        if isinstance(arrival, Failure):
            reason = say("takes too long to read") if arrival.timed_out else say("breaks the program that reads it")
            return Added(job.name, reason=reason)
        if arrival.refused is not None or arrival.article is None:
            return Added(job.name, reason=arrival.refused or Clean(""), offer=arrival.offer)
        key = arrival.article.head.entry.article_key
        there = self.known.get(key)
        if there is not None:
            return Added(job.name, reason=say("holds the same article as {path}", path=clean_line(there)), skipped=True)
        near = None if self.similar else self.prints.nearest(arrival.fingerprint)
        if near is not None and near.article_key in self.known:
            reason = say(
                "is nearly the same as {path} ({percent} %)",
                path=clean_line(self.known[near.article_key]),
                percent=round(near.likeness * 100),
            )
            return Added(job.name, reason=reason, skipped=True)
        try:
            self._write(job, arrival)
        except OSError as error:
            reason = say("can't be written: {reason}", reason=clean_line(error.strerror or str(error)))
            return Added(job.name, reason=reason)
        self._keep(job, arrival.article)
        self.known[key] = arrival.path
        self.prints.put([(key, arrival.fingerprint)])
        return Added(job.name, arrival.path)

    def close(self) -> None:
        """Keep what has come."""
        self.library.adopt(self.kept)
        self.kept = []
        self.library.decided()
        self.prints.close()

    def _write(self, job: Incoming, arrival: Arrival) -> None:
        target = self.library.root / arrival.path
        target.parent.mkdir(parents=True, exist_ok=True)
        durable = job.file is None  # a file can be added again, an address may be gone
        stem = target.with_suffix("")
        if arrival.text is not None:
            text = arrival.text.encode("utf-8", "surrogatepass")
            atomic.write(Path(f"{stem}{READ_TEXT}"), text, durable=durable)
        if _corrected(job):
            assert job.record is not None
            atomic.write(Path(f"{stem}{RECORD}"), job.record.read_bytes())
        atomic.write(target, arrival.content, durable=durable)
        removed.put_back(self.library.root, [arrival.path])

    def _keep(self, job: Incoming, article: Article) -> None:
        """Hand over to the library what it would otherwise read again."""
        path = article.file.path
        stamp = stamp_of(self.library.root / path)
        if stamp is None or _corrected(job):
            self.library.reread(path)
            return
        self.kept.append(replace(article, file=replace(article.file, stamp=stamp)))
        if monotonic() - self.since > _KEEP_EVERY:
            self.library.adopt(self.kept)
            self.kept, self.since = [], monotonic()

    def _complete_prints(self) -> None:
        """Take the fingerprints of articles that came by other ways, and forget those that are gone."""
        had = self.prints.keys()
        self.prints.drop(had - self.known.keys())
        new = [key for key in self.known if key not in had]
        self.prints.put((key, print_) for key in new if (print_ := self._print(key)) is not None)

    def _print(self, article_key: str) -> bytes | None:
        with suppress(KeyError, LibraryError):  # an article that is gone meanwhile is like no other
            document = self.library.document(article_key)
            if document.record is not None:
                return fingerprint(words(document.text, document.record))
        return None


def _corrected(job: Incoming) -> bool:
    """Tell whether a person has corrected the record of a file, so that it belongs to it wherever that goes."""
    return job.record is not None and holding(job.record, job.name) == "correction"
