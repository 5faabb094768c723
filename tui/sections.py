"""The five kinds of things that are searched, marked and exported; the order is that of every list of results."""

from __future__ import annotations

from typing import Literal

Section = Literal["sessions", "people", "figures", "requests", "passages"]
SECTIONS: tuple[Section, ...] = ("sessions", "people", "figures", "requests", "passages")
