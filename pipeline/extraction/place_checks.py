"""Conditions on matches about places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.extraction.clause_checks import first_mention
from pipeline.extraction.encoded import Encoded
from pipeline.extraction.lexica import load_lexica

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match


def no_type_noun(encoded: Encoded, m: Match) -> bool:
    """Capital is a city here, not money, and of the place itself: no village has "the country's capital"."""
    mention = first_mention(encoded, m, "s")
    level = mention.letter == "I" and mention.text.lower() not in ("it", "its")
    return b"capital punishment" not in encoded.code and not level and _WAY_TO.search(m.group()) is None


_WAY_TO: Final = re.compile(
    rb"\b(?:located|situated|lies|north(?:east|west)?|south(?:east|west)?|north-\w+|south-\w+|east|west|km|miles|near|from|away)\b"
)


def capital_city(encoded: Encoded, m: Match) -> bool:
    """What is called a capital is a seat of government: no "fashion capital", no house "in the capital city of"."""
    if _OF_WHAT.search(encoded.code) or _IN_THE_CAPITAL.search(m.group()):
        return False
    sides = [first_mention(encoded, m, group) for group in ("s", "v") if m.start(group) >= 0]
    if _SAYS.match(encoded.code, m.end()) or any(_INSTITUTION.search(side.text) for side in sides):
        return False
    # "With its capital there, New Epirus comprised nine cities": "the cities" have none.
    return not any(side.letter == "I" and side.text.lower().endswith("s") and " " in side.text for side in sides)


_OF_WHAT: Final = re.compile(
    rb"\b(?:financial|cultural|fashion|commercial|economic|industrial|spiritual|religious|music|musical|tourist|tourism|"
    rb"business|film|media|culinary|gay|surf|surfing|fishing|wine|oil|technology|tech|entertainment|literary|intellectual|"
    rb"artistic|unofficial|social|human|share|venture|working|murder|crime|party|beer|food|ski|adventure|sports?|trading|"
    rb"trade|shopping|divorce|gambling|garlic|honorary|symbolic|summer|winter|world|european|de facto) capital\b"
)
_IN_THE_CAPITAL: Final = re.compile(
    rb"\b(?:in|from|near|at|for|outside|around|of|to) (?:the )?(?:[a-zN-]+ ){0,2}capital\b"
)
_SAYS: Final = re.compile(rb",? (?:has |had )?(?:said|says|told|added|explained|noted)\b")
_INSTITUTION: Final = re.compile(
    r"\b(?:University|College|School|Institute|Museum|Hospital|Palace|Campus|Hotel|Stadium|Church|Society|Party|"
    r"Station|Airport|Bank|Company|Club|Temple)\b"
)


def its_count(encoded: Encoded, m: Match) -> bool:
    """Who are counted, or what is measured, is the subject itself: a town or another place, no constituency's base."""
    mention = first_mention(encoded, m, "s")
    if _A_PART.search(encoded.code, 0, m.start("s")):
        return False
    if mention.letter == "I":
        return True
    said = encoded.code[max(0, m.start() - 30) : m.end() + 60]
    if _PERSON_IS.search(m.group()):
        return False
    return mention.letter == "L" or _PLACE.search(said) is not None


_PERSON_IS: Final = re.compile(
    rb" (?:is|was) an? (?:[a-zN-]+ ){0,3}(?:officer|politician|player|man|woman|person|[a-z]+(?:ist|er))\b"
)
_A_PART: Final = re.compile(
    rb"\b(?:parts?|half|halves|area|areas|portion|section) of (?:the )?(?:[a-z]+ (?:of )?){0,3}\Z"
)
_PLACE: Final = re.compile(
    rb"\b(?:villages?|towns?|cit(?:y|ies)|municipalit(?:y|ies)|communes?|settlements?|hamlets?|suburbs?|islands?|districts?|"
    rb"parish(?:es)?|count(?:y|ies)|provinces?|regions?|communit(?:y|ies)|townships?|boroughs?|neighbou?rhoods?|localit(?:y|ies)|"
    rb"countr(?:y|ies)|states?|census|inhabitants|barangay|prefecture|canton|governorate|oblast|metropolis|port|capital|"
    rb"population|residents)\b"
)


def called_a_place(encoded: Encoded, m: Match) -> bool:
    """The noun for a place is what the subject is: "a town in", no "state prosecutor" and no "district court"."""
    if _NOUN_ALONE.search(m.group()) is None:
        return False
    value = first_mention(encoded, m, "v").text
    if not value.endswith("Georgia"):
        return True
    # The American state has counties, too.
    return b"state" not in encoded.code and not any(_AMERICAN.search(mention.text) for mention in encoded.mentions)


_NOUN_ALONE: Final = re.compile(
    rb" (?:village|town|city|municipality|commune|river|settlement|island|lake|mountain|hamlet|suburb|district|county|"
    rb"province|region|parish|neighbou?rhood|locality|township|capital|port|state)"
    rb"(?:,|\)| \(| [A-Z]|(?! (?:attorney|prosecutor|judge|court|council|councillor|legislator|senator|official|police|"
    rb"school|club|team|league|employee|manager|planner|leader|governor|representative|trooper|engineer|commissioner)\b)"
    rb" [a-z])"
)
_AMERICAN: Final = re.compile(r"\bCounty\b|\bU\.S\.|\bUnited States\b|\bAtlanta\b")


def ends_in_country(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The country at the end of the sentence is where the place lies, no neighbour or former ruler."""
    return _ELSEWHERE.search(m.group()) is None


_ELSEWHERE: Final = re.compile(
    rb"\b(?:border\w*|near\w*|close|between|flow\w*|from|with|across|twin\w*|named|after|like|former\w*|until|part|"
    rb"who|whose|where|when|to|by|opposite|facing|outside)\b"
)


def country_value(encoded: Encoded, m: Match) -> bool:
    """The value is a country, or ends with one."""
    return first_mention(encoded, m, "v").text.rsplit(", ", 1)[-1] in load_lexica().countries


def from_country(encoded: Encoded, m: Match) -> bool:
    """The value is a country whose people have a name, or a place in one."""
    country = first_mention(encoded, m, "v").text.rsplit(", ", 1)[-1]
    return country in load_lexica().countries


def from_country_or_people(encoded: Encoded, m: Match) -> bool:
    """The value is a demonym, or a country."""
    return first_mention(encoded, m, "v").letter == "N" or from_country(encoded, m)


def not_person_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is no person."""
    return first_mention(encoded, m, "s").letter in "LXUI"
