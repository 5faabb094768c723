"""A record survives being written and read, in JSON and in YAML, and what is broken is named with its place."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.records.sample import record
from tests.records.strategies import ANY_CHARACTER, FLOATS, NUMBERS, records
from tui.library import yaml_text
from tui.library.records import (
    RecordError,
    content_sha256,
    data_from_json,
    data_from_yaml,
    from_json,
    from_yaml,
    is_output,
    stamped,
    to_json,
    to_yaml,
)
from tui.model import Record
from tui.text.escapes import has_unsafe

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(records())
def test_json_holds_every_record_without_loss(some: Record) -> None:
    assert from_json(to_json(some), "a.json") == some


@SLOW
@given(records())
def test_yaml_holds_every_record_without_loss(some: Record) -> None:
    assert from_yaml(to_yaml(some), "a.yaml") == some


@SLOW
@given(records())
def test_what_is_written_can_not_steer_a_terminal(some: Record) -> None:
    written = [to_json(some).decode(), to_yaml(some)]
    assert not any(map(has_unsafe, written)) and "\r" not in written[0] + written[1]


@given(
    st.recursive(
        st.none() | st.booleans() | NUMBERS | FLOATS | st.text(ANY_CHARACTER),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(ANY_CHARACTER), inner, max_size=3),
        max_leaves=15,
    )
)  # fmt: skip
def test_yaml_holds_any_data_that_json_can_hold(data: Any) -> None:
    assert yaml_text.read(yaml_text.write({"data": data}), "a.yaml").data == {"data": data}


def test_yaml_is_made_for_people() -> None:
    lines = to_yaml(record()).splitlines()
    assert lines[0] == "schema: giamsat/1"
    assert '  headline: {exact: "Ông Lò Văn Ỏn giám sát tại xã Đông Kỳ", start: 0, end: 37}' in lines
    assert "  - {zone: headline, kind: headline, start: 0, end: 37}" in lines
    assert "  - id: lo-van-on" in lines
    assert "    name: Lò Văn Ỏn" in lines
    assert '  start_date: "2025-03-04"' in lines
    assert "    found: {rule: people.list, how: explicit}" in lines


def test_yaml_keeps_the_order_of_the_contract() -> None:
    heads = [line.split(":")[0] for line in to_yaml(record()).splitlines() if line[0] not in " -"]
    assert heads == [name for name in Record.__struct_fields__ if name in heads]
    assert heads[:3] == ["schema", "source", "article"]


def test_what_a_person_writes_with_other_styles_is_read() -> None:
    written = (
        to_yaml(record()).replace("name: Lò Văn Ỏn", "name: 'Lò Văn Ỏn'  # checked").replace("  - id:", "  -\n    id:")
    )
    assert from_yaml("\ufeff" + written.replace("\n", "\r\n"), "a.yaml") == record()


def test_dates_and_answers_stay_words() -> None:
    written = to_yaml(record()).replace('"2025-03-04"', "2025-03-04").replace("location: xã Đông Kỳ", "location: no")
    event = from_yaml(written, "a.yaml").event
    assert (event.start_date, event.location) == ("2025-03-04", "no")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("schema: giamsat/1", "schema: giamsat/2", "a.yaml:1: was written by a newer version"),
        ("schema: giamsat/1", "schema: other", "a.yaml:1: is no record"),
        ("schema: giamsat/1\n", "", "a.yaml:1: is no record"),
        ("is_chair: true", "is_chair: maybe", "a.yaml:{line}: people[0].is_chair: str stands where bool is needed"),
        ("    name: Lò Văn Ỏn\n", "", "people[0]: the key name is missing"),
        ("side: supervising", "side: above", "people[0].side: 'above' is none of the allowed words"),
        (
            "is_chair: true",
            "is_chair: true\n    is_chair: true",
            "a.yaml:{next}: people[0].is_chair: the key is given twice",
        ),
        ("is_chair: true", "is_chair: *chair", "a.yaml:{line}: people[0]: an alias is not accepted"),
        ("is_chair: true", "is_chair: !!python/name:os.system x", "a.yaml:{line}: people[0]: a tag is not accepted"),
        ("is_chair: true", "is_chair: [true", "a.yaml:"),
        ("is_chair: true", "? {a: b}\n    : true", "a.yaml:{line}: people[0]: a key must be a word"),
        ("is_chair: true", "is_chair: \x07", "a.yaml:{line}: holds a character that YAML doesn't allow"),
        ("people:", "---\npeople:", "holds more than one document"),
        ("is_chair: true", "\tis_chair: true", "a.yaml:{line}: is no YAML"),
    ],
)
def test_what_is_broken_in_yaml_is_named_with_its_place(old: str, new: str, said: str) -> None:
    written = to_yaml(record())
    assert old in written
    with pytest.raises(RecordError) as caught:
        from_yaml(written.replace(old, new, 1), "a.yaml")
    line = written.count("\n", 0, written.index(old)) + 1
    assert said.format(line=line, next=line + 1) in str(caught.value)


@pytest.mark.parametrize("text", ["", "# nothing\n", "12", "- a", '"giamsat/1"'])
def test_yaml_without_a_record_is_named(text: str) -> None:
    with pytest.raises(RecordError, match=r"a\.yaml: is no record"):
        from_yaml(text, "a.yaml")


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "- " * 100_000, "{a: " * 50_000, "a:\n" + " [" * 33, "[" * 33 + '"\\ud800"']
)
def test_deep_yaml_is_refused_before_it_is_built(text: str) -> None:
    with pytest.raises(RecordError, match="nested too deep"):
        from_yaml(text, "a.yaml")


def test_an_alias_bomb_is_refused() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in pairwise("abcdefghijklmnop"))
    with pytest.raises(RecordError, match=r"a\.yaml:2: b: an alias is not accepted"):
        from_yaml(bomb, "a.yaml")


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "MOST_EVENTS", 50)
    with pytest.raises(RecordError, match="too many parts"):
        from_yaml(to_yaml(record()), "a.yaml")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.json:1: is no JSON"),
        (b"\xff\xfe", "is no JSON"),
        (b"[1]", "is no record"),
        (b"[" * 200_000, "nested too deep"),
        (b'{"schema": "giamsat/1", "source": NaN}', "is no JSON"),
        (b'{"schema": "giamsat/99"}', "newer version"),
        (b'{"schema": "giamsat/1"}', "the key source is missing"),
    ],
)
def test_what_is_broken_in_json_is_named(data: bytes, said: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_json(data, "a.json")
    assert said in str(caught.value)


def test_an_error_is_one_clean_line() -> None:
    with pytest.raises(RecordError) as caught:
        from_json(b'{"schema": "giamsat/1", "source": "\\u001b[2J"}', "dir\n/\x1b]0;a.json")
    assert "\n" not in str(caught.value) and "\x1b" not in str(caught.value)


def test_unknown_keys_are_ignored_and_older_schemas_read() -> None:
    data = {**msgspec.to_builtins(record()), "schema": "giamsat/0", "mood": {"a": [1]}}
    assert from_json(json.dumps(data).encode(), "a.json") == record()


def test_what_the_program_wrote_is_known_as_output() -> None:
    written = stamped(record(), parser=1)
    assert is_output(written)
    assert is_output(data_from_yaml(to_yaml(written), "a.yaml")[0])
    assert is_output(data_from_json(to_json(written), "a.json"))
    assert written.record and written.record.content_sha256 == content_sha256(record())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("is_chair: true", "is_chair: false"),
        ("is_chair: true", "is_chair: true\n    remark: asked by telephone"),
        ("is_chair: true", "is_chair: true  # asked by telephone"),
        ("schema:", "# asked by telephone\nschema:"),
        ("parser: 1\n  content_sha256: ", "parser: 1\n  content_sha256: x"),
    ],
)
def test_whatever_people_changed_is_a_correction(old: str, new: str) -> None:
    written = to_yaml(stamped(record(), parser=1))
    assert old in written
    assert not is_output(data_from_yaml(written.replace(old, new, 1), "a.yaml")[0])


def test_a_record_without_a_hash_is_a_correction() -> None:
    assert not is_output(record())


def test_reading_json_does_not_load_yaml(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(to_json(record()))
    script = (
        "import sys; from tui.library.records import from_json; "
        "from_json(open(sys.argv[1], 'rb').read(), 'a.json'); sys.exit('yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script, tmp_path / "a.json"], check=False).returncode == 0
