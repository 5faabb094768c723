"""Bytes to text: Unicode is read, legacy Vietnamese is named and converted only when asked for."""

from __future__ import annotations

import codecs
import contextlib
import unicodedata

from tui.messages import N_
from tui.sources import legacy
from tui.sources.errors import SourceError
from tui.sources.source import Normalization
from tui.text.regex import regex

MOST_CHARACTERS = 2_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: it begins like it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_IANA = {"cp1252": "windows-1252", "cp1258": "windows-1258", "iso8859-1": "iso-8859-1"}
_CONTROLS = regex(b"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_CHARACTERS = regex("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.02  # share of control characters: text that was damaged, or attacks a terminal, holds fewer
_SAMPLE = 8_192
_ZEROS = 0.2  # least share of zero bytes in every other place: UTF-16 has one for each space, digit and full stop


def decode(data: bytes, name: str, *, charset: str | None = None, convert: str | None = None) -> tuple[str, str]:
    """Return the text of bytes, and the encoding (IANA name in lower case); a byte-order mark is dropped.

    Args:
        data: The bytes of a text file or page.
        name: The file's name or address, for errors.
        charset: What a header or the page itself says; it counts only where it fits, for pages lie.
        convert: The legacy encoding that the user said the text is in: one of ``legacy.ENCODINGS``.

    Raises:
        SourceError: binary, not decodable, legacy (``offer`` names the encoding), or too long.
    """
    chosen = next((one for one in legacy.ENCODINGS if one == convert), None)
    text, encoding = (_converted(data, name, chosen), str(chosen)) if chosen else _decoded(data, name, charset)
    check_length(text, name)
    return text, encoding


def check_length(text: str, name: str) -> None:
    """Refuse a text that is longer than any article.

    Raises:
        SourceError: it has more than MOST_CHARACTERS.
    """
    if len(text) > MOST_CHARACTERS:
        reason = N_("is too long: {count} characters, at most {most}")
        raise SourceError(name, reason, count=len(text), most=MOST_CHARACTERS)


def normalization(text: str) -> Normalization:
    """Return the Unicode normalization of a text; what has no accents is NFC."""
    if unicodedata.is_normalized("NFC", text):
        return "NFC"
    return "NFD" if unicodedata.is_normalized("NFD", text) else "mixed"


def _converted(data: bytes, name: str, encoding: legacy.Encoding) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        source: bytes | None = data
    else:
        source = legacy.as_bytes(text)
    try:
        return legacy.convert(data if source is None else source, encoding)
    except UnicodeDecodeError as error:
        raise SourceError(name, N_("is not written in {encoding}"), encoding=encoding) from error


def _decoded(data: bytes, name: str, charset: str | None) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(data, name, encoding), encoding
    wide = _wide(data)
    if wide:
        return _text(data, name, wide), wide
    if len(_CONTROLS.findall(data[:_SAMPLE])) > _MOST_CONTROLS * len(data[:_SAMPLE]) + 1:
        raise SourceError(name, N_("is no text (binary data)"))
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _not_utf8(data, name, charset, error)


def _not_utf8(data: bytes, name: str, charset: str | None, error: UnicodeDecodeError) -> tuple[str, str]:
    offer, declared = legacy.from_bytes(data), _known(charset)
    if offer and offer != declared:
        reason = N_("is written in {encoding}; it can be converted")
        raise SourceError(name, reason, offer=offer, encoding=offer) from error
    if declared:
        with contextlib.suppress(UnicodeDecodeError):  # the declaration may be wrong
            return data.decode(declared), declared
    line = data.count(b"\n", 0, error.start) + 1
    raise SourceError(
        name, N_("is neither UTF-8 nor in a known Vietnamese encoding (byte {byte})"), line=line, byte=error.start
    ) from error


def _text(data: bytes, name: str, encoding: str) -> str:
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            name, N_("is not valid {encoding} (byte {byte})"), encoding=encoding, byte=error.start
        ) from error
    if len(_CONTROL_CHARACTERS.findall(text[:_SAMPLE])) > _MOST_CONTROLS * len(text[:_SAMPLE]) + 1:
        raise SourceError(name, N_("is no text (binary data)"))
    return text


def _wide(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark by its zero bytes, which stand in every other place only."""
    sample = data[: _SAMPLE // 2 * 2]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > _ZEROS * half and even <= odd / 20:
        return "utf-16le"
    if even > _ZEROS * half and odd <= even / 20:
        return "utf-16be"
    return None


def _known(charset: str | None) -> str | None:
    """Return the IANA name of a declared charset that Python decodes and that is no Unicode."""
    try:
        found = codecs.lookup(charset or "")
    except (LookupError, ValueError):
        return None
    if found.name.startswith("utf") or not found._is_text_encoding:
        return None
    return _IANA.get(found.name, found.name)
