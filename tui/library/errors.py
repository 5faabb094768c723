"""Why a record can't be used."""

from __future__ import annotations

from tui.sources.errors import UnusableFileError


class RecordError(UnusableFileError):
    """A record that can't be used: the file, the line where it is known, the place in the record, the reason."""
