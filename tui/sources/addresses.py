"""The way to the network for the rest of the program: :func:`open_fetcher` when the user asks for an address."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.sources.errors import missing

if TYPE_CHECKING:
    from tui.sources.net import Fetcher


def is_address(source: str) -> bool:
    """Tell whether what the user named is an address rather than a file."""
    try:
        return urlsplit(source).scheme.lower() in ("http", "https")
    except ValueError:
        return False


def open_fetcher(name: str) -> Fetcher:
    """Return what fetches addresses; close it when done. ``name`` is the first address, for the error.

    Raises:
        SourceError: the installation lacks what is needed; the error names the command that adds it.
    """
    if find_spec("httpcore") is None:
        raise missing(name)
    from tui.sources.net import Fetcher  # noqa: PLC0415 - nothing that can open a socket is loaded before

    return Fetcher()
