"""The values of a match: one mention, or each of a list."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.binder import resolve
from pipeline.extraction.career_checks import is_club
from pipeline.extraction.document import Document
from pipeline.extraction.encoded import Encoded, Mention, render
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.organisation_names import is_half
from pipeline.extraction.person_checks import is_school, trim_occupation
from pipeline.extraction.rules import Match, Rule


def values_of(rule: Rule, document: Document, number: int, encoded: Encoded, m: Match) -> list[Mention]:
    """Return the mentions of the value; a text value as a mention of its own, pronouns as what they stand for."""
    value_type = rule.sides[1]
    start, end = m.span("v")
    if value_type == "text":
        awards = [
            m for m, at in zip(encoded.mentions, encoded.offsets, strict=True) if start <= at < end and m.letter == "A"
        ]
        if len(awards) > 1:
            return awards
        text = render(encoded, start, end)
        if "occupation_value" in rule.pattern.check:
            text = trim_occupation(text)
        return [Mention("", encoded.start, encoded.end, text)]
    inside = _without_owner(encoded, within(encoded, (start, end)), end, value_type)
    # bands stand among people, and makers of games may be called like places
    whole = len(inside) == 1 or not {"artist_value", "product_subject"}.isdisjoint(rule.pattern.check)
    letters = LETTERS_OF[value_type] if whole else _LETTERS_OF_LISTS.get(value_type, LETTERS_OF[value_type])
    schools = "school" in rule.pattern.check
    of_clubs = "clubs" in rule.pattern.check
    letters += "L" if of_clubs else ""
    values = []
    for k in inside:
        mention = _school_of(encoded, k) if schools else encoded.mentions[k]
        if (schools and not is_school(mention)) or (of_clubs and not is_club(mention)):
            continue
        if (mention.letter not in letters and not schools) or (k != inside[0] and _loose(encoded, k, value_type)):
            continue
        # "Moor and Kestrel Records" are two labels; a firm may be called Meat and Livestock
        if value_type == "organization" and rule.attribute.name != "record_label" and is_half(encoded, k):
            continue
        if mention.letter in "HI" or rule.pattern.turned:
            # "the band" and "its" of a performer or founder are an organisation.
            kind = "organization" if mention.letter == "I" and value_type == "person" else value_type
            name = resolve(document, number, encoded, k, kind, lone=rule.pattern.lone)
            if name is None:
                continue
            mention = mention._replace(text=name, letter="P" if mention.letter in "HI" else mention.letter)
        values += _states(mention) if value_type == "nationality" else [mention]
    return _in_full(rule, encoded, m, values) if value_type == "person" else values


def _in_full(rule: Rule, encoded: Encoded, m: Match, values: list[Mention]) -> list[Mention]:
    """Give given names the surname that they share with another of a list."""
    if "l" in rule.groups:
        family = _FAMILY.search(encoded.code, 0, m.start("l"))
        return _share_family(values, encoded.mentions[encoded.mention_at(family.start())].text if family else "")
    return values if rule.attribute.name == "child" else _share_surname(values, known=rule.attribute.name != "parent")


def _without_owner(encoded: Encoded, listed: list[int], end: int, value_type: str) -> list[int]:
    """Return the mentions of a list without a last one that is only whose the next thing is: "by Berg, her first"."""
    if value_type != "person" or len(listed) < 2 or encoded.offsets[listed[-1]] != end - 1:
        return listed
    return listed[:-1] if encoded.code.startswith(b"'s", end) else listed


_FACULTY: Final = re.compile(
    r"(?:The )?(?:[A-Z]\w+ )?(?:Faculty|Department|School|College|Institute|Division|Graduate School)"
    r"(?: of [A-Z]\w+(?:,? (?:and|&) [A-Z]\w+)?)?"
)
_OF_A_SCHOOL: Final = re.compile(rb"O,? (?:of|at|in) (?:the )?O(?![a-z'])")
"""A faculty has no name of its own: who graduates from the Faculty of Law of a university graduates from that."""


def _school_of(encoded: Encoded, k: int) -> Mention:
    """Return the school that a mention names, of a faculty "of the University of Leeds" the university."""
    faculty = _FACULTY.fullmatch(encoded.mentions[k].text) and _OF_A_SCHOOL.match(encoded.code, encoded.offsets[k])
    return encoded.mentions[k + 1 if faculty else k]


def _states(mention: Mention) -> list[Mention]:
    """Return the two nationalities of "Soviet Armenian", or the one of any other name."""
    first, _, second = mention.text.partition(" ")
    if second == "Roman":
        return [mention._replace(text=first)]  # "an Austrian Roman Catholic bishop"
    if first == "Soviet" and second in load_lexica().demonyms:
        return [mention._replace(text=first), mention._replace(text=second)]
    return [mention]


def _loose(encoded: Encoded, k: int, value_type: str) -> bool:
    """Return whether an unknown name ends a list without "and": "of Acme Ltd, Wholesale Hardware" names one firm."""
    at = encoded.offsets[k]
    if value_type != "organization" or encoded.mentions[k].letter not in "XU":
        return False
    head, tail = encoded.code[:at], encoded.code[at + 1 : at + 5]
    return head.endswith((b", ", b", the ")) and not tail.startswith((b",", b" and", b" & "))


def within(encoded: Encoded, span: tuple[int, int]) -> list[int]:
    """Return the numbers of the mentions of a span, without those in parentheses."""
    start, end = span
    return [k for k, at in enumerate(encoded.offsets) if start <= at < end and not _aside(encoded.code[start:at])]


def _aside(before: bytes) -> bool:
    """Return whether what follows stands in parentheses: "Doe (of Acme), Roe"."""
    return before.count(b"(") > before.count(b")")


LETTERS_OF: Final = {
    "date": "DYK",
    "person": "PXUHOLI",
    "organization": "OXUILPWE",
    "place": "LXUNO",
    "nationality": "NL",
    "work": "WXUIPLO",
    "quantity": "KY",
}
"""Value type -> letters of the mentions that may be such a value."""
_LETTERS_OF_LISTS: Final = {"person": "PXUH", "organization": "OXUIE"}
"""Letters of the values in a list: what else stands in it is part of an apposition."""


_FAMILY: Final = re.compile(rb"U (?:brothers|sisters|siblings|twins|triplets)(?:,|:| -)? \Z")
"""What stands before the given names of a family: "the Adams brothers, "."""


def _share_family(values: list[Mention], family: str) -> list[Mention]:
    """Give the given names of a list of brothers their surname: the family's, or that of one named in full."""
    full = next((v.text for v in values if v.letter in "PX" and " " in v.text), family)
    surname = next((word for word in reversed(full.split(" ")) if len(word) > 1 and word not in _SUFFIXES), "")
    genders = load_lexica().genders
    # "Aren, Ivo and Tam Roe": the last name is all of theirs, whatever the lists know of the others.
    shared = surname if values and " " in values[-1].text else ""
    return [
        v._replace(letter="P", text=f"{v.text} {surname}")
        if surname and (v.text in genders or (shared and v.letter == "U"))
        else v
        for v in values
    ]


_SUFFIXES: Final = ("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV")


def _share_surname(values: list[Mention], *, known: bool = True) -> list[Mention]:
    """Give "Ron" of "Ron and Sally Madison" the name that both bear; any name of parents, else a given name only."""
    shared = list(values)
    for k in range(len(values) - 1):
        first, second = values[k], values[k + 1]
        if (
            first.letter == "U"
            and (first.text in load_lexica().genders or not known)
            and " " in second.text
            and second.start - first.end in _AND
            and first.text not in _STAGE_NAMES
        ):
            shared[k] = first._replace(letter="P", text=f"{first.text} {second.text.rsplit(' ', 1)[-1]}")
    return shared


_AND: Final = (len(" & "), len(" and "))
_STAGE_NAMES: Final = frozenset(
    (
        *("Aaliyah", "Adele", "Ashanti", "Björk", "Brandy", "Cher", "Ciara", "Dido", "Drake", "Enya", "Jewel", "Kesha"),
        *("Lorde", "Madonna", "Monica", "Prince", "Rihanna", "Sade", "Selena", "Shakira", "Sting", "Usher"),
    )
)
"""Given names that, alone, are whole names: "Madonna and Jane Roe" share no surname."""
