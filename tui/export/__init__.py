"""A selection to text that can be quoted. The ways in are :func:`export`, :func:`packed` and :func:`quote`.

Items are made by ``session``, ``person``, ``figure``, ``request`` and ``passage`` of ``tui.export.item``, or found
again from a kept selection by ``resolve``.
"""

from tui.export.errors import NoWordError
from tui.export.export import FORMATS, SUFFIX, Format, TextFormat, encoded, export, form_of, packed, quote
from tui.export.item import Cited, Item, resolve

__all__ = [
    "FORMATS",
    "SUFFIX",
    "Cited",
    "Format",
    "Item",
    "NoWordError",
    "TextFormat",
    "encoded",
    "export",
    "form_of",
    "packed",
    "quote",
    "resolve",
]
