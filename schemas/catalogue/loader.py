"""Reads the built-in catalogue and the users' own files."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.exceptions import CatalogueError
from schemas.catalogue.model import Attribute, Catalogue
from schemas.catalogue.slots import PatternError, compile_pattern

_DATA = Path(__file__).parent / "data"
BUILT_IN_FILES: tuple[Path, ...] = tuple(sorted(_DATA.glob("*.toml")))
"""The files of the built-in catalogue."""


def load_catalogue(files: Sequence[Path] = ()) -> Catalogue:
    """Load the built-in catalogue, then the users' files, whose entries add or replace.

    Parameters
    ----------
    files : sequence of Path
        TOML files with `[[attribute]]` tables.

    Returns
    -------
    Catalogue
        All attributes, by name.

    Raises
    ------
    CatalogueError
        A file cannot be read or an entry is not valid; names the file, the entry and the reason.
    """
    own = [attribute for path in files for attribute in _read(Path(path))]
    attributes = {attribute.name: attribute for attribute in (*_built_in(), *own)}
    _check_implications(attributes)
    return Catalogue(dict(sorted(attributes.items())))


@lru_cache(maxsize=1)
def _built_in() -> tuple[Attribute, ...]:
    """Return the built-in attributes; a run asks for them again and again, and they never change."""
    return tuple(attribute for path in BUILT_IN_FILES for attribute in _read(path))


def _check_implications(attributes: dict[str, Attribute]) -> None:
    for attribute in attributes.values():
        if attribute.implies is None:
            continue
        other = attributes.get(attribute.implies)
        if other is None or (other.subject_type, other.value_type) != (attribute.value_type, attribute.subject_type):
            msg = (
                f"attribute {attribute.name} implies {attribute.implies!r}: there is no attribute of that name with "
                f"a {attribute.value_type} as its entity and a value of type {attribute.subject_type}."
            )
            raise CatalogueError(msg)


def _read(path: Path) -> list[Attribute]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        msg = f"attribute file {path} cannot be read: {error}. Give a TOML file with [[attribute]] tables."
        raise CatalogueError(msg) from None
    entries = content.get("attribute")
    if not isinstance(entries, list) or set(content) != {"attribute"}:
        msg = f"attribute file {path}: expected only [[attribute]] tables, found {sorted(content) or 'nothing'}."
        raise CatalogueError(msg)
    return [_attribute(path, entry) for entry in entries]


def _attribute(path: Path, entry: Any) -> Attribute:
    name = entry.get("name", "(without a name)") if isinstance(entry, dict) else repr(entry)
    try:
        attribute = Attribute.model_validate(entry)
        for pattern in attribute.patterns:
            compile_pattern(pattern.match, *attribute.sides(pattern))
    except ValidationError as error:
        reasons = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        msg = f"attribute file {path}, attribute {name}: {reasons}."
        raise CatalogueError(msg) from None
    except PatternError as error:
        msg = f"attribute file {path}, attribute {name}: {error}"
        raise CatalogueError(msg) from None
    return attribute
