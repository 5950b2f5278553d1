"""Resolves who or what a mention means, inside the document; answers None when in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.extraction.document import Document, Lead
from pipeline.extraction.kinds import kind_of, strip_title
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.mentions import COMPOUND, Encoded, Mention
from pipeline.extraction.nouns import DEFINITE_KIND

REACH: Final = 350
"""How far back a pronoun may reach, characters, other than to the document's subject."""

_TOKEN: Final = re.compile(r"\w+")


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
    if wanted == "work":
        wanted = _maker_or_work(mention)
    if letter == "H":
        return _pronoun(document, number, encoded, index, lone=lone) if wanted == "person" else None
    if letter == "N":
        return load_lexica().demonyms.get(mention.text)
    if letter == "I":
        return _definite(document, number, encoded, index, wanted)
    if letter in "PXU":
        return _name(document, mention, wanted) or (
            lone_name(document, mention) if lone and wanted == "person" else None
        )
    return expand_acronym(document, mention.text) if letter == "O" else mention.text


def _maker_or_work(mention: Mention) -> str:
    """Return what stands where a work is wanted: who signed to a label may be a person or a band."""
    if mention.letter in "PH":
        return "person"
    noun = mention.text.lower().rsplit(" ", 1)[-1]
    return "organization" if mention.letter == "I" and DEFINITE_KIND.get(noun) == "organization" else "work"


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
    if flat.count(name) > 1 or (at_head and not name.endswith(_COMMON_ENDINGS)):
        return name
    return name if _acts(document, name) else None


_COMMON_ENDINGS: Final = ("s", "ed", "ing", "ly", "ion", "ment", "ness", "ity", "ers", "ist")


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
            if m.letter in letters and _is_subject_like(earlier, i)
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


_STRETCH: Final = 20_000
"""Full names of a surname are looked for in its own stretch of so many characters and the two beside it."""


def full_name(document: Document, surname: str, at: int) -> str | None:
    """Return the full name that the text gives for a surname at an offset; None where it gives none.

    The last full name before the offset; else the one that comes later, if there is one only.
    """
    stretch = at // _STRETCH
    if (surname, stretch) not in document.full_names:
        start, end = (stretch - 1) * _STRETCH, (stretch + 2) * _STRETCH
        document.full_names[surname, stretch] = list(_full_names(document.flat, surname, max(0, start), end))
    names = document.full_names[surname, stretch]
    before = [name for start, name in names if start < at]
    if before:
        return before[-1]
    return names[0][1] if len({name for _, name in names}) == 1 else None


def _full_names(text: str, surname: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    lex = load_lexica()
    pattern = re.compile(
        rf"(?:\b(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]*|(?:Dr|St|Mr|Mrs|Ms|Jr)\.) ){{1,3}}{re.escape(surname)}(?!\w)"
    )
    for m in pattern.finditer(text, start, end):
        words = m.group().split(" ")
        while words and (
            words[0] in lex.words["lower"] or words[0].rstrip(".") in lex.words["title"] or COMPOUND.search(words[0])
        ):
            words = words[1:]
        given = next(
            (k for k, w in enumerate(words[:-1]) if w in lex.genders or (w[:-1].isupper() and w.endswith("."))), 0
        )
        name = " ".join(words[given:])
        if " " in name and kind_of(name) in ("P", "X") and _like_person(name):
            yield m.start(), name


def _agrees(gender: str, pronoun: str) -> bool:
    wanted = "f" if pronoun.lower() in ("she", "her", "hers") else "m"
    return gender in (wanted, "u")


def _pronoun(document: Document, number: int, encoded: Encoded, index: int, *, lone: bool) -> str | None:
    pronoun = encoded.mentions[index]
    lead = document.lead
    lead_fits = lead is not None and lead.kind in ("person", "") and _agrees(lead.gender, pronoun.text)
    lone = lone and not lead_fits
    inside = _conjoined(document, encoded, index, lone=lone) or _person_before(
        document, encoded, index, pronoun, lone=lone
    )
    if inside:
        return inside
    for back in range(1, 6):
        if number < back:
            break
        earlier = document.encoded(number - back)
        if pronoun.start - earlier.start > REACH and not (back == 1 and lead_fits):
            break
        name = _person_before(document, earlier, len(earlier.mentions), pronoun, heads_only=lead_fits, lone=lone)
        if name:
            return name
        if back == 1 and lead_fits and any(m.letter == "H" for m in earlier.mentions):
            continue
    if lead is not None and lead_fits and (lead.kind == "person" or kind_of(lead.name) == "P"):
        return lead.name
    return _only_person(document, number, pronoun) if lead is None else None


_SHORT: Final = 25
"""A text of so few sentences that names one person only speaks of this person."""


def _only_person(document: Document, number: int, pronoun: Mention) -> str | None:
    """Return the one person whom a short text without a subject of its own names, if the pronoun agrees.

    The person must head a sentence nearby, not the pronoun's: "he worked for Jane Doe" speaks of somebody else.
    """
    if len(document.sentences) > _SHORT:
        return None
    names: set[str] = set()
    heads: set[int] = set()
    for k in range(len(document.sentences)):
        encoded = document.encoded(k)
        for mention, at in zip(encoded.mentions, encoded.offsets, strict=True):
            if mention.letter == "P":
                names.add(strip_title(mention.text)[1])
                if at == 0 or _INTRODUCTION.fullmatch(encoded.code[:at]):
                    heads.add(encoded.start)
    name = names.pop() if len(names) == 1 else ""
    own = document.encoded(number).start
    near = any(start != own and abs(start - pronoun.start) <= REACH for start in heads)
    return name if " " in name and near and _agrees(gender_of(name), pronoun.text) else None


def _acts(document: Document, name: str) -> bool:
    """Return whether a name of one word does in the text what only people do."""
    if name not in document.acting:
        document.acting[name] = name.lower() not in load_lexica().words["relative"] and (
            name in load_lexica().genders
            or (
                len(document.sentences) <= _SHORT
                and re.search(rf"(?<!\w){re.escape(name)} {_ACTS}", document.flat) is not None
            )
        )
    return document.acting[name]


_ACTS: Final = (
    r"(?:was born|is married|was married|married|grew up|studied|graduated|attended|enrolled|received h|earned h|"
    r"obtained h|holds an?|lives|lived|resides|said|says|retired|emigrated|served as|began h|started h|and h(?:is|er) |"
    r"became an? |taught|wrote|died|passed away|worked (?:as|for|at)|joined|"
    r"(?:is|was) an? (?:[a-z]+ ){0,3}[a-z]+(?:er|or|ist|man)\b)"
)
_CONJOINED: Final = re.compile(
    rb"[PXU](?: \([^()]*\))?(?: of (?:the )?[LX])?,? (?:and|with|along with|together with|alongside) \Z"
)


def _conjoined(document: Document, encoded: Encoded, index: int, *, lone: bool) -> str | None:
    """Return the person right before the pronoun of "Jane Doe and her husband"."""
    at = encoded.offsets[index]
    m = _CONJOINED.search(encoded.code, max(0, at - 40), at) if encoded.code[at + 1 : at + 3] == b"'s" else None
    if m is None:
        return None
    mention = encoded.mentions[encoded.mention_at(m.start())]
    if mention.letter != "P" and encoded.code[: m.start()].endswith((b" in ", b" at ", b" near ", b" from ")):
        return None
    if not _agrees(gender_of(mention.text), encoded.mentions[index].text):
        return None
    name = _name(document, mention, "person")
    return name or (lone_name(document, mention) if lone else None)


def _person_before(
    document: Document, encoded: Encoded, index: int, pronoun: Mention, *, heads_only: bool = False, lone: bool = False
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
        alone = name is None and lone and mention.letter == "U" and _acts(document, mention.text)
        if alone:
            name = mention.text
        if (
            name
            and (mention.letter == "P" or alone or _known(document, name))
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
    # "Edit: fixed a typo." is a label, also where a word is somebody's given name.
    label = at == 0 and after[:1] == b":"
    return (
        not label
        and after != b"'s"
        and word
        not in (
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
    )


def _definite(document: Document, number: int, encoded: Encoded, index: int, wanted: str) -> str | None:
    mention = encoded.mentions[index]
    noun = mention.text.lower().rsplit(" ", 1)[-1]
    kind = DEFINITE_KIND.get(noun)
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
