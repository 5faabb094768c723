"""``giamsat index``: the index of a library brought up to date, or made again from nothing."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

from tui.commands.arguments import Options, Parser
from tui.commands.opening import CannotOpenError, opened, problems_said
from tui.commands.output import write
from tui.library import Library
from tui.library.index.opening import place
from tui.messages import lead, say, say_many
from tui.text.clean import Clean, clean_line

_MEGABYTE = 1_000_000


def main(arguments: list[str], command: str) -> int:
    """Bring the index up to date, and say what it holds."""
    options = _options(arguments, command)
    began = monotonic()
    try:
        library = opened(options.library, anew=options.rebuild)
    except CannotOpenError:
        return 1
    wrong = problems_said(library)
    for line in (_held(library), _done(library), _kept(library, monotonic() - began)):
        write(line)
    kept = library.index.is_kept
    library.close()
    return 0 if kept and not wrong else 1


def _options(arguments: list[str], command: str) -> Options:
    about = say(
        "Bring the index of a library up to date: what is new, changed, moved or gone in its folder. The reader and "
        "all commands do so by themselves; for a large folder it can be done beforehand."
    )
    parser = Parser(command, about, "giamsat index -l ~/articles")
    parser.add_argument("--rebuild", action="store_true", help=say("make it again from nothing"))
    parser.add_library()
    return parser.parse_args(arguments)


def _held(library: Library) -> Clean:
    """Return what the index holds."""
    tables = library.index.tables
    people, figures, requests = (tables.count(table) for table in ("people", "figures", "requests"))
    parts = (
        say_many("{count} article", "{count} articles", len(library.entries())),
        say_many("{count} person", "{count} people", people),
        say_many("{count} figure", "{count} figures", figures),
        say_many("{count} request", "{count} requests", requests),
    )
    return Clean(f"{clean_line(str(library.root))}: {', '.join(parts)}")


def _done(library: Library) -> Clean:
    """Return what had to be done."""
    done = library.refreshed
    if done is None or not (done.read or done.gone):
        return say("Nothing was to be done")
    read = say_many("{count} file was read", "{count} files were read", done.read)
    return lead(Clean(", ".join((read, say_many("{count} is gone", "{count} are gone", done.gone)))))


def _kept(library: Library, seconds: float) -> Clean:
    """Return where the index is, how large, and how long it took."""
    file, taken = place(library.root), clean_line(f"{seconds:.1f}")
    if not library.index.is_kept:
        return say("It took {seconds} s", seconds=taken)
    held = sum(part.stat().st_size for part in (file, Path(f"{file}-wal")) if part.exists())
    size = clean_line(f"{held / _MEGABYTE:.1f}")
    where = clean_line(str(file))
    return say("The index is in {path} ({size} MB); it took {seconds} s", path=where, size=size, seconds=taken)
