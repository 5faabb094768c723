"""Places on disk: where configuration, data and cache belong on this system. Nothing is made at import."""

from __future__ import annotations

from pathlib import Path

NAME = "giamsat"


def config_dir() -> Path:
    """Return the user's configuration directory; it may not exist."""
    import platformdirs  # noqa: PLC0415  (not before it is needed: --help must stay quick)

    return platformdirs.user_config_path(NAME, appauthor=False)


def data_dir() -> Path:
    """Return the directory of the user's own data; it may not exist."""
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_data_path(NAME, appauthor=False)


def cache_dir() -> Path:
    """Return the directory of what can be made again; it may not exist."""
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_cache_path(NAME, appauthor=False)


def shipped_library() -> Path:
    """Return the folder of the library that ships: beside the package, else the ``seeds`` of a checkout."""
    package = Path(__file__).resolve().parent
    shipped = package / "_shipped"
    return shipped if shipped.is_dir() else package.parent / "seeds"
