"""Tells what a capitalised sequence of words names, from its words alone."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from typing import Final

from pipeline.extraction.award_names import is_award
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.name_titles import INITIAL, is_of_a_land, strip_title

_DIGIT: Final = re.compile(r"\d")
_PARTICLES: Final = frozenset(
    [
        "de",
        "la",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "von",
        "van",
        "der",
        "den",
        "le",
        "el",
        "al",
        "bin",
        "bint",
        "binti",
        "nic",
        "und",
        "zum",
        "zur",
        "degli",
        "dei",
        "dalle",
        "ibn",
        "ap",
        "ab",
        "ferch",
        "verch",
        "zu",
        "ter",
        "ten",
        "y",
        "e",
        "do",
        "das",
        "af",
    ]
)
_FORMS_OF_ADDRESS: Final = frozenset(
    [
        "Mr",
        "Mrs",
        "Ms",
        "Miss",
        "Dr",
        "Prof",
        "Professor",
        "Sir",
        "Dame",
        "Lord",
        "Lady",
        "Rev",
        "Father",
        "Sister",
        "Mother",
    ]
)
_ROLE_HEADS: Final = frozenset(
    [
        "Manager",
        "Director",
        "Officer",
        "Engineer",
        "Analyst",
        "Consultant",
        "Coordinator",
        "Specialist",
        "Administrator",
        "Representative",
        "Chairman",
        "President",
        "Secretary",
        "Supervisor",
        "Executive",
        "Editor",
        "Producer",
        "Professor",
        "Lecturer",
        "Scientist",
        "Researcher",
        "Strategist",
        "Founder",
        "Co-Founder",
        "Counsel",
        "Chair",
        "Coach",
        "Treasurer",
        "Commissioner",
        "Minister",
        "Ambassador",
        "Spokesman",
        "Spokeswoman",
        "Spokesperson",
        "Assistant",
        "Associate",
    ]
)
_CONTEST_WORDS: Final = """
Olympic Paralympic Asian Commonwealth Pan European African Mediterranean World Summer Winter Youth National State
Military Police Invictus Goodwill Gay Highland Island Islands Maccabiah Universiade Deaf Special Universities
University Student Students Masters American Central South Southeast East West Pacific Bolivarian Caribbean Arab
Islamic Indian Empire British X The Hunger Isthmian Nemean Pythian Ancient Nordic Arctic
"""
_CONTESTS: Final = frozenset(_CONTEST_WORDS.split())
"""Words of games that people compete in; other Games are studios."""
_ROMAN: Final = re.compile(r"[IVXLC]+\Z")
_SUFFIXES: Final = frozenset(
    ("Jr", "Jr.", "Sr", "Sr.", "Esq", "Esq.", "PhD", "MD", "QC", "MP", "MBE", "OBE", "CBE", "KBE")
)
_NOT_PERSON: Final = frozenset(
    [
        "Arts",
        "Day",
        "Street",
        "Road",
        "World",
        "National",
        "International",
        "American",
        "British",
        "Royal",
        "Great",
        "Grand",
        "Holy",
        "Black",
        "White",
        "Red",
        "Green",
        "New",
        "Old",
        "North",
        "South",
        "East",
        "West",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "Central",
        "Upper",
        "Lower",
        "Middle",
        "United",
        "Super",
        "Big",
        "Little",
        "First",
        "Second",
        "Third",
        "High",
        "House",
        "Act",
        "Law",
        "Bill",
        "Rights",
        "Plan",
        "Age",
        "Era",
        "Empire",
        "Kingdom",
        "Dynasty",
        "Show",
        "Film",
        "Awards",
        "Series",
        "Season",
        "Episode",
        "Album",
        "League",
        "Cup",
        "Google",
        "Bible",
        "Internet",
        "God",
        "Christmas",
        "Easter",
        "Sunday",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
    ]
)


@lru_cache(maxsize=65536)
def kind_of(name: str) -> str:  # noqa: PLR0911 - one return a kind reads as a list of cases
    """Return the letter of `schemas.catalogue.slots.LETTERS` for a capitalised sequence.

    Parameters
    ----------
    name : str
        The sequence as in the text, without quotes; one space between words.
    """
    lex = load_lexica()
    # "JANE DOE" in capitals; initials and acronyms are left as they are.
    titled = name.title()  # "1C1 3900" stays as it is
    if (
        name.isupper()
        and titled != name
        and " " in name
        and min(map(len, name.split(" "))) > 2
        and kind_of(titled) == "P"
    ):
        return "P"
    if (name in lex.demonyms or (name.endswith("s") and name[:-1] in lex.demonyms)) and name not in (
        "UK",
        "US",
        "U.S.",
    ):
        return "N"
    if lex.is_region(name):
        return "L"
    if _has_byname(name):
        return "P"
    titles, rest = strip_title(name)
    words = rest.split(" ")
    if titles and rest:
        return _titled(name, titles, rest)
    if not rest:
        return "U" if titles in lex.genders else "T"
    if _is_demonyms(name, "-", lex.demonyms) or _is_demonyms(name, " ", lex.demonyms):
        return "N"
    if kind := _by_keyword(words):
        return kind
    return _by_lists(rest, words)


def _has_byname(name: str) -> bool:
    """Return whether a given name and what tells its bearer from others are all of a name: "Peter the Great"."""
    if " the " not in name and " of " not in name:
        return False
    first, the, epithet = name.partition(" the ")
    words = strip_title(first)[1].split(" ")
    called = (
        bool(the) and " " not in epithet and words[0] in load_lexica().genders and all(w[:1].isupper() for w in words)
    )
    return called or (" of " in name and is_of_a_land(name))


def _titled(name: str, titles: str, rest: str) -> str:
    lex = load_lexica()
    if rest.startswith("of "):
        return "X"
    if titles == "Saint" and name in lex.cities and rest not in lex.genders:
        return "L"
    whole = "" if titles.split(" ", maxsplit=1)[0].rstrip(".") in _FORMS_OF_ADDRESS else _by_keyword(name.split(" "))
    return whole or ("P" if _by_lists(rest, rest.split(" ")) != "N" else "N")


def _is_demonyms(name: str, mark: str, demonyms: Container[str]) -> bool:
    """Return whether a name is several demonyms with a mark between: "Anglo-Irish"."""
    first, found, _ = name.partition(mark)
    return bool(found) and first in demonyms and all(part in demonyms for part in name.split(mark))


def _by_keyword(words: list[str]) -> str:  # noqa: PLR0911 - one return a kind reads as a list of cases
    lists = load_lexica().words
    head = words[-1].rstrip(".")
    if head in ("Nations", "Cross") and words in (["United", "Nations"], ["Red", "Cross"]):
        return "O"
    if head in ("America", "Africa", "Asia", "Europe") and len(words) == 2 and words[0] in lists["compass"]:
        return "L"
    before_of = words[words.index("of") - 1] if "of" in words[1:] else ""
    if kind := _award_or_event(head, words) or (before_of and _award_or_event(before_of, words)):
        return kind
    if len(words) > 1 and (head in lists["org"] or words[-1] in lists["org"] or before_of in lists["org"]):
        return "O"
    if words[0] in (
        "University",
        "Universidad",
        "Université",
        "Universität",
        "Institut",
        "Institute",
        "Banco",
        "Ministry",
        "Department",
    ):
        return "O" if len(words) > 1 else "U"
    if len(words) > 1 and (
        head in lists["placehead"]
        or (
            words[0]
            in (
                "Lake",
                "Mount",
                "River",
                "Fort",
                "Port",
                "Cape",
                "County",
                "St.",
                "San",
                "Santa",
                "São",
                "Los",
                "Las",
                "El",
            )
            and len(words) == 2
            and "".join(words[:1]) in ("Lake", "Mount", "River", "Fort", "Port", "Cape", "County")
        )
    ):
        return "L"
    if len(words) > 1 and head in _ROLE_HEADS and words[0] != "Best" and words[0] not in load_lexica().genders:
        return "T"
    if len(words) in (2, 3) and (head in lists["team"] or words[-2:] == ["Red", "Sox"]):
        return "O"
    return ""


_OF_MEMBERS: Final = frozenset(
    ("National", "Jewish", "Union", "Unions", "Youth", "People's", "Labour", "Labor", "Workers'")
)


def _award_or_event(word: str, words: list[str]) -> str:
    """Return the kind of a name by its last word, or the one before "of", where that is an award's or event's."""
    if is_award(word, words):
        return "A"
    if len(words) > 1 and word == "Congress" and words[-2] in _OF_MEMBERS:
        return "O"
    if word in ("Star", "Globe") and len(words) == 2 and kind_of(words[0]) == "L":
        return "O"
    if word == "Games" and not _CONTESTS.intersection(words):
        return "O" if len(words) > 1 else ""
    return "E" if len(words) > 1 and word in load_lexica().words["event"] else ""


def _by_lists(rest: str, words: list[str]) -> str:  # noqa: C901, PLR0911 - one branch a kind of name
    lex = load_lexica()
    if len(words) == 1:
        if rest in lex.words["orgname"]:
            return "O"
        if rest in lex.cities and (lex.cities[rest] > 100_000 or rest not in lex.genders):
            return "L"
        if rest.isupper() and all(2 <= len(p.rstrip(".")) <= 6 for p in rest.split("-")) and not _ROMAN.match(rest):
            return "O"
        return "U"
    given = lex.genders
    if rest in lex.cities and not (words[0] in given and lex.cities[rest] < 500_000):
        return "L"
    town = " ".join(words[:-1])
    if lex.is_region(words[-1]) and lex.cities.get(town, 0) > (500_000 if words[0] in given else 0):
        return "L"  # "Portland Oregon", the comma left out
    if words[0] == "O":
        return "X"
    if "&" in words:
        return "O"
    plain = [w for w in words if w not in _PARTICLES and w not in _SUFFIXES]
    other = (
        not plain
        or any(map(str.islower, plain))
        or not _NOT_PERSON.isdisjoint(plain)
        or not lex.demonyms.keys().isdisjoint(plain)
    )
    if other or "of" in words or "the" in words:
        return "X"
    if len(plain) > 5 or _DIGIT.search(rest) or any(w.isupper() and len(w) > 3 for w in plain):
        return "X"
    first = plain[0]
    if (
        (first in given or first.split("-")[0] in given or INITIAL.match(first))
        and len(plain) > 1
        and not INITIAL.match(plain[-1])
    ):
        return "P"
    if any(INITIAL.match(w) for w in plain[1:-1]) or any(w in _PARTICLES for w in words[1:-1]):
        return "P"
    return "X"
