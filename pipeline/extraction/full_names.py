"""Names inside one document: the full form of a surname or an acronym, and names of one word that are a person's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.extraction.capitals import is_called_like_a_nation
from pipeline.extraction.document import Document
from pipeline.extraction.kinds import kind_of
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.mentions import COMPOUND, Mention
from pipeline.extraction.name_titles import is_given_name, is_named_like_a_nation, untitled

SHORT: Final = 25
"""A text of so few sentences that names one person only speaks of this person."""


def lone_name(document: Document, mention: Mention) -> str | None:
    """Return a name of one word that must be a person's: a known given name, one with a title, or one that recurs."""
    name = mention.text
    if mention.letter == "P" and " " in name:
        return untitled(name)
    if mention.letter not in "PU" or not name[0].isupper() or name.isupper():
        return None
    if name in load_lexica().genders:
        return name
    flat = document.flat
    if f" {name.lower()}" in flat:
        return None
    at_head = any(mention.start == start for start, _ in document.sentences[:3]) and len(name) > 3
    if flat.count(name) > 1 or (at_head and not name.endswith(_COMMON_ENDINGS)):
        return name
    return name if acts(document, name) else None


_COMMON_ENDINGS: Final = ("s", "ed", "ing", "ly", "ion", "ment", "ness", "ity", "ers", "ist")


def acts(document: Document, name: str) -> bool:
    """Return whether a name of one word does in the text what only people do."""
    if name not in document.acting:
        excluded = name.lower() in load_lexica().words["relative"] or name in _MONTHS
        document.acting[name] = not excluded and (
            name in load_lexica().genders
            or (
                len(document.sentences) <= SHORT
                and not name.endswith("ing")
                and f" {name.lower()}" not in document.flat
                and _is_said_to_act(document.flat, f"{name} ")
            )
        )
    return document.acting[name]


_MONTHS: Final = ("January", "February", "July", "September", "October", "November", "December")
"""Months that hardly anybody is called by, unlike April and June."""


def _is_said_to_act(text: str, name: str) -> bool:
    at = text.find(name)
    while at >= 0:
        alone = at == 0 or not (text[at - 1].isalnum() or text[at - 1] == "_")
        if alone and _ACTS.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


_ACTS: Final = re.compile(
    r"(?:was born|(?:is|was|has been) married|married|grew up|studied|graduated|attended|enrolled|received h|earned h|"
    r"obtained h|holds an?|lives|lived|resides|said|says|retired|emigrated|served as|began h|started h|and h(?:is|er) |"
    r"became an? |taught|wrote|died|passed away|worked (?:as|for|at)|joined|divorced|is survived by|majored|interned|"
    r"resigned|(?:has|had) (?:been (?:a|an|the) [a-z ]+(?:er|or|ist|man)\b|written|taught|"
    r"lived|worked|served)|"
    r"(?:was|is|were) (?:appointed|elected|educated|raised|brought up|knighted|ordained|murdered|executed|"
    r"beheaded|hanged|drowned|assassinated|exiled|imprisoned|canoni[sz]ed)|"
    r"is the (?:son|daughter|father|mother|wife|husband|brother|sister)|practi[cs]ed|"
    r"(?:then |later |also )?pursued (?:[a-z]+ )?(?:studies|degree|career)|"
    # "Doe continued to write and give his support": no other name stands before the pronoun
    r"[a-z][^.;A-Z]{0,80} (?:his|her|himself|herself)\b|"
    r"(?:is|was) an? (?:[a-z]+ ){0,3}[a-z]+(?:er|or|ist|man)\b)"
)


_STRETCH: Final = 20_000
"""Full names of a surname are looked for in its own stretch of so many characters and the two beside it."""


def full_name(document: Document, surname: str, at: int) -> str | None:
    """Return the full name that the text gives for a surname at an offset; None where it gives none.

    The last full name before the offset; else the one that comes later, if there is one only.
    """
    names = names_of(document, surname, at)
    before = [name for start, name in names if start < at]
    if before:
        return before[-1]
    return names[0][1] if len({name for _, name in names}) == 1 else None


def names_of(document: Document, surname: str, at: int) -> list[tuple[int, str]]:
    """Return the full names with a surname that stand around an offset, and where."""
    stretch = at // _STRETCH
    if (surname, stretch) not in document.full_names:
        start, end = (stretch - 1) * _STRETCH, (stretch + 2) * _STRETCH
        found = list(_full_names(document.flat, surname, max(0, start), end))
        # "Killing of Ann Roe" gives the name of the Roe of whom the text speaks.
        title = (document.title or "")[:_LONGEST_TITLE]
        document.full_names[surname, stretch] = found or [
            (0, name) for _, name in _full_names(title, surname, 0, len(title))
        ]
    return document.full_names[surname, stretch]


_LONGEST_TITLE: Final = 200
_GIVEN: Final = re.compile(r"(?:\b(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]*|(?:Dr|St|Mr|Mrs|Ms|Jr)\.) ){1,3}\Z")
"""Titles and given names, up to three, right before a surname."""
_LONGEST_GIVEN: Final = 120


def _full_names(text: str, surname: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    lex = load_lexica()
    for given_at, after in _with_given_names(text, surname, start, min(end, len(text))):
        words = text[given_at:after].split(" ")
        owners = [k for k, word in enumerate(words[:-1]) if word.endswith(("'s", "’s"))]
        words = words[owners[-1] + 1 :] if owners else words
        if owners and words[0] not in lex.genders:
            continue  # "Iceland's Mary Jones" is Mary Jones, and her "Red Mill" nobody
        while len(words) > 1 and (
            words[0] in lex.words["lower"]
            or words[0] in _PLURAL_KIN
            or words[0].lower().removesuffix("s") in lex.occupations
            or (words[0].rstrip(".") in lex.words["title"] and not is_given_name(words))
            or COMPOUND.search(words[0])
        ):
            words = words[1:]
        if any(w.endswith(("'s", "’s")) for w in words[:-1]):
            continue  # "Malta's Roe" is no name
        if words[0] in _SAINTS or not _ALIASES.isdisjoint(words):
            continue  # a church or a place: no Maria is Santa Maria
        given = next(
            (k for k, w in enumerate(words[:-1]) if w in lex.genders or (w[:-1].isupper() and w.endswith("."))), 0
        )
        name = " ".join(words[given:])
        if is_named_like_a_nation(words[given]) and not is_called_like_a_nation(text, words[given:], after - len(name)):
            continue
        kind = kind_of(name) if " " in name else ""
        # "Snack Roe Arena Tour" names no Snack Roe
        if (kind == "P" or (kind == "X" and not _NAME_GOES_ON.match(text, after))) and like_person(name):
            yield given_at, name


def _with_given_names(text: str, surname: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a surname stands with given names before it, as (start, end); none within another."""
    done = start
    given = surname in load_lexica().genders  # a middle name, where another name follows
    at = text.find(surname, start, end)
    while at >= 0:
        after = at + len(surname)
        goes_on = _WORD_GOES_ON.match(text, after) or (given and _NAME_GOES_ON.match(text, after))
        if not goes_on and (m := _GIVEN.search(text, max(done, at - _LONGEST_GIVEN), at)):
            yield m.start(), after
            done = after
        at = text.find(surname, after, end)


_WORD_GOES_ON: Final = re.compile(r"\w")
_NAME_GOES_ON: Final = re.compile(r" [A-ZÀ-Þ]\w")
_PLURAL_KIN: Final = ("Brothers", "Sisters", "Twins", "Cousins", "Siblings", "Friends", "Both")
_ALIASES: Final = frozenset(("Aka", "AKA", "Alias"))
_SAINTS: Final = ("St", "St.", "Saint", "Santa", "San", "Santo", "Sankt", "Sant", "São", "Sainte", "Ste.")


def like_person(name: str) -> bool:
    """Return whether a name of unknown kind has the form of a person's."""
    words = name.split(" ")
    if len(words) > 1 and words[0] in load_lexica().genders and words[-1].isupper() and words[-1].isalpha():
        words[-1] = words[-1].title()  # "Charles DOE", as genealogies write it
    if not 2 <= len(words) <= 4 or any(not w[0].isalpha() or (w.isupper() and len(w) > 2) for w in words):
        return False
    return (
        "of" not in words
        and "the" not in words
        and not any(
            kind_of(w) in ("N", "L") and w in load_lexica().demonyms and not (k == 0 and is_named_like_a_nation(w))
            for k, w in enumerate(words)
        )
    )


def expand_acronym(document: Document, name: str) -> str:
    """Return the full name that the document gives for an acronym: "National Farmers Federation (NFF)"."""
    if not (name.isupper() and 2 <= len(name) <= 7 and name.isalpha()):
        return name
    if name not in document.acronyms:
        document.acronyms[name] = _long_form(document.flat, name)
    return document.acronyms[name] or name


def _long_form(text: str, name: str) -> str | None:
    at = text.find(f"({name})")
    if at < 0:
        return None
    words = text[max(0, at - 120) : at].split()
    for k in range(len(words) - 2, -1, -1):
        initials = "".join(w[0] for w in words[k:] if w[0].isupper())
        if len(initials) > len(name) or words[k][-1] in ".,;:":
            return None
        if initials == name and words[k][0].isupper():
            return " ".join(words[k:])
    return None
