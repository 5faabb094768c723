"""What the user names for ``giamsat add``: files to read, addresses to fetch, and what there is nothing to do about."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tui.commands.fetching import Fetching, links_of, not_followed
from tui.library import Library, removed
from tui.library.adding import Added, Names
from tui.library.incoming import Incoming
from tui.library.wanted import Wanted, inside, wanted
from tui.messages import say
from tui.sources.addresses import is_address
from tui.sources.errors import SourceError
from tui.sources.files import read_bytes
from tui.text.clean import clean_line

_RECORDS = (".yaml", ".yml")


class Gathering:
    """Sources on their way; close it when done."""

    def __init__(self, library: Library, *, follow: bool, convert: str | None) -> None:
        """Take the library, whether links of feeds are followed, and the choice of an encoding."""
        self._library, self._follow, self._convert = library, follow, convert
        self._names = Names(library)
        self._removed = removed.removed(library.root)
        self.files: list[Incoming] = []
        self.online = Fetching(self._names, follow=follow, convert=convert)
        self.settled: list[Added] = []

    def gather(self, sources: Iterable[str]) -> None:
        """Look at what is named; addresses that the user named are fetched, to know feeds from pages."""
        for source in dict.fromkeys(sources):
            if is_address(source):
                self.online.name(source)
                continue
            for one in wanted(Path(source)):
                outcome = self._settled(one, is_named=one.name == source)
                if outcome is not None:
                    self.settled += outcome
                else:
                    stem = self._names.stem(one.stem)
                    incoming = Incoming(one.name, stem, file=one.file, convert=self._convert, record=one.record)
                    self.files.append(incoming)

    def __len__(self) -> int:
        """Return how many sources there are."""
        return len(self.settled) + len(self.files) + len(self.online)

    def close(self) -> None:
        """Close all connections."""
        self.online.close()

    def _settled(self, one: Wanted, *, is_named: bool) -> list[Added] | None:
        """Return what became of a file that needs no reading; None of one that does."""
        if one.reason:
            return [Added(one.name, reason=clean_line(one.reason))]
        there = inside(self._library.root, one.file)
        if there is not None and one.file.exists():
            return [self._inside(one.name, there)]
        if one.file.suffix.lower() in _RECORDS and one.file.is_file():
            return [Added(one.name, reason=say("is a record: add its source, and a correction comes along"))]
        return self._feed(one.file, one.name) if is_named else None

    def _inside(self, name: str, path: str) -> Added:
        """Say that a file is in the library, or take it back in."""
        if path not in self._removed:
            return Added(name, reason=say("is in the library already"), skipped=True)
        try:
            removed.put_back(self._library.root, [path])
        except OSError as error:
            reason = clean_line(error.strerror or str(error))
            return Added(name, reason=say("can't be written: {reason}", reason=reason))
        self._library.reread(path)
        return Added(name, path)

    def _feed(self, file: Path, name: str) -> list[Added] | None:
        """Take the links of a named file that is a feed, where that was asked for; None for any other file."""
        try:
            links = links_of(read_bytes(file), name)
            if links is None:
                return None
            if not self._follow:
                raise not_followed(name, len(links))
        except SourceError as error:
            return [Added(name, reason=error.said())]
        self.online.follow(links)
        return []
