"""``giamsat show``: one session as plain text."""

from __future__ import annotations

from pathlib import Path

from tui.commands.arguments import Options, Parser
from tui.commands.meant import meant
from tui.commands.opening import CannotOpenError, opened, problems_said
from tui.commands.output import complain, write
from tui.export.whole import whole
from tui.library import LibraryError
from tui.messages import say
from tui.text.clean import clean_line


def main(arguments: list[str], command: str) -> int:
    """Print a session of the library, or an article wherever it lies."""
    options = _options(arguments, command)
    outside = options.library is None and Path(options.id).is_file()
    try:
        library = opened(options.id if outside else options.library)
    except CannotOpenError:
        return 1
    if outside and problems_said(library):
        return 1
    entry = library.entries()[0] if outside and library.entries() else meant(library, options.id)
    if entry is None:
        return 1
    try:
        write(whole(library.document(entry.article_key)))
    except LibraryError as error:
        complain(clean_line(str(error)))
        return 1
    finally:
        library.close()
    return 0


def _options(arguments: list[str], command: str) -> Options:
    parser = Parser(command, say("Show one session as plain text."), "giamsat show 9f3c")
    parser.add_argument("id", metavar="ID", help=say("an article's path, or the beginning of its key"))
    parser.add_library()
    return parser.parse_args(arguments)
