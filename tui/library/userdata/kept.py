"""What a user adds, as the rest of the program sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from msgspec import Struct

from tui.library.anchor import Anchor
from tui.messages import N_, say
from tui.text.clean import Clean, clean_line

State = Literal["open", "answered", "done", "dropped"]
"""What became of a request, as the user sees it."""
STATES: tuple[State, ...] = get_args(State)
_STATE_NAMES: dict[State, str] = {
    "open": N_("still open"),
    "answered": N_("answered"),
    "done": N_("done"),
    "dropped": N_("dropped"),
}


def state_name(state: State) -> Clean:
    """Return what a state is called in the language in use."""
    return say(_STATE_NAMES[state])


class Mark(Struct, frozen=True, kw_only=True):
    """One item of the selection: where it is, and what to call it while its article is not at hand."""

    anchor: Anchor
    library: str
    """The folder of its library when it was opened last."""
    path: str
    """Its article's path in that library."""
    label: str


class Place(Struct, frozen=True, kw_only=True):
    """Where the user was last."""

    library: str | None = None
    article_key: str | None = None


class View(Struct, frozen=True, kw_only=True):
    """How a library was looked at last: the order of its sessions, the pane that had the focus, the open article.

    ``filters`` are the words that its lists were narrowed by.
    """

    order: str = "date"
    turned: bool = False
    pane: str = "text"
    article_key: str = ""
    filters: Mapping[str, str] = {}


class Known(Struct, frozen=True, kw_only=True):
    """What is known of an article that something was added to, or that was opened, without its file."""

    article_key: str
    library: str = ""
    path: str = ""
    headline: str = ""
    date: str | None = None
    fingerprint: bytes = b""
    """See :func:`tui.library.likeness.fingerprint`; empty where it was never opened here."""


class Note(Struct, frozen=True, kw_only=True):
    """A note. Times are ISO 8601 in UTC."""

    id: str
    """32 hex digits, the same wherever the note was taken to."""
    text: str
    created: str
    changed: str
    earlier: tuple[str, ...] = ()
    """Short hashes of what it said before, oldest first: they tell a later wording from another one."""


class Kept(Struct, frozen=True, kw_only=True):
    """Everything that was added at one place: to a session, person, figure, request or passage."""

    anchor: Anchor
    label: str = ""
    star: bool = False
    tags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    """Oldest first; what is said about a request is a note on it."""
    state: State = "open"
    due: str | None = None
    """The day by which a request is to be answered, ISO 8601."""
    earlier: tuple[str, ...] = ()
    """Short hashes of earlier states with their days, as those of a note."""
    answers: tuple[Anchor, ...] = ()
    """Passages of later articles that answer a request."""


class Facts(NamedTuple):
    """What ``has:`` and ``tag:`` look for: keys of articles, the ones that an article had before among them."""

    star: frozenset[str]
    note: frozenset[str]
    tags: dict[str, tuple[str, ...]]
    """The tags of an article and of what is in it."""


class Saved(NamedTuple):
    """A search that was given a name."""

    name: str
    query: str


Kind = Literal[
    "mark", "unmark", "clear", "star", "unstar", "read", "unread", "tag", "untag", "note", "reword", "unnote", "state",
    "due", "answer", "unanswer", "save", "forget", "merge", "correct",
    "join", "part",
]  # fmt: skip
"""What a change that can be taken back was."""

_TAKEN_BACK: dict[Kind, str] = {
    "mark": N_("No longer marked: {label}"),
    "unmark": N_("Marked again: {label}"),
    "clear": N_("The marks are back"),
    "star": N_("No longer starred: {label}"),
    "unstar": N_("Starred again: {label}"),
    "read": N_("Unread again: {label}"),
    "unread": N_("Read again: {label}"),
    "tag": N_("No longer tagged: {label}"),
    "untag": N_("Tagged again: {label}"),
    "note": N_("The note is gone: {label}"),
    "reword": N_("The note is as it was: {label}"),
    "unnote": N_("The note is back: {label}"),
    "state": N_("The state is as it was: {label}"),
    "due": N_("The day is as it was: {label}"),
    "answer": N_("No longer linked as an answer: {label}"),
    "unanswer": N_("Linked as an answer again: {label}"),
    "save": N_("No longer saved: {label}"),
    "forget": N_("Saved again: {label}"),
    "merge": N_("What was imported is gone: {label}"),
    "correct": N_("The correction is taken back: {label}"),
    "join": N_("No longer joined: {label}"),
    "part": N_("No longer parted: {label}"),
}


class Undone(Struct, frozen=True, kw_only=True):
    """A change that was taken back: which one, and of what."""

    kind: Kind
    article_key: str
    label: str
    elsewhere: bytes = b""
    """What it takes to take back a correction or a decision, as it was given to :meth:`UserData.corrected` or
    :meth:`UserData.decided`; not done yet."""

    def said(self, most: int = 40) -> Clean:
        """Return what the user should know, with at most so many characters of the label."""
        label = clean_line(self.label)
        return say(_TAKEN_BACK[self.kind], label=label if len(label) <= most else Clean(label[: most - 1] + "…"))
