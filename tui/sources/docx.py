"""Word documents: their paragraphs, captions and tables in order. Runs in a child process (``tui.sources.child``).

The archive is looked at before anything unpacks it: sizes, names, and no document type in any part, so that neither a
bomb nor an outside entity reaches the XML parser.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from tui.messages import N_
from tui.sources.errors import SourceError
from tui.sources.extracted import PICTURE, Extracted, paragraphs
from tui.text.regex import regex

READER = "giamsat-docx 1"

MOST_MEMBERS = 2_000
MOST_MEMBER_BYTES = 50_000_000
MOST_TOTAL_BYTES = 200_000_000
MOST_RATIO = 100

_MAIN = "word/document.xml"
_LEAST_FOR_RATIO = 1_000_000  # small parts of a document pack well, and harm nobody
_DOCTYPE = regex(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_CAPTION_WORDS = 60


def extract(data: bytes, name: str) -> Extracted:
    """Return the text of a Word document.

    Raises:
        SourceError: it is damaged, unsafe (sizes, names, document types), or holds no words.
    """
    _check(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        lines = list(_lines(document.iter_inner_content()))
    except SourceError:
        raise
    except Exception as error:  # python-docx lets everything through that a broken document may cause
        raise SourceError(
            name, N_("is a damaged Word document: {detail}"), detail=f"{type(error).__name__} {error}"
        ) from error
    if not lines:
        raise SourceError(name, N_("holds no words"))
    return Extracted(paragraphs(lines), READER)


def _check(data: bytes, name: str) -> None:
    """Refuse an archive that no Word document is: a bomb, names that lead out of it, document types in its XML."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            names = [member.filename for member in members]
            if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_TOTAL_BYTES:
                raise SourceError(name, N_("unpacks to more than a document holds"))
            if names.count(_MAIN) != 1 or len(set(names)) != len(names) or any(map(_leads_out, names)):
                raise SourceError(name, N_("is no proper Word document: its parts are named wrongly"))
            for member in members:
                ratio = member.file_size / max(member.compress_size, 1)
                large = member.file_size > _LEAST_FOR_RATIO
                if member.file_size > MOST_MEMBER_BYTES or (large and ratio > MOST_RATIO):
                    raise SourceError(name, N_("unpacks to more than a document holds"), place=member.filename)
                if member.filename.endswith((".xml", ".rels")):
                    _check_part(archive.read(member), name, member.filename)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError, zlib.error) as error:
        raise SourceError(name, N_("is a damaged Word document: {detail}"), detail=str(error)) from error


def _check_part(content: bytes, name: str, part: str) -> None:
    if _DOCTYPE.search(content) or b"\x00" in content[:1_000]:  # zeros: UTF-16, in which the words would hide
        raise SourceError(name, N_("holds a document type, which Word documents don't"), place=part)


def _leads_out(member: str) -> bool:
    return member.startswith(("/", "\\")) or ".." in member.replace("\\", "/").split("/") or ":" in member


def _lines(blocks: Iterator[Paragraph | Table]) -> Iterator[str]:
    """Yield the lines of a document; a caption follows the line that stands for its picture."""
    pictures = 0
    for block in blocks:
        if isinstance(block, Table):
            yield from _rows(block)
            pictures = 0
            continue
        words = [" ".join(line.split()) for line in block.text.split("\n")]
        pictures += _pictures(block)
        for line in filter(None, words):
            if pictures and _is_caption(block, line):
                yield PICTURE
                yield line
                pictures -= 1
            else:
                yield line
                pictures = 0


def _rows(table: Table) -> Iterator[str]:
    """Yield a table's rows, or the paragraphs of one that only lays out pictures."""
    if any(_pictures(paragraph) for cell in table._cells for paragraph in cell.paragraphs):
        pictures = 0
        for row in table.rows:
            for cell in dict.fromkeys(row.cells):
                for paragraph in cell.paragraphs:
                    pictures += _pictures(paragraph)
                    line = " ".join(paragraph.text.split())
                    if line:
                        yield from (PICTURE, line) if pictures else (line,)
                        pictures = max(pictures - 1, 0)
        return
    for row in table.rows:
        cells = [" ".join(cell.text.split()) for cell in dict.fromkeys(row.cells)]
        if any(cells):
            yield " | ".join(cells)


def _pictures(paragraph: Paragraph) -> int:
    return len(paragraph._p.xpath(".//w:drawing | .//w:pict"))


def _is_caption(paragraph: Paragraph, line: str) -> bool:
    if len(line.split()) > _CAPTION_WORDS:
        return False
    style = (paragraph.style.name or "").lower() if paragraph.style else ""
    runs = [run for run in paragraph.runs if run.text.strip()]
    return "caption" in style or paragraph.alignment == 1 or (bool(runs) and all(run.italic for run in runs))
