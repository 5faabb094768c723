"""How a file was read: what tells whether it has to be read again."""

from __future__ import annotations

from msgspec import Struct

from tui.library.entry import Problem
from tui.library.scan import Stamp


class Known(Struct, frozen=True):
    """A file as it was read: by which stamps of source and record, and which parser, and what was wrong with it."""

    path: str
    stamp: Stamp | None
    record_stamp: Stamp | None
    parser: int
    problems: tuple[Problem, ...] = ()
