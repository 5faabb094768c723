"""A library with every payload wherever a library can hold text."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import structs

from tests import invented
from tests.hostile.payloads import CONTROLS, PAYLOADS, text_of
from tui.library.parsing import parsed
from tui.library.records import to_yaml
from tui.model import Record
from tui.sources.read import read_data


def article(headline: str) -> str:
    """Return an article with a payload in a paragraph each."""
    head, date, *rest = invented.MARKETS.split("\n\n")
    payloads = [f"{text_of(name)} đã được nhắc đến." for name in PAYLOADS]
    return "\n\n".join([f"{head} {text_of(headline)}", date, *payloads, *rest])


def corrected(text: str, name: str, payload: str) -> Record:
    """Return the record of an article with a payload in what people can write into it by hand."""
    source = read_data(text.encode(), name)
    record = parsed(source, name)
    words = text_of(payload)
    people = tuple(
        structs.replace(
            person,
            name=words,
            memberships=tuple(structs.replace(role, label=words, label_norm=words) for role in person.memberships),
            participation=(words,),
        )
        for person in record.people
    )
    figures = tuple(structs.replace(figure, unit=words, subject=words) for figure in record.figures)
    return structs.replace(record, people=people, figures=figures)


def write(folder: Path) -> Path:
    """Write the library and return its folder."""
    folder.mkdir()
    (folder / "a.txt").write_text(article("a title"), encoding="utf-8")
    for number, name in enumerate(("a C1 title", "a direction override")):
        file = folder / f"b{number}.txt"
        file.write_text(invented.WATER.replace("8.430", f"8.43{number}"), encoding="utf-8")
        record = corrected(file.read_text("utf-8"), file.name, name)
        file.with_suffix(".yaml").write_text(to_yaml(record), encoding="utf-8")
    for name in CONTROLS:
        if "/" not in PAYLOADS[name] and "\0" not in PAYLOADS[name]:
            Path(os.fspath(folder) + "/" + text_of(name) + ".txt").write_bytes(b"")
    return folder
