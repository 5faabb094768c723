"""What the commands' arguments have in common."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from tui.commands.output import complain
from tui.messages import LANGUAGES, N_, say, say_many
from tui.text.clean import Clean, clean_line

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

BAD_USE = 2
FILES, FOLDERS = ("FILE", "SOURCE"), ("LIBRARY", "DIR")
"""Names in the help of values that are files or folders, which shells complete."""


ARGPARSES_OWN = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
)
"""What argparse says by itself; it looks the words up in our catalogue (see :class:`Parser`)."""


class Parser(argparse.ArgumentParser):
    """A command's parser: its help ends with an example, its errors are one line."""

    asked: ClassVar[list[Parser] | None] = None
    """Where a parser goes that is asked for its help, in the place of printing it; see :func:`parser_of`."""

    def __init__(self, command: str, about: str, example: str) -> None:
        """Take the command's name (empty for the reader), what it does, and an example of its use."""
        setattr(argparse, "_", say)  # noqa: B010 - argparse's own words, from our catalogue
        setattr(argparse, "ngettext", say_many)  # noqa: B010 - the same
        super().__init__(
            prog=f"giamsat {command}".strip(),
            description=about,
            epilog=say("Example: {example}", example=clean_line(example)),
            allow_abbrev=False,
        )
        self.add_argument("--lang", choices=LANGUAGES, metavar="LANG", help=say("language of the interface: vi or en"))

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Print the help, unless the parser itself is asked for."""
        if Parser.asked is None:
            super().print_help(file)
        else:
            Parser.asked.append(self)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments in one line, and end with status 2."""
        complain(clean_line(f"{self.prog}: {message}"))
        sys.exit(BAD_USE)

    def add_library(self) -> None:
        """Add the option that names a library."""
        self.add_argument(
            "-l",
            "--library",
            metavar="LIBRARY",
            help=say("folder of the library; by default the last one that was open"),
        )

    def add_format(self, *formats: str) -> None:
        """Add the option that names a format; the first one is the default, and stays None to be told apart."""
        self.add_argument("--format", choices=formats, help=say("default: {format}", format=clean_line(formats[0])))

    def format_of(self, options: Options) -> str:
        """Return the format that is asked for: by its name, by the ending of the file, else text.

        A format that is no text and has no file is bad use, which ends the program.
        """
        ending = options.output.rpartition(".")[2].lower() if options.output else ""
        known = next(action.choices for action in self._actions if action.dest == "format") or ()
        form = str(options.format or (ending if ending in known else "text"))
        if form == "docx" and not options.output:
            self.error(say("a Word document needs a file: {option}", option=Clean("-o FILE")))
        return form

    def add_output(self) -> None:
        """Add the options for a file to write to."""
        self.add_argument("-o", "--output", metavar="FILE", help=say("file to write; by default the standard output"))
        self.add_argument("--force", action="store_true", help=say("replace a file that is there"))


def parser_of(show_help: Callable[[], object]) -> Parser:
    """Return the parser of a command; ``show_help`` calls the command with ``--help``, and nothing is printed."""
    Parser.asked = []
    try:
        show_help()
    except SystemExit:
        return Parser.asked[0]
    finally:
        Parser.asked = None
    raise AssertionError("a command that is asked for its help ends")


def positive(text: str) -> int:
    """Read a number of 1 and more.

    Raises:
        argparse.ArgumentTypeError: it is none; the message is for people.

    """
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(say("{value} is no whole number of 1 or more", value=clean_line(text)))
    return int(text)


def port_number(text: str) -> int:
    """Read a port.

    Raises:
        ValueError: it is none; argparse says so.

    """
    value = int(text)
    if not 0 <= value <= 65535:
        raise ValueError(text)
    return value


Options = Any
"""What argparse gives: the options of a command by name."""
