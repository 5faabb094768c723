"""What commands that read sources say about legacy encodings, and the option to convert them."""

from __future__ import annotations

from tui.commands.arguments import Parser
from tui.messages import say
from tui.sources.converting import CHOICES
from tui.sources.errors import SourceError
from tui.text.clean import Clean, clean_line


def add_convert(parser: Parser) -> None:
    """Add the option that names an encoding to convert from."""
    parser.add_argument(
        "--convert",
        choices=CHOICES,
        metavar="ENCODING",
        help=say("convert what is written in a legacy encoding: {names}", names=clean_line(", ".join(CHOICES))),
    )


def offered(error: SourceError) -> Clean:
    """Return why a source can't be used, with the option that would help."""
    line = clean_line(str(error))
    return Clean(f"{line}: --convert {clean_line(error.offer)}") if error.offer else line
