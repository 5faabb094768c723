"""Typing with input methods."""

from __future__ import annotations

import unicodedata
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tui.widgets.typed_line import TypedLine


class Host(App[None]):
    def compose(self) -> ComposeResult:
        yield TypedLine(id="line")

    @property
    def line(self) -> TypedLine:
        return self.query_one(TypedLine)


@asynccontextmanager
async def typing(value: str = "") -> AsyncIterator[tuple[TypedLine, Pilot[None]]]:
    host = Host()
    async with host.run_test(size=(40, 3)) as pilot:
        host.set_focus(host.line)
        host.line.value = value
        host.line.cursor_position = len(value)
        await pilot.pause()
        yield host.line, pilot


def send(pilot: Pilot[None], *keys: tuple[str, str | None]) -> None:
    """Send keys as one read of the terminal gives them: all are there before any is acted on."""
    for key, character in keys:
        pilot.app.post_message(events.Key(key, character))


async def test_backspace_comes_before_the_letter_that_replaces_what_it_takes() -> None:
    async with typing() as (line, pilot):
        send(pilot, ("v", "v"), ("i", "i"), ("e", "e"), ("backspace", "\x7f"), ("ê", "ê"), ("t", "t"))
        await pilot.pause()
        assert line.value == "viêt"
        send(pilot, ("backspace", "\x7f"), ("backspace", "\x7f"), ("ệ", "ệ"), ("t", "t"))
        await pilot.pause()
        assert line.value == "việt"


async def test_control_h_is_backspace_too() -> None:
    async with typing("via") as (line, pilot):
        send(pilot, ("ctrl+h", "\x08"), ("ê", "ê"))
        await pilot.pause()
        assert line.value == "viê"


async def test_a_mark_that_comes_alone_joins_its_letter() -> None:
    async with typing("vie") as (line, pilot):
        for mark in "\u0302\u0323":
            send(pilot, (mark, mark))
        await pilot.pause()
        assert line.value == unicodedata.normalize("NFC", "việ")
        assert line.cursor_position == len(line.value)


async def test_a_mark_without_a_letter_is_dropped() -> None:
    async with typing() as (line, pilot):
        send(pilot, ("\u0302", "\u0302"))
        await pilot.pause()
        assert line.value == ""


async def test_what_is_pasted_is_cleaned_and_one_line() -> None:
    async with typing() as (line, pilot):
        pilot.app.post_message(events.Paste("\n\x1b]0;x\x07Mê\tLinh\u202e\nzweite"))
        await pilot.pause()
        assert line.value == "␛]0;x␇Mê Linh<U+202E>"


async def test_an_empty_paste_changes_nothing() -> None:
    async with typing("a") as (line, pilot):
        for text in ("", "\n\n", "   "):
            pilot.app.post_message(events.Paste(text))
        await pilot.pause()
        assert line.value == "a"


async def test_letters_replace_what_is_selected() -> None:
    async with typing("Mê Linh") as (line, pilot):
        line.selection = type(line.selection)(0, 7)
        send(pilot, ("x", "x"))
        await pilot.pause()
        assert line.value == "x"
