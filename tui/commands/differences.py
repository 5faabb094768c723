"""What a new parse would change in a record, line by line of the YAML that both are written as."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from msgspec.structs import replace

from tui.library.corrections import anchor
from tui.library.records import data_from_yaml, from_data, to_yaml
from tui.messages import say
from tui.model import Record
from tui.text.clean import Clean, clean


def differences(present: str, parsed: Record, name: str, text: str) -> Iterator[Clean]:
    """Yield the lines of a unified diff from a record's file to a new parse; none where nothing would change.

    Comments, the order of keys, how quotes are anchored, and who wrote the record make no difference.

    Args:
        present: The record's file.
        parsed: The new parse.
        name: The file's name.
        text: The source text.

    Raises:
        RecordError: the file holds no valid record.

    """
    data, line_of = data_from_yaml(present, name)
    anchored, _ = anchor(data, text)
    old = replace(from_data(anchored, name, line_of), record=None)
    path = old.source.path
    new = replace(parsed, record=None, source=replace(parsed.source, path=path))
    titles = (name, say("a new parse"))
    lines = difflib.unified_diff(to_yaml(old).splitlines(), to_yaml(new).splitlines(), *titles, lineterm="")
    return (clean(line) for line in lines)
