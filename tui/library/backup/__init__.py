"""A backup of what people have added: the user's data, decisions, and corrected records, in one file.

Articles are not in it: they lie where they lie, and nothing here changes them.
"""

from tui.library.backup.archive import ENDING, BackupError, Contents
from tui.library.backup.gathering import back_up
from tui.library.backup.restoring import Restored, restore

__all__ = ["ENDING", "BackupError", "Contents", "Restored", "back_up", "restore"]
