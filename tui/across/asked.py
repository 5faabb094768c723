"""A request of an article as it stands on a board with those of others: who asks whom for what, when and where."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tui.across.appearance import day_of
from tui.model import Attribution, Record, RequestKind
from tui.naming import Names


class Asked(Struct, frozen=True, array_like=True):
    """A request. Strings are raw."""

    article_key: str
    request_id: str
    kind: RequestKind
    requester: str | None
    attribution: Attribution
    """How sure it is who asks (see ``tui.model``)."""
    addressees: tuple[str, ...]
    """Names of those who are asked, else the words that stand for them; empty where the article does not say."""
    action: str
    """What is asked, as it is written."""
    day: str | None
    """Day of the session, else of publication."""
    place: str | None
    span: tuple[int, int]
    """Where the action stands: offsets of the source text."""

    @property
    def key(self) -> str:
        """What this request is called among all: the article's key and the request's id in it."""
        return f"{self.article_key}:{self.request_id}"


def asked(article_key: str, record: Record) -> Iterator[Asked]:
    """Yield the requests of an article, in its order."""
    names, day, place = Names(record), day_of(record), place_of(record)
    for one in record.requests:
        addressees = [name for key in one.addressee_ids if (name := names.of(key))]
        if not addressees and one.addressee_selector is not None:
            addressees = [one.addressee_selector.exact]
        named = one.requester_selector
        yield Asked(
            article_key=article_key,
            request_id=one.id,
            kind=one.kind,
            requester=names.of(one.requester_id) or (named.exact if named else None),
            attribution=one.attribution,
            addressees=tuple(addressees),
            action=one.action.exact,
            day=day,
            place=place,
            span=(one.action.start, one.action.end),
        )


def place_of(record: Record) -> str | None:
    """Return where a session was held, as it is shown: the place, else the areas that were supervised."""
    names = Names(record)
    areas = [name for area in record.event.supervised_area_ids if (name := names.of(area))]
    return record.event.location or ", ".join(areas) or None
