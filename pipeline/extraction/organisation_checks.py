"""Conditions on matches about organisations: who employs, who leads, what may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.extraction.clause_checks import first_mention, last_word
from pipeline.extraction.encoded import Encoded
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.person_checks import party
from pipeline.extraction.vocabulary import (
    CHIEF,
    COMPANY,
    DEPUTY,
    GEOGRAPHY,
    HIRERS,
    INSTITUTION,
    LEADERS,
    MODIFIER,
    NOT_EMPLOYERS,
    SCHOOL,
    SCHOOLING,
    SPORT,
)

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match


def employer(encoded: Encoded, m: Match) -> bool:
    """The value can employ people: an organisation, no event, place or work."""
    mention = first_mention(encoded, m, "v")
    if party(encoded, m) or SCHOOLING.search(encoded.code):
        return False
    if last_word(mention) in NOT_EMPLOYERS:
        return False
    if mention.letter in "XU" and m.group("r"):
        return (
            _leads(m)
            and mention.text not in load_lexica().genders
            and mention.text.lower() not in load_lexica().occupations
        )
    return mention.letter == "O"


def _leads(m: Match) -> bool:
    """Return whether the role is one that only organisations have."""
    return bool(LEADERS.search(m.group("r")))


def hirer(encoded: Encoded, m: Match) -> bool:
    """The value is an organisation that hires, a label or a hospital among them; no league, cup or party."""
    mention = first_mention(encoded, m, "v")
    last = last_word(mention)
    return mention.letter == "O" and not party(encoded, m) and (last in HIRERS or last not in NOT_EMPLOYERS)


def club(encoded: Encoded, m: Match) -> bool:
    """The value can be a team: an organisation, or a place or name said of a player."""
    mention = first_mention(encoded, m, "v")
    after = encoded.code[m.span("v")[1] : m.span("v")[1] + 40]
    if SCHOOL.search(mention.text) or MODIFIER.match(after):
        return False
    if mention.letter == "O":
        return last_word(mention) not in NOT_EMPLOYERS
    if mention.letter in "LU":
        return bool(SPORT.search(encoded.code)) and mention.text not in load_lexica().countries
    return mention.letter == "X" and " for " in m.group().decode("ascii") and last_word(mention) not in NOT_EMPLOYERS


def ceo_role(encoded: Encoded, m: Match) -> bool:
    """The role is the chief executive's, not a deputy's or vice president's."""
    text = m.group().decode("ascii")
    if DEPUTY.search(text):
        return False
    acronyms = [
        mention.text
        for k, mention in enumerate(encoded.mentions)
        if m.start() <= encoded.offsets[k] < m.end() and mention.letter == "O"
    ]
    return bool(CHIEF.search(text)) or "CEO" in acronyms


def company_if_president(encoded: Encoded, m: Match) -> bool:
    """Where the role is "president", the organisation is a company."""
    text = m.group().decode("ascii")
    mention = first_mention(encoded, m, "s")
    if mention.text == "CEO":
        return False
    if (
        "ceo" in text
        or "executive" in text
        or "managing director" in text
        or any(x.text == "CEO" for x in encoded.mentions)
    ):
        return True
    return bool(COMPANY.search(mention.text))


def org_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is no person, place, award or event."""
    if m.start("s") < 0:
        return True
    if (
        m.start("s") < m.span("v")[0]
        and GEOGRAPHY.search(encoded.code[m.span("s")[1] : m.span("v")[0]])
        and b" based" not in m.group()
    ):
        return False
    mention = first_mention(encoded, m, "s")
    if mention.letter == "U":
        return (
            mention.text not in load_lexica().genders
            and mention.text.lower() not in load_lexica().occupations
            and mention.start != encoded.start
        ) or len(mention.text) > 3
    return mention.letter in "OXIW"


def org_value(encoded: Encoded, m: Match) -> bool:
    """The value is an organisation or may be one."""
    mention = first_mention(encoded, m, "v")
    return mention.letter in "OXI" or mention.text not in load_lexica().genders


def institution(encoded: Encoded, m: Match) -> bool:
    """The subject is an institution that stands somewhere: a university, a museum."""
    mention = first_mention(encoded, m, "s")
    if not INSTITUTION.search(mention.text):
        return False
    value = first_mention(encoded, m, "v")
    return value.text not in mention.text
