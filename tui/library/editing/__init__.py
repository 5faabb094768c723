"""Corrections: pure functions that take a record, and give the one that a person says is right.

Each takes the record, the source text where words of it are meant (offsets count in it), and the id of the item; it
returns a new record in which that item is marked as corrected (``found.how``), every reference leads somewhere, and the
checks of figures are made anew. Ids stay. What can't be done raises :class:`CorrectionError`, and says why. A record
never changes, so the one before is the way back; on disk a correction is taken back by
``tui.library.saving.take_back``.
"""

from tui.library.editing.adding import add_figure, add_person, add_request
from tui.library.editing.figures import set_figure
from tui.library.editing.items import KINDS, CorrectionError, Kind, locate
from tui.library.editing.people import merge, rename, set_chair, set_roles, set_side
from tui.library.editing.removing import remove
from tui.library.editing.voices import set_addressees, set_attribution, set_kind, set_speaker

__all__ = [
    "KINDS",
    "CorrectionError",
    "Kind",
    "add_figure",
    "add_person",
    "add_request",
    "locate",
    "merge",
    "remove",
    "rename",
    "set_addressees",
    "set_attribution",
    "set_chair",
    "set_figure",
    "set_kind",
    "set_roles",
    "set_side",
    "set_speaker",
]
