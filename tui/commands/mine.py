"""The user's data, for a command: opened, with what is to be known of it said, and up to date with a library."""

from __future__ import annotations

from tui.commands.output import complain
from tui.library import Library
from tui.library.userdata import UserData, UserDataError
from tui.library.userdata.recognition import keep_up
from tui.search import Corpus
from tui.text.clean import clean_line


def user_data(library: Library | None = None) -> UserData:
    """Open the user's data; what was added to articles whose text the library has changed is found under their keys."""
    user = UserData.open()
    if user.notice:
        complain(user.notice)
    if library is not None:
        try:
            keep_up(user, library)
        except UserDataError as error:
            complain(clean_line(str(error)))
    return user


def corpus_of(library: Library) -> Corpus:
    """Return what a search looks through: a library, and what the user added to it."""
    corpus = Corpus(library.index, library.keys)
    user = user_data(library)
    try:
        facts = user.facts()
    except UserDataError as error:
        complain(clean_line(str(error)))
        return corpus
    finally:
        user.close()
    corpus.know("star", facts.star)
    corpus.know("note", facts.note)
    corpus.know("tag", facts.tags)
    return corpus
