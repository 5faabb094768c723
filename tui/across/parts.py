"""What one article gives to what holds across articles, in one value that can be packed and kept."""

from __future__ import annotations

from msgspec import Struct

from tui.across.account import Account, account
from tui.across.appearance import Appearance, appearances
from tui.across.asked import Asked, asked
from tui.across.locality import Localities
from tui.across.measure import Measure, measures
from tui.model import Record


class Parts(Struct, frozen=True, array_like=True):
    """The parts of one article. ``msgspec.msgpack`` packs them in three to five kilobytes.

    They are made from the record and the key alone: a library keeps them beside the record and makes them anew with it.
    """

    account: Account
    appearances: tuple[Appearance, ...]
    measures: tuple[Measure, ...]
    asked: tuple[Asked, ...]

    @property
    def article_key(self) -> str:
        """The article's key."""
        return self.account.article_key


def parts(article_key: str, record: Record) -> Parts:
    """Return the parts of an article."""
    localities = Localities(record)
    return Parts(
        account(article_key, record, localities),
        tuple(appearances(article_key, record, localities)),
        tuple(measures(article_key, record, localities)),
        tuple(asked(article_key, record)),
    )
