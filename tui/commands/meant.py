"""Which article an ID on the command line stands for: a path, or the beginning of a key."""

from __future__ import annotations

from tui.commands.output import complain
from tui.library import Entry, Library
from tui.messages import say
from tui.text.clean import clean_line


def meant(library: Library, wanted: str) -> Entry | None:
    """Return the article that an ID stands for, or say why there is none."""
    found = library.find(wanted)
    if len(found) == 1:
        return found[0]
    problem = next((problem for problem in library.problems() if problem.path == wanted), None)
    if problem is not None:
        complain(say("{id}: {reason}", id=clean_line(wanted), reason=clean_line(problem.reason)))
    elif found:
        names = clean_line(", ".join(f"{entry.article_key} ({entry.path})" for entry in found[:3]))
        complain(say("{id}: is not clear, it may be {names} …", id=clean_line(wanted), names=names))
    else:
        complain(say("{id}: no such article in {library}", id=clean_line(wanted), library=clean_line(library.name)))
    return None
