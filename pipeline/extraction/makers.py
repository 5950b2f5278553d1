"""Who made the work that a document is about: "the band" and "her" in a text on an album are whoever recorded it."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.document import Document
from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.kinds import kind_of
from pipeline.extraction.leads import Maker
from pipeline.extraction.name_titles import untitled


def maker_of_lead(document: Document) -> Maker | None:
    """Return the one maker that a document's first sentence names of a record or book; None without one, or of two."""
    if document.opening:
        return maker_of_lead(document.opening)
    lead = document.lead
    if lead is None or lead.kind != "work" or not document.sentences:
        return None
    if lead.name not in document.makers:
        document.makers[lead.name] = _maker(document)
    return document.makers[lead.name]


def _maker(document: Document) -> Maker | None:
    first = document.encoded(0)
    m = _MADE_BY.match(first.code)
    if m is None:
        return None
    mention = first.mentions[first.mention_at(m.start("maker"))]
    said = _words_said(m.group("said"), first.mentions[: first.mention_at(m.start("maker"))])
    band, alone = _GROUP.search(said) is not None, _PERSON.search(said) is not None
    if mention.letter == "P":
        return Maker(untitled(mention.text), not band, not alone and m.group("noun") in _RECORDS)
    if mention.letter == "L" and not (band or alone):
        return None
    if mention.letter == "O" or band:
        return Maker(mention.text, person=False, group=True)
    # A stage name tells nothing of who bears it; "singer" does.
    return Maker(mention.text, alone, not alone and m.group("noun") in _RECORDS)


def _words_said(said: bytes, before: list[Mention]) -> bytes:
    """Return what is said of a maker before the name, with the noun of "the band", which is a mention."""
    return said + before[-1].text.lower().encode("ascii", "replace") if b"I " in said else said


_RECORDS: Final = (b"album", b"single", b"song", b"ep", b"mixtape", b"lp", b"track", b"extended play")
_MADE_BY: Final = re.compile(
    rb"(?:the )?[A-Z](?: \([^()]*\))?,? (?:is|was) (?:an?|the|[A-Z](?:'s)?)\b[^.;]{0,120}?"
    rb"\b(?P<noun>album|single|song|ep|mixtape|lp|track|extended play|novel|novella|book|memoir|autobiography)\b"
    rb"(?: (?:[a-z-]+ and )?(?:recorded|released|performed|sung|written)| of [a-z ]{1,30})?(?: in Y)?"
    rb"(?: by| credited to) (?:the )?(?P<said>(?:[LNI] |[a-z&;-]+,? ){0,8}?)"
    rb"(?P<maker>[PXUO]|L(?=[,.;]|\Z))"
    rb"(?!'s|,? and (?:the )?(?:[LN] )?(?:[a-z-]+ ){0,4}[PXUO]|,? (?:featuring|with|&) |, [PXUO],"
    rb"| (?:the|to|of|of a|in|with|on|for|a) (?:the )?[UXLPO]"
    rb"| [a-z -]{0,30}(?:band|group|duo|trio|singer|rapper|musician|artist|songwriter)\b)"
)
_GROUP: Final = re.compile(rb"\b(?:band|group|duo|trio|quartet|quintet|supergroup|ensemble|collective|outfit|act)s?\b")
_PERSON: Final = re.compile(
    rb"\b(?:singer|rapper|musician|singer-songwriter|songwriter|guitarist|pianist|drummer|bassist|saxophonist|trumpeter|"
    rb"vocalist|composer|dj|entertainer|actress|actor|author|writer|novelist|poet|journalist|philosopher|historian|"
    rb"artist|producer|frontman|comedian|cellist|violinist|rap artist|soprano|tenor)\b"
)


def maker_spoken_of(document: Document, encoded: Encoded, titles: tuple[int, int]) -> str | None:
    """Return whose titles a sentence without a name gives: of "their second album", of "the singles" of an album.

    Parameters
    ----------
    document : Document
    encoded : Encoded
        The sentence, which begins with the work that the document is about or with the titles.
    titles : (int, int)
        Where the titles stand in its code.
    """
    maker, lead = maker_of_lead(document), document.lead
    if lead is not None and lead.kind == "organization" and _THEIRS.search(encoded.code, 0, titles[0]):
        return lead.name
    if maker is None or lead is None:
        return None
    if _THEIRS.search(encoded.code, 0, titles[0]):
        return maker.name if maker.group else None
    first = encoded.mentions[0]
    begins = encoded.offsets[0] >= titles[0] or first.letter == "I" or first.text == lead.name
    return maker.name if begins and lead.noun in _ALBUMS else None


_THEIRS: Final = re.compile(rb"\btheir\b")
_ALBUMS: Final = ("album", "ep", "mixtape", "lp")


def sole_maker(document: Document, number: int, encoded: Encoded, index: int) -> str | None:
    """Return the person who made the work, if nobody else is named between the last mention of this one and a pronoun.

    Parameters
    ----------
    document : Document
    number : int
        Number of the pronoun's sentence.
    encoded : Encoded
        The sentence.
    index : int
        The pronoun.
    """
    maker = maker_of_lead(document)
    if maker is None or not maker.person:
        return None
    words = set(maker.name.split(" "))
    for back in range(number + 1):
        reading = encoded if back == 0 else document.encoded(number - back)
        last = index if back == 0 else len(reading.mentions)
        for k in range(last - 1, -1, -1):
            mention = reading.mentions[k]
            if mention.letter in "PXU" and set(mention.text.split(" ")) <= words:
                return maker.name
            if _may_be_person(reading, k, mention):
                return None
    return None


def _may_be_person(encoded: Encoded, k: int, mention: Mention) -> bool:
    at = encoded.offsets[k]
    if mention.letter == "P":
        return True
    if mention.letter == "X":
        return kind_of(mention.text) == "P" or _BY.search(encoded.code, 0, at) is not None
    return mention.letter == "U" and (at == 0 or _BY.search(encoded.code, 0, at) is not None)


_BY: Final = re.compile(rb"\b(?:by|with|featuring|and|from|[a-z]+(?:er|or|ist)) \Z")
