"""Resolves "it", "its" and "the company": the organisation, work or place that they stand for."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.document import Document
from pipeline.extraction.full_names import expand_acronym
from pipeline.extraction.kinds import kind_of
from pipeline.extraction.leads import Lead
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.makers import maker_of_lead
from pipeline.extraction.mentions import Encoded, Mention
from pipeline.extraction.name_forms import covers
from pipeline.extraction.nouns import DEFINITE_KIND, PERIODICALS
from pipeline.extraction.short_names import full_organisation

REACH: Final = 350
"""How far back a pronoun may reach, characters, other than to the document's subject."""

_TOKEN: Final = re.compile(r"\w+")


def thing_meant(document: Document, number: int, encoded: Encoded, index: int, wanted: str) -> str | None:
    """Return the name of what a mention of "it" or "the company" stands for; None where it cannot be told.

    Parameters
    ----------
    document : Document
        The document.
    number : int
        Number of the sentence.
    encoded : Encoded
        The sentence.
    index : int
        The mention in it.
    wanted : str
        Type that the attribute needs.
    """
    ahead = (
        _named_after(document, encoded, index, wanted)
        or _its_head(encoded, index, wanted)
        or _beside(document, encoded, index, wanted)
    )
    return ahead or _definite(document, number, encoded, index, wanted)


def is_lead(lead: Lead, name: str) -> bool:
    """Return whether a name may be that of what the document is about: a part of its words, or all and more."""
    tokens = {t.casefold() for t in _TOKEN.findall(name.removeprefix("The "))}
    if bool(tokens) and (tokens <= lead.tokens or (lead.tokens <= tokens and len(lead.tokens) > 1)):
        return True
    if lead.kind not in ("person", ""):
        return False
    return name == lead.full or covers(lead.full, name) or _writes_out(name, lead.name)


def is_named_after(lead: Lead, name: str, wanted: str) -> bool:
    """Return whether a person's name only stands in that of what the document is about: "Carl Roe Mausoleum"."""
    if wanted != "person" or lead.kind or kind_of(lead.name) == "P":
        return False
    last = lead.name.rsplit(" ", 1)[-1]
    return last not in name.split(" ") and (last[0].islower() or not lead.name.startswith(f"{name} "))


def is_fuller(lead: Lead, name: str) -> bool:
    """Return whether a name spells out that of the person whom the document is about, as its opening does.

    Any other name with more in it may be a parent's or child's: "James D. Roe", the son of James Roe.
    """
    if lead.kind not in ("person", ""):
        return False
    given_in_full = covers(lead.full, name) and covers(name, lead.name)
    return name == lead.full or given_in_full or _writes_out(name, lead.name)


def _writes_out(name: str, short: str) -> bool:
    """Return whether a name has as many parts as another, initials written out: "Frieda Anna Roe", "Frieda A. Roe"."""
    return name.count(" ") == short.count(" ") and covers(name, short)


def is_subject_like(encoded: Encoded, k: int) -> bool:
    """Return whether a mention may be its clause's subject: not after a preposition or as possessor."""
    at = encoded.offsets[k]
    before = encoded.code[:at].rstrip().removesuffix(b" the")
    after = encoded.code[at + 1 : at + 3]
    word = before.rsplit(b" ", 1)[-1] if before else b""
    # "Edit: fixed a typo." is a label, also where a word is somebody's given name.
    label = at == 0 and after[:1] == b":"
    return not label and after != b"'s" and word not in _NO_SUBJECT_AFTER


_NO_SUBJECT_AFTER: Final = frozenset(b"of by with to for from in at against and named than like as".split())


def is_organisation(mention: Mention) -> bool:
    """Return whether a mention is "the band" or "the company": an organisation by its noun."""
    noun = mention.text.lower().rsplit(" ", 1)[-1]
    return mention.letter == "I" and DEFINITE_KIND.get(noun) == "organization"


def _definite(document: Document, number: int, encoded: Encoded, index: int, wanted: str) -> str | None:
    mention = encoded.mentions[index]
    noun = mention.text.lower().rsplit(" ", 1)[-1]
    kind = DEFINITE_KIND.get(noun)
    if kind is not None and kind != wanted and not (noun in PERIODICALS and wanted == "organization"):
        return None
    if noun in _BANDS and (maker := maker_of_lead(document)) is not None:
        another = _BAND_NAMED.search(encoded.code, 0, encoded.offsets[index])
        return maker.name if maker.group and another is None else None
    letter = {"organization": "O", "work": "W", "place": "L"}.get(wanted, "")
    inside = [
        m
        for k, m in enumerate(encoded.mentions[:index])
        if m.letter == letter and is_subject_like(encoded, k) and not (noun in _BANDS and m.text.endswith(_LABELS))
    ]
    if len(inside) == 1:
        return expand_acronym(document, inside[0].text)
    if letter and (name := _named_before(document, number, encoded, noun, wanted, letter)) is not None:
        return name
    if wanted == "organization" and (name := _founded_lead(document, number, encoded, index)) is not None:
        return name
    return _lead_meant(document, noun, number, wanted)


def _named_before(document: Document, number: int, encoded: Encoded, noun: str, wanted: str, letter: str) -> str | None:
    """Return the name with which one of the sentences before begins, if "the album" may stand for it."""
    lead = document.lead
    for back in range(1, min(4, number) + 1):
        earlier = document.encoded(number - back)
        if encoded.start - earlier.start > REACH:
            return None
        if not earlier.mentions or earlier.offsets[0] > 4:
            continue
        first = earlier.mentions[0]
        named = (
            first.letter == letter
            or (wanted == "work" and first.text.startswith("The ") and first.letter in "XL")
            or (wanted == "place" and first.letter == "U" and is_subject_like(earlier, 0))
        )
        if named and not (lead and is_lead(lead, first.text)):
            # In a text on an album, "the album" is not the song that the sentence before spoke of.
            other = wanted == "work" and lead is not None and noun == lead.noun and noun.encode() not in earlier.code
            return lead.name if other and lead is not None else first.text
        if first.letter != "I" and back > 1:
            return None
    return None


def _founded_lead(document: Document, number: int, encoded: Encoded, index: int) -> str | None:
    """Return the name of unknown kind that the text is about, where its next sentences say that "it" was founded."""
    lead = document.lead
    if lead is None or lead.kind or not 0 < number < _NEAR or kind_of(lead.name) not in "XU":
        return None
    heads = index == 0 or encoded.code[:1].islower()
    if not heads or _FOUNDED.match(encoded.code) is None:
        return None
    return None if _SOME_PLACE.search(document.encoded(0).code) else lead.name


_NEAR: Final = 8
_SOME_PLACE: Final = re.compile(
    rb"\b(?:[a-z]*district|villages?|towns?|township|municipality|ward|suburb|commune|settlement|parish|constituency|"
    rb"riding|census|neighbou?rhood|locality|road|bridge|park|reserve|electorate)\b"
)
_FOUNDED: Final = re.compile(
    rb"I (?:was|had been) (?:[a-z]+ly |first )?(?:founded|formed|incorporated|established)\b|"
    rb"(?:[a-z]+ly |first )?(?:founded|formed|incorporated|established) (?:in|on|by) [^;]*?, I "
)
_BANDS: Final = ("band", "group", "duo", "trio", "quartet", "quintet")
_LABELS: Final = ("Records", "Recordings", "Music")
"""Ends of names that no band has."""
_BAND_NAMED: Final = re.compile(rb"\b(?:band|group|duo|trio|quartet|quintet)s? (?:the )?[PXUO]")


def _lead_meant(document: Document, noun: str, number: int, wanted: str) -> str | None:
    """Return what the document is about, if "it" or "the album" may be that."""
    lead = document.lead
    if lead is None or (noun in DEFINITE_KIND and _of_other_class(noun, lead.noun)):
        return None
    if lead.kind == wanted or (not lead.kind and number < 8 and _may_be(lead.name, wanted)):
        return lead.name
    periodical = lead.kind == "work" and wanted == "organization"
    return lead.name if periodical and (lead.noun in PERIODICALS or _PERIODICAL.search(lead.name)) else None


_CLASSES: Final = (
    frozenset(("film", "movie", "documentary")),
    frozenset(
        (
            "series",
            "show",
            "episode",
            "sitcom",
            "miniseries",
            "telenovela",
            "soap",
            "serial",
            "mini-series",
            "webseries",
        )
    ),
    frozenset(("album", "ep", "mixtape", "soundtrack", "mini-album")),
    frozenset(("song", "single", "track", "ballad", "duet", "hymn")),
    frozenset(
        ("book", "novel", "novella", "memoir", "biography", "anthology", "textbook", "treatise", "autobiography")
    ),
    frozenset(("magazine", "newspaper", "journal", "weekly", "periodical", "webzine")),
    frozenset(("manga", "comic", "webcomic")),
    frozenset(("play", "musical", "opera", "ballet")),
    frozenset(("game", "app", "software", "application", "shooter", "simulator")),
    frozenset(("anime",)),
    frozenset(("poem", "essay")),
)
"""Nouns of one class may speak of one work: "the film" is not the novel that the text is about."""


def _of_other_class(noun: str, known: str) -> bool:
    """Return whether "the film" cannot be what is known as a novel."""
    if noun == "story":
        return known in _CLASSES[0] | _CLASSES[1]  # a film's story is not the film
    mine = [k for k, nouns in enumerate(_CLASSES) if noun in nouns]
    other = [k for k, nouns in enumerate(_CLASSES) if known in nouns]
    return bool(mine and other) and mine != other


_PERIODICAL: Final = re.compile(
    r"\b(?:Post|Times|News|Gazette|Herald|Tribune|Journal|Magazine|Review|Observer|Chronicle|Mail|Express|Daily|Weekly|"
    r"Bulletin|Courier|Guardian|Telegraph|Examiner|Sentinel|Advertiser|Standard|Echo|Argus|Mirror|Zeitung|Catholic)\b"
)


def _its_head(encoded: Encoded, index: int, wanted: str) -> str | None:
    """Return the name of unknown kind that heads a sentence and has "its" later: "Kestrelix employs forty and its"."""
    first = encoded.mentions[0]
    its = wanted == "organization" and encoded.mentions[index].text.lower() == "its" and first.letter in "UX"
    its = its and not any(mention.letter == "O" for mention in encoded.mentions[:index])
    headed = encoded.offsets[0] <= len("the ") and _ACTS.match(encoded.code, encoded.offsets[0] + 1)
    return first.text if its and headed and first.text not in load_lexica().genders else None


_ACTS: Final = re.compile(
    rb"(?: \([^()]*\))? (?:has|had|is|was|employs|operates|makes|sells|offers|[a-z]+(?:ed|es|s)) "
)


def _beside(document: Document, encoded: Encoded, index: int, wanted: str) -> str | None:
    """Return the organisation right before "its" in "Acme and its chief executive"."""
    at = encoded.offsets[index]
    m = _JOINED.search(encoded.code, max(0, at - 40), at) if wanted == "organization" else None
    if m is None or encoded.mentions[index].text.lower() != "its":
        return None
    mention = encoded.mentions[encoded.mention_at(m.start())]
    if mention.letter == "U" and mention.text in load_lexica().genders:
        return None
    return full_organisation(document, mention.text, mention.end) or mention.text


_JOINED: Final = re.compile(rb"[OXU](?: \([^()]*\))?,? (?:and|with|through|or) \Z")


def _named_after(document: Document, encoded: Encoded, index: int, wanted: str) -> str | None:
    """Return the organisation that an "its" in an opening phrase stands before."""
    mention = encoded.mentions[index]
    m = _AHEAD.match(encoded.code) if wanted == "organization" and mention.text.lower() == "its" else None
    if m is None or encoded.offsets[index] > m.start("name"):
        return None
    name = encoded.mentions[encoded.mention_at(m.start("name"))].text
    return full_organisation(document, name, mention.end) or name


_AHEAD: Final = re.compile(
    rb"\A(?:in|since|from|with|through|before|after|besides|despite|until|during|at|for|as|by|following|upon)\b"
    rb"[^,;:()A-Z]*I's [^,;:]*, (?:the )?(?P<name>[OXU])(?: \([^()]*\))? (?:[a-z]+ly )?(?!and|or|in|of|who|which)[a-z]+"
)
"""An opening phrase whose "its" speaks of the name after the comma: "Since its founding in 1904, Acme has"."""


def _may_be(name: str, wanted: str) -> bool:
    """Return whether a name of unknown kind may be what is wanted."""
    return kind_of(name) in {"organization": "O", "work": "XUW", "place": "LU"}.get(wanted, "") or (
        wanted == "work" and name.startswith(("The ", "A "))
    )
