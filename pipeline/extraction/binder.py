"""Resolves who or what a mention means, inside the document; answers None when in doubt."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.document import Document, Lead
from pipeline.extraction.kinds import kind_of, strip_title
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.mentions import Encoded, Mention

REACH: Final = 350
"""How far back a pronoun may reach, characters, other than to the document's subject."""

_TOKEN: Final = re.compile(r"\w+")
_DEFINITE_KIND: Final = {
    **dict.fromkeys(
        [
            "company",
            "firm",
            "organization",
            "organisation",
            "band",
            "group",
            "school",
            "university",
            "college",
            "club",
            "team",
            "party",
            "association",
            "institute",
            "institution",
            "agency",
            "magazine",
            "newspaper",
            "label",
            "museum",
            "charity",
            "foundation",
            "society",
            "studio",
            "startup",
            "start-up",
            "corporation",
            "business",
            "hospital",
            "church",
            "orchestra",
            "airline",
            "bank",
            "brand",
            "network",
            "website",
        ],
        "organization",
    ),
    **dict.fromkeys(
        [
            "film",
            "movie",
            "song",
            "album",
            "book",
            "novel",
            "game",
            "single",
            "series",
            "show",
            "play",
            "story",
            "ep",
            "record",
            "track",
            "episode",
            "documentary",
            "magazine",
            "newspaper",
        ],
        "work",
    ),
    **dict.fromkeys(["city", "town", "village", "country"], "place"),
}


def gender_of(name: str) -> str:
    """Return m, f or u for a person's name, by its title and given name."""
    lex = load_lexica()
    titles, rest = strip_title(name)
    for title in titles.split():
        if title.rstrip(".") in lex.words["female_title"]:
            return "f"
        if title.rstrip(".") in lex.words["male_title"]:
            return "m"
    return lex.genders.get(rest.split(" ")[0], "u")


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
    if letter == "H":
        return _pronoun(document, number, encoded, index) if wanted == "person" else None
    if letter == "N":
        return load_lexica().demonyms.get(mention.text)
    if letter == "I":
        return _definite(document, number, encoded, index, wanted)
    if letter in "PXU":
        return _name(document, mention, wanted) or (
            lone_name(document, mention) if lone and wanted == "person" else None
        )
    return expand_acronym(document, mention.text) if letter == "O" else mention.text


def lone_name(document: Document, mention: Mention) -> str | None:
    """Return a name of one word that must be a person's: a known given name, one with a title, or one that recurs."""
    name = mention.text
    if mention.letter == "P" and " " in name:
        return name
    if mention.letter != "U" or not name[0].isupper() or name.isupper():
        return None
    if name in load_lexica().genders:
        return name
    flat = document.flat
    if f" {name.lower()}" in flat:
        return None
    at_head = any(mention.start == start for start, _ in document.sentences[:3]) and len(name) > 3
    return name if flat.count(name) > 1 or (at_head and not name.endswith(_COMMON_ENDINGS)) else None


_COMMON_ENDINGS: Final = ("s", "ed", "ing", "ly", "ion", "ment", "ness", "ity", "ers", "ist")


def spoken_of(document: Document, offset: int, wanted: str) -> str | None:
    """Return what a line without a subject is said of: the document's subject, or the one person named just before it."""  # noqa: E501 - one table row or list a line
    lead = document.lead
    if lead is not None:
        return lead.name if lead.kind in (wanted, "") else None
    if wanted != "person":
        return None
    number = document.sentence_of(offset)
    names = set()
    for k in range(max(0, number - 6), number):
        earlier = document.encoded(k)
        names |= {
            _name(document, m, wanted)
            for i, m in enumerate(earlier.mentions)
            if m.letter in "PU" and _is_subject_like(earlier, i)
        }
    names.discard(None)
    return names.pop() if len(names) == 1 else None


def expand_acronym(document: Document, name: str) -> str:
    """Return the full name that the document gives for an acronym: "National Farmers Federation (NFF)"."""
    if not (name.isupper() and 2 <= len(name) <= 7 and name.isalpha()):
        return name
    if name not in document.acronyms:
        document.acronyms[name] = _long_form(document.flat, name)
    return document.acronyms[name] or name


def _long_form(text: str, name: str) -> str | None:
    at = text.find(f"({name})")
    if at < 0:
        return None
    words = text[max(0, at - 120) : at].split()
    for k in range(len(words) - 2, -1, -1):
        initials = "".join(w[0] for w in words[k:] if w[0].isupper())
        if len(initials) > len(name) or words[k][-1] in ".,;:":
            return None
        if initials == name and words[k][0].isupper():
            return " ".join(words[k:])
    return None


def _is_lead(lead: Lead, name: str) -> bool:
    tokens = {t.casefold() for t in _TOKEN.findall(name)}
    return bool(tokens) and (tokens <= lead.tokens or (lead.tokens <= tokens and len(lead.tokens) > 1))


def _name(document: Document, mention: Mention, wanted: str) -> str | None:
    lead = document.lead
    name = strip_title(mention.text)[1] or mention.text
    if lead is not None and lead.kind in (wanted, "") and _is_lead(lead, name):
        return lead.name if len(lead.name) >= len(name) else name
    if " " in name:
        if wanted == "person" and mention.letter == "X" and not _like_person(name):
            return None
        return name
    if wanted != "person":
        return name if name not in load_lexica().genders else None
    return full_name(document, name, mention.start)


def _like_person(name: str) -> bool:
    words = name.split(" ")
    if not 2 <= len(words) <= 4 or any(not w[0].isalpha() or (w.isupper() and len(w) > 2) for w in words):
        return False
    return (
        "of" not in words
        and "the" not in words
        and not any(kind_of(w) in ("N", "L") and w in load_lexica().demonyms for w in words)
    )


def full_name(document: Document, surname: str, before: int) -> str | None:
    """Return the full name that the text gives for a surname before an offset; None where it gives none."""
    if surname not in document.surnames:
        pattern = re.compile(
            rf"(?:\b(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]*|(?:Dr|St|Mr|Mrs|Ms|Jr)\.) ){{1,3}}{re.escape(surname)}(?!\w)"
        )
        found = None
        for m in pattern.finditer(document.flat, max(0, before - 20_000), before):
            words = m.group().split(" ")
            lower = load_lexica().words["lower"]
            while words and (words[0] in lower or words[0].rstrip(".") in load_lexica().words["title"]):
                words = words[1:]
            genders = load_lexica().genders
            given = next(
                (k for k, w in enumerate(words[:-1]) if w in genders or (w[:-1].isupper() and w.endswith("."))), 0
            )
            words = words[given:]
            if len(words) > 1 and kind_of(" ".join(words)) in ("P", "X") and _like_person(" ".join(words)):
                found = " ".join(words)
        document.surnames[surname] = found
    return document.surnames[surname]


def _agrees(gender: str, pronoun: str) -> bool:
    wanted = "f" if pronoun.lower() in ("she", "her", "hers") else "m"
    return gender in (wanted, "u")


def _pronoun(document: Document, number: int, encoded: Encoded, index: int) -> str | None:
    pronoun = encoded.mentions[index]
    lead = document.lead
    lead_fits = lead is not None and lead.kind in ("person", "") and _agrees(lead.gender, pronoun.text)
    inside = _person_before(document, encoded, index, pronoun)
    if inside:
        return inside
    for back in range(1, 6):
        if number < back:
            break
        earlier = document.encoded(number - back)
        if pronoun.start - earlier.start > REACH and not (back == 1 and lead_fits):
            break
        name = _person_before(document, earlier, len(earlier.mentions), pronoun, heads_only=lead_fits)
        if name:
            return name
        if back == 1 and lead_fits and any(m.letter == "H" for m in earlier.mentions):
            continue
    return (
        lead.name if lead is not None and lead_fits and (lead.kind == "person" or kind_of(lead.name) == "P") else None
    )


def _person_before(
    document: Document, encoded: Encoded, index: int, pronoun: Mention, *, heads_only: bool = False
) -> str | None:
    """Return the person named at the head of a sentence, before a mention; None where there is none or two."""
    names: list[str] = []
    at_head = False
    for k, mention in enumerate(encoded.mentions[:index]):
        if mention.letter not in "PXU" or not _is_subject_like(encoded, k):
            continue
        if heads_only and encoded.offsets[k] > 0 and not _INTRODUCTION.fullmatch(encoded.code[: encoded.offsets[k]]):
            continue
        name = _name(document, mention, "person")
        if (
            name
            and (mention.letter == "P" or _known(document, name))
            and _agrees(gender_of(mention.text if mention.letter == "P" else name), pronoun.text)
        ):
            names.append(name)
            if len(names) == 1:
                at_head = (
                    encoded.offsets[k] == 0 or _INTRODUCTION.fullmatch(encoded.code[: encoded.offsets[k]]) is not None
                )
    if len(set(names)) > 1 and not at_head:
        return None
    return names[0] if names else None


_INTRODUCTION: Final = re.compile(
    rb"(?:[a-z]+ (?:[DYKLO]|the [a-z]+)(?: [a-z]+)?, |the |dr |mr )?(?:the )?(?:[a-z-]+ ){0,3}"
)


def _known(document: Document, name: str) -> bool:
    return (document.lead is not None and name == document.lead.name) or kind_of(name) == "P"


def _is_subject_like(encoded: Encoded, k: int) -> bool:
    """Return whether a mention may be its clause's subject: not after a preposition or as possessor."""
    at = encoded.offsets[k]
    before = encoded.code[:at].rstrip()
    after = encoded.code[at + 1 : at + 3]
    word = before.rsplit(b" ", 1)[-1] if before else b""
    return after != b"'s" and word not in (
        b"of",
        b"by",
        b"with",
        b"to",
        b"for",
        b"from",
        b"in",
        b"at",
        b"against",
        b"and",
        b"named",
        b"than",
        b"like",
        b"as",
    )


def _definite(document: Document, number: int, encoded: Encoded, index: int, wanted: str) -> str | None:
    mention = encoded.mentions[index]
    noun = mention.text.lower().rsplit(" ", 1)[-1]
    kind = _DEFINITE_KIND.get(noun)
    if kind is not None and kind != wanted:
        return None
    lead = document.lead
    letter = {"organization": "O", "work": "W", "place": "L"}.get(wanted, "")
    inside = [m for k, m in enumerate(encoded.mentions[:index]) if m.letter == letter and _is_subject_like(encoded, k)]
    if len(inside) == 1:
        return expand_acronym(document, inside[0].text)
    for back in range(1, 5):
        if number < back or not letter:
            break
        earlier = document.encoded(number - back)
        if encoded.start - earlier.start > REACH:
            break
        if not earlier.mentions or earlier.offsets[0] > 4:
            continue
        first = earlier.mentions[0]
        named = (
            first.letter == letter
            or (wanted == "work" and first.text.startswith("The ") and first.letter in "XL")
            or (wanted == "place" and first.letter == "U" and _is_subject_like(earlier, 0))
        )
        if named and not (lead and _is_lead(lead, first.text)):
            return first.text
        if first.letter != "I" and back > 1:
            break
    if lead is not None and (lead.kind == wanted or (not lead.kind and number < 8 and _may_be(lead.name, wanted))):
        return lead.name
    return None


def _may_be(name: str, wanted: str) -> bool:
    """Return whether a name of unknown kind may be what is wanted."""
    return kind_of(name) in {"organization": "O", "work": "XUW", "place": "LU"}.get(wanted, "") or (
        wanted == "work" and name.startswith(("The ", "A "))
    )
