"""A selection, or the rows of a table, as a Word document: what council offices write in.

The document holds nothing but what is asked for: no name of whoever made it, no program's own remarks, no macros.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from copy import deepcopy
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tui.export.entries import Entry, Group
from tui.export.errors import NoWordError
from tui.export.plain import heading
from tui.messages import language, say
from tui.text.clean import Clean

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

_FONT = "Times New Roman"
"""What offices are told to write in (Decree 30/2020/ND-CP on records, annex I)."""
_TEXT, _SMALL, _CELL = 13, 11, 9.5
"""Sizes of letters: of text (the same annex), of citations, of cells; in points."""
_SHORT_SIDE, _LONG_SIDE, _MARGIN, _BINDING = 210, 297, 20, 30
"""Paper of the size A4 and its margins, the same annex; in millimetres."""
_REMARKS = ("thumbnail", "extended-properties")
"""Parts of python-docx's template that say what made it, by the ends of their kinds."""


def document(groups: Sequence[Group], today: date) -> bytes:
    """Return grouped items as a document: a heading for each session, each quotation with its citation.

    Raises:
        NoWordError: python-docx is not installed.

    """
    title = heading(groups, today)
    made = _new(title, today)
    made.add_heading(title, 1)
    number = 0
    for group in groups:
        if len(groups) > 1:
            made.add_heading(group.title, 2)
        for entry in group.entries:
            number += 1
            _add_entry(made, number, entry)
    return _bytes(made)


def table_document(title: Clean, columns: Sequence[Clean], cells: Sequence[Sequence[Clean]], today: date) -> bytes:
    """Return rows as a document with one table, on paper laid across; its first row comes again on every page.

    Raises:
        NoWordError: python-docx is not installed.

    """
    made = _new(title, today, across=True)
    made.add_heading(title, 1)
    table = made.add_table(rows=1, cols=len(columns), style="Table Grid")
    _fill(table, columns, cells)
    return _bytes(made)


def _new(title: Clean, today: date, *, across: bool = False) -> Document:
    """Return an empty document on A4 paper, in the letters and with the margins of an office."""
    try:
        import docx  # noqa: PLC0415 - of an extra, and not for those who export as text
        from docx.enum.section import WD_ORIENT  # noqa: PLC0415
        from docx.shared import Mm, Pt, RGBColor  # noqa: PLC0415
    except ImportError as error:
        command = Clean("pip install 'giamsat[import]'")
        raise NoWordError(
            say("Word documents need a package that is not installed: {command}", command=command)
        ) from error
    made = docx.Document()
    about = made.core_properties
    about.title, about.author, about.comments, about.language = title, "", "", language()
    about.created = about.modified = datetime(today.year, today.month, today.day)
    package = made.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith(_REMARKS):
            del package.rels[key]
    (section,) = made.sections
    section.page_width, section.page_height = Mm(_SHORT_SIDE), Mm(_LONG_SIDE)
    if across:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(_LONG_SIDE), Mm(_SHORT_SIDE)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(_MARGIN)
    section.left_margin = Mm(_MARGIN if across else _BINDING)
    sizes = {"Normal": _TEXT, "Quote": _TEXT, "Heading 1": _TEXT + 2, "Heading 2": _TEXT}
    for name, size in sizes.items():
        font: Any = made.styles[name].font
        font.name, font.size, font.color.rgb = _FONT, Pt(size), RGBColor(0, 0, 0)
        for script in (
            "asciiTheme",
            "hAnsiTheme",
            "eastAsiaTheme",
            "cstheme",
        ):  # a theme's letters would go before ours
            font.element.rPr.rFonts.attrib.pop(_qualified(script), None)
    return made


def _qualified(name: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415 - of an extra

    return qn(f"w:{name}")


def _add_entry(made: Document, number: int, entry: Entry) -> None:
    from docx.shared import Pt  # noqa: PLC0415 - of an extra

    first = made.add_paragraph()
    first.paragraph_format.keep_with_next = True
    first.add_run(f"{number}. {entry.title}").bold = True
    if entry.notes:
        first.add_run(f" ({'; '.join(entry.notes)})")
    quoted = made.add_paragraph(f"“{entry.quote}”", style="Quote")
    quoted.paragraph_format.keep_with_next = True
    cited = made.add_paragraph().add_run(entry.citation.text())
    cited.font.size = Pt(_SMALL)


def _fill(table: Table, columns: Sequence[Clean], cells: Sequence[Sequence[Clean]]) -> None:
    """Write the names of the columns and the rows; each row is a copy of the first one, which is fast."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - of an extra
    from docx.shared import Pt  # noqa: PLC0415 - of an extra

    (head,) = table.rows
    for cell, name in zip(head.cells, columns, strict=True):
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        run = cell.paragraphs[0].add_run(name)
        run.font.size = Pt(_CELL)
        run.bold = True
    pattern = deepcopy(head._tr)
    bold = _qualified("b")
    for element in [*pattern.iter(bold)]:
        element.getparent().remove(element)
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in cells:
        copy = deepcopy(pattern)
        for run, words in zip(copy.iter(_qualified("r")), row, strict=True):
            run.text = words
        table._tbl.append(copy)


def _bytes(made: Document) -> bytes:
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()
