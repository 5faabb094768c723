"""The settings: what the two files say, what is wrong in them, and keys of the user's own."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from tui import config, messages
from tui.config import SETTINGS, Config, change, load, reset
from tui.config.example import example
from tui.config.settings import THEMES
from tui.rebinding import rebinding


@pytest.fixture(autouse=True)
def _english() -> None:
    messages.use("en")


def own(folder: Path, text: str) -> Config:
    """Return the settings of a folder whose file says this."""
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return load(folder)


def said(folder: Path, text: str) -> list[str]:
    """Return what is wrong in a file, each line without the folder's name."""
    settings = own(folder, text)
    return [line.removeprefix(f"{folder}/") for line in (*settings.problems, *rebinding(settings).problems)]


def test_without_files_everything_is_as_it_comes(tmp_path: Path) -> None:
    settings = load(tmp_path)
    assert settings.problems == ()
    assert {name: value.value for name, value in settings.values.items()} == {
        name: setting.default for name, setting in SETTINGS.items()
    }
    assert all(value.source is None for value in settings.values.values())


def test_a_setting_tells_the_file_that_it_came_from(tmp_path: Path) -> None:
    settings = own(tmp_path, 'theme = "nord"\nmeasure = 66\nmouse = false\n')
    assert (settings.text("theme"), settings.number("measure"), settings.is_on("mouse")) == ("nord", 66, False)
    assert settings.values["theme"].source == tmp_path / "config.toml"


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("measur = 70", "config.toml:3: there is no setting “measur”; did you mean “measure”?"),
        ("xyzzy = 1", "config.toml:3: there is no setting “xyzzy”"),
        ("theme = 1", "config.toml:3: “theme” must be text in quotation marks"),
        ('measure = "70"', "config.toml:3: “measure” must be a whole number from 40 to 120"),
        ("measure = 700", "config.toml:3: “measure” must be a whole number from 40 to 120"),
        ("measure = true", "config.toml:3: “measure” must be a whole number from 40 to 120"),
        ('mouse = "no"', "config.toml:3: “mouse” must be true or false"),
        ('language = "fr"', "config.toml:3: “language” must be one of: vi, en"),
        ("[kes]\ncopy = 'y'", "config.toml:3: there is no setting “kes”; did you mean “keys”?"),
        ("keys = 1", "config.toml: “keys” must be a table: [keys]"),
        ("[keys]\ncopy = 1", "config.toml:4: the keys of “copy” must be text, or a list of texts"),
        ("[keys]\ncoppy = 'z'", "config.toml:4: there is no action “coppy”; did you mean “copy”?"),
        ("[keys]\ncopy = 'ctrl+m'", "config.toml:4: “copy”: ctrl+m: terminals send it as enter"),
        ("[keys]\ncopy = 'hyper'", "config.toml:4: “copy”: hyper: there is no such key"),
        ("[keys]\ncopy = '5'", "config.toml:4: “copy”: 5: digits begin a count, as in 5j"),
        ("[keys]\ncopy = ''", "config.toml:4: “copy”: a key is empty"),
        ("[keys]\ncopy = 's'", "config.toml:4: s is a key of “copy” and of “star”: it does “copy”"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, line: str, wrong: str) -> None:
    assert said(tmp_path, f"# mine\n\n{line}\n") == [wrong]


def test_one_wrong_setting_leaves_the_others(tmp_path: Path) -> None:
    settings = own(tmp_path, 'theme = 3\nmeasure = 70\nlibrary = "~/bai"\n')
    assert (settings.text("theme"), settings.number("measure"), settings.text("library")) == ("dark", 70, "~/bai")


@pytest.mark.parametrize(
    "content", [b"theme = ", b"\xff\xfe\x00", b"x = " + b"[" * 5000], ids=["half", "no text", "deep"]
)
def test_a_file_that_is_no_toml_is_named_and_the_rest_goes_on(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "config.toml").write_bytes(content)
    change("theme", "light", tmp_path)
    settings = load(tmp_path)
    assert settings.text("theme") == "light"
    assert len(settings.problems) == 1 and "config.toml: can't be read" in settings.problems[0]


def test_what_the_reader_sets_counts_before_the_users_file_and_leaves_it_alone(tmp_path: Path) -> None:
    before = "measure = 66 # mine\n"
    own(tmp_path, before)
    settings = change("measure", 72, tmp_path)
    assert settings.number("measure") == 72
    assert settings.values["measure"].source == tmp_path / "settings.toml"
    assert (tmp_path / "config.toml").read_text() == before
    assert reset("measure", tmp_path).number("measure") == 66


def test_what_was_set_before_stays_when_something_else_is_set(tmp_path: Path) -> None:
    change("library", 'C:\\bài "1"\t/x', tmp_path)
    change("mouse", False, tmp_path)
    settings = load(tmp_path)
    assert settings.problems == ()
    assert (settings.text("library"), settings.is_on("mouse")) == ('C:\\bài "1"\t/x', False)


def test_a_value_that_can_not_be_is_never_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="measure"):
        change("measure", 1000, tmp_path)
    assert not (tmp_path / "settings.toml").exists()


def test_the_example_changes_nothing_and_is_right_once_its_lines_are_switched_on(tmp_path: Path) -> None:
    assert tomllib.loads(example()) == {}
    switched_on = "\n".join(line.removeprefix("#") if line[:2] != "# " else line for line in example().splitlines())
    settings = own(tmp_path, switched_on)
    assert said(tmp_path, switched_on) == []
    assert set(tomllib.loads(switched_on)) == {*SETTINGS, "keys"}
    assert settings.values.keys() == SETTINGS.keys()


def test_keys_may_be_written_as_people_call_them(tmp_path: Path) -> None:
    settings = own(tmp_path, "[keys]\ncopy = ['Y', 'Ctrl+Y', 'z  z']\nback = 'esc'\nquit = []\n")
    keys = rebinding(settings).keys
    assert keys == {"copy": ("Y", "ctrl+y", "z z"), "back": ("escape",), "quit": ()}


def test_every_theme_that_can_be_set_is_there() -> None:
    assert set(THEMES) == {*BUILTIN_THEMES, "dark", "light"}


def test_every_problem_of_the_table_of_keys_is_told_once(tmp_path: Path) -> None:
    assert len(said(tmp_path, "[keys]\nfind = '/'\n")) == len(set(said(tmp_path, "[keys]\nfind = '/'\n")))


def test_having_no_files_is_known_without_reading_any(environment: Path) -> None:
    assert not config.has_files()
    change("mouse", False)
    assert config.has_files()
