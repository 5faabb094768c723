"""Makes small Word and PDF files to read: sound ones, and such as were made to hurt."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH


def picture() -> bytes:
    """Return the smallest PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    packed = zlib.compress(b"\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def word_document() -> bytes:
    """Return a document with a heading, a picture with its caption, a table, and a line break in a paragraph."""
    document = docx.Document()
    document.add_heading("HĐND xã Đông Kỳ giám sát nước sạch", level=1)
    document.add_paragraph("Ngày 4/3/2025, ông Lò Văn Ỏn chủ trì buổi giám sát.")
    document.add_paragraph().add_run().add_picture(io.BytesIO(picture()))
    caption = document.add_paragraph("Quang cảnh buổi giám sát")
    caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
    table = document.add_table(rows=2, cols=3)
    for row, words in zip(table.rows, (("Chỉ tiêu", "2023", "2024"), ("Hộ có nước", "120", "156")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.add_paragraph("Dòng một\nDòng\thai  rộng")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word_text() -> str:
    """Return what is read of :func:`word_document`."""
    lines = [
        "HĐND xã Đông Kỳ giám sát nước sạch",
        "Ngày 4/3/2025, ông Lò Văn Ỏn chủ trì buổi giám sát.",
        "[ảnh]",
        "Quang cảnh buổi giám sát",
        "Chỉ tiêu | 2023 | 2024",
        "Hộ có nước | 120 | 156",
        "Dòng một",
        "Dòng hai rộng",
    ]
    return "\n\n".join(lines) + "\n"


def repacked(change: Callable[[zipfile.ZipFile, str, bytes], None], *more: tuple[str, bytes]) -> bytes:
    """Return the Word document packed anew: ``change`` writes each member, then come ``more``."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_document())) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            change(new, name, old.read(name))
        for name, data in more:
            new.writestr(name, data)
    return file.getvalue()


def pdf(pages: list[list[str]]) -> bytes:
    """Return a PDF file with a text layer; each page is a list of lines, in any letters of Unicode."""
    letters = sorted({letter for page in pages for line in page for letter in line})
    code = {letter: index + 1 for index, letter in enumerate(letters)}
    kids = " ".join(f"{6 + 2 * index} 0 R" for index in range(len(pages)))
    meaning = "\n".join(f"<{code[letter]:04x}> <{letter.encode('utf-16-be').hex()}>" for letter in letters)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{meaning}\nendbfchar endcmap end end"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] "
        b"/ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 600 /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        _stream(cmap.encode()),
    ]
    for index, lines in enumerate(pages):
        shown = "".join(f"<{''.join(f'{code[letter]:04x}' for letter in line)}> Tj T*\n" for line in lines)
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {7 + 2 * index} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects += [page.encode(), _stream(f"BT /F 12 Tf 14 TL 40 760 Td\n{shown}ET".encode())]
    return _file(objects)


def _stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def _file(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return data + head + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def pdf_bomb() -> bytes:
    """Return a PDF file whose page unpacks to gigabytes, in several layers."""
    data = b"\x00" * 30_000_000
    layers = 3
    for _ in range(layers):
        data = zlib.compress(data, 9)
    content = _stream(data, b"/Filter [" + b"/FlateDecode " * layers + b"]")
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents ["
            + b"4 0 R " * 400
            + b"] /Resources << >> >>",
            content,
        ]
    )


def pdf_circle() -> bytes:
    """Return a PDF file whose cross-reference table leads back to itself."""
    sound = pdf([["a"]])
    return sound.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % sound.rindex(b"xref\n0 "))
