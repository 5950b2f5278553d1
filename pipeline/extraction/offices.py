"""Capitalised roles: "Chief Executive Officer Jane Doe", "Acme Co-Founder", "President & CEO"."""

from __future__ import annotations

from typing import Final

from pipeline.extraction.kinds import kind_of
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.vocabulary import (
    NAME_HEADS,
    OFFICE_ACRONYMS,
    OFFICE_BEFORE,
    OFFICE_CHAIRS,
    OFFICE_FOUNDERS,
    OFFICE_HEADS,
)

_VICE_PRESIDENTS: Final = frozenset(("VP", "SVP", "EVP"))
_SEATS: Final = ("Headquarters", "HQ")
_HEADS: Final = OFFICE_ACRONYMS | OFFICE_FOUNDERS | OFFICE_HEADS


def plain(words: list[str]) -> str:
    """Return a role in lower case: "C.E.O." as "ceo"."""
    return " ".join(w.replace(".", "") if w.replace(".", "") in OFFICE_ACRONYMS else w for w in words).lower()


def _is_head(word: str) -> bool:
    return word in _HEADS or ("." in word and word.replace(".", "") in OFFICE_ACRONYMS)


def may_hold_office(words: list[str]) -> bool:
    """Return whether a capitalised sequence opens or ends like a role, or is long: the cheap test before the others."""
    return (
        len(words) > 3
        or _is_head(words[-1])
        or words[-1] in OFFICE_CHAIRS
        or words[0] in OFFICE_BEFORE
        or _is_head(words[0])
        or words[-1] in _SEATS
    )


def leading_office(words: list[str]) -> int:
    """Return how many words at the head of a sequence are a role; 0 where none are."""
    if words[0] in _VICE_PRESIDENTS and len(words) == 2:
        return 2
    end = 0
    for k, word in enumerate(words):
        if _is_head(word) or (k > 0 and word in OFFICE_CHAIRS):
            end = k + 1
        elif word not in OFFICE_BEFORE:
            break
    return end


def trailing_office(words: list[str]) -> int:
    """Return how many words at the end of a sequence are a role; 0 where none are."""
    if not _is_head(words[-1]):
        return 0
    k = len(words) - 1
    while k > 0 and (words[k - 1] in OFFICE_BEFORE or _is_head(words[k - 1])):
        k -= 1
    return len(words) - k


def is_named_chair(words: list[str]) -> bool:
    """Return whether a sequence is a named chair: "Ada Byron Professor"."""
    return len(words) > 1 and words[-1] in OFFICE_CHAIRS


def is_sure_office(words: list[str]) -> bool:
    """Return whether a role is one that no other name ends with."""
    return words[-1].replace(".", "") in OFFICE_ACRONYMS | OFFICE_FOUNDERS


def split_office(words: list[str], *, possessed: bool) -> list[tuple[str, str, int]]:
    """Split "Chief Executive Officer Jane Doe", "Acme Co-Founder" or "Acme Federation Jane Doe" into roles and names.

    Parameters
    ----------
    words : list of str
        The capitalised sequence.
    possessed : bool
        Whether a possessor stands before it: "its President Jane Doe".

    Returns
    -------
    list of (str, str, int)
        Text in lower case, then a name, or "", and where it begins in the sequence; empty where it is no role.
    """
    lead = leading_office(words)
    if lead == len(words) and not (len(words) == 1 and words[0] in load_lexica().words["title"]):
        return [(plain(words), "", 0)]
    if 0 < lead < len(words):
        name = " ".join(words[lead:])
        known = " " in name and kind_of(name) in "PX"
        if known and (lead > 1 or possessed or is_sure_office(words[:lead])):
            return [(plain(words[:lead]) + " ", name, len(" ".join(words[:lead])) + 1)]
    seat = words[-1] in _SEATS
    tail = trailing_office(words) or int(seat)
    if 0 < tail < len(words):
        front = " ".join(words[:-tail])
        kind = kind_of(front)
        if kind == "O" or (kind == "P" and not seat) or (kind in "UXL" and (is_sure_office(words) or tail > 1)):
            return [("", front, 0), (" " + plain(words[-tail:]), "", 0)]
    if is_named_chair(words) and (words[0] in load_lexica().genders or kind_of(" ".join(words[:-1])) in "PX"):
        return [(words[-1].lower(), "", 0)]
    if k := owner_and_person(words):
        front = " ".join(words[:k])
        return [("", front, 0), (" ", " ".join(words[k:]), len(front) + 1)]
    return []


def owner_and_person(words: list[str]) -> int:
    """Return where a person's name begins right after an organisation's, "Acme Federation Jane Doe"; else 0."""
    if len(words) < 4 or kind_of(" ".join(words)) not in "XP":
        return 0
    for k in (len(words) - 2, len(words) - 3):
        front = words[:k]
        ends = front[-1] in load_lexica().words["org"] or (k > 2 and front[-2] == "of" and front[-3] in NAME_HEADS)
        titled = words[k] in load_lexica().words["title"] or words[k] in OFFICE_BEFORE
        if k > 1 and ends and not titled and kind_of(" ".join(words[k:])) == "P" and kind_of(" ".join(front)) == "O":
            return k
    return 0
