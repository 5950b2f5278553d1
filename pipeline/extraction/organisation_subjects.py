"""Conditions on the organisation of a match: what may be founded, based or owned, and by what its words tell it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.extraction.clause_checks import first_mention
from pipeline.extraction.clauses import clause_subject
from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.vocabulary import BODY, COMPANY, COMPANY_NOUN, GEOGRAPHY

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match


def org_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is no person, place, award or event."""
    if m.start("s") >= 0:
        at, mention = m.start("s"), first_mention(encoded, m, "s")
    else:
        k = clause_subject(encoded, m.start(), "OXUIW")
        if k is None:
            return True
        at, mention = encoded.offsets[k], encoded.mentions[k]
    if _said_of_another(encoded, m, at) or (mention.letter != "I" and BODY.fullmatch(mention.text)):
        return False
    if not _starts_an_organisation(encoded, m, mention):
        return False
    if mention.letter == "U":
        return _unknown_organisation(encoded, mention, at)
    return mention.letter in "OXIW"


def _said_of_another(encoded: Encoded, m: Match, at: int) -> bool:
    """Return whether what the match says is said of something beside the name: what it hangs on, or goes on with."""
    value = m.span("v")[0]
    if at == m.start() and _object(encoded.code, at):
        return True
    if at < value and b" based" not in m.group() and _lies_between(encoded.code, at + 1, value):
        return True
    return _CALLED_OTHER.search(encoded.code, 0, at) is not None or _MODIFIES.match(encoded.code, at + 1) is not None


def _lies_between(code: bytes, start: int, end: int) -> bool:
    """Return whether a place is spoken of: a station, and no radio station."""
    founded = _FOUNDED_IN.search(code, start, end)  # "was founded in the village of"
    end = founded.start() if founded else end
    return any(_BROADCASTS.search(code, start, m.start()) is None for m in GEOGRAPHY.finditer(code, start, end))


_FOUNDED_IN: Final = re.compile(rb"\b(?:founded|established|formed|incorporated|set up) (?:in|at|near) ")


_BROADCASTS: Final = re.compile(
    rb"\b(?:radio|television|tv|broadcast\w*|news|fm|am|music|talk|affiliate) (?:[a-z]+ )?\Z"
)


def _starts_an_organisation(encoded: Encoded, m: Match, mention: Mention) -> bool:
    """Return whether what is launched, created or started is an organisation: no ship or campaign."""
    said = m.group()
    if _LAUNCHED.search(said) is None or _SURELY_FOUNDED.search(said):
        return True
    if _SHIP.search(encoded.code):
        return False
    if mention.letter in "OI" or _STARTED_BY.search(encoded.code, m.start(), m.end() + len(b" by P")):
        return mention.text.split(" ")[0] not in ("Operation", "Development", "Work", "Production", "Construction")
    named = COMPANY.search(mention.text) is not None or _FOUNDATION.search(mention.text) is not None
    return named or COMPANY_NOUN.search(encoded.code) is not None


_LAUNCHED: Final = re.compile(rb"\b(?:launched|created|started|began|opened)\b")
_STARTED_BY: Final = re.compile(
    rb"\b(?:started|created) (?:in|on) [DY] by (?:the )?[POUH]|\bstarted by (?:the )?[POUH]"
)
_SURELY_FOUNDED: Final = re.compile(rb"\b(?:founded|established|formed|incorporated|set up|organi[sz]ed|chartered)\b")
_FOUNDATION: Final = re.compile(
    r"\b(?:Foundation|Society|Association|Institute|Centre|Center|Museum|Academy|School|College|University|Club|Party|"
    r"Council|League|Union|Organi[sz]ation|Agency|Commission|Committee|FM|TV|Radio|Advisors?|Project|Trust|Fund|HD|"
    r"Channel|Asylum|Hospital|Network|News|Records|Press)\b"
)
_SHIP: Final = re.compile(
    rb"\b(?:hull|shipyard|dockyard|shipbuild\w*|barque|brig|schooner|steamer|steamship|frigate|vessel|ships?|keel|"
    rb"laid down|commissioned|indiaman|destroyer|submarine|cruiser|yacht|lifeboat|ferry|boat|thames)\b"
)


def _unknown_organisation(encoded: Encoded, mention: Mention, at: int) -> bool:
    """Return whether a name of one word may be an organisation's: no given name, trade or common noun."""
    plural = _PLURAL_NEXT.match(encoded.code, at + 1) and not mention.text.startswith("The ")
    if mention.start == encoded.start and (plural or mention.text in _MANY):
        return False  # "Subsidiaries are located in", "Companies based in"
    names = load_lexica()
    known = mention.text in names.genders or mention.text.lower() in names.occupations
    return len(mention.text) > 3 or not (known or mention.start == encoded.start)


_MANY: Final = frozenset(
    [
        "Companies",
        "Firms",
        "Businesses",
        "Organizations",
        "Organisations",
        "Banks",
        "Universities",
        "Schools",
        "Subsidiaries",
        "Groups",
        "Agencies",
        "Offices",
        "Manufacturers",
        "Members",
        "Startups",
        "Start-ups",
        "Clubs",
        "Teams",
        "Airlines",
        "Brands",
        "Publishers",
        "Charities",
        "Institutions",
    ]
)


def _object(code: bytes, at: int) -> bool:
    """Return whether a name hangs on a preposition, and what follows is not said of it: "units of O were based"."""
    if _LIES_NEXT.match(code, at + 1) and _PART_OF.search(code, 0, at):
        return True
    return bool(_GOVERNED.search(code[max(0, at - 12) : at]) and _SAID_NEXT.match(code, at + 1))


_CALLED_OTHER: Final = re.compile(
    rb"\b(?:post office|railway station|station|ship|vessel|village|town|settlement|farm|boat) (?:called|named) \Z"
)
_MODIFIES: Final = re.compile(
    rb" (?:site|website|company|band|magazine|newspaper|label|store|chain|club|charity) "
    rb"(?:called |named )?(?:the )?[OXUL]\b|"
    rb" (?:campaign|account|page|petition|fund-?raiser|channel|video|brand|model|platform|app|property|assets|rights) "
    rb"(?!(?:that|which|was|is|in)\b)"
)
"""What goes on with another name is said of that: "founder of the Moor site The Paper Lantern"."""
_PART_OF: Final = re.compile(
    rb"\b(?:subsidiary|division|unit|arm|branch|affiliate|imprint|cell|wing|part|member) of (?:the )?\Z"
)
_LIES_NEXT: Final = re.compile(
    rb"(?:,? (?:which|that) (?:was|is|were))? "
    rb"(?:based|located|headquartered|situated|founded|established|formed|set up)\b"
)
_GOVERNED: Final = re.compile(rb"\b(?:of|by|to|with|on|in|at|from|for) (?:the )?\Z")
_PLURAL_NEXT: Final = re.compile(rb" (?:are|were|have) ")
_SAID_NEXT: Final = re.compile(
    rb" (?:was|were|is|are|has|have|began|started|opened|moved|grew) |"
    rb"(?: \([^()]*\))?, (?:is|was|has|had|are|were) [^,]*, (?:and )?"
)


_PEOPLE_NEXT: Final = re.compile(rb" (?:family|families|brothers|sisters|household|estate|heirs)\b")


def org_value(encoded: Encoded, m: Match) -> bool:
    """The value is an organisation or may be one."""
    mention, at = first_mention(encoded, m, "v"), m.span("v")[0]
    if BODY.fullmatch(mention.text):
        return False  # "controlled by a Board of Directors"
    if b"owned" in m.group() and encoded.code[:at].endswith((b" subsidiary ", b" division ")):
        return False  # "owned by its subsidiary Acme": the owner is the one before
    if mention.letter != "O" and _PEOPLE_NEXT.match(encoded.code, m.span("v")[1]):
        return False  # "owned by the Doe family"
    return mention.letter in "OXI" or mention.text not in load_lexica().genders
