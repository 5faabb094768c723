"""``giamsat serve``: the reader in a browser of this machine."""

from __future__ import annotations

import os

from tui.commands.arguments import Parser, port_number
from tui.commands.output import complain
from tui.messages import language, say
from tui.text.clean import Clean, clean_line


def main(arguments: list[str], command: str) -> int:
    """Serve the reader until it is ended by ctrl+c."""
    about = say(
        "Open the reader in a browser of this machine. Who does not know the address that is printed, which is another "
        "one each time, gets nothing. What is exported is downloaded. ctrl+c ends it."
    )
    parser = Parser(command, about, "giamsat serve -l ~/articles")
    parser.add_library()
    parser.add_argument(
        "--port",
        type=port_number,
        default=0,
        metavar="PORT",
        help=say("port on the loopback address; by default one that is free"),
    )
    options = parser.parse_args(arguments)
    if options.library is not None and not os.path.exists(options.library):
        complain(say("{path}: no such folder or file", path=clean_line(options.library)))
        return 1
    try:
        from tui.commands.serving import serve  # noqa: PLC0415 - an extra, that may not be there
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith(("textual_serve", "aiohttp", "jinja2")):
            raise
        complain(
            say("giamsat serve needs more than is installed: {command}", command=Clean("pip install 'giamsat[serve]'"))
        )
        return 1
    library = [] if options.library is None else ["--library", os.path.abspath(options.library)]
    try:
        serve(["--lang", language(), *library], options.port)
    except OSError as error:
        reason = clean_line(error.strerror or str(error))
        complain(say("can't serve on port {port}: {reason}", port=Clean(str(options.port)), reason=reason))
        return 1
    return 0
