"""Conditions on matches about somebody's time somewhere: study or work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.extraction.clause_checks import first_mention, last_word
from pipeline.extraction.clauses import clause_subject
from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.parties import PARTY_WORDS
from pipeline.extraction.vocabulary import HIRERS, MODIFIER, NAME_HEADS, NOT_EMPLOYERS, PARTY, SCHOOL, SPORT

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match


def not_school_days(encoded: Encoded, m: Match) -> bool:
    """Nobody is said to have studied there."""
    return _STUDIES.search(encoded.code, 0, m.end()) is None


_STUDIES: Final = re.compile(
    rb"\b(?:stud(?:y|ied|ies|ying)|graduat\w+|attend\w*|educated|enrol\w+|degree|student|ph\.?d|b\.a|m\.a|"
    rb"while still (?:at|in|a))\b"
)


def works_there(encoded: Encoded, m: Match) -> bool:
    """The match says of somebody's time at an organisation that it was work, or the organisation is no school."""
    said = m.group()[: m.span("v")[0] - m.start()]
    return _WORK.search(said) is not None or (
        _TIME_AT.search(said) is not None and not SCHOOL.search(first_mention(encoded, m, "v").text)
    )


_WORK: Final = re.compile(rb"\b(?:work|serv|teach|lectur|employ|hired|joining|leaving|retir|tenure|stint|career)")
_TIME_AT: Final = re.compile(rb"\b(?:while|time|years|days|period)(?: [a-z]+)* (?:at|with)\b")


def own_studies(encoded: Encoded, m: Match) -> bool:
    """Who studies is the clause's subject, nobody of the family: "grew up in Leeds, to parents who came to study"."""
    start = m.span("s")[1] if m.start("s") >= 0 else m.start()
    return _FAMILY.search(encoded.code, 0, start) is None


_FAMILY: Final = re.compile(rb"\b(?:parents|father|mother|brother|sister|son|daughter|wife|husband)\b[^.;PXU]*\Z")


def no_teacher(encoded: Encoded, m: Match) -> bool:
    """The match speaks of a degree, not of a chair or class: "held the Roe Chair at", "professor of education at"."""
    return _TEACHES.search(encoded.code, max(0, m.start() - 40), m.span("v")[0]) is None


_TEACHES: Final = re.compile(
    rb"\b(?:professors?(?!hip)|lecturer|chair|instructor|teach(?:es|ing)|faculty member|dean) [^;.]{0,60}\Z"
)


def drafted(encoded: Encoded, m: Match) -> bool:
    """Who is "selected by" a side is so in a draft, not for its next match."""
    return b"selected by" not in m.group() or _DRAFT.search(encoded.code) is not None


_DRAFT: Final = re.compile(rb"\b(?:draft|round|pick|overall)\b")


def not_of_a_work(encoded: Encoded, m: Match) -> bool:
    """The award is the person's, not that of a work that follows: "the Grammy-winning Jane Roe song"."""
    return _WORK_NEXT.match(encoded.code, m.span("s")[1]) is None


_WORK_NEXT: Final = re.compile(
    rb" (?:[a-z]+ )?(?:song|album|film|novel|book|hit|single|track|movie|play|series|record|musical|recording|show)\b"
)


def no_partner(encoded: Encoded, m: Match) -> bool:
    """The match does not speak of those whom one works with: "has worked with companies such as Acme", an orchestra."""
    said = encoded.code[m.start() : m.span("v")[0]]
    return _PARTNERS.search(said) is None and not (
        said.rstrip().removesuffix(b" the").endswith(b" with") and _PLAYERS.search(first_mention(encoded, m, "v").text)
    )


_PARTNERS: Final = re.compile(
    rb"\bwith (?:[a-z-]+ ){0,4}?(?:groups|companies|clients|brands|artists|orchestras|ensembles|bands|organi[sz]ations|"
    rb"agencies|partners|names|people|choirs|labels|magazines|publications|institutions|firms|musicians|acts|teams)\b"
)
_PLAYERS: Final = re.compile(r"\b(?:Orchestra|Philharmonic|Symphony|Ensemble|Choir|Quartet|Band|Singers|Chorus)\b")


def clubs(encoded: Encoded, m: Match) -> bool:
    """The values may be clubs, by their names or by those of their towns, and the sentence speaks of sport."""
    first = first_mention(encoded, m, "v")
    if SCHOOL.search(first.text) or _FACED.search(m.group()):
        return False
    if first.letter == "O" and _PLAYED.search(m.group()):
        return True
    return _PLAYS.search(m.group()) is not None or SPORT.search(encoded.code) is not None


def is_club(mention: Mention) -> bool:
    """Return whether a name may be a club's: no land's, league's or cup's."""
    if mention.letter == "L":
        return "," not in mention.text and not load_lexica().is_region(mention.text)
    return last_word(mention) not in NOT_EMPLOYERS and not SCHOOL.search(mention.text)


_PLAYS: Final = re.compile(rb"\b(?:debut|appearances?|on loan|loaned|scored|clubs?|sides?|outfits?)\b")
_PLAYED: Final = re.compile(rb"\b(?:play(?:s|ed|ing)|appeared|turned out|featured|captained) ")
_FACED: Final = re.compile(rb" (?:against|versus|vs\.?|over|facing|beating|defeating|national) ")


def moves_for_work(encoded: Encoded, m: Match) -> bool:
    """Who moves to an organisation works there, unless it is a school and the sentence speaks of no work."""
    if _PUPIL.search(encoded.code) or MODIFIER.match(encoded.code, m.span("v")[1]):
        return False
    return not SCHOOL.search(first_mention(encoded, m, "v").text) or _AT_WORK.search(encoded.code) is not None


_PUPIL: Final = re.compile(
    rb"\bto (?:study|complete|pursue|attend)\b|"
    rb"\b(?:junior|senior|sophomore|freshman) (?:year|season)\b"
)
_AT_WORK: Final = re.compile(
    rb"\b(?:professor|lectur\w+|faculty|research(?:er)?|appointed|position|chair|director|work(?:ed|ing)?|taught|teach\w*|"
    rb"coach\w*|joined|full|fellow|head|job|dean|reader)\b"
)


def forces(encoded: Encoded, m: Match) -> bool:
    """The value is an army, a navy, or part of one, and a person serves there: no war or law at the head."""
    k = encoded.mention_at(m.start("s")) if m.start("s") >= 0 else clause_subject(encoded, m.start(), "PXUH")
    if k is None or _WAR.search(encoded.mentions[k].text):
        return False
    return _FORCES.search(first_mention(encoded, m, "v").text) is not None and not_school_days(encoded, m)


_WAR: Final = re.compile(r"\b(?:War|Wars|Revolution|Uprising|Act|Rebellion|Republic)\b")
_FORCES: Final = re.compile(
    r"\b(?:Army|Navy|Air Force|Air Corps|Marines?|Marine Corps|Coast Guard|National Guard|Red Army|"
    r"Wehrmacht|Luftwaffe|"
    r"Royal Artillery|Royal Engineers|Fusiliers|Dragoons|Hussars|Infantry|Cavalry|Regiment|Militia|Police|"
    r"RAF|USAF|USMC|"
    r"Defen[cs]e Forces?|Armed Forces|Merchant Navy|Royal Marines)\Z"
)


def unknown_firm(encoded: Encoded, m: Match) -> bool:
    """The value may be a firm that no list knows: no person's name, demonym, trade, party, event or building."""
    mention = first_mention(encoded, m, "v")
    words = mention.text.split(" ")
    lex = load_lexica()
    known = any(
        word in lex.genders or word in lex.demonyms or word.lower() in lex.occupations for word in (words[0], words[-1])
    )
    generic = len(words) == 1 and (words[0] in HIRERS or words[0] in NAME_HEADS or words[0].endswith("s"))
    political = mention.text in PARTY_WORDS or PARTY.search(mention.text) is not None
    if known or generic or political or last_word(mention) in NOT_EMPLOYERS or _NO_FIRM.search(mention.text):
        return False
    return encoded.code[m.span("v")[1] : m.span("v")[1] + 2] != b"'s"


_NO_FIRM: Final = re.compile(
    r"\b(?:St|Street|Road|Avenue|Lane|Square|Camp|Fort|Castle|Hall|House|Palace|Prison|Mountains?|Bay|Hill|Sea|Ocean|"
    r"Ground|Zero|Theatre|Broadway|Parliament|Congress|Senate|Sunday|Monday|Friday|Saturday|War|Island|River|Park|"
    r"Farm|Creek|Beach|Corner|Gate|Cross|Hollywood|Heaven|Home|Christmas|Easter|Abbey|Cathedral|Mission|Station|"
    r"Bench|Bar|Brigade|Corps|Regiment|Battalion|Division|Squadron)\b"
)
