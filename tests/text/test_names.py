"""Names of people are split, compared and shortened as they are used."""

from __future__ import annotations

import pytest

from tui.text.names import NameParts, is_short_for, match_key, split, title_case, variants

FAMILIES = {"buôn krông", "âu dương", "niê", "tôn nữ"}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Lê Văn Dư", ("Lê", "Văn", "Dư")),
        ("Lê Dư", ("Lê", None, "Dư")),
        ("Lê Thị Ngọc Ánh", ("Lê", "Thị Ngọc", "Ánh")),
        ("Âu Dương Lan", ("Âu Dương", None, "Lan")),
        ("Y Sô Buôn Krông", ("Buôn Krông", "Y", "Sô")),
        ("H'Lan Niê", ("Niê", None, "H'Lan")),
        ("K'Brai", (None, None, "K'Brai")),
        ("Ka H'Lim", (None, "Ka", "H'Lim")),
        ("Giàng A Sử", ("Giàng", "A", "Sử")),
        ("Dư", (None, None, "Dư")),
        ("", (None, None, None)),
    ],
)
def test_a_name_is_split(name: str, parts: tuple[str | None, str | None, str | None]) -> None:
    assert split(name, FAMILIES) == NameParts(*parts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phạm Quí Tâm", "Phạm Quý Tâm"),
        ("Lê Thị Mĩ Lệ", "LÊ THỊ MỸ LỆ"),
        ("Lê Hoà An", "Lê Hòa An"),
        ("H' Lan Niê", "H’Lan Niê"),
        ("Lê  Văn Dư", "Lê Văn Dư"),
        ("Lê Hòang An", "Lê Hoàng An"),
        ("Hùynh Qúy An", "Huỳnh Quý An"),
    ],
)
def test_spellings_of_one_name_agree(one: str, other: str) -> None:
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Lê Thúy An", "Lê Thúi An"), ("Lê Hòa An", "Lê Hoài An"), ("Lê Văn Dư", "Lê Vân Dư")]
)
def test_two_names_do_not_agree(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)


def test_a_name_has_its_other_spellings() -> None:
    assert variants("Phạm Quý Mỹ") == ("Phạm Quý Mĩ", "Phạm Quí Mỹ", "Phạm Quí Mĩ")
    assert variants("Lê Thúy An") == ()


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("Dư", "Lê Văn Dư", True),
        ("Văn Dư", "Lê Văn Dư", True),
        ("Lê", "Lê Văn Dư", False),
        ("Lê Văn Dư", "Lê Văn Dư", False),
        ("Y Sô", "Y Sô Buôn Krông", True),
        ("Y", "Y Sô Buôn Krông", False),
        ("Quí", "Phạm Quý", True),
    ],
)
def test_a_short_name_fits(short: str, name: str, fits: bool) -> None:
    assert is_short_for(short, name) is fits


def test_a_name_in_capitals_is_lowered() -> None:
    assert title_case("H'LAN NIÊ") == "H'Lan Niê"
