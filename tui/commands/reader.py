"""``giamsat`` alone or with a library: the reader."""

from __future__ import annotations

import os
import sys

from tui.commands import COMMANDS
from tui.commands.output import complain
from tui.messages import language, say
from tui.text.clean import Clean, clean_line


def main(arguments: list[str]) -> int:
    """Open a library in the reader."""
    path, plain = _chosen(arguments)
    if path is not None and not os.path.exists(path):
        complain(_no_such(path))
        return 1
    if plain:
        from tui.commands.plain import main as list_plainly  # noqa: PLC0415 - one of two ways to go on

        return list_plainly(path)
    if not (os.environ.get("TEXTUAL_DRIVER") or all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))):
        complain(
            say("giamsat needs a terminal; “giamsat show” and “giamsat search” do without one, see giamsat --help")
        )
        from tui.commands.arguments import BAD_USE  # noqa: PLC0415 - only when something is wrong

        return BAD_USE
    import gc  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    gc.disable()  # a fifth of the time to the first paint goes into collecting nothing; the reader turns it on again
    from tui.app import run  # noqa: PLC0415 - the interface last
    from tui.commands.opening import default_library  # noqa: PLC0415
    from tui.library import LibraryError  # noqa: PLC0415
    from tui.library.userdata import UserData  # noqa: PLC0415

    user = UserData.open()
    try:
        path = default_library(user) if path is None else path
        return run(user, Path(path) if path is not None else None, language())
    except LibraryError as error:
        complain(clean_line(str(error)))
        return 1
    finally:
        user.close()


def _chosen(arguments: list[str]) -> tuple[str | None, bool]:
    """Return the library that is named, and whether its sessions shall be listed as plain text."""
    if len(arguments) < 2 and not any(argument.startswith("-") for argument in arguments):
        return next(iter(arguments), None), False
    from tui.commands.usage import options  # noqa: PLC0415 - without options nothing has to be parsed

    chosen = options(arguments)
    return chosen.library_option or chosen.library, chosen.plain


def _no_such(path: str) -> Clean:
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    near = get_close_matches(path, COMMANDS, n=1) or _beside(path)
    if near:
        return say(
            "{path}: no such folder or command; did you mean “{near}”?", path=clean_line(path), near=clean_line(near[0])
        )
    return say(
        "{path}: no such folder or file; name a folder of articles, or none for the last one (see giamsat --help)",
        path=clean_line(path),
    )


def _beside(path: str) -> list[str]:
    """Return what is there under nearly the same name, if anything is."""
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    folder, name = os.path.split(path.rstrip(os.sep))
    try:
        names = [each.name for each in os.scandir(folder or ".")]
    except OSError:
        return []
    return [os.path.join(folder, near) for near in get_close_matches(name, names, n=1)]
