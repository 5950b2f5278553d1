"""Finds the installed extractors of users' own; what they are, `pipeline.extraction.plugins` says."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import Any, Final

from pipeline.exceptions import InputError

GROUP: Final = "monofact.extractors"


def plugin_names() -> list[str]:
    """Return the names of the installed plug-ins."""
    return sorted({point.name for point in entry_points(group=GROUP)})


def plugin_digest(name: str) -> str:
    """Return what changes when a plug-in does: its package's version, and what it says itself.

    Raises
    ------
    InputError
        If there is no such plug-in, or it cannot be imported.
    """
    point = _point(name)
    package = f"{point.dist.name}={point.dist.version}" if point.dist is not None else "no package"
    own = getattr(_loaded(point), "digest", None)
    return f"{point.name}={point.value} {package} {own() if own is not None else ''}"


def load_plugin(name: str) -> Any:
    """Return what the entry point of a plug-in names: it makes the extractor.

    Raises
    ------
    InputError
        If there is no such plug-in, or it cannot be imported.
    """
    return _loaded(_point(name))


def _point(name: str) -> EntryPoint:
    points = [point for point in entry_points(group=GROUP) if point.name == name]
    if not points:
        raise InputError(f"there is no extractor {name!r} in the entry points {GROUP!r}.")
    if len({point.value for point in points}) > 1:
        raise InputError(f"two packages call their extractor {name!r}: {', '.join(p.value for p in points)}.")
    return points[0]


def _loaded(point: EntryPoint) -> Any:
    try:
        return point.load()
    except (ImportError, AttributeError) as error:
        raise InputError(f"extractor {point.name!r} ({point.value}) cannot be imported: {error}") from error
