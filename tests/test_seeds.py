"""The library that ships: the article as it came, and its record as the program writes it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tui.library.parsing import PARSER, parsed
from tui.library.records import stamped, to_yaml
from tui.sources.read import read

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
SEED = SEEDS / "000_9453927c25cb1dab.txt"
SHA256 = "1317dfbaa2c0dd327f2be8b545fd97166d6e83dd0c7b42441ec8e7aa84549696"


def test_the_seed_is_there_byte_for_byte() -> None:
    assert hashlib.sha256(SEED.read_bytes()).hexdigest() == SHA256


def test_the_record_beside_it_is_what_the_program_writes_today() -> None:
    record = stamped(parsed(read(SEED), f"seeds/{SEED.name}"), PARSER)
    written = SEED.with_suffix(".yaml").read_text("utf-8")
    assert written == to_yaml(record), "run giamsat parse seeds/*.txt -o seeds, and look at what has changed"
