"""The options of the reader, with the help and the version of the whole program."""

from __future__ import annotations

import argparse

from tui import __version__
from tui.commands import COMMANDS
from tui.commands.arguments import Options, Parser
from tui.messages import say


def options(arguments: list[str]) -> Options:
    """Read the arguments of the reader; print the help or the version when they are asked for, and end."""
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
    parser.add_argument("-l", "--library", dest="library_option", metavar="LIBRARY", help=argparse.SUPPRESS)
    parser.add_argument("--plain", action="store_true", help=say("list the sessions as plain text"))
    parser.add_argument("--version", action="version", version=f"giamsat {__version__}")
    return parser.parse_args(arguments)
