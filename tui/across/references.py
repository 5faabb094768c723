"""How a decision names what it is about: by words that people can read, and by the key of an article.

Keys change when a text is corrected, and roles when it is parsed anew; then the rest of what is said finds the thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from tui.across.account import Account
from tui.across.appearance import Appearance
from tui.across.measure import Measure
from tui.text.fold import syllables
from tui.text.names import match_key


class Reference(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a decision calls a thing."""

    @property
    def identity(self) -> tuple[str, ...]:
        """What two references to one thing have in common."""
        raise NotImplementedError

    @property
    def words(self) -> str:
        """What people call the thing."""
        raise NotImplementedError


class PersonReference(Reference, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A person as one article names them."""

    name: str
    role: str = ""
    """The role there, its area completed; what tells two of one name in an article."""
    day: str = ""
    article: str

    @property
    def identity(self) -> tuple[str, ...]:
        """What two references to one thing have in common."""
        return self.article, match_key(self.name), _words(self.role)

    @property
    def words(self) -> str:
        """The name."""
        return self.name


class ArticleReference(Reference, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """An article, which stands for the session that it reports."""

    headline: str
    day: str = ""
    article: str

    @property
    def identity(self) -> tuple[str, ...]:
        """What two references to one thing have in common."""
        return (self.article,)

    @property
    def words(self) -> str:
        """The headline."""
        return self.headline


class SeriesReference(Reference, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Comparable figures by what they count; with an article and a number, one figure of them."""

    about: str
    """What is counted, as it is shown."""
    kind: str
    unit: str = ""
    """As it is shown, or as it is compared."""
    article: str = ""
    written: str = ""
    """The number with its unit, as the article has it."""

    @property
    def identity(self) -> tuple[str, ...]:
        """What two references to one thing have in common."""
        return self.kind, _words(self.unit), _words(self.about), self.article, _words(self.written)

    @property
    def words(self) -> str:
        """What is counted, and the number if it is one figure."""
        return f"{self.written} ({self.about})" if self.written else self.about


def person_reference(one: Appearance) -> PersonReference:
    """Return what a decision calls an appearance."""
    role = one.posts[0].label if one.posts else ""
    return PersonReference(name=one.name, role=role, day=one.day or "", article=one.article_key)


def article_reference(one: Account) -> ArticleReference:
    """Return what a decision calls an article."""
    return ArticleReference(headline=one.title, day=one.day or "", article=one.article_key)


class People:
    """Finds appearances by references. It needs those of the names that decisions are about, and no others."""

    def __init__(self, appearances: Iterable[Appearance]) -> None:
        """Take the appearances."""
        self._in_article: dict[tuple[str, str], list[Appearance]] = defaultdict(list)
        self._on_day: dict[tuple[str, str], list[Appearance]] = defaultdict(list)
        for one in appearances:
            name = match_key(one.name)
            self._in_article[one.article_key, name].append(one)
            self._on_day[one.day or "", name].append(one)

    def find(self, wanted: PersonReference) -> Sequence[str]:
        """Return the keys of the appearances that a reference can mean: one, if it is clear.

        If its article is gone, or has another key by now, who has the name and the role on the day is meant.
        """
        name = match_key(wanted.name)
        there = self._in_article.get((wanted.article, name), [])
        if not there and wanted.day:
            there = [one for one in self._on_day.get((wanted.day, name), []) if _has_role(one, wanted.role)]
        if len(there) > 1:
            there = [one for one in there if _has_role(one, wanted.role)] or there
        return [one.key for one in there]


def series_reference(one: Measure, *, alone: bool = False) -> SeriesReference:
    """Return what a decision calls the series that a figure is in by its words, or the figure ``alone``."""
    own = {"article": one.article_key, "written": one.written} if alone else {}
    return SeriesReference(about=one.about, kind=one.kind, unit=one.unit, **own)


class Figures:
    """Finds series and single figures by references."""

    def __init__(self, measures: Iterable[Measure]) -> None:
        """Take the figures; those of the articles and series that decisions are about are enough."""
        self._series: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        self._alone: dict[tuple[str, str], list[Measure]] = defaultdict(list)
        for one in measures:
            names = self._series[one.kind, _words(one.unit), _words(one.about)]
            if one.series_key and one.series_key not in names:
                names.append(one.series_key)
            self._alone[one.article_key, _words(one.written)].append(one)

    def find(self, wanted: SeriesReference) -> Sequence[str]:
        """Return the keys of the series, or of the figures, that a reference can mean: one, if it is clear."""
        if not wanted.article:
            return self._series.get((wanted.kind, _words(wanted.unit), _words(wanted.about)), [])
        there = self._alone.get((wanted.article, _words(wanted.written)), [])
        about = [one for one in there if _words(one.about) == _words(wanted.about)]
        return [one.key for one in about or there]


class Articles:
    """Finds articles by references."""

    def __init__(self, articles: Iterable[Account]) -> None:
        """Take the articles of the library."""
        self._keys: set[str] = set()
        self._by_words: dict[tuple[str, str], list[str]] = defaultdict(list)
        for one in articles:
            self._keys.add(one.article_key)
            self._by_words[_words(one.title), one.day or ""].append(one.article_key)

    def find(self, wanted: ArticleReference) -> Sequence[str]:
        """Return the keys of the articles that a reference can mean: one, if it is clear."""
        if wanted.article in self._keys:
            return [wanted.article]
        return self._by_words.get((_words(wanted.headline), wanted.day), [])


def _has_role(one: Appearance, role: str) -> bool:
    wanted = _words(role)
    return (not wanted and not one.posts) or any(_words(post.label) == wanted for post in one.posts)


def _words(text: str) -> str:
    return " ".join(syllables(text))
