"""Joins the pieces of an organisation's long name: "Centre for Strategic Studies", "Bureau of Land and Water"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.vocabulary import NAME_FIELDS, NAME_HEADS

_LINKED: Final = re.compile(rb"[OXU] (?:of|for) (?:the )?[OUXLP](?![a-z'])")
_LISTED: Final = re.compile(rb"O(?:(?:, [UX])+,? and [UXO]| and [UXLO])(?![a-z'])")
_NATIONAL: Final = re.compile(rb"N O(?![a-z'])")
_OBJECT: Final = re.compile(r"(?P<head>.*)\b(?:of|for) (?:the )?(?P<object>.+)\Z")


_COUPLE: Final = re.compile(rb"[UP] and O(?![a-z'])")
_OF_COUPLES: Final = frozenset(
    (
        "Foundation",
        "Center",
        "Centre",
        "Fund",
        "Trust",
        "Library",
        "Museum",
        "Institute",
        "School",
        "Hospital",
        "Collection",
    )
)


def join_organisations(encoded: Encoded, text: str) -> Encoded:
    """Join "HEAD for THING", "HEAD of the STUDY of THING" and "HEAD of THIS and THAT" to one organisation."""
    for pattern, joins in (*_JOINED, (_COUPLE, _is_of_a_couple)):
        at = 0
        while (m := pattern.search(encoded.code, at)) is not None:
            at = m.start() + 1
            k, end = bisect_left(encoded.offsets, m.start()), bisect_left(encoded.offsets, m.end())
            parts = encoded.mentions[k:end]
            if joins(parts, m.group()):
                whole = Mention("O", parts[0].start, parts[-1].end, text[parts[0].start : parts[-1].end])
                code = encoded.code[: m.start()] + b"O" + encoded.code[m.end() :]
                kept = [*encoded.mentions[:k], whole, *encoded.mentions[end:]]
                encoded, at = Encoded(encoded.start, encoded.end, code, kept), m.start()
    return encoded


_EXCLAIMED: Final = re.compile(rb"[OXUPL]! rec(?:ords|ordings)\b")


def join_exclaimed(encoded: Encoded, text: str) -> Encoded:
    """Join "Boom! Records" to one organisation."""
    while (m := _EXCLAIMED.search(encoded.code)) is not None:
        k = encoded.mention_at(m.start())
        start, end = encoded.mentions[k].start, encoded.mentions[k].end + len(m.group()) - 1
        code = encoded.code[: m.start()] + b"O" + encoded.code[m.end() :]
        mentions = [*encoded.mentions[:k], Mention("O", start, end, text[start:end]), *encoded.mentions[k + 1 :]]
        encoded = Encoded(encoded.start, encoded.end, code, mentions)
    return encoded


def _is_linked(parts: list[Mention], between: bytes) -> bool:
    left, right = parts
    words = left.text.split(" ")
    if right.letter == "P":
        # "Center for Peace Studies": a given name that is a word, too.
        return words[-1] in NAME_HEADS and right.text.rsplit(" ", 1)[-1] in NAME_FIELDS
    goes_on = words[-1] == "Bank" or (
        words[-1] in _PARTIES and not _AIMS.isdisjoint((right.text.split(" ")[0], right.text.rsplit(" ", 1)[-1]))
    )
    if words[-1] in NAME_HEADS or (goes_on and b" for " in between):
        return right.letter != "O" or b" for " in between
    named = any(w in NAME_HEADS for w in words[:-1])
    return named and words[-1] in NAME_FIELDS and right.letter in "UXL"


_SUBJECTS: Final = frozenset(
    (
        *(
            "Agriculture",
            "Architecture",
            "Art",
            "Arts",
            "Business",
            "Commerce",
            "Design",
            "Economics",
            "Education",
            "Energy",
        ),
        *(
            "Engineering",
            "Finance",
            "Forestry",
            "Health",
            "Humanities",
            "Law",
            "Letters",
            "Life",
            "Management",
            "Medicine",
        ),
        *(
            "Minerals",
            "Mining",
            "Music",
            "Nursing",
            "Petroleum",
            "Pharmacy",
            "Sciences",
            "Science",
            "Social",
            "Technology",
        ),
        *("Theology", "Veterinary"),
    )
)
"""What a university may be of."""
_PARTIES: Final = ("Party", "Movement", "Front", "Force", "Alliance", "Congress", "Union", "Coalition")
_AIMS: Final = frozenset(
    (
        *("Change", "Democracy", "Democratic", "Development", "Freedom", "Independence", "Justice", "Liberty"),
        *(
            "National",
            "Peace",
            "Progress",
            "Reform",
            "Renewal",
            "Restoration",
            "Social",
            "Socialism",
            "Unity",
            "Welfare",
        ),
    )
)
"""What a party may be for; "the Labour Party for Leeds" has a member there."""


def _is_national(parts: list[Mention], between: bytes) -> bool:  # noqa: ARG001 - all tests have one form
    """Return whether a demonym belongs to the name that follows: "French Society for Optics"."""
    return parts[1].text.split(" ")[0] in NAME_HEADS and parts[1].start - parts[0].end == 1


def _is_of_a_couple(parts: list[Mention], between: bytes) -> bool:  # noqa: ARG001 - all tests have one form
    """Return whether two people gave one name: "the Bill and Ada Roe Foundation"."""
    genders = load_lexica().genders
    first, second = parts[0].text.removeprefix("The ").split(" "), parts[1].text.split(" ")
    return first[0] in genders and second[0] in genders and second[-1] in _OF_COUPLES


def _is_listed(parts: list[Mention], between: bytes) -> bool:  # noqa: ARG001 - all tests have one form
    """Return whether what follows goes on with the fields of "Department of Food": no person, place or firm."""
    owner = _OBJECT.search(parts[0].text)
    if owner is None:
        return False
    head = owner.group("head").split()
    known = _SUBJECTS if head[-1:] == ["University"] else _AIMS if head and head[-1] in _PARTIES else None
    if known is not None:
        return all(name.split(" ")[0] in known for name in (owner.group("object"), *(part.text for part in parts[1:])))
    if not any(w in NAME_HEADS for w in head):
        return False
    lex = load_lexica()
    if lex.is_region(owner.group("object")) or owner.group("object") in lex.cities:
        return False
    return all(_is_field(part) for part in parts[1:])


def _is_field(part: Mention) -> bool:
    words = part.text.split(" ")
    if part.text.isupper() or part.text.startswith("The ") or " of " in part.text or words[0] in load_lexica().genders:
        return False
    return part.letter in "UX" or (part.letter == "O" and words[-1] in NAME_FIELDS)


def _ends_in_land(parts: list[Mention], between: bytes) -> bool:  # noqa: ARG001 - all tests have one form
    """Return whether a land ends a name: "University of Science and Technology of China"."""
    return parts[0].text.endswith(" of Science and Technology")


_OF_LAND: Final = re.compile(rb"O of (?:the )?L(?![a-z'])")
_JOINED: Final = ((_LINKED, _is_linked), (_LISTED, _is_listed), (_NATIONAL, _is_national), (_OF_LAND, _ends_in_land))


def is_half(encoded: Encoded, k: int) -> bool:
    """Return whether a mention may be half of an organisation's name: "Meat" of "Meat and Livestock Australia".

    Only a word that no list knows, right before a longer name, leaves the doubt: two firms joined by "and" read alike.

    Parameters
    ----------
    encoded : Encoded
        The sentence.
    k : int
        Number of the mention.
    """
    if _LISTED_HALVES.match(encoded.code, encoded.offsets[k]):
        return _is_word(encoded.mentions[k])
    before = k > 0 and _LISTED_HALVES.match(encoded.code, encoded.offsets[k - 1])
    return bool(before) and _is_word(encoded.mentions[k - 1])


def _is_word(mention: Mention) -> bool:
    return " " not in mention.text and not mention.text.isupper()


_LISTED_HALVES: Final = re.compile(rb"U and [OX](?![a-z'])")
