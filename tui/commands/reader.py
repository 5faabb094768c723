"""``giamsat`` alone or with a library: the reader. Also the help and the version of the whole program."""

from __future__ import annotations

import argparse
import os
import sys

from tui import __version__
from tui.commands import COMMANDS
from tui.commands.arguments import BAD_USE, Options, Parser
from tui.commands.output import complain
from tui.messages import language, say
from tui.text.clean import Clean, clean_line


def main(arguments: list[str]) -> int:
    """Open a library in the reader."""
    options = _options(arguments)
    path = options.library_option or options.library
    if path is not None and not os.path.exists(path):
        complain(_no_such(path))
        return 1
    if options.plain:
        from tui.commands import plain  # noqa: PLC0415

        return plain.main(path)
    if not (os.environ.get("TEXTUAL_DRIVER") or all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))):
        complain(
            say("giamsat needs a terminal; “giamsat show” and “giamsat search” do without one, see giamsat --help")
        )
        return BAD_USE
    import gc  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    gc.disable()  # a fifth of the time to the first paint goes into collecting nothing; the reader turns it on again
    from tui.app import run  # noqa: PLC0415 - the interface last
    from tui.commands.opening import default_library  # noqa: PLC0415
    from tui.library import LibraryError  # noqa: PLC0415

    path = default_library() if path is None else path
    try:
        return run(Path(path) if path is not None else None, language())
    except LibraryError as error:
        complain(clean_line(str(error)))
        return 1


def _options(arguments: list[str]) -> Options:
    about = say(
        "Read press reports on supervision sessions of People's Councils: who came, what was reported, what was asked."
    )
    parser = Parser("", about, "giamsat ~/articles")
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.usage = say("giamsat [LIBRARY] [options]\n       giamsat COMMAND ...")
    names = "\n".join(f"  {name:<11} {say(about)}" for name, about in COMMANDS.items())
    parser.description = f"{about}\n\n{say('commands')}:\n{names}\n\n{say('“giamsat COMMAND --help” tells more.')}"
    parser.add_argument(
        "library", nargs="?", metavar="LIBRARY",
        help=say("folder of articles, or one article; by default the last one, else the one that ships"),
    )  # fmt: skip
    parser.add_argument("-l", dest="library_option", metavar="LIBRARY", help=argparse.SUPPRESS)
    parser.add_argument("--plain", action="store_true", help=say("list the sessions as plain text"))
    parser.add_argument("--version", action="version", version=f"giamsat {__version__}")
    return parser.parse_args(arguments)


def _no_such(path: str) -> Clean:
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    near = get_close_matches(path, COMMANDS, n=1)
    if near:
        return say(
            "{path}: no such folder or command; did you mean “{near}”?", path=clean_line(path), near=Clean(near[0])
        )
    return say("{path}: no such folder or file", path=clean_line(path))
