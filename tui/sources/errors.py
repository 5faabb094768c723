"""Why a file can't be used: one line for people, in the language in use."""

from __future__ import annotations

from tui.messages import N_, say
from tui.text.clean import Clean, clean_line


class UnusableFileError(Exception):
    """A file that can't be used, and why."""

    def __init__(
        self, name: str, reason: str, *, place: str | None = None, line: int | None = None, **values: str | int
    ) -> None:
        """Say what is wrong.

        Args:
            name: The file's path or address, raw.
            reason: A message of the catalogue (marked with ``N_`` where it is written).
            place: Where in the content, such as ``people[0].name`` or a page.
            line: Where in the file, counted from 1.
            values: What fills in the message, raw.

        """
        super().__init__(name, reason)
        self.name = name
        self.reason = reason
        self.place = place
        self.line = line
        self.values = {key: value if isinstance(value, int) else clean_line(value) for key, value in values.items()}

    def said(self) -> Clean:
        """Return the reason in the language in use, without the file's name."""
        return say(self.reason, **self.values)

    def __str__(self) -> str:
        """Return one clean line: file, line and place where known, reason."""
        where = clean_line(self.name) + (f":{self.line}" if self.line else "")
        return ": ".join(filter(None, (where, self.place and clean_line(self.place), self.said())))


class SourceError(UnusableFileError):
    """A source that can't become text; ``offer`` is the legacy encoding that it could be converted from."""

    def __init__(
        self,
        name: str,
        reason: str,
        *,
        place: str | None = None,
        line: int | None = None,
        offer: str | None = None,
        **values: str | int,
    ) -> None:
        """Say what is wrong; see :class:`UnusableFileError`."""
        super().__init__(name, reason, place=place, line=line, **values)
        self.offer = offer


def missing(name: str) -> SourceError:
    """Return the error for what only an installation with the extra ``import`` can read."""
    command = "pip install 'giamsat[import]'"
    return SourceError(name, N_("can't be read by this installation: {command} adds what is needed"), command=command)
