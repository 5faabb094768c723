"""A selection to text that can be quoted. The ways in are :func:`export` and :func:`quote`."""

from tui.export.export import FORMATS, SUFFIX, Format, export, quote
from tui.export.item import Cited, Item

__all__ = ["FORMATS", "SUFFIX", "Cited", "Format", "Item", "export", "quote"]
