"""What the title of a document names, without what pages, obituaries and articles put around a name."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.kinds import kind_of
from pipeline.extraction.lexica import load_lexica

_LONGEST: Final = 200
_OPENING: Final = 400
_PARENS: Final = re.compile(r"\s*\([^()]*\)\s*\Z")
_OUTPUT: Final = re.compile(r" (?:filmography|discography|bibliography|videography)\Z")
"""What titles say of a person's or band's works: such a text is about the person."""
_EVENT: Final = re.compile(
    r"(?:Murder|Murders|Killing|Killings|Death|Deaths|Assassination|Disappearance|Trial|Execution|Kidnapping|Abduction|"
    r"Shooting|Lynching|Arrest|Suicide|Attempted assassination|State funeral|Funeral|Impeachment) of "
)
_ABOUT: Final = re.compile(
    r"(?:Who (?:is|was)|Interview(?: with|:)|Obituary(?: of| for|:)|In memory of|Remembering|Meet|About|"
    r"Profile(?: of|:)|"
    r"(?:Early|Personal|Private|Later) (?:life|years) (?:and [a-z]+ )?of|Life of|Biography of) (?P<name>[^?]+)\??"
)
_SEPARATOR: Final = re.compile(r"\s+[-–—·»:]+\s+|\s*\|\s*|: ")
_PAGE: Final = re.compile(
    r"(?: [-–—])? (?:Biography|Obituary|Obituaries|Bio|Profile|Wiki|Wikipedia|Facts|Quotes|Net Worth|Interview|Photos|"
    r"News)\b.*\Z"
)


def subject_of(title: str | None, text: str) -> str:
    """Return the name that a title gives; empty where it gives none: an event, or more than a name can be.

    Parameters
    ----------
    title : str or None
        The record's title: "Jane Roe | Acme", "Obituary: Jane Roe", "Jane Roe filmography".
    text : str
        The document's text. A title that its opening repeats is a name as it stands.
    """
    name = _PARENS.sub("", title or "").strip()
    if not name or len(name) > _LONGEST or _EVENT.match(name):
        return ""
    opening = text[:_OPENING]
    if name in opening:
        return name
    name = _OUTPUT.sub("", name)
    parts = [part for part in _SEPARATOR.split(name) if part]
    if len(parts) > 1:
        repeated = [part for part in parts if part in opening]
        people = [part for part in parts if kind_of(part) == "P"]
        name = (repeated or people or parts)[0]
    if about := _ABOUT.fullmatch(name):
        name = about.group("name")
    return _PAGE.sub("", name)


def is_couple(title: str) -> bool:
    """Return whether a title names two people, of whom a pronoun or surname may be either: "Clara and Edwin Roe"."""
    first, joined, second = title.partition(" and ")
    genders = load_lexica().genders
    return bool(joined) and all(
        name.split(" ")[0] in genders and len(name.split(" ")) <= _LONGEST_NAME for name in (first, second)
    )


_LONGEST_NAME: Final = 3
