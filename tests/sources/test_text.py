"""Text files are decoded by what they hold; what is no text is named."""

from __future__ import annotations

import codecs
import hashlib
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sources import legacy_writing as writing
from tui.sources import decode, files
from tui.sources.errors import SourceError
from tui.sources.legacy import Encoding
from tui.sources.read import read, read_data

TEXT = (
    "Ông Lò Văn Ỏn giám sát tại xã Đông Kỳ\n\nNgày 4/3/2025, ông Lò Văn Ỏn - Phó Chủ tịch HĐND tỉnh Tây Sơn Hạ chủ trì "
    "buổi giám sát việc giải quyết thủ tục hành chính; đề nghị xã rà soát 12 hồ sơ, báo cáo trước tháng 6.\n"
)


def written(folder: Path, data: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refused(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_data(data, "a.txt")
    return caught.value


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16le"),
        (TEXT.encode("utf-16-be"), "utf-16be"),
        (TEXT.encode("utf-32"), "utf-32"),
    ],
)
def test_unicode_is_read_with_and_without_a_mark(tmp_path: Path, data: bytes, encoding: str) -> None:
    source = read(written(tmp_path, data))
    assert (source.text, source.encoding, source.format) == (TEXT, encoding, "txt")
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.text_sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert source.characters == len(TEXT)


@pytest.mark.parametrize(
    ("text", "normalization"),
    [
        (TEXT, "NFC"),
        (unicodedata.normalize("NFD", TEXT), "NFD"),
        (TEXT + unicodedata.normalize("NFD", "Ỏn"), "mixed"),
        ("plain\n", "NFC"),
    ],
)
def test_the_text_stays_as_it_is_and_its_normalization_is_told(text: str, normalization: str) -> None:
    source = read_data(text.encode(), "a.txt")
    assert (source.text, source.normalization) == (text, normalization)


def test_line_ends_stay() -> None:
    assert read_data(TEXT.replace("\n", "\r\n").encode(), "a.txt").text == TEXT.replace("\n", "\r\n")


@pytest.mark.parametrize("encoding", ["windows-1258", "x-tcvn3", "x-vni", "viscii"])
def test_a_legacy_encoding_is_offered_and_converted_only_when_asked_for(tmp_path: Path, encoding: Encoding) -> None:
    path = written(tmp_path, writing.encode(TEXT, encoding))
    with pytest.raises(SourceError) as caught:
        read(path)
    assert caught.value.offer == encoding and encoding in str(caught.value)
    converted = read(path, convert=caught.value.offer)
    assert (converted.text, converted.encoding) == (writing.expected(TEXT, encoding), encoding)


@pytest.mark.parametrize("encoding", ["x-tcvn3", "x-vni"])
def test_a_legacy_font_inside_unicode_is_noticed_and_kept(encoding: Encoding) -> None:
    misread = writing.encode(TEXT, encoding).decode("cp1252")
    source = read_data(misread.encode(), "a.txt")
    assert (source.text, source.encoding, source.looks_like) == (misread, "utf-8", encoding)
    assert read_data(misread.encode(), "a.txt", convert=encoding).text == writing.expected(TEXT, encoding)


@pytest.mark.parametrize(
    "text", [TEXT, unicodedata.normalize("NFD", TEXT), "Les députés étaient très étonnés, à Nîmes, où déjà.\n"]
)
def test_other_text_is_not_taken_for_a_legacy_font(text: str) -> None:
    assert read_data(text.encode(), "a.txt").looks_like is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"  \n\t\n", "holds no words"),
        (b"\x00\x01\x02\x03" * 100, "is no text"),
        (bytes(range(256)) * 8, "is no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is a picture"),
        (b"\xff\xd8\xff\xe0", "is a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, "save it as .docx"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"PK\x03\x04" + b"\x00" * 99, "packed file"),
        ("Một dòng\nhỏng ".encode() + b"\xff\xfe\xfd", "a.txt:2: is neither UTF-8"),
        ("Les députés étaient très étonnés, à Nîmes, où déjà.".encode("cp1252"), "is neither UTF-8"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "is not valid utf-16"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "is a feed"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, said: str) -> None:
    error = refused(data)
    assert said in str(error) and "\n" not in str(error)


def test_a_few_control_characters_don_t_make_text_binary() -> None:
    text = TEXT + "\x1b[2J\x00\x07"
    assert read_data(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Tin\n\nMột đoạn.", "md"),
        ("---\ntitle: Tin\n---\nMột đoạn.", "md"),
        ("Một [liên kết](https://a.example).", "md"),
        ("Một đoạn * và [chú thích].", "txt"),
        ("#1 trong năm", "txt"),
    ],
)
def test_markdown_is_known_by_its_marks_and_read_as_it_is(text: str, kind: str) -> None:
    source = read_data(text.encode(), "a.txt")
    assert (source.format, source.text) == (kind, text)


def test_files_that_can_not_be_read_are_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    os.symlink(tmp_path / "loop", tmp_path / "loop")
    written(tmp_path, b"", "empty.txt")
    said = {}
    for name in ("none.txt", "pipe", "loop", "empty.txt", ".", "a\0b"):
        with pytest.raises(SourceError) as caught:
            read(tmp_path / name)
        said[name] = caught.value.said()
    assert said["none.txt"] == "there is no such file"
    assert said["pipe"] == "is no regular file"
    assert said["loop"].startswith("can't be read")
    assert said["empty.txt"] == "is empty"
    assert said["."] == "is a folder"
    assert said["a\0b"].startswith("can't be read")


def test_a_device_is_not_read() -> None:
    with pytest.raises(SourceError, match="is no regular file"):
        read(Path("/dev/zero"))


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    written(tmp_path, TEXT.encode())
    os.symlink(tmp_path / "a.txt", tmp_path / "link")
    assert read(tmp_path / "link").text == TEXT


def test_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError, match="is too large: 4 bytes, at most 3"):
        files.read_bytes(written(tmp_path, b"abcd"), most=3)
    monkeypatch.setattr(decode, "MOST_CHARACTERS", 10)
    assert "is too long" in str(refused(TEXT.encode()))


@given(st.binary(max_size=300))
def test_any_bytes_become_text_or_a_named_error(data: bytes) -> None:
    try:
        source = read_data(data, "a.txt")
    except SourceError as error:
        assert str(error).isprintable()
    else:
        assert source.characters == len(source.text)
