"""A field that no record has: found before the run, with the names of those that there are."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from pipeline.exceptions import UnknownColumnError

_OPTIONS = {"text": "--text-field", "id": "--id-field", "title": "--title-field", "domain": "--domain"}


def unknown_field_error(role: str, paths: tuple[str, ...], names: Sequence[str], where: str) -> UnknownColumnError:
    """Return the error for a field that the data do not have.

    Parameters
    ----------
    role : str
        `text`, `id`, `title` or `domain`.
    paths : tuple of str
        The fields that were looked for.
    names : sequence of str
        The fields that there are.
    where : str
        What was looked at.
    """
    asked = " or ".join(repr(path) for path in paths) or "(none)"
    close = difflib.get_close_matches(paths[0], names, n=1) if paths else []
    hint = f" Did you mean {close[0]!r}?" if close else ""
    there = ", ".join(names) or "none"
    return UnknownColumnError(
        f"{where}: no field {asked} for the {role}. Fields there: {there}.{hint} Choose one with {_OPTIONS[role]}."
    )
