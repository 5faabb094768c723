"""What the program says: English in the code, Vietnamese from the message catalogue.

``say("Nothing found")`` looks a message up; ``say("{count} marked", count=3)`` fills it in. Values are clean text or
numbers, so what comes out is clean too and may be drawn. A message that is written down in one place and said in
another is marked with ``N_`` where it is written. The catalogue is ``locale/vi/LC_MESSAGES/giamsat.po``; the build
compiles it (``python .packaging/build.py`` does so in a checkout).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from tui.text.clean import Clean

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")
DEFAULT: Language = "vi"

CATALOGUE = os.path.join(os.path.dirname(__file__), "locale", "{language}", "LC_MESSAGES", "giamsat.mo")


class _State:
    """The language in use; one for the process, as a locale is."""

    language: Language = "en"
    catalogue: NullTranslations = NullTranslations()


def choose(wanted: str | None, setting: str | None = None, environ: Mapping[str, str] | None = None) -> Language:
    """Return the language to speak: what was asked for, else the setting, else the locale, else Vietnamese.

    Args:
        wanted: The value of ``--lang``, such as ``en`` or ``vi_VN``; one that is not spoken counts as not given.
        setting: The same from the configuration.
        environ: Where the locale's variables are looked up; the process' environment by default.

    """
    variables = os.environ if environ is None else environ
    locale = next((variables[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if variables.get(name)), None)
    for candidate in (wanted, setting, locale):
        code = (candidate or "").lower().replace("-", "_").split(".")[0].split("_")[0]
        for language in LANGUAGES:
            if code == language:
                return language
    return DEFAULT


def use(language: Language) -> None:
    """Speak a language from now on; without its compiled catalogue the messages stay English."""
    _State.language = language
    _State.catalogue = NullTranslations()
    if language != "en":
        try:
            with open(CATALOGUE.format(language=language), "rb") as file:
                _State.catalogue = GNUTranslations(file)
        except FileNotFoundError:
            return


def language() -> Language:
    """Return the language in use."""
    return _State.language


def N_(message: str) -> str:
    """Mark a message for the catalogue where it is only written down."""
    return message


def say(message: str, /, **values: Clean | int) -> Clean:
    """Return a message in the language in use, its ``{names}`` filled in."""
    text = _State.catalogue.gettext(message) if message else ""
    return cast("Clean", text.format(**values) if values else text)


def say_many(one: str, many: str, count: int, /, **values: Clean | int) -> Clean:
    """Return the message for a number of things; ``{count}`` is filled in beside ``values``."""
    text = _State.catalogue.ngettext(one, many, count)
    return cast("Clean", text.format(count=count, **values))


def lead(text: Clean) -> Clean:
    """Return a message with its first letter in upper case, to begin a line with."""
    return cast("Clean", text[:1].upper() + text[1:])
