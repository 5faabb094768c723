"""A folder of articles and the user's own data about it. The way in is :class:`Library`."""

from tui.library.anchor import Anchor, anchor, find, whole
from tui.library.document import Document
from tui.library.entry import Entry, Problem, Progress
from tui.library.library import Library, LibraryError

__all__ = ["Anchor", "Document", "Entry", "Library", "LibraryError", "Problem", "Progress", "anchor", "find", "whole"]
