"""Other forms of a name that a careful reader takes for the same: titles, suffixes, capitals, accents, short forms.

A form that could be somebody else's, such as initials, stands only where the document has given the full name before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from pipeline.simulation.names import Name

_ACCENTS: Final = str.maketrans("aeiou", "áéíóú")


def _accented(name: Name) -> str:
    place = name.full.index(name.short) if name.short != name.full else 0
    return name.full[:place] + re.sub("[aeiou]", lambda m: m.group().translate(_ACCENTS), name.full[place:], count=1)


def _address(name: Name) -> str:
    return {"he": "Mr", "she": "Mrs"}[name.pronoun]


_PERSON: Final[tuple[Callable[[Name], str], ...]] = (
    lambda name: f"Dr {name.full}",
    lambda name: f"Dr. {name.full}",
    lambda name: f"Professor {name.full}",
    lambda name: f"{_address(name)} {name.full}",
    lambda name: f"{_address(name)}. {name.full}",
    lambda name: name.full.upper(),
    _accented,
)
_PERSON_AGAIN: Final[tuple[Callable[[Name], str], ...]] = (
    *_PERSON,
    lambda name: f"{name.full[0]}. {name.short}",
    lambda name: f"Dr {name.short}",
    lambda name: f"{_address(name)} {name.short}",
)
_ORGANIZATION: Final[tuple[Callable[[Name], str], ...]] = (
    lambda name: f"{name.full} Ltd",
    lambda name: f"{name.full} Inc.",
    lambda name: f"{name.full}, Inc.",
    lambda name: f"{name.full} Corporation",
    lambda name: f"{name.full} plc",
    _accented,
)
_ORGANIZATION_AGAIN: Final = (*_ORGANIZATION, lambda name: name.full.split(" ")[0])
_FORMS: Final = {
    ("person", False): _PERSON,
    ("person", True): _PERSON_AGAIN,
    ("organization", False): _ORGANIZATION,
    ("organization", True): _ORGANIZATION_AGAIN,
}


def alias(name: Name, kind: str, level: float, *, known: bool) -> str:
    """Return another form of a name.

    Parameters
    ----------
    name : Name
        The name.
    kind : str
        Kind of entity; only people and organisations go by other forms.
    level : float
        Which form, 0 to below 1.
    known : bool
        Whether the document has given the full name.
    """
    forms = _FORMS.get((kind, known))
    return forms[int(level * len(forms))](name) if forms else name.full
