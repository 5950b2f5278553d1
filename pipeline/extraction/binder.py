"""Resolves who or what a mention means, inside the document; answers None when in doubt."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.definite import (
    REACH,
    is_fuller,
    is_lead,
    is_named_after,
    is_organisation,
    is_subject_like,
    thing_meant,
)
from pipeline.extraction.document import Document
from pipeline.extraction.full_names import SHORT, acts, expand_acronym, full_name, like_person, lone_name
from pipeline.extraction.kin import OF_TITLE, PLACED, SON_OF, WED_TO
from pipeline.extraction.kinds import kind_of
from pipeline.extraction.leads import Lead
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.makers import sole_maker
from pipeline.extraction.mentions import Encoded, Mention
from pipeline.extraction.name_titles import gender_of, strip_title
from pipeline.extraction.short_names import full_organisation, spelled_out_in

_TOKEN: Final = re.compile(r"\w+")


def resolve(
    document: Document, number: int, encoded: Encoded, index: int, wanted: str, *, lone: bool = False
) -> str | None:
    """Return the name that a mention stands for.

    Parameters
    ----------
    document : Document
    number : int
        Number of the sentence.
    encoded : Encoded
        The sentence.
    index : int
        The mention in it.
    wanted : str
        Subject type that the attribute needs.
    lone : bool
        Whether a person's name of one word will do.

    Returns
    -------
    str or None
        The fullest name that the document gives; None where it cannot be told.
    """
    mention = encoded.mentions[index]
    letter = mention.letter
    if wanted == "work":
        if letter == "U" and _ARTIST.search(encoded.code, 0, encoded.offsets[index]):
            return _name(document, mention, "person") or mention.text
        wanted = _maker_or_work(mention)
    if letter == "H":
        return _pronoun(document, number, encoded, index, lone=lone) if wanted == "person" else None
    if letter == "N":
        return load_lexica().demonyms.get(mention.text)
    if letter == "I":
        return thing_meant(document, number, encoded, index, wanted)
    if letter in "PXU":
        return _named(document, encoded, index, wanted, lone=lone)
    return expand_acronym(document, mention.text) if letter == "O" else mention.text


def _named(document: Document, encoded: Encoded, index: int, wanted: str, *, lone: bool) -> str | None:
    """Return what a name of a person or of unknown kind stands for; "the younger Doe" is not the Doe named in full."""
    mention = encoded.mentions[index]
    if mention.letter == "U" and encoded.code[: encoded.offsets[index]].endswith((b"younger ", b"elder ")):
        return None
    unknown_firm = wanted == "organization" and mention.letter == "U"
    name = (_with_nation(document, encoded, index) if unknown_firm else None) or _name(document, mention, wanted)
    return name or (lone_name(document, mention) if lone and wanted == "person" else None)


def _with_nation(document: Document, encoded: Encoded, index: int) -> str | None:
    """Return the name that a demonym right before a word belongs to: "American Express"; none after an article."""
    before = encoded.mentions[index - 1] if index else None
    mention = encoded.mentions[index]
    if before is None or before.letter != "N" or mention.start - before.end != 1:
        return None
    article = _ARTICLE.search(encoded.code, 0, encoded.offsets[index - 1])
    return None if article else document.flat[before.start : mention.end]


_ARTICLE: Final = re.compile(rb"\b(?:the|an?|[a-z-]+(?:based|born|owned)|[a-z]+(?:al|ish|ing|ous|ive|est|er)) \Z")
_ARTIST: Final = re.compile(
    rb"\b(?:rapper|singer|band|group|duo|trio|quartet|artist|musician|singer-songwriter|songwriter|dj) \Z"
)
"""Who makes records may have a name of one word, also where that is a given name."""


def _maker_or_work(mention: Mention) -> str:
    """Return what stands where a work is wanted: who signed to a label may be a person or a band."""
    if mention.letter in "PH":
        return "person"
    return "organization" if is_organisation(mention) else "work"


def spoken_of(document: Document, offset: int, wanted: str) -> str | None:
    """Return what a line without a subject is said of: the document's subject, or the one of its kind named just before it."""  # noqa: E501 - one table row or list a line
    lead = document.lead
    if lead is not None:
        return lead.name if lead.kind in (wanted, "") else None
    letters = {"person": "PU", "organization": "O", "work": "W"}.get(wanted, "")
    number = document.sentence_of(offset)
    names = set()
    for k in range(max(0, number - 6), number) if letters else ():
        earlier = document.encoded(k)
        names |= {
            _name(document, m, wanted)
            for i, m in enumerate(earlier.mentions)
            if m.letter in letters and is_subject_like(earlier, i)
        }
    names.discard(None)
    return names.pop() if len(names) == 1 else None


_JOINT: Final = re.compile(
    rb"(?:\A|[;:] |, |\b(?:that|when|where|while|as|after|before|because|since|and|natives|brothers|sisters|both) )"
    rb"(?P<first>[PXU])(?: \([^()]*\))?,? and "
    rb"(?:H's (?:[a-z]+ )?(?:wife|husband|brother|sister|son|daughter|partner|father|mother),? )?\Z"
)


_PLURAL: Final = re.compile(
    rb",?(?: (?:both|then|later|also|now|all|[a-z]+ly))* "
    rb"(?!(?:was|is|has|who|which|of|in|at|and|from|to|for|with|by|[a-z]+s|[a-z]+ly)\b)[a-z]{3,}\b"
)


def joint_subject(document: Document, encoded: Encoded, index: int, name: str) -> str | None:
    """Return the other of two persons of whom the clause speaks: "Jane and Tom Doe moved to Leeds"."""
    at = encoded.offsets[index]
    m = _JOINT.search(encoded.code, 0, at) if _PLURAL.match(encoded.code, at + 1) else None
    if m is None:
        return None
    first = encoded.mentions[encoded.mention_at(m.start("first"))]
    if first.letter == "U" and first.text in load_lexica().genders and " " in name:
        known = full_name(document, first.text, first.start)
        return known or f"{first.text} {name.rsplit(' ', 1)[-1]}"
    return _name(document, first, "person") if first.letter == "P" else None


def _differ(document: Document, lead: Lead, titled: str) -> bool:
    """Return whether a title is of the other gender: "Lady Roe" in a text about Sir John Roe."""
    return lead.kind == "person" and {document.lead_gender, gender_of(titled)} == {"m", "f"}


def _name(document: Document, mention: Mention, wanted: str) -> str | None:  # noqa: PLR0911 - one return a kind of name
    lead = document.lead
    # "Queen of Almere" may be a work's title; a person has one.
    title, name = ("", mention.text) if wanted == "work" else strip_title(mention.text)
    name = name or mention.text
    if lead is not None and title and " " not in name and is_lead(lead, name) and _differ(document, lead, mention.text):
        return mention.text
    people = wanted == "person" and lead is not None and not lead.kind and name.startswith("The ")  # "The Rovers"
    if (
        lead is not None
        and lead.kind in (wanted, "")
        and not people
        and is_lead(lead, name)
        and not is_named_after(lead, name, wanted)
    ):
        return lead.name if len(lead.name) >= len(name) or is_fuller(lead, name) else name
    if " " in name:
        if wanted == "person" and mention.letter == "X" and not like_person(name):
            return None
        return spelled_out_in(document, name, mention.start) if wanted == "person" else name
    if wanted == "person":
        return full_name(document, name, mention.start)
    if name in load_lexica().genders:
        return None
    return full_organisation(document, name, mention.start) if wanted == "organization" else name


def _agrees(gender: str, pronoun: str) -> bool:
    return gender in ("f" if _is_female(pronoun) else "m", "u")


def _is_female(pronoun: str) -> bool:
    return pronoun.lower() in ("she", "her", "hers")


def _pronoun(document: Document, number: int, encoded: Encoded, index: int, *, lone: bool) -> str | None:
    pronoun = encoded.mentions[index]
    lead = document.lead
    lead_fits = lead is not None and lead.kind in ("person", "") and _agrees(document.lead_gender, pronoun.text)
    if beside := _conjoined(document, encoded, index, lone=lone):
        return beside
    lone = lone and not lead_fits
    inside = _person_before(document, encoded, index, pronoun, lone=lone) or _possessor(
        document, encoded, index, lone=lone
    )
    if inside:
        return inside
    anchor = pronoun.start
    for back in range(1, 6):
        if number < back:
            break
        earlier = document.encoded(number - back)
        if anchor - earlier.start > REACH and not (back == 1 and lead_fits):
            break
        name = _person_before(document, earlier, len(earlier.mentions), pronoun, heads_only=lead_fits, lone=lone)
        if name:
            return name
        if back == 1 and lead_fits and any(m.letter == "H" for m in earlier.mentions):
            continue
        if not lead_fits and _goes_on(earlier, pronoun):
            anchor = earlier.start
    if lead is not None and lead_fits and (lead.kind == "person" or kind_of(lead.name) == "P"):
        return lead.name
    return (
        _maker_meant(document, number, encoded, index) if lead else _only_person(document, number, pronoun, lone=lone)
    )


def _maker_meant(document: Document, number: int, encoded: Encoded, index: int) -> str | None:
    """Return the maker of the record or book that the document is about, where "his" may mean nobody else."""
    maker = sole_maker(document, number, encoded, index)
    return maker if maker and _agrees(gender_of(maker), encoded.mentions[index].text) else None


def _goes_on(encoded: Encoded, pronoun: Mention) -> bool:
    """Return whether a sentence speaks of one person by the same pronoun: a chain that reaches further back."""
    pronouns = [m.text for m in encoded.mentions if m.letter == "H"]
    heads = _PRONOUN_HEAD.match(encoded.code) is not None
    return heads and all(_is_female(text) == _is_female(pronoun.text) for text in pronouns)


_PRONOUN_HEAD: Final = re.compile(
    rb"(?:(?:in|on|from|since|by|after|before|at|until) [^;.PXUHOI]{1,60}, |[a-z]+,? )?H(?!'s)"
)


def _only_person(document: Document, number: int, pronoun: Mention, *, lone: bool) -> str | None:
    """Return the one person of whom a short text without a subject of its own speaks, if the pronoun agrees.

    The person must head a sentence nearby, not the pronoun's: "he worked for Jane Doe" speaks of somebody else. Others
    may be named, but head no sentence and stand nowhere before the pronoun.
    """
    if len(document.sentences) > SHORT:
        return None
    heads: dict[str, list[int]] = {}
    earlier: set[str] = set()
    for k in range(len(document.sentences)):
        encoded = document.encoded(k)
        for mention, at in zip(encoded.mentions, encoded.offsets, strict=True):
            at_head = at == 0 or _INTRODUCTION.fullmatch(encoded.code[:at]) is not None
            name = _person_named(document, mention, lone=lone and at_head)
            if name is None:
                continue
            if at_head and is_subject_like(encoded, encoded.mentions.index(mention)):
                heads.setdefault(name, []).append(encoded.start)
            elif mention.start < pronoun.start:
                earlier.add(name)
    if len(heads) != 1:
        return None
    name, starts = next(iter(heads.items()))
    own = document.encoded(number).start
    near = any(start != own and abs(start - pronoun.start) <= REACH for start in starts)
    return name if near and earlier <= {name} and _agrees(gender_of(name), pronoun.text) else None


def _person_named(document: Document, mention: Mention, *, lone: bool) -> str | None:
    """Return the full name of a person whom a mention surely names, without titles."""
    name = strip_title(mention.text)[1] or mention.text
    if mention.letter == "P" and " " in name:
        return name
    if mention.letter not in "PU":
        return None
    return full_name(document, name, mention.start) or (name if lone and acts(document, name) else None)


_CONJOINED: Final = re.compile(
    rb"[PXU](?: \([^()]*\))?(?:,? (?:the )?(?:king|queen|lord|duke|earl|count|prince|emperor|ruler))?"
    rb"(?: of (?:[a-z]+ )?[LXU])?,? (?:and|with|along with|together with|alongside|as well as) \Z"
)


def _conjoined(document: Document, encoded: Encoded, index: int, *, lone: bool) -> str | None:
    """Return the person right before the pronoun of "Jane Doe and her husband"."""
    at = encoded.offsets[index]
    wed = WED_TO.match(encoded.code, at + 1)
    if wed and (m := SON_OF.search(encoded.code, max(0, at - 160), at)) is not None:
        return _name(document, encoded.mentions[encoded.mention_at(m.start("parent"))], "person")
    m = _CONJOINED.search(encoded.code, max(0, at - 60), at) if encoded.code[at + 1 : at + 3] == b"'s" else None
    if m is None:
        return None
    titled = OF_TITLE.search(encoded.code, 0, m.start())
    mention = encoded.mentions[encoded.mention_at((titled or m).start())]
    if titled is None and mention.letter != "P" and PLACED.search(encoded.code, 0, m.start()):
        return None
    if not _agrees(gender_of(mention.text), encoded.mentions[index].text) or (
        _lists_kin(encoded, index) and _OWN_KIN.search(encoded.code, 0, m.start())
    ):
        return None
    name = _name(document, mention, "person")
    # Who has a wife or a son is a person, also where the text says nothing else of them.
    return name or (lone_name(document, mention) or mention.text if lone and mention.letter == "U" else None)


def _person_before(
    document: Document, encoded: Encoded, index: int, pronoun: Mention, *, heads_only: bool = False, lone: bool = False
) -> str | None:
    """Return the person named at the head of a sentence, before a mention; None where there is none or two."""
    names: list[str] = []
    at_head = False
    relation = _RELATION.match(encoded.code)
    opened = relation.end() if relation is not None else 0
    at = encoded.offsets[index] if index < len(encoded.offsets) else len(encoded.code)
    kin = _lists_kin(encoded, index)
    for k, mention in enumerate(encoded.mentions[:index]):
        if mention.letter not in "PXU" or not is_subject_like(encoded, k):
            continue
        if encoded.offsets[k] < opened <= at or (kin and _OWN_KIN.search(encoded.code, 0, encoded.offsets[k])):
            continue
        if heads_only and encoded.offsets[k] > 0 and not _INTRODUCTION.fullmatch(encoded.code[: encoded.offsets[k]]):
            continue
        name = _name(document, mention, "person")
        alone = name is None and lone and mention.letter == "U" and acts(document, mention.text)
        if alone:
            name = mention.text
        if (
            name
            and (mention.letter == "P" or alone or _known(document, name) or _acts_in_full(document, name))
            and _agrees(_gender_in(document, mention, name), pronoun.text)
        ):
            names.append(name)
            if len(names) == 1:
                at_head = (
                    encoded.offsets[k] == 0 or _INTRODUCTION.fullmatch(encoded.code[: encoded.offsets[k]]) is not None
                )
    if len(set(names)) > 1 and not at_head:
        return None
    return names[0] if names else None


def _lists_kin(encoded: Encoded, index: int) -> bool:
    """Return whether a mention is the pronoun of "her father", and stood as "her" before."""
    if index >= len(encoded.mentions) or _OF_KIN.match(encoded.code, encoded.offsets[index]) is None:
        return False
    female = _is_female(encoded.mentions[index].text)
    return any(m.letter == "H" and _is_female(m.text) == female for m in encoded.mentions[:index])


_OF_KIN: Final = re.compile(rb"H's (?:[a-z]+ )?(?:father|mother|parents|brothers?|sisters?|siblings|grand[a-z]+)\b")
_OWN_KIN: Final = re.compile(
    rb"H's (?:[a-z]+ )?(?:father|mother|brother|sister|wife|husband|uncle|aunt)(?:,| was| is)? (?:the )?(?:[a-z-]+ )*\Z"
)
"""In "her mother, Jane Doe, was a nurse and her father a judge", both are parents of one person."""
_RELATION: Final = re.compile(
    rb"\W{0,2}(?:(?:as )?(?:the|an?) |as )?(?:[a-z-]+ ){0,3}?(?:son|daughter|child|brother|sister|nephew|niece|"
    rb"grandson|granddaughter|descendant|pupil|student|disciple|wife|husband|widow|widower) of [^;]*?, (?=H (?!'s))"
)
"""What a sentence says first of whom its pronoun means: "the son of the painter Carl Roe, he was born in Leeds"."""


def _acts_in_full(document: Document, name: str) -> bool:
    """Return whether a name of several words, of unknown kind, does what only people do."""
    return " " in name and like_person(name) and acts(document, name)


def _gender_in(document: Document, mention: Mention, name: str) -> str:
    """Return the gender of a name; a word that may be a surname has the gender of the text's pronouns."""
    if mention.letter == "U" and name == mention.text and document.gender != "u":
        return document.gender
    return gender_of(mention.text if mention.letter == "P" else name)


_RELATIVE: Final = re.compile(rb"(?P<head>[PXU])(?: \([^()]*\))?,? who [^;.PXU]*\Z")


def _possessor(document: Document, encoded: Encoded, index: int, *, lone: bool) -> str | None:
    """Return whom "her" means in "Doe's quarrel with her husband" and "sold to Doe, who used it until her death".

    Nobody else may be named before the pronoun, or between the relative clause's head and the pronoun.
    """
    pronoun, at = encoded.mentions[index], encoded.offsets[index]
    m = _RELATIVE.search(encoded.code, 0, at)
    if m is not None:
        k = encoded.mention_at(m.start("head"))
    else:
        named = [k for k in range(index) if encoded.mentions[k].letter in "PXU"]
        if len(named) != 1 or encoded.code[encoded.offsets[named[0]] + 1 :][:2] != b"'s":
            return None
        k = named[0]
    mention = encoded.mentions[k]
    name = _name(document, mention, "person")
    if name is None and lone and mention.letter == "U" and acts(document, mention.text):
        name = mention.text
    if name is None or not (mention.letter in "PU" or _known(document, name)):
        return None
    return name if _agrees(_gender_in(document, mention, name), pronoun.text) else None


_INTRODUCTION: Final = re.compile(
    rb"(?!together )(?:[a-z]+ (?:[DYKLO]|the [a-z]+)(?: [a-z]+)?, |the |dr |mr )?(?:the )?(?:[a-z-]+ ){0,3}"
)


def _known(document: Document, name: str) -> bool:
    return (document.lead is not None and name == document.lead.name) or kind_of(name) == "P"
