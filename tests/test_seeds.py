"""The library that ships: the article as it came, and its record as the program writes it."""

from __future__ import annotations

import hashlib
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
SEED = SEEDS / "000_9453927c25cb1dab.txt"
SHA256 = "1317dfbaa2c0dd327f2be8b545fd97166d6e83dd0c7b42441ec8e7aa84549696"


def test_the_seed_is_there_byte_for_byte() -> None:
    assert hashlib.sha256(SEED.read_bytes()).hexdigest() == SHA256
