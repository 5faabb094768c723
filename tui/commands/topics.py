"""What ``giamsat help TOPIC`` tells: paragraphs for each topic; the keys are drawn from their own table."""

from __future__ import annotations

from typing import NamedTuple

from tui.messages import N_


class Topic(NamedTuple):
    """A topic: in a word or two what it is about, and what is told, a paragraph each."""

    about: str
    paragraphs: tuple[str, ...]


TOPICS: dict[str, Topic] = {
    "keys": Topic(N_("the keys of the reader"), ()),
    "queries": Topic(
        N_("how to search"),
        (
            N_(
                "Words are found in any order and without accents; an accent that you type counts. One typing error a "
                "word is forgiven, Telex and VNI are understood, and so are short forms: hdnd finds Hội đồng nhân dân."
            ),
            N_('"words in quotation marks" stand together as they are; -word leaves out what has the word.'),
            N_(
                "Fields narrow a search: who: role: org: place: theme: side: unit: kind: after: before: year:, as in "
                'place:"mê linh" year:2024. Dates are written 2024, 5/2024 or 8/5/2024.'
            ),
            N_("value>1000, value<=12,5 and their like compare figures."),
            N_(
                "has:note, has:star, has:tag, has:figure, has:request and has:correction find sessions with one; "
                "tag:chợ finds those with that tag."
            ),
            N_("A query that makes no sense is explained, and searched as plain words."),
        ),
    ),
    "settings": Topic(
        N_("settings, other keys and other colours"),
        (
            N_(
                "The settings are changed in the reader, and seen at once: colours, language, the measure of the text, "
                "what is coloured in it, widths of panes, what opens an original, animation, mouse."
            ),
            N_(
                "Those who write files put the same into config.toml; giamsat config --example prints one with a "
                "comment on each line. What is changed in the reader goes to settings.toml beside it, and counts first."
            ),
            N_(
                'Its table [keys] gives any action other keys: copy = "Y", down = ["j", "ctrl+n"], first = "g g". An '
                "empty list takes the keys away. Two actions with one key, keys that no terminal sends, and names that "
                "do not exist are told with their line, at the start and by giamsat config."
            ),
            N_(
                "giamsat config tells each value and the file it came from. NO_COLOR is respected: what colour says is "
                "also said by signs, bold, underlined or reversed letters."
            ),
        ),
    ),
    "library": Topic(
        N_("folders of articles"),
        (
            N_(
                "A library is a folder of articles: txt, md, html, docx or pdf. It needs no preparation; articles are "
                "parsed when it is opened, and what was parsed is kept in your cache directory, which may be deleted."
            ),
            N_(
                "What is new, changed, moved or gone is noticed at every opening. giamsat index does the work "
                "beforehand, and --rebuild makes the index again from nothing; nothing that you added is in it."
            ),
            N_("Your articles are never changed. giamsat add copies articles into a library, each once."),
            N_(
                "A record beside its article (NAME.yaml beside NAME.txt) that was corrected by hand is used in the "
                "place of a new parse, and never overwritten."
            ),
            N_(
                "What is decided about people, events and figures lies in the folder, too (people.yaml, events.yaml, "
                "series.yaml), so that all who read the library share it."
            ),
        ),
    ),
    "notes": Topic(
        N_("what you add"),
        (
            N_(
                "Stars, tags and notes can be added to any session, person, figure, request or passage. They are kept "
                "in your data directory, by the words that they were added to: they stay when a file is moved, saved "
                "in another encoding, parsed anew or corrected. A note whose words are gone is shown as such, and kept."
            ),
            N_("The last 50 changes can be undone, one after the other."),
            N_(
                "giamsat notes export FILE writes all of it as YAML. giamsat notes import FILE merges what somebody "
                "else has written: nothing is lost and nothing doubled; where two wordings of one note went apart, "
                "both are kept."
            ),
            N_(
                "giamsat backup FILE copies everything that you have added, with decisions and corrections. giamsat "
                "restore FILE brings it back, and keeps a backup of what it replaces."
            ),
        ),
    ),
    "requests": Topic(
        N_("what became of requests"),
        (
            N_(
                "Each request is open until you say that it is answered, done or dropped; it can have a day by which "
                "it is due, notes, and links to the passages of later articles that answer it."
            ),
            N_("giamsat requests lists them; --state open those that are open, with -o FILE as a table to work with."),
        ),
    ),
    "export": Topic(
        N_("how to take something out"),
        (
            N_(
                "Mark sessions, people, figures, requests or passages in the reader and export them, or give a query "
                "to giamsat export; giamsat export --marked takes what was marked."
            ),
            N_(
                "Each quotation has its source: headline, publisher or file, date, address, paragraph, and place in "
                "the file. What was left out of it is shown as [...]; a speaker who is not named in the sentence "
                "itself is marked as inferred."
            ),
            N_(
                "Formats: text, md, csv, json and docx (Word); the ending of the file tells which. CSV opens in "
                "spreadsheets with all accents, and no cell of it runs as a formula. A file that is there is not "
                "replaced unasked."
            ),
        ),
    ),
    "corrections": Topic(
        N_("when a record is wrong"),
        (
            N_(
                "Everything that was found says how: giamsat check lists what was inferred, and figures that do not "
                "agree with each other."
            ),
            N_(
                "giamsat parse ARTICLE -o FOLDER writes a record as YAML. Correct it in any editor and put it beside "
                "its article: offsets are filled in from the quotes, and what is wrong is named with its line."
            ),
            N_(
                "A correction is used from then on. It stays when the article changes, as far as its quotes still "
                "stand; giamsat parse --diff shows what a new parse would change."
            ),
            N_("Of an article in a folder that can't be written, corrections are kept in your data directory."),
        ),
    ),
    "safety": Topic(
        N_("what can't happen"),
        (
            N_(
                "Text from outside can't steer your terminal: control, direction and invisible characters are shown "
                "as tokens, on the screen as in every file. Nothing in an article is opened, copied or run by itself."
            ),
            N_(
                "Nothing goes over the network unless you ask for it: giamsat add with an address. Addresses within "
                "your own network are refused."
            ),
            N_(
                "PDF and Word files are read in a process of its own, with limits of time and memory. Files and texts "
                "that are too large are named, not read."
            ),
            N_(
                "What you add is on the disk when you see it, whatever happens then. A file of a newer version is left "
                "alone; of an older one a copy is kept before it is changed; a damaged one is set aside."
            ),
        ),
    ),
}
"""The topics in the order in which they are listed."""
