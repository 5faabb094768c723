"""A record edited as a whole in an editor: its YAML out, and back with everything that is wrong named by its line."""

from __future__ import annotations

import os
from collections.abc import Sequence

from msgspec import Struct

from tui.library import saving
from tui.library.corrected import take
from tui.library.document import Document
from tui.library.editing.items import CorrectionError
from tui.library.entry import Problem
from tui.library.errors import RecordError
from tui.library.library import Library
from tui.library.marking import marked
from tui.library.records import data_from_yaml
from tui.library.rewriting import rewritten, unstamped
from tui.library.saving import Saved
from tui.messages import N_
from tui.model import Record


class Checked(Struct, frozen=True):
    """An edited draft: its record, offsets filled in and changes marked; None when it can't be read as one."""

    record: Record | None
    problems: Sequence[Problem]
    """What is wrong, with the line. A draft is saved only when there is nothing."""


def draft(library: Library, document: Document) -> str:
    """Return the record of a document as YAML to be edited: the file of a correction as it is, else what is in use.

    Raises:
        CorrectionError: it has no record, or its file can't be read.

    """
    if document.record is None:
        raise CorrectionError(N_("{path} has no record yet"), path=document.path)
    return saving.present(saving.place_of(library, document)) or unstamped(document.record)


def check(library: Library, document: Document, text: str) -> Checked:
    """Return what an edited draft says, and all that is wrong in it.

    Raises:
        CorrectionError: the source has changed or can't be read.

    """
    name = os.path.basename(saving.place_of(library, document))
    source = saving.source_of(library, document)
    try:
        data, line_of = data_from_yaml(text, name)
        taken = take(data, source, document.path, name, line_of)
    except RecordError as error:
        reason = f"{error.place}: {error.said()}" if error.place else error.said()
        return Checked(None, (Problem(path=name, reason=reason, line=error.line),))
    wrong = [
        Problem(path=name, reason=f"{flaw.place}: {flaw.said()}", line=line_of(flaw.place)) for flaw in taken.flaws
    ]
    return Checked(marked(document.record, taken.record) if document.record else taken.record, wrong)


def save(library: Library, document: Document, text: str) -> Saved | None:
    """Write an edited draft, offsets filled in; None when nothing was edited.

    Raises:
        CorrectionError: something in it is wrong (:func:`check` says all that is), or as in ``saving.save``.

    """
    if text == draft(library, document):
        return None
    checked = check(library, document, text)
    if checked.record is None or checked.problems:
        first = checked.problems[0]
        raise CorrectionError(N_("line {line}: {reason}"), line=first.line or 1, reason=first.reason)
    new = checked.record
    return saving.keep(library, document, new, lambda _: rewritten(text, new))
