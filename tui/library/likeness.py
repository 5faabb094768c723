"""How like two articles are: what recognises one whose text was corrected, or that another site has, too.

A fingerprint holds the smallest hashes of the pairs of neighbouring words (a bottom-k sketch: A. Broder, "On the
resemblance and containment of documents", 1997). The share that two have in common estimates the share of pairs that
the texts have in common, within 0.06 in two of three cases.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from heapq import nsmallest
from itertools import pairwise
from zlib import crc32

SAMPLES = 64
"""Hashes in a fingerprint: 256 bytes."""
ALIKE = 0.7
"""From here on two texts are one article: one with a corrected typing error reaches 0.95 and more, while the likest two
of 19 articles of three portals, which share names, roles and set phrases, reach 0.25."""


def fingerprint(words: Sequence[str]) -> bytes:
    """Return the fingerprint of a text given as its folded words; one without a pair of words has an empty one."""
    hashes = {crc32(f"{one} {other}".encode()) for one, other in pairwise(words)}
    return array("I", nsmallest(SAMPLES, hashes)).tobytes()


def likeness(one: bytes, other: bytes) -> float:
    """Return how like the texts of two fingerprints are, from 0 to 1; nothing is known of an empty one: 0."""
    first, second = _hashes(one), _hashes(other)
    both = nsmallest(SAMPLES, first | second)
    return sum(value in first and value in second for value in both) / len(both) if first and second else 0.0


def _hashes(fingerprint: bytes) -> set[int]:
    return set(array("I", fingerprint)) if len(fingerprint) % 4 == 0 else set()
