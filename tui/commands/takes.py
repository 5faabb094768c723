"""What each command takes, told by its own parser, so that completions can't say anything else."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Literal, NamedTuple

from tui.commands import COMMANDS, MODULES
from tui.commands.arguments import FILES, FOLDERS, Parser, parser_of
from tui.messages import say
from tui.text.clean import Clean, clean_line

Kind = Literal["nothing", "file", "folder", "word", "text"]
"""What an argument is: no value at all, a file, a folder, one of some words, any text."""


class Argument(NamedTuple):
    """An option with its flags; without flags what stands for itself."""

    flags: tuple[str, ...]
    about: Clean
    kind: Kind
    words: tuple[str, ...]


class Takes(NamedTuple):
    """A command with its arguments; the reader, which is no command, has no name."""

    command: str
    about: Clean
    options: tuple[Argument, ...]
    own: tuple[Argument, ...]
    """What stands for itself, in order; shells complete the last one again and again."""


def all_of_them() -> list[Takes]:
    """Return what the reader takes, then what each command takes, in the order of the help."""
    return [_takes("", Clean(""), _reader()), *_commands()]


def _reader() -> Parser:
    from tui.commands import reader  # noqa: PLC0415 - it imports this package's other modules

    return parser_of(lambda: reader.main(["--help"]))


def _commands() -> Iterator[Takes]:
    for command, about in COMMANDS.items():
        main: Callable[[list[str], str], int] = import_module(f"tui.commands.{MODULES.get(command, command)}").main
        parser = parser_of(lambda main=main, command=command: main(["--help"], command))  # type: ignore[misc]
        yield _takes(command, say(about), parser)


def _takes(command: str, about: Clean, parser: Parser) -> Takes:
    arguments = [_argument(action) for action in parser._actions if action.help != argparse.SUPPRESS]
    options = tuple(one for one in arguments if one.flags)
    return Takes(command, about, options, tuple(one for one in arguments if not one.flags))


def _argument(action: argparse.Action) -> Argument:
    name = action.metavar if isinstance(action.metavar, str) else ""
    kind: Kind = "text"
    if action.nargs == 0:
        kind = "nothing"
    elif action.choices is not None:
        kind = "word"
    elif name in FILES:
        kind = "file"
    elif name in FOLDERS:
        kind = "folder"
    words = tuple(str(word) for word in action.choices or ())
    return Argument(tuple(action.option_strings), clean_line(action.help or ""), kind, words)
