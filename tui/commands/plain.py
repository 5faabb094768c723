"""``giamsat --plain``: the sessions of a library as plain text, and how to read one."""

from __future__ import annotations

from tui.commands.opening import CannotOpenError, opened, problems_said
from tui.commands.output import write
from tui.export import wording
from tui.messages import say
from tui.text.clean import Clean, clean_line


def main(path: str | None) -> int:
    """Print a line a session: day, place, headline, the beginning of its key."""
    try:
        library = opened(path)
    except CannotOpenError:
        return 1
    wrong = problems_said(library)
    entries = library.entries()
    for entry in entries:
        parts = [wording.day(entry.date), clean_line(entry.place or ""), clean_line(entry.headline)]
        write(Clean(f"{clean_line(entry.article_key)}  {' · '.join(filter(None, parts))}"))
    if entries:
        first = clean_line(entries[0].article_key[:8])
        write(say("Read one with: giamsat show {key}", key=first))
    else:
        write(say("No articles are here"))
    library.close()
    return 1 if wrong or not entries else 0
