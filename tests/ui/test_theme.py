"""Contrast, and themes that are not our own."""

from __future__ import annotations

from itertools import product

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tests.ui.reading import pane, press, reader, shown
from tui.app import theme_named
from tui.widgets.theme import DARK, GROUNDS, INKS, LIGHT, Ground, Palette, defaults

LEAST = 4.5


def variables(theme: Theme) -> dict[str, str]:
    return {**defaults(theme), **theme.to_color_system().generate(), **theme.variables}


def contrast(one: Color, other: Color) -> float:
    def light(colour: Color) -> float:
        parts = [value / 255 for value in (colour.r, colour.g, colour.b)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_everything_written_can_be_read(theme: Theme) -> None:
    palette = Palette(variables(theme))
    weak = []
    for ink, ground in product(INKS, GROUNDS):
        style = palette.style(ink, ground)
        assert style.color and style.bgcolor
        ratio = contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
        if ink != "faint" and ratio < LEAST:
            weak.append(f"{ink} on {ground}: {ratio:.2f}")
    assert weak == []


def test_what_a_ground_means_can_be_told_without_colour() -> None:
    palette = Palette(variables(DARK))
    grounds: tuple[Ground, ...] = ("follow", "match", "here")
    for ground in grounds:
        style = palette.style("text", ground)
        assert style.bold or style.underline or style.reverse, ground


@pytest.mark.parametrize("name", [*BUILTIN_THEMES, DARK.name, LIGHT.name])
def test_every_theme_of_textual_can_be_chosen(name: str) -> None:
    theme = {DARK.name: DARK, LIGHT.name: LIGHT}.get(name) or BUILTIN_THEMES[name]
    palette = Palette(variables(theme))
    for ink, ground in product(INKS, GROUNDS):
        palette.style(ink, ground)


@pytest.mark.parametrize("name", ["ansi-dark", "nord"])
async def test_the_reader_is_drawn_in_a_theme_that_is_not_its_own(name: str) -> None:
    async with reader(theme=name) as pilot:
        assert "Phạm Quí Tiên" in shown(pane(pilot, "text"))


def test_a_setting_names_a_theme_or_means_our_own() -> None:
    assert [theme_named(name) for name in ("", "dark", "light", "nord", "nonsense")] == [
        DARK.name,
        DARK.name,
        LIGHT.name,
        "nord",
        DARK.name,
    ]


async def test_the_theme_changes_while_reading() -> None:
    async with reader() as pilot:
        before = pane(pilot, "text").render_line(1)
        await press(pilot, "ctrl+p", *"light", "enter")
        assert pilot.app.theme == LIGHT.name
        after = pane(pilot, "text").render_line(1)
        assert before.text == after.text
        assert list(before) != list(after)


async def test_without_colours_the_place_that_is_looked_at_still_stands_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reader() as pilot:
        await press(pilot, "g", "3", "enter")
        lines = pane(pilot, "text").render_lines(pane(pilot, "text").size.region)
        reversed_words = [piece.text for line in lines for piece in line if piece.style and piece.style.reverse]
        assert any("Phạm Quí Tiên" in words for words in reversed_words)
