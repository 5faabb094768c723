"""``giamsat add``: files, folders and addresses into a library, each article once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing

from tui.commands.arguments import Options, Parser
from tui.commands.convert import add_convert
from tui.commands.gathering import Gathering
from tui.commands.opening import CannotOpenError, default_library, opened
from tui.commands.output import complain, write
from tui.commands.progress import Bar
from tui.library import Library
from tui.library.adding import Added, add
from tui.library.pace import Pace
from tui.library.userdata import Place, UserData, UserDataError
from tui.messages import say
from tui.paths import data_dir, shipped_library
from tui.text.clean import Clean, clean_line

FEW = 4
"""Articles up to which child processes cost more than they save."""
NAMED = 20
"""Articles up to which each that was added is named."""


def main(arguments: list[str], command: str) -> int:
    """Add what is named, and say what was skipped and why."""
    options = _options(arguments, command)
    try:
        library = opened(_library(options.library))
    except CannotOpenError:
        return 1
    try:
        if library.read_only:
            complain(say("{path}: can't be written; name another library with -l", path=clean_line(str(library.root))))
            return 1
        return _added(library, options)
    finally:
        library.close()


def _options(arguments: list[str], command: str) -> Options:
    about = say("Add articles to a library: files, what is in folders, addresses. Each is copied, and each once.")
    parser = Parser(command, about, "giamsat add ~/Downloads/bai.html https://bao.example/bai-2.html")
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help=say("files, folders or addresses"))
    parser.add_argument("--fetch", action="store_true", help=say("follow the links of feeds"))
    parser.add_argument(
        "--similar", action="store_true", help=say("add articles that are nearly the same as another one, too")
    )
    add_convert(parser)
    parser.add_library()
    return parser.parse_args(arguments)


def _library(named: str | None) -> str:
    """Return the library to add to: the named one, else the last one, else the user's own, made at first use.

    Raises:
        CannotOpenError: the named one is no folder, or the user's own can't be made; it was said.

    """
    if named is not None:
        if not os.path.isdir(named):
            complain(say("{path}: no such folder", path=clean_line(named)))
            raise CannotOpenError
        return named
    last = default_library()
    if last is not None and os.path.isdir(last) and os.access(last, os.W_OK) and not _ships(last):
        return last
    own = data_dir() / "library"
    try:
        own.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        reason = clean_line(error.strerror or str(error))
        complain(say("{path}: can't be written: {reason}", path=clean_line(str(own)), reason=reason))
        raise CannotOpenError from error
    return str(own)


def _ships(path: str) -> bool:
    return os.path.realpath(path) == os.path.realpath(shipped_library())


def _added(library: Library, options: Options) -> int:
    """Add everything, and sum up."""
    counts = {"added": 0, "skipped": 0, "failed": 0}
    gathering = Gathering(library, follow=options.fetch, convert=options.convert)
    with closing(gathering):
        gathering.gather(options.sources)
        total = len(gathering)
        with Bar() as bar:
            pace = Pace("reading", total, bar.tell)
            for one in _outcomes(library, gathering, similar=options.similar):
                kind = "added" if one.path is not None else "skipped" if one.skipped else "failed"
                counts[kind] += 1
                if kind != "added" or total <= NAMED:
                    bar.clear()
                    _tell(one, kind)
                pace.step(one.name)
    root = clean_line(str(library.root))
    write(say("{added} added to {path}, {skipped} skipped, {failed} could not be used", path=root, **counts))
    _remember(library)
    return 1 if counts["failed"] else 0


def _outcomes(library: Library, gathering: Gathering, *, similar: bool) -> Iterator[Added]:
    yield from gathering.settled
    files = gathering.files
    yield from add(library, files, similar=similar, here=len(files) <= FEW)
    if len(gathering.online):
        yield from add(library, gathering.online.articles(), similar=similar, here=True)


def _tell(one: Added, kind: str) -> None:
    name = clean_line(one.name)
    if kind == "added":
        write(say("{name}: added as {path}", name=name, path=clean_line(one.path or "")))
    elif kind == "skipped":
        write(say("{name}: skipped: {reason}", name=name, reason=one.reason))
    else:
        hint = f": --convert {clean_line(one.offer)}" if one.offer else ""
        complain(Clean(f"{name}: {one.reason}{hint}"))


def _remember(library: Library) -> None:
    """Open the library the next time, where no other one was open last."""
    user = UserData.open()
    try:
        if user.last().library is None:
            user.set_last(Place(library=str(library.root.absolute())))
    except UserDataError:
        pass  # it is a convenience
    finally:
        user.close()
