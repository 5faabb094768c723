"""What is installed: from a wheel, from a source archive, from a checkout; and that it runs from anywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEED = "000_9453927c25cb1dab.txt"
MADE = ("tui/parse/lexicon/lexicon.json", "tui/locale/vi/LC_MESSAGES/giamsat.mo", f"tui/_shipped/{SEED}")


def run(*command: str | Path, cwd: Path, **environ: str) -> str:
    """Run a command to its end and return what it printed; it must succeed."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=os.environ | environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done.stdout


def build(checkout: Path, target: str, folder: Path) -> Path:
    """Build a wheel or source archive with the hatchling of this environment, in an empty folder; return it."""
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder, cwd=checkout)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean copy of this checkout, without anything that was made in it."""
    copy = tmp_path_factory.mktemp("checkout") / "giamsat"
    left_out = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "_shipped", "lexicon.json", "*.mo")
    shutil.copytree(ROOT, copy, ignore=left_out)
    return copy


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(checkout, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel was installed, with nothing else in it."""
    folder = tmp_path_factory.mktemp("site")
    run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        folder,
        wheel,
        cwd=folder,
    )
    return folder


@pytest.mark.slow
def test_the_wheel_claims_nothing_but_tui(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"tui"}


@pytest.mark.slow
def test_the_wheel_carries_what_the_build_makes_and_not_what_it_is_made_from(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert names.issuperset(MADE)
    assert not [name for name in names if name.endswith((".po", ".pot", "/build.py"))]
    assert not [name for name in names if name.startswith("tui/parse/") and name.endswith(".yaml")]


@pytest.mark.slow
def test_the_article_that_ships_is_the_seed_byte_for_byte(wheel: Path) -> None:
    assert zipfile.ZipFile(wheel).read(f"tui/_shipped/{SEED}") == (ROOT / "seeds" / SEED).read_bytes()


@pytest.mark.slow
def test_a_source_archive_gives_the_same_wheel(checkout: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(build(checkout, "sdist", tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    again = zipfile.ZipFile(build(unpacked, "wheel", tmp_path / "wheel"))
    assert set(again.namelist()) == set(zipfile.ZipFile(wheel).namelist())


@pytest.mark.slow
def test_an_installed_wheel_finds_the_article_that_ships_from_any_folder(installed: Path, tmp_path: Path) -> None:
    shown = run(installed / "bin" / "giamsat", "search", "pham qui tien", cwd=tmp_path, PYTHONPATH=str(installed))
    assert "Phạm Quí Tiên" in shown


@pytest.mark.parametrize("name", MADE)
def test_a_checkout_holds_what_the_build_makes_up_to_date(name: str, checkout: Path) -> None:
    run(sys.executable, checkout / ".packaging" / "build.py", cwd=checkout)
    here, fresh = ROOT / name, checkout / name
    assert here.is_file() and here.read_bytes() == fresh.read_bytes(), "out of date: run python .packaging/build.py"


def test_the_command_of_a_checkout_finds_the_article_that_ships_from_any_folder(tmp_path: Path) -> None:
    assert "Phạm Quí Tiên" in run(Path(sys.executable).parent / "giamsat", "search", "pham qui tien", cwd=tmp_path)
