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


_WAY_TO: Final = re.compile(rb"\b(?:located|situated|lies|north\w*|south\w*|east|west|km|miles|near|from|away)\b")


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
