"""The command line: which command is meant is found here; what it needs is imported then, the interface last."""

from __future__ import annotations

import os
import sys

from tui.commands import COMMANDS, MODULES

_WITH_VALUE = ("-l", "--library", "--lang")


def main() -> int:
    """Run ``giamsat`` with the arguments of the process and return its exit status."""
    arguments = sys.argv[1:]
    try:
        status = _run(arguments)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # whoever was reading has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _run(arguments: list[str]) -> int:
    from tui import messages  # noqa: PLC0415 - so that importing this module costs next to nothing

    place, command = _command(arguments)
    wanted = _language(arguments)
    messages.use(messages.choose(wanted, None if wanted else _setting()))
    if command in COMMANDS:
        from importlib import import_module  # noqa: PLC0415

        rest = [*arguments[:place], *arguments[place + 1 :]]
        status: int = import_module(f"tui.commands.{MODULES.get(command, command)}").main(rest, command)
        return status
    from tui.commands import reader  # noqa: PLC0415

    return reader.main(arguments)


def _setting() -> str | None:
    """Return the language of the settings, where there are any."""
    from tui import paths  # noqa: PLC0415

    folder = paths.place("config")
    if not any(os.path.exists(os.path.join(folder, name)) for name in ("config.toml", "settings.toml")):
        return None
    from tui import config  # noqa: PLC0415

    return config.load().text("language")


def _command(arguments: list[str]) -> tuple[int, str]:
    """Return the place and the text of the first argument that is neither an option nor an option's value."""
    skip = False
    for place, argument in enumerate(arguments):
        if skip or argument.startswith("-"):
            skip = not skip and argument in _WITH_VALUE
            continue
        return place, argument
    return len(arguments), ""


def _language(arguments: list[str]) -> str | None:
    """Return the value of ``--lang``, needed before arguments are parsed: help and errors are in that language."""
    for argument, value in zip(arguments, [*arguments[1:], ""], strict=False):
        if argument == "--":
            return None
        if argument == "--lang":
            return value
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return None
