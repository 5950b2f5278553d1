"""Conditions on matches about organisations: who employs, who leads, what may be one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.extraction.clause_checks import first_mention, last_word, words_of
from pipeline.extraction.clauses import clause_subject
from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.person_checks import party
from pipeline.extraction.vocabulary import (
    BODY,
    BROAD,
    CHIEF,
    COMPANY,
    COMPANY_NOUN,
    DEPUTY,
    FOUNDED,
    HIRERS,
    INSTITUTION,
    LEADERS,
    LEAGUES,
    MODIFIER,
    NAME_FIELDS,
    NAME_HEADS,
    NEW_CLAUSE,
    NO_ROLE,
    NOT_EMPLOYERS,
    NOT_IN_ROLES,
    ROLE_PARTICIPLES,
    SCHOOL,
    SCHOOLING,
    SPORT,
)

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match


def employer(encoded: Encoded, m: Match) -> bool:
    """The value can employ people: an organisation, no event, place or work."""
    mention = first_mention(encoded, m, "v")
    elsewhere = _LEADER_IN.search(m.group()) or _JOURNEY.match(encoded.code, m.span("v")[1])
    if elsewhere or party(encoded, m) or SCHOOLING.search(encoded.code) or _is_seat(mention):
        return False
    last = last_word(mention)
    if last in NOT_EMPLOYERS and not (
        mention.letter == "O" and last in HIRERS and m.group("r") and b" graduate " not in m.group()
    ):
        return False
    if mention.letter in "XU" and COMPANY_NOUN.search(m.group("g")):
        return mention.text not in load_lexica().genders
    if mention.letter == "X" and _DRAFTED.search(m.group()) and SPORT.search(encoded.code):
        return MODIFIER.match(encoded.code, m.span("v")[1]) is None
    if mention.letter in "XU" and m.group("r"):
        return (
            _leads(m)
            and mention.text not in load_lexica().genders
            and mention.text.lower() not in load_lexica().occupations
        )
    return mention.letter == "O"


_LEADER_IN: Final = re.compile(rb"\b(?:leaders?|experts?|specialists?|pioneers?) in ")
"""Of a firm or person that leads in a field, not of who works there."""
_DRAFTED: Final = re.compile(
    rb"\b(?:drafted by|traded to|loaned|signed for|transferred to|sold to|selected by|debut for)\b"
)
"""Who is drafted or traded goes to a team, whatever it is called."""


def _leads(m: Match) -> bool:
    """Return whether the role is one that only organisations have."""
    return bool(LEADERS.search(m.group("r")))


def hirer(encoded: Encoded, m: Match) -> bool:
    """The value is an organisation that hires, a label or a hospital among them; no league, cup or party."""
    mention = first_mention(encoded, m, "v")
    last = last_word(mention)
    hires = last in HIRERS or last not in NOT_EMPLOYERS
    listed = mention.letter == "X" and _LISTED.match(m.group("v")) is not None
    named = (mention.letter == "O" or listed) and hires and not BODY.fullmatch(mention.text)
    return named and not party(encoded, m) and not _is_seat(mention)


_LISTED: Final = re.compile(rb"X(?:(?:, (?:the )?[XO])+,? (?:and|&)(?: the)?| and the) O")
"""An unknown name in a list with an organisation is one, too."""


def _is_seat(mention: Mention) -> bool:
    """Return whether people sit or are admitted there rather than work for it: a council, an inn of court, a state."""
    words = mention.text.split(" ")
    if mention.text in _GENERIC:
        return True
    state = words[-1] in _STATES and words[-2:-1] != [] and words[-2] in load_lexica().demonyms
    return state or _SEAT.search(mention.text) is not None


_GENERIC: Final = frozenset(
    (
        *("NGO", "NGOs", "TV", "IT", "HR", "PR", "PC", "LLC", "AI", "UK", "US", "U.S", "U.S.", "P.M.", "A.M.", "EU"),
        *("MBA", "PhD"),
    )
)
_STATES: Final = ("Federation", "Republic", "Kingdom", "Union", "Empire")
_SEAT: Final = re.compile(
    r"\b(?:(?:City|County|Town|District|Privy) Council|Inner Temple|Middle Temple|"
    r"(?:Lincoln|Gray)['’]s Inn|Catholic Church|Church of England|Homeland Security|Treaty|"
    r"(?:Grand|Triple|Holy|Quadruple) Alliance)\Z"
)


def club(encoded: Encoded, m: Match) -> bool:
    """The value can be a team: an organisation, or a place or name said of a player."""
    mention = first_mention(encoded, m, "v")
    after = encoded.code[m.span("v")[1] : m.span("v")[1] + 40]
    if SCHOOL.search(mention.text) or MODIFIER.match(after) or _OPPONENT.search(encoded.code, m.start(), m.start("v")):
        return False
    if mention.letter == "O":
        at_home = last_word(mention) in _VENUES and b" at " in m.group()
        return last_word(mention) not in NOT_EMPLOYERS and not at_home
    if mention.letter in "LU":
        return bool(SPORT.search(encoded.code)) and mention.text not in load_lexica().countries
    return mention.letter == "X" and " for " in m.group().decode("ascii") and last_word(mention) not in NOT_EMPLOYERS


_OPPONENT: Final = re.compile(rb" (?:against|versus|vs\.?|over|facing|beating|defeating) ")


def ceo_role(encoded: Encoded, m: Match) -> bool:
    """The role is the chief executive's, not a deputy's or vice president's, and of a whole organisation."""
    text = m.group().decode("ascii")
    if _OTHERS_CHIEF.search(_HIS_OWN.sub(b"", m.group("r"))):
        return False
    if DEPUTY.search(text) or (m.start("s") >= 0 and BODY.fullmatch(first_mention(encoded, m, "s").text)):
        return False
    acronyms = [
        mention.text
        for k, mention in enumerate(encoded.mentions)
        if m.start() <= encoded.offsets[k] < m.end() and mention.letter == "O"
    ]
    return bool(CHIEF.search(text)) or "CEO" in acronyms


_HIS_OWN: Final = re.compile(
    rb"\b(?:board|leadership|direction|guidance|stewardship|helm|management) of |\bof the board\b"
)
_OTHERS_CHIEF: Final = re.compile(
    rb"\b(?:of|to|by|for|with|sons?|daughters?|wife|husband|widow|brother|sister|father|mother|friend|adviser|advisor|"
    rb"successor|predecessor)\b"
)
"""Who is something of the chief executive's is not the chief: "son of the CEO", "assistant to the CEO"."""


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


def holder(encoded: Encoded, m: Match) -> bool:
    """Roles stand before the one that the match names, nothing else, and the subject of the clause holds them."""
    words = words_of(m, "r")
    if NO_ROLE.search(m.group("r")) or any(
        w in NOT_IN_ROLES or (w.endswith(("ed", "ing")) and w not in ROLE_PARTICIPLES) for w in words
    ):
        return False
    if m.start("s") >= 0:
        return True
    subject = clause_subject(encoded, m.start(), "PXUH")
    if subject is None or _NAME_NEXT.match(encoded.code, m.end()):
        return False
    # "He met Jane Doe, the head of …, and chairman of …": the roles are hers.
    between = encoded.offsets[subject + 1 : encoded.mention_at_or_after(m.start())]
    return not any(
        encoded.mentions[encoded.mention_at(at)].letter in "PH" and encoded.code[at + 1 : at + 3] != b"'s"
        for at in between
    )


def runs_company(encoded: Encoded, m: Match) -> bool:
    """The role is a chief executive's: where it is "president", the organisation is a company."""
    text = m.group().decode("ascii")
    if DEPUTY.search(text) or BODY.fullmatch(first_mention(encoded, m, "v").text):
        return False
    if "ceo" in text or "chief executive" in text or "managing director" in text:
        return True
    return bool(COMPANY.search(first_mention(encoded, m, "v").text))


def new_org(encoded: Encoded, m: Match) -> bool:
    """What is founded is an organisation: by its name, or by the verb or noun that goes with an unknown name."""
    mention = first_mention(encoded, m, "v")
    if mention.letter == "O":
        return True
    if _A_TOWN.match(encoded.code, m.span("v")[1]):
        return False
    noun = COMPANY_NOUN.search(m.group()) is not None
    name = mention.text
    if mention.letter == "U" and (
        name in load_lexica().genders
        or name.endswith(("ism", "ity", "ics", "ology"))
        or name.lower() in load_lexica().occupations
    ):
        return False
    return noun or FOUNDED.search(m.group()) is not None


_A_TOWN: Final = re.compile(
    rb", (?:an?|the) (?:[a-zN-]+ ){0,4}?(?:town|city|village|commune|settlement|municipality|"
    rb"colony|suburb|port|hamlet|township)\b"
)


def org_by_noun(encoded: Encoded, m: Match) -> bool:
    """The subject is an organisation by its name, or by the noun that it is said to be."""
    mention = first_mention(encoded, m, "s")
    said = m.group()
    return (
        mention.letter in "OI"
        or b"headquartered" in said
        or (COMPANY_NOUN.search(said) is not None and LEADERS.search(said) is None)
    )


def same_clause(encoded: Encoded, m: Match) -> bool:
    """No second verb stands between subject and value: "was founded in 1990 and is led by"."""
    start, end = sorted((m.span("s"), m.span("v")))
    if m.start("s") < 0 and (own := _OWN_VERB.match(encoded.code, m.start())):
        k = clause_subject(encoded, m.start(), "OXUIW")
        # "Acme works with Bolt and was founded in": which of them, only a reader can tell.
        heads = k is not None and not any(mention.letter in "OXUI" for mention in encoded.mentions[:k])
        return heads and NEW_CLAUSE.search(encoded.code, own.end(), end[0]) is None
    if _ITS_OWN_CLAUSE.match(encoded.code, max(start[1], 0), end[0]):
        return True
    if _OTHER_CLAUSE.search(encoded.code[max(start[1], 0) : end[0]]):
        return False
    return NEW_CLAUSE.search(encoded.code, max(start[1], 0), end[0]) is None


_OWN_VERB: Final = re.compile(
    rb",? ?and (?:[a-z]+ly |later |then |also )?was (?:[a-z]+ly |first )?(?=founded|established|formed)"
)
"""The second verb of a subject that the match does not name: "is based in Leeds and was founded in"."""
_ITS_OWN_CLAUSE: Final = re.compile(
    rb"(?: \([^()]*\))?,?(?: (?:is|was))? (?:an?|one of the) "
    rb"(?:(?!(?:of|by|at|with|for|from|in|and|to)\b)[a-zNLK-]+,? ){1,7}(?:that|which) (?:was|is|were|are) "
    rb"(?:[a-z]+ly |first )?(?:co-?)?(?:founded|established|formed|incorporated|launched|created|started|set up|based|"
    rb"headquartered|located|owned)\b"
    rb"(?:(?! and (?:is|was|has|had|are) )[^.;])*\Z"
)
"""The relative clause is that of what the subject is: "Acme, a firm that was founded in"."""
_OTHER_CLAUSE: Final = re.compile(
    rb"\b(?:that|which) (?!was|were|is|are|has|had)[a-z]+s? [^,]*[A-Z] "
    rb"(?:founded|established|formed|incorporated|launched)\b[^,]*\Z"
)
"""What is founded ends a relative clause: "an act that regulated the union of L and L established in"."""


def not_a_person(encoded: Encoded, m: Match) -> bool:
    """What the match says of its subject is said of organisations: no person's trade follows."""
    if first_mention(encoded, m, "s").letter in "OI":
        return True
    after = encoded.code[m.end() - 1 : m.end() + 60]
    noun = re.match(rb"[a-zN ,-]*", after)
    words = noun.group().decode("ascii").split(" ")[:5] if noun else []
    if any(w.strip(",") in load_lexica().occupations for w in words):
        return False
    return COMPANY_NOUN.search(after) is not None


def team(encoded: Encoded, m: Match) -> bool:
    """The value is named as a team just before: "the Danish side Acme"."""
    mention = first_mention(encoded, m, "v")
    given = mention.letter != "L" and mention.text in load_lexica().genders
    return not given and last_word(mention) not in NOT_EMPLOYERS


def staff(encoded: Encoded, m: Match) -> bool:
    """The organisation has a staff: an organisation by its name, or an unknown name where only one can follow."""
    mention = first_mention(encoded, m, "v")
    clause = _RELATIVE.search(encoded.code, m.span("r")[1], m.span("v")[0])
    if (
        clause
        or party(encoded, m)
        or SCHOOLING.search(encoded.code)
        or BODY.fullmatch(mention.text)
        or _is_seat(mention)
        or _JOURNEY.match(encoded.code, m.span("v")[1])
        or (_TEACHES.search(encoded.code, m.span("r")[0], m.span("v")[0]) and _is_field(mention))
    ):
        return False
    if mention.letter == "O":
        last = last_word(mention)
        return last in HIRERS or last not in NOT_EMPLOYERS
    names = load_lexica()
    if mention.text in names.genders or mention.text in names.demonyms or mention.text.lower() in names.occupations:
        return False
    if encoded.code[m.span("v")[1] : m.span("v")[1] + 2] == b"'s":
        return False
    if mention.letter == "X" and _LED.search(m.group("r")) and _OF_THE.search(m.group()[: m.span("v")[0] - m.start()]):
        return True
    return _leads(m) or _AT.search(m.group()[: m.span("v")[0] - m.start()]) is not None


_JOURNEY: Final = re.compile(rb" (?:missions?|crews?|expeditions?|flights?|voyages?|campaigns?|squads?)\b")
_TEACHES: Final = re.compile(
    rb"\b(?:professors?|lecturers?|readers?|teachers?|instructors?|chairs?)(?: emerit[a-z]+)? of (?:the )?\Z"
)
_FIELDS: Final = NAME_FIELDS | {"Research", "Engineering", "Physics", "Chemistry", "Mathematics", "Literature", "Music"}


def _is_field(mention: Mention) -> bool:
    """Return whether a name is that of a field of study, "Computer Science", and of no school or institute for it."""
    return last_word(mention) in _FIELDS and NAME_HEADS.isdisjoint(mention.text.split(" "))


def body_or_board(encoded: Encoded, m: Match) -> bool:
    """Who serves on it belongs to it: a council, a committee, or the board that the text names."""
    if not nobody_between(encoded, m) or party(encoded, m):
        return False
    said = m.group()[: m.span("v")[0] - m.start()]
    return b"board" in said or b"faculty" in said or bool(_COUNCIL.search(first_mention(encoded, m, "v").text))


def nobody_between(encoded: Encoded, m: Match) -> bool:
    """Nobody else is named between the subject of the clause and the match."""
    if m.start("s") >= 0:
        return True
    subject = clause_subject(encoded, m.start(), "PXUH")
    if subject is None:
        return False
    return not any(
        encoded.mentions[k].letter in "PH" and not _OWN.match(encoded.code, encoded.offsets[k])
        for k in range(subject + 1, encoded.mention_at_or_after(m.start()))
    )


_OWN: Final = re.compile(
    rb"H's (?:[a-z]+ ){0,2}(?:career|studies|education|training|degree|doctorate|phd|work|apprenticeship|schooling)\b"
)
"""What is the subject's own brings in nobody else: "Doe began her career at Acme before"."""


def front_holder(encoded: Encoded, m: Match) -> bool:
    """The role at the head of the sentence is the subject's own, and the organisation may be one."""
    return not any(w in NOT_IN_ROLES or w.endswith("ed") for w in words_of(m, "r")) and staff(encoded, m)


_RELATIVE: Final = re.compile(rb"\b(?:who|which|that|where|when|while|studied|born|educated)\b")
_LED: Final = re.compile(
    rb"\b(?:director|head|editor|secretary|treasurer|coach|manager|founder|curator|principal|chair|chief)\b"
)
_OF_THE: Final = re.compile(rb"\bof the (?:N )?\Z")
_AT: Final = re.compile(rb"\bat (?:the )?[a-z ]*\Z")
_VENUES: Final = frozenset(
    ("Centre", "Center", "Stadium", "Arena", "Coliseum", "Ground", "Garden", "Gardens", "Dome", "Hall")
)
_COUNCIL: Final = re.compile(
    r"\b(?:Council|Committee|Commission|Board|Court|Cabinet|Senate|Assembly|Panel|Task Force|Bench|Faculty)\b"
)


def plain_gap(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """What stands between verb and value, group g, is part of the value's noun phrase."""
    return _OTHER_VERB.search(m.group("g")) is None


_OTHER_VERB: Final = re.compile(
    rb"\b(?:to|and|form|as|that|who|which|while|after|before|until|where|when|treaty|contract|agreement|deal|season|region)\b"
)


def premodifier(encoded: Encoded, m: Match) -> bool:
    """An organisation stands before a role, and names who employs: "a NASA astronaut", no league or abbreviation."""
    mention = first_mention(encoded, m, "v")
    name = mention.text
    if name in LEAGUES or (name.isupper() and name not in BROAD) or last_word(mention) in NOT_EMPLOYERS:
        return False
    return not party(encoded, m) and not SCHOOLING.search(encoded.code)


_NAME_NEXT: Final = re.compile(rb",? (?:mr |ms |mrs |dr |sir )?[PX]")


def institution(encoded: Encoded, m: Match) -> bool:
    """The subject is an institution that stands somewhere: a university, a museum."""
    mention = first_mention(encoded, m, "s")
    if not INSTITUTION.search(mention.text):
        return False
    value = first_mention(encoded, m, "v")
    # "Britain's first home for …" goes on.
    return value.text not in mention.text and encoded.code[m.end() : m.end() + 2] != b"'s"
