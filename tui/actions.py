"""The one table of actions: footer, help, command palette, keymap and the README's list of keys are drawn from it.

An action is done by the method ``do_<id>`` of the focused widget or the nearest one above it (pane, screen, app) that
has it. Keys are written as people write them: ``/``, ``ctrl+d``, ``G``; ``g g`` is one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from tui.messages import N_

Place = Literal[
    "sessions",
    "text",
    "people",
    "figures",
    "requests",
    "find",
    "line",
    "results",
    "table",
    "details",
    "all figures",
    "figure details",
    "all requests",
    "request details",
    "filter",
    "facets",
    "searches",
    "window",
    "file",
    "question",
    "answer",
    "settings",
    "command",
]
"""Where keys go: the five panes of the reader, the line of words to find in the text, the line of a search, its
results and what narrows them, the list of earlier searches, a table of things of all sessions and its details, those
of all figures and of all requests, the filter line of such a table, a window with a list (help), the line of a file's
name, a question, the line of an answer, the settings, the line above the commands."""
PANES: tuple[Place, ...] = ("sessions", "text", "people", "figures", "requests")
SIDE: tuple[Place, ...] = ("people", "figures", "requests")
"""The panes beside the text."""
LINES: tuple[Place, ...] = ("command", "find", "line", "searches", "filter", "file", "answer")
"""The places in which letters are typed."""
_TABLES: tuple[Place, ...] = ("table", "all figures", "all requests")
_DETAILS: tuple[Place, ...] = ("details", "figure details", "request details")
_TABLE: tuple[Place, ...] = (*_TABLES, *_DETAILS)
_PEOPLE: tuple[Place, ...] = ("table", "details")
_OPENING: tuple[Place, ...] = (*_DETAILS, "all figures", "all requests")
_ALL_FIGURES: tuple[Place, ...] = ("all figures", "figure details")
_ALL_REQUESTS: tuple[Place, ...] = ("all requests", "request details")
_ADDED: tuple[Place, ...] = (*PANES, *_ALL_FIGURES, *_ALL_REQUESTS)
_MOVING: tuple[Place, ...] = (*PANES, "results", "facets", *_TABLE, "window", "settings")
_ITEMS: tuple[Place, ...] = (*PANES, "results", *_TABLE)
_CORRECTED: tuple[Place, ...] = ("text", *SIDE)


class Action(NamedTuple):
    """Something a user can do. ``label`` is a word or two, ``about`` a sentence without its full stop."""

    id: str
    keys: tuple[str, ...]
    label: str
    about: str
    where: tuple[Place, ...]
    footer: int = 0
    """Its place in the footer, 1 first; 0: it is not shown there."""
    in_palette: bool = False


ACTIONS: tuple[Action, ...] = (
    Action("down", ("j", "down"), N_("down"), N_("Move down; a number before it repeats: 5j"), _MOVING),
    Action("up", ("k", "up"), N_("up"), N_("Move up"), _MOVING),
    Action("page_down", ("ctrl+d", "pagedown"), N_("page down"), N_("Move down half a page"), _MOVING),
    Action("page_up", ("ctrl+u", "pageup"), N_("page up"), N_("Move up half a page"), _MOVING),
    Action("first", ("g g", "home"), N_("first"), N_("Move to the beginning"), _MOVING),
    Action("last", ("G", "end"), N_("last"), N_("Move to the end"), _MOVING),
    Action("next_pane", ("tab", "l", "right"), N_("next pane"), N_("Go to the next pane"), PANES),
    Action("previous_pane", ("shift+tab", "h", "left"), N_("previous pane"), N_("Go to the previous pane"), PANES),
    Action("sessions", ("g 1",), N_("sessions"), N_("Go to the sessions"), PANES, in_palette=True),
    Action("text", ("g 2",), N_("text"), N_("Go to the text"), PANES, in_palette=True),
    Action("people", ("g 3",), N_("people"), N_("Go to the participants"), PANES, in_palette=True),
    Action("figures", ("g 4",), N_("figures"), N_("Go to the key figures"), PANES, in_palette=True),
    Action("requests", ("g 5",), N_("requests"), N_("Go to the requests"), PANES, in_palette=True),
    Action("all_people", ("P",), N_("people"), N_("Show the people of all sessions"), PANES, in_palette=True),
    Action("all_figures", ("F",), N_("figures"), N_("Show the figures of all sessions"), PANES, in_palette=True),
    Action("all_requests", ("R",), N_("requests"), N_("Show the requests of all sessions"), PANES, in_palette=True),
    Action("previous_session", ("[",), N_("previous"), N_("Open the session before"), PANES, in_palette=True),
    Action("next_session", ("]",), N_("next"), N_("Open the session after"), PANES, in_palette=True),
    Action("read", ("r",), N_("read or not"), N_("Say that this session was read, or was not"), PANES, in_palette=True),
    Action(
        "next_unread", ("}",), N_("next unread"), N_("Open the next session that was not read"), PANES, in_palette=True
    ),
    Action(
        "previous_unread", ("{",), N_("unread before"), N_("Open the unread session before"), PANES, in_palette=True
    ),
    Action("choose", ("enter",), N_("read"), N_("Read this session"), ("sessions",), 1),
    Action("choose", ("enter",), N_("next mention"), N_("Go to the next place where it is mentioned"), ("people",), 1),
    Action("choose", ("enter",), N_("go there"), N_("Go to its place in the text"), ("figures", "requests"), 1),
    Action("choose", ("enter",), N_("next place"), N_("Go to the next place of what is followed"), ("text",)),
    Action("choose", ("enter",), N_("open"), N_("Open it in the reader"), ("results", "line"), 1),
    Action("choose", ("enter", "space"), N_("only this"), N_("Narrow the search by it, or no longer"), ("facets",), 1),
    Action("choose", ("enter",), N_("search"), N_("Search it again"), ("searches",), 1),
    Action("choose", ("enter",), N_("choose"), N_("Do what this line says"), ("window",), 1),
    Action("choose", ("enter",), N_("details"), N_("Show the details of this row"), ("table",), 1),
    Action("choose", ("enter",), N_("go there"), N_("Go to its place in the text"), _OPENING, 1),
    Action("detail", ("tab", "l", "right"), N_("details"), N_("Go to the details of this row"), _TABLES),
    Action("table", ("tab", "shift+tab", "h", "left"), N_("table"), N_("Go back to the table"), _DETAILS),
    Action("filter", ("\\", "f"), N_("filter"), N_("Show only what has the words that you type"), _TABLE, 3),
    Action("filter", ("\\",), N_("filter"), N_("Show only what has the words that you type"), PANES, in_palette=True),
    Action("next_section", ("]",), N_("section"), N_("Go to the next section of the details"), ("details",), 4),
    Action("previous_section", ("[",), N_("section"), N_("Go to the section before"), ("details",)),
    Action("join", ("=",), N_("join"), N_("Say which articles report one session"), ("sessions",)),
    Action("part", ("!",), N_("part"), N_("Say that this article reports another session"), ("sessions",)),
    Action("compare", ("C",), N_("compare"), N_("Compare the articles about this session"), PANES, in_palette=True),
    Action("join", ("=",), N_("join"), N_("Join what is one: what is pointed at, or what is marked"), _PEOPLE, 6),
    Action("part", ("!",), N_("part"), N_("Keep apart what is not one, or take out what doesn't belong"), _PEOPLE, 6),
    Action("search", ("/",), N_("search"), N_("Search everything"), (*PANES, "results"), 5, in_palette=True),
    Action("search", ("/",), N_("search"), N_("Go back to the line"), ("facets",), 3),
    Action("recent", ("ctrl+r",), N_("earlier"), N_("Choose from recent and kept searches"), PANES, in_palette=True),
    Action(
        "recent",
        ("ctrl+r",),
        N_("earlier"),
        N_("Choose from recent and kept searches"),
        ("line", "results", "facets"),
        5,
    ),
    Action("find", ("f",), N_("find"), N_("Find in this text"), PANES, 3, in_palette=True),
    Action("next_match", ("n",), N_("next match"), N_("Go to the next match, or the next place"), PANES),
    Action("previous_match", ("N",), N_("previous match"), N_("Go to the match before"), PANES),
    Action("mark", ("space",), N_("mark"), N_("Mark this item, or what is selected in the text"), _ITEMS, 2),
    Action("select", ("v",), N_("select"), N_("Select lines in the text; move to select more"), ("text",), 1),
    Action("copy", ("y",), N_("copy"), N_("Copy it with its citation"), _ITEMS, 4),
    Action("export", ("e",), N_("export"), N_("Export what is marked to a file"), _ITEMS, 6, in_palette=True),
    Action("undo", ("u",), N_("undo"), N_("Take back the last change"), _ITEMS, in_palette=True),
    Action("star", ("s",), N_("star"), N_("Give it a star, or take the star away"), _ADDED, in_palette=True),
    Action("tag", ("t",), N_("tag"), N_("Give it a tag, or take one away"), _ADDED, in_palette=True),
    Action("note", ("a",), N_("note"), N_("Add a note to it, or change its note"), _ADDED, in_palette=True),
    Action("state", ("m",), N_("state"), N_("Say what became of this request"), ("requests", *_ALL_REQUESTS), 5),
    Action("due", ("D",), N_("due"), N_("Say by which day this request is due"), ("requests", *_ALL_REQUESTS)),
    Action(
        "correct", ("c",), N_("correct"), N_("Correct this item, or add what is selected"), _CORRECTED, in_palette=True
    ),
    Action("edit_record", ("E",), N_("edit record"), N_("Edit the record in $EDITOR"), PANES, in_palette=True),
    Action("refresh", (), N_("look again"), N_("Look through the folder again"), PANES, in_palette=True),
    Action("clear_marks", (), N_("clear marks"), N_("Take away all marks"), PANES, in_palette=True),
    Action("debris", ("d",), N_("debris"), N_("Show or hide what is not the article's own"), PANES, in_palette=True),
    Action(
        "sort",
        ("S",),
        N_("sort"),
        N_("Sort and group the sessions: date, place, person …"),
        ("sessions",),
        3,
        in_palette=True,
    ),
    Action("sort", ("S",), N_("sort"), N_("Sort and group the sessions: date, place, person …"), ("text", *SIDE)),
    Action("sort", ("S",), N_("sort"), N_("Sort by a column, or turn the order around"), _TABLES, 4),
    Action("group", ("b",), N_("group"), N_("Group the rows by a column"), ("all figures", "all requests"), 5),
    Action("view", ("v",), N_("chart"), N_("Change the chart: by place, by date"), _ALL_FIGURES, 3),
    Action("view", ("v",), N_("chart"), N_("Change between the request and the chart of all"), _ALL_REQUESTS, 3),
    Action("join", ("=",), N_("compare"), N_("Compare it with figures of another subject, too"), _ALL_FIGURES),
    Action("part", ("!",), N_("set apart"), N_("Take it out of those it is compared with"), _ALL_FIGURES),
    Action("join", ("=",), N_("answers it"), N_("Say that this passage answers the request"), ("request details",), 3),
    Action("part", ("!",), N_("no answer"), N_("Say that this passage does not answer it"), ("request details",)),
    Action("tint_people", (), N_("colour people"), N_("Colour people in the text, or not"), PANES, in_palette=True),
    Action("tint_figures", (), N_("colour figures"), N_("Colour figures in the text, or not"), PANES, in_palette=True),
    Action(
        "tint_requests", (), N_("colour requests"), N_("Colour requests in the text, or not"), PANES, in_palette=True
    ),
    Action(
        "original",
        ("o",),
        N_("original"),
        N_("Open the original in the pager, the editor or the system's viewer"),
        PANES,
        in_palette=True,
    ),
    Action("libraries", ("L",), N_("libraries"), N_("Open another library"), PANES, in_palette=True),
    Action("theme", (), N_("light or dark"), N_("Change between the light and the dark theme"), PANES, in_palette=True),
    Action("wider", (">",), N_("wider"), N_("Give this pane more columns"), PANES, in_palette=True),
    Action("narrower", ("<",), N_("narrower"), N_("Give this pane fewer columns"), PANES, in_palette=True),
    Action(
        "settings", (",",), N_("settings"), N_("Settings: colours, language, widths and more"), PANES, in_palette=True
    ),
    Action(
        "jump", (";",), N_("jump"), N_("Jump: a letter on each pane and control"), (*_ITEMS, "facets"), in_palette=True
    ),
    Action(
        "palette", ("ctrl+p", ":"), N_("commands"), N_("Find any command or session by its name"), (*_ITEMS, "facets")
    ),
    Action("choose", ("enter",), N_("do it"), N_("Do what this line says"), ("command",), 1),
    Action("down", ("down", "ctrl+n", "tab"), N_("down"), N_("Move down"), ("command",), 2),
    Action("up", ("up", "shift+tab"), N_("up"), N_("Move up"), ("command",), 3),
    Action("back", ("escape",), N_("close"), N_("Close the window"), ("command",), 4),
    Action("help", ("?",), N_("help"), N_("Show the keys of this pane"), _ITEMS, 7, in_palette=True),
    Action("back", ("escape",), N_("back"), N_("Go back: from a selection, from what is followed"), _ITEMS),
    Action(
        "quit", ("q", "ctrl+q"), N_("quit"), N_("Quit; from results go back to the reader"), _ITEMS, in_palette=True
    ),
    Action("back", ("escape", "q", "?"), N_("close"), N_("Close the window"), ("window",), 2),
    Action("quit", ("ctrl+q",), N_("quit"), N_("Close the window"), ("window", "settings")),
    Action("choose", ("enter",), N_("keep"), N_("Go to the text, where the matches stay"), ("find",), 1),
    Action("next_match", ("down", "ctrl+n"), N_("next match"), N_("Go to the next match"), ("find",), 2),
    Action("previous_match", ("up",), N_("previous match"), N_("Go to the match before"), ("find",), 3),
    Action("back", ("escape",), N_("cancel"), N_("Find nothing any more"), ("find",), 4),
    Action("choose", ("enter",), N_("to the list"), N_("Go to the list; what was typed stays"), ("filter",), 1),
    Action("down", ("down", "ctrl+n"), N_("to the list"), N_("Go down to the list"), ("filter",)),
    Action("back", ("escape",), N_("back"), N_("Go to the list; what was typed stays"), ("filter",), 2),
    Action("down", ("down", "ctrl+n"), N_("down"), N_("Go down to the results"), ("line",)),
    Action("up", ("up",), N_("up"), N_("Go up"), ("line",)),
    Action(
        "next_section", ("tab",), N_("section"), N_("Go to the next section of the results"), ("line", "results"), 3
    ),
    Action("previous_section", ("shift+tab",), N_("section"), N_("Go to the section before"), ("line", "results")),
    Action("facets", ("ctrl+f",), N_("narrow"), N_("Go to what narrows the results"), ("line",), 4),
    Action("facets", ("\\", "h", "left"), N_("narrow"), N_("Go to what narrows the results"), ("results",), 3),
    Action("results", ("l", "right", "tab"), N_("results"), N_("Go to the results"), ("facets",), 2),
    Action("widen", ("ctrl+x",), N_("widen"), N_("Take away the last condition"), ("line", "results", "facets"), 6),
    Action("keep_search", ("ctrl+t",), N_("keep"), N_("Keep this search under a name"), ("line", "results", "facets")),
    Action("down", ("down", "ctrl+n", "tab"), N_("down"), N_("Go to the next one"), ("searches",)),
    Action("up", ("up", "shift+tab"), N_("up"), N_("Go to the one before"), ("searches",)),
    Action(
        "forget_search",
        ("ctrl+x", "delete"),
        N_("forget"),
        N_("Forget this search, or take its name"),
        ("searches",),
        2,
    ),
    Action("back", ("escape", "ctrl+r"), N_("close"), N_("Close without searching"), ("searches",), 3),
    Action("back", ("escape",), N_("results"), N_("Go back to the results"), ("facets",)),
    Action("back", ("escape",), N_("back"), N_("Leave the line"), ("line",), 7),
    Action("save", ("enter",), N_("save"), N_("Write the file"), ("file",), 1),
    Action("next_format", ("tab",), N_("format"), N_("Choose the next format"), ("file",), 2),
    Action("previous_format", ("shift+tab",), N_("format"), N_("Choose the format before"), ("file",)),
    Action("back", ("escape",), N_("cancel"), N_("Close without writing anything"), ("file",), 3),
    Action("choose", ("enter",), N_("choose"), N_("Choose another value"), ("settings",), 1),
    Action(
        "next_value",
        ("right", "l", "space"),
        N_("next value"),
        N_("Take the next value, or one more"),
        ("settings",),
        2,
    ),
    Action(
        "previous_value", ("left", "h"), N_("value before"), N_("Take the value before, or one less"), ("settings",), 3
    ),
    Action(
        "reset", ("x", "backspace"), N_("default"), N_("Take the default, or what your own file says"), ("settings",), 4
    ),
    Action("back", ("escape", "q", ","), N_("close"), N_("Close the settings"), ("settings",), 5),
    Action("yes", ("y",), N_("yes"), N_("Yes"), ("question",), 1),
    Action("no", ("n", "escape", "enter"), N_("no"), N_("No"), ("question",), 2),
    Action("choose", ("enter",), N_("take"), N_("Take what is typed"), ("answer",), 1),
    Action("back", ("escape",), N_("cancel"), N_("Close without changing anything"), ("answer",), 2),
    Action("help", ("?",), N_("help"), N_("Show the keys of this pane"), ("facets",)),
    Action("quit", ("q", "ctrl+q"), N_("quit"), N_("Go back to the reader"), ("facets",)),
    Action(
        "quit",
        ("ctrl+q",),
        N_("quit"),
        N_("Quit"),
        ("find", "line", "searches", "filter", "file", "question", "answer", "command"),
    ),
)


class Clash(NamedTuple):
    """A key that two actions of one place claim."""

    key: str
    place: Place
    actions: tuple[str, str]


def in_place(place: Place) -> Iterator[Action]:
    """Yield the actions that can be done in a place, in the order of the table."""
    return (action for action in ACTIONS if place in action.where)


def keys_of(action: Action, rebound: Mapping[str, Sequence[str]], place: Place | None = None) -> Sequence[str]:
    """Return the keys of an action, in a place; ``rebound`` holds the user's keys by action id.

    In a line to type in the user's letters are letters: there the keys of the table hold if nothing else is left.
    """
    own = rebound.get(action.id)
    if own is None:
        return action.keys
    if place is None and all(where in LINES for where in action.where):
        place = action.where[0]
    if place not in LINES or not own:
        return own
    return [keys for keys in own if len(keys.split()[0]) > 1 and keys != "space"] or action.keys


def keymap(place: Place, rebound: Mapping[str, Sequence[str]]) -> dict[tuple[str, ...], Action]:
    """Return what each sequence of keys does in a place.

    Of two actions with the same keys it is the user's own, then the first of the table; what would hide a sequence of
    the user's gives way to it.
    """
    found: dict[tuple[str, ...], Action] = {}
    for action in in_place(place):
        if action.id in rebound:
            for keys in keys_of(action, rebound, place):
                found.setdefault(tuple(keys.split()), action)
    own = list(found)
    for action in in_place(place):
        if action.id not in rebound:
            for keys in keys_of(action, rebound, place):
                sequence = tuple(keys.split())
                if not any(each[: len(sequence)] == sequence for each in own):
                    found.setdefault(sequence, action)
    return found


def clashes(rebound: Mapping[str, Sequence[str]], places: Iterable[Place] = get_args(Place)) -> list[Clash]:
    """Return the keys that do two things in one place, or begin another sequence; what is done stands first."""
    found = []
    for place in places:
        taken: dict[str, Action] = {}
        for action in sorted(in_place(place), key=lambda action: action.id not in rebound):
            for keys in keys_of(action, rebound, place):
                rivals = [k for k in taken if k == keys or k.startswith(keys + " ") or keys.startswith(k + " ")]
                found += [Clash(keys, place, (taken[k].id, action.id)) for k in rivals if taken[k].id != action.id]
                taken.setdefault(keys, action)
    return found


def action_named(name: str) -> Action:
    """Return the first action of an id.

    Raises:
        KeyError: there is none.
    """
    for action in ACTIONS:
        if action.id == name:
            return action
    raise KeyError(name)


def for_footer(place: Place) -> list[Action]:
    """Return the actions that the footer names in a place, most important first."""
    return sorted((action for action in in_place(place) if action.footer), key=lambda action: action.footer)


def for_palette(place: Place) -> list[Action]:
    """Return the actions that the command palette offers in a place: all that can be done there or from there."""
    offered = [action for action in ACTIONS if action.in_palette and (place in PANES or place in action.where)]
    names = {action.id for action in offered}
    return [*offered, *(action for action in in_place(place) if action.id not in {*names, "palette"})]


_SYMBOLS = {"enter": "↵", "escape": "esc", "down": "↓", "up": "↑", "left": "←", "right": "→"}
_WORDS = {"pagedown": "pgdn", "pageup": "pgup"}


def written(keys: str) -> str:
    """Return keys as they are shown: ``g g`` is ``gg``, ``enter`` is ``↵``."""
    return "".join(_SYMBOLS.get(key, _WORDS.get(key, key)) for key in keys.split())
