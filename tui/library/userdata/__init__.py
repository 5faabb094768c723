"""What a user adds: the selection, stars, tags, notes, what became of requests, what was read, and searches.

The way in is :class:`UserData`. All of it is keyed by the words that it was added to (:class:`tui.library.Anchor`), so
that it survives a new parse, a file that moves, and a text that is corrected.
"""

from tui.library.userdata.kept import STATES, Facts, Kept, Known, Mark, Note, Place, Saved, State, Undone, View
from tui.library.userdata.opening import UserDataError
from tui.library.userdata.user import UserData, last_library

__all__ = [
    "STATES",
    "Facts",
    "Kept",
    "Known",
    "Mark",
    "Note",
    "Place",
    "Saved",
    "State",
    "Undone",
    "UserData",
    "UserDataError",
    "View",
    "last_library",
]
