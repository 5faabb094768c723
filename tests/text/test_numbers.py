"""Numbers: what digits with dots and commas stand for in Vietnamese texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.numbers import exact, numerals, read


@pytest.mark.parametrize(
    ("digits", "value", "decimals", "odd"),
    [
        ("233.250", 233250, 0, False),
        ("1.234.567", 1234567, 0, False),
        ("1.250,5", 1250.5, 1, False),
        ("12,5", 12.5, 1, False),
        ("14,375", 14.375, 3, False),
        ("08", 8, 0, False),
        ("2015", 2015, 0, False),
        ("12.5", 12.5, 1, True),
        ("97.25", 97.25, 2, True),
        ("0.125", 0.125, 3, True),
        ("1,000", 1000, 0, True),
        ("1,234,567", 1234567, 0, True),
    ],
)
def test_digits_stand_for_a_number(digits: str, value: float, decimals: int, odd: bool) -> None:
    numeral = read(digits)
    assert (numeral.value, numeral.decimals, numeral.odd) == (value, decimals, odd)
    assert type(numeral.value) is type(value)


@pytest.mark.parametrize("digits", ["1.2.3", "0269.3123.456", "1.20.000", "1234567890123456789", "1,2,3"])
def test_other_digits_are_no_number(digits: str) -> None:
    assert read(digits).value is None


def test_numbers_are_found_with_their_places_and_not_inside_words() -> None:
    text = "Có 12 ha, 500m2 và QH15; tăng 2,5%."
    assert [(text[one.start : one.end], one.value) for one in numerals(text)] == [
        ("12", 12),
        ("500", 500),
        ("2,5", 2.5),
    ]


@pytest.mark.parametrize(("value", "expected"), [(63.454 * 1e9, 63454000000), (0.1 + 0.2, 0.3), (2.0, 2)])
def test_products_lose_the_noise_of_binary_fractions(value: float, expected: float) -> None:
    assert exact(value) == expected
    assert type(exact(value)) is type(expected)


@given(st.text(alphabet="0123456789.,", max_size=60))
def test_any_run_of_digits_and_marks_is_read_without_an_error(text: str) -> None:
    for numeral in numerals(text):
        assert text[numeral.start : numeral.end].strip(".,") == text[numeral.start : numeral.end]
        assert numeral.value is None or numeral.value >= 0
