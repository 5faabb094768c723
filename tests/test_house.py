"""Rules of the house that no linter knows."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 400
"""Lines of a Python file: one thought fits in that."""


def python_files() -> list[Path]:
    return [path for folder in ("tui", "tests", ".packaging", ".ci") for path in (ROOT / folder).rglob("*.py")]


def test_no_python_file_is_longer_than_a_thought() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in python_files()}
    assert len(lengths) > 50
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_module_says_why_it_exists() -> None:
    assert [
        str(path.relative_to(ROOT)) for path in python_files() if not path.read_text("utf-8").startswith('"""')
    ] == []
