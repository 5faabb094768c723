"""What the parts of the user's data have in common."""

from __future__ import annotations

from tui.library.userdata.store import Store


class Part:
    """Some of the methods of :class:`tui.library.userdata.UserData`; each may raise :class:`UserDataError`."""

    def __init__(self, store: Store) -> None:
        """Take the opened file."""
        self.store = store
