"""Joins mentions that are one name: a place and its region, a university and its campus, a nickname."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.kinds import kind_of
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.nouns import DEFINITE_KIND

_NICKNAME: Final = re.compile(rb"[PXU] (?:W|\([UXP]\)) [UXP](?![a-z])")

_CAMPUS: Final = re.compile(rb"O(?: at |, | |-)[LUO]\b(?!,? and )")

_HONOURS: Final = re.compile(rb"(?<=[PXU])(?:, [OXUA])+(?=,? \(|,? (?:is|was|has|had|and)\b|, |$)")
_LIFE_NEXT: Final = re.compile(rb",? \((?:[^()]*[;,] )?(?:born |c\. ?)?[DY]")
_LETTERS_AFTER: Final = re.compile(r"(?:[A-Z]\.?){2,5}\Z")
_SPLIT_HYPHEN: Final = re.compile(rb"(?<![A-Za-z'])(?P<first>[PXU])(?: al)? - (?P<second>[PXU])(?![A-Za-z'])")
_SPLIT_TEXT: Final = re.compile(
    r"\b(?:well|self|semi|co|non|half|mid|anti|pre|post|long|high|two|three|ex|vice|re) - [a-z]"
)
_LIFE_AHEAD: Final = re.compile(rb"[^()]{0,60}\((?:[^()]*[;,] )?(?:born |c\. ?)?[DY]")


_ONLY_PEOPLE: Final = re.compile(
    rb"(?:\A|\A(?:in|on|since|after|until) [YD],? |\A(?:then|later|today|[a-z]+ly),? )(?P<place>L)(?= "
    rb"(?:was born|grew up|(?:is |was |later )?married|studied|graduated|attended|enrolled|died|lives|lived|retired|"
    rb"resides|(?:was|is) (?:raised|educated|survived)|worked (?:as|at)|works (?:as|at|for)|earned (?:H's|an?)|"
    rb"received H's|holds an? (?:degree|[a-z]+'s)|and H's|passed away)\b"
    rb"|,? (?:and|with) H's (?:[a-z]+ )?(?:wife|husband)\b)"
)
_OF_PEOPLE: Final = re.compile(
    rb"(?P<place>L)(?='s (?:[a-z]+ )?(?:death|wife|husband|father|mother|brother|parents|widow)\b)"
)
_KIN: Final = re.compile(
    rb"\b(?:wife|husband|daughter|son|brother|father|mother|sister|spouse|child|children|sons|daughters|brothers|sisters|"
    rb"twins|parents)(?: named| called|,|:)? (?:U(?:, U)*,? and )?(?P<place>L)\b(?!,? (?:of|in|L)\b)"
    rb"|\b(?:married|wed|divorced) (?:to )?(?P<spouse>L)(?=[,.;]| (?:and|for|since|who|with|when|on)\b|$)"
)


_KIN_WORDS: Final = """
    wife husband daughter son brother father mother sister sibling spouse child twins parents married wed divorced
    """
_PEOPLE_BY: Final = (
    ((b"L",), _ONLY_PEOPLE),
    ((b"L's ",), _OF_PEOPLE),
    (tuple(_KIN_WORDS.encode().split()), _KIN),
)
"""Expressions, and words of which a sentence holds one where they match: looking for those costs a tenth."""


def called(encoded: Encoded, about: tuple[str, str]) -> Encoded:
    """Read a name as what the document says that it is: the Hamilton, or Anna Lake, whom it is about, a person.

    Parameters
    ----------
    encoded : Encoded
    about : tuple of str
        The name, and the letter that it has wherever no list of words says more.
    """
    name, letter = about
    wrong = _MISREAD[letter]
    found = [k for k, mention in enumerate(encoded.mentions) if mention.letter in wrong and mention.text == name]
    if letter in "UP":
        found = [k for k in found if not _PLACED.search(encoded.code[: encoded.offsets[k]])]
    if not found:
        return encoded
    code, mentions = bytearray(encoded.code), list(encoded.mentions)
    for k in found:
        mentions[k] = mentions[k]._replace(letter=letter)
        code[encoded.offsets[k]] = ord(letter)
    return Encoded(encoded.start, encoded.end, bytes(code), mentions)


_MISREAD: Final = {"U": "L", "P": "LE", "O": "PXUL", "W": "PXUL"}
"""Letter -> letters of mentions that may be meant by it."""
_PLACED: Final = re.compile(rb"\b(?:in|at|near|from|to) (?:the )?\Z")


def free_nouns(encoded: Encoded) -> Encoded:
    """Read "the band" before a name as words: "the band Kestrel" is one organisation, not two."""
    found = [encoded.mention_at(m.start()) for m in _NOUN_AND_NAME.finditer(encoded.code)]
    found = [k for k in found if DEFINITE_KIND.get(encoded.mentions[k].text[4:].lower()) == "organization"]
    if not found:
        return encoded
    pieces, at = [], 0
    for k in found:
        pieces += [encoded.code[at : encoded.offsets[k]], encoded.mentions[k].text.lower().encode("ascii", "replace")]
        at = encoded.offsets[k] + 1
    kept = [mention for k, mention in enumerate(encoded.mentions) if k not in found]
    return Encoded(encoded.start, encoded.end, b"".join((*pieces, encoded.code[at:])), kept)


_NOUN_AND_NAME: Final = re.compile(rb"\bI (?=[OXU](?![a-z'-]))")


def not_a_place(encoded: Encoded) -> Encoded:
    """Read a place as a person's name where it does what only people do: "Hamilton was born", "his wife Florence"."""
    patterns = [pattern for words, pattern in _PEOPLE_BY if any(map(encoded.code.__contains__, words))]
    places = {m.start(m.lastgroup or 0) for pattern in patterns for m in pattern.finditer(encoded.code)}
    if _KIN in patterns:
        places |= _listed_as_kin(encoded)
    if not places:
        return encoded
    code, mentions = bytearray(encoded.code), list(encoded.mentions)
    for at in places:
        k = encoded.mention_at(at)
        name = mentions[k].text
        if " " not in name and (not load_lexica().is_region(name) or name in load_lexica().genders):
            mentions[k] = mentions[k]._replace(letter="U")
            code[at : at + 1] = b"U"
    return Encoded(encoded.start, encoded.end, bytes(code), mentions)


def _listed_as_kin(encoded: Encoded) -> set[int]:
    """Return where given names that are places', too, stand in a list of kin: "her children: Tom, Florence"."""
    inside = (at for m in _KIN_LIST.finditer(encoded.code) for at in range(*m.span("list")) if encoded.code[at] == _L)
    return {at for at in inside if encoded.mentions[encoded.mention_at(at)].text in load_lexica().genders}


_L: Final = ord("L")
_KIN_LIST: Final = re.compile(
    rb"\b(?:children|sons|daughters|brothers|sisters|siblings|kids|twins|triplets)(?: named| called| were| are| "
    rb"include| included|,|:| -)* (?P<list>[ULPX](?: \([^()]*\))?(?:(?:, and |, | and | & )"
    rb"[ULPX](?: \([^()]*\))?)+)(?![a-z'])"
)


def join_nicknames(encoded: Encoded) -> Encoded:
    """Join "Arthur "Tarzan" White" and "William (Billy) Franklin" to one mention, the nickname left out."""
    code, mentions = bytearray(encoded.code), list(encoded.mentions)
    at = 0
    while (m := _NICKNAME.search(bytes(code), at)) is not None:
        k = sum(65 <= c <= 90 for c in code[: m.start()])
        first, nick, last = mentions[k : k + 3]
        at = m.start() + 1
        name = f"{first.text} {last.text}"
        known = first.text.split(" ")[0] in load_lexica().genders or first.letter == "P"
        quoted = first.letter == "X" and nick.letter == "W" and first.text.count(" ") < 5
        if " " not in nick.text and " " not in _OF_TWO.sub("", last.text) and (known or quoted):
            mentions[k : k + 3] = [Mention("P", first.start, last.end, name)]
            code[m.start() : m.end()] = b"P"
    return Encoded(encoded.start, encoded.end, bytes(code), mentions)


_OF_TWO: Final = re.compile(r",? (?:[JS]r\.?|I{2,3}|IV)\Z")
"""What tells a son from his father: "Arthur "Tarzan" White Jr."."""


def join_possessives(encoded: Encoded, text: str) -> Encoded:
    """Join "Workers' Party" to one mention, the name of an organisation."""
    code, mentions = bytearray(encoded.code), list(encoded.mentions)
    for m in reversed(list(_OWNED.finditer(encoded.code))):
        k = encoded.mention_at(m.start())
        first, second = mentions[k : k + 2]
        name = text[first.start : second.end]
        if name[len(first.text) : -len(second.text)] in ("' ", "’ ") and kind_of(name) == "O":
            mentions[k : k + 2] = [Mention("O", first.start, second.end, name)]
            code[m.start() : m.end()] = b"O"
    return Encoded(encoded.start, encoded.end, bytes(code), mentions)


_OWNED: Final = re.compile(rb"[UX]'s [UXO](?![a-z'])")


def drop_honours(encoded: Encoded) -> Encoded:
    """Leave out the letters after a person's name: "Jane Doe, CBE, FRS (born 1950)"."""
    code, mentions = encoded.code, encoded.mentions
    if b"P, " not in code and b"X, " not in code and b"U, " not in code:
        return encoded
    for m in reversed(list(_HONOURS.finditer(code))):
        inside = [k for k, at in enumerate(encoded.offsets) if m.start() <= at < m.end()]
        # Before the dates of a life any letters are honours: "Jane Doe, KXZ (born 1950)".
        dated = _LIFE_NEXT.match(code, m.end()) is not None
        if all(_is_honour(mentions[k].text, dated=dated) for k in inside):
            mentions = [*mentions[: inside[0]], *mentions[inside[-1] + 1 :]]
            code = code[: m.start()] + code[m.end() :]
    return encoded if code is encoded.code else Encoded(encoded.start, encoded.end, code, mentions)


def _is_honour(letters: str, *, dated: bool) -> bool:
    return letters in load_lexica().words["honour"] or (dated and _LETTERS_AFTER.match(letters) is not None)


def join_hyphens(encoded: Encoded, text: str) -> Encoded:
    """Join "Jane Pipe - Roe" to one name, in texts that were split into tokens and before the dates of a life."""
    code, mentions = bytearray(encoded.code), list(encoded.mentions)
    while (m := _SPLIT_NATION.search(bytes(code))) is not None:
        k = sum(65 <= c <= 90 for c in code[: m.start()])
        name = text[mentions[k].start : mentions[k + 1].end].replace(" - ", "-")
        if name not in load_lexica().demonyms:
            break
        mentions[k : k + 2] = [Mention("N", mentions[k].start, mentions[k + 1].end, name)]
        code[m.start() : m.end()] = b"N"
    at = 0
    while (m := _SPLIT_HYPHEN.search(bytes(code), at)) is not None:
        k = sum(65 <= c <= 90 for c in code[: m.start()])
        first, second = mentions[k : k + 2]
        at = m.start() + 1
        head = m.start() < 20 and _LIFE_AHEAD.match(bytes(code), m.end())
        if head or _given(first, second) or _SPLIT_TEXT.search(text):
            name = text[first.start : second.end].replace(" - ", "-")
            letter = "P" if "P" in (first.letter, second.letter) else "X" if " " in name else "U"
            mentions[k : k + 2] = [Mention(letter, first.start, second.end, name)]
            code[m.start() : m.end()] = letter.encode()
    return Encoded(encoded.start, encoded.end, bytes(code), mentions)


_SPLIT_NATION: Final = re.compile(rb"U - N")
"""People of one nation in two words: "African - American", as a text split into tokens has it."""


def _given(first: Mention, second: Mention) -> bool:
    """Return whether two given names stand beside a hyphen: "Jean - Paul Roe"."""
    genders = load_lexica().genders
    return first.text in genders and " " in second.text and second.text.split(" ")[0] in genders


def _is_college_of(college: str, town: str) -> bool:
    """Return whether a college has to be told by its town: there are three Trinity Colleges, and no second Eton."""
    name, _, last = college.removeprefix("The ").rpartition(" ")
    return last == "College" and town in _COLLEGIATE and name not in _SCHOOLS


_COLLEGIATE: Final = ("Cambridge", "Oxford", "Dublin", "Durham")
_SCHOOLS: Final = (
    *("Cheltenham", "Clifton", "Dulwich", "Epsom", "Eton", "Haileybury", "Malvern", "Marlborough", "Radley", "Rossall"),
    *("Wellington", "Winchester", "Blackrock", "Belvedere", "Clongowes Wood"),
)


_CAMPUSES: Final = (
    "Amherst",
    "Asheville",
    "Berkeley",
    "Chapel Hill",
    "College Park",
    "Merced",
    "Pembroke",
    "Urbana-Champaign",
    "Urbana–Champaign",
)
"""Seats of universities that are no cities of the list."""


def _is_campus(left: Mention, right: Mention, between: bytes) -> bool:
    """Return whether a university and one of its seats stand beside each other."""
    lex, land = load_lexica(), left.text.removeprefix("State ").removeprefix("University of ")
    if land == left.text.removeprefix("State "):
        return False
    if b" at " in between and right.letter != "O":
        return True
    return (right.letter == "L" or right.text in _CAMPUSES) and lex.is_region(land) and land not in lex.countries


def join_campus(encoded: Encoded, text: str) -> Encoded:
    """Join "University of Hawaii at Manoa", "University of California, Irvine" and "University of Ohio–Leeds"."""
    code, mentions = bytearray(encoded.code), list(encoded.mentions)
    at = 0
    while (m := _CAMPUS.search(bytes(code), at)) is not None:
        k = sum(65 <= c <= 90 for c in code[: m.start()])
        left, right = mentions[k], mentions[k + 1]
        at = m.start() + 1
        if _is_campus(left, right, m.group()) or (b", " in m.group() and _is_college_of(left.text, right.text)):
            mentions[k : k + 2] = [Mention("O", left.start, right.end, text[left.start : right.end])]
            code[m.start() : m.end()] = b"O"
    return Encoded(encoded.start, encoded.end, bytes(code), mentions)


@lru_cache(maxsize=1)
def _first_lands() -> frozenset[str]:
    """Return what stands before the "and" of lands with two names."""
    lex = load_lexica()
    return frozenset(name.split(" and ", 1)[0] for name in (*lex.regions, *lex.countries) if " and " in name)


_TWO_LANDS: Final = re.compile(rb"[LUXP] and (?:the )?[LUXPO](?![a-z'])")


def join_lands(encoded: Encoded, text: str) -> Encoded:
    """Join "Bosnia and Herzegovina", one land, to one mention."""
    if not any(mention.text in _first_lands() for mention in encoded.mentions):
        return encoded
    found = [encoded.mention_at(m.start()) for m in _TWO_LANDS.finditer(encoded.code)]
    lands = [
        (k, name)
        for k in reversed(found)
        if load_lexica().is_region(name := text[encoded.mentions[k].start : encoded.mentions[k + 1].end])
    ]
    if not lands:
        return encoded
    code, mentions = bytearray(encoded.code), list(encoded.mentions)
    for k, name in lands:
        code[encoded.offsets[k] : encoded.offsets[k + 1] + 1] = b"L"
        mentions[k : k + 2] = [Mention("L", mentions[k].start, mentions[k + 1].end, name)]
    return Encoded(encoded.start, encoded.end, bytes(code), mentions)


def join_places(encoded: Encoded, text: str) -> Encoded:
    """Join "City, Region", "City, Region, Country" and "Village, City" to one mention; the last pair first."""
    code, mentions = bytearray(encoded.code), list(encoded.mentions)
    for k in range(len(mentions) - 2, -1, -1):
        left, right = mentions[k], mentions[k + 1]
        if text[left.end : right.start] != ", " or left.letter not in "LXUP" or right.letter not in "LO":
            continue
        start, end = encoded.offsets[k], encoded.offsets[k + 1] + 1
        if code[end : end + 2] == b"'s":
            continue  # "Leeds, England's third city": what follows is said of the town
        preposition = _PREPOSITION.search(code[:start])
        if _is_place_of(left, right, preposition.group(1) if preposition else b"", bytes(code[end : end + 6])):
            mentions[k : k + 2] = [Mention("L", left.start, right.end, text[left.start : right.end])]
            code[start:end] = b"L"
    return Encoded(encoded.start, encoded.end, bytes(code), mentions)


_PREPOSITION: Final = re.compile(
    rb"\b(in|at|from|near|to|on|(?:town|city|village|suburb|hamlet|island|borough|district|parish) of|of|"
    rb"\([^()]*[DY],) \Z"
)


def _is_within(name: str, region: str, *, in_a_list: bool) -> bool:
    """Return whether a place may be in a region: none itself, or in a country, or a town's name, too."""
    lex = load_lexica()
    if not lex.is_region(name):
        return True
    return name not in lex.countries and (region in lex.countries or (name in lex.cities and not in_a_list))


_STREET: Final = re.compile(r" (?:Square|Street|Road|Avenue|Lane|Quay|Gardens|Crescent|Boulevard|Terrace)\Z")


def _is_place_of(left: Mention, right: Mention, preposition: bytes, after: bytes) -> bool:
    """Return whether the left name is a place within the right one."""
    lex = load_lexica()
    if left.letter == "P":
        # "in Villa Rica, Georgia": a place that has a given name in it.
        if preposition not in (b"in", b"near") and not preposition.endswith(b" of"):
            return False
    elif left.letter != "L" and preposition in (b"", b"on"):
        return False
    first = right.text.split(", ")[0]
    if first.replace(".", "") == "DC":
        return left.text == "Washington"
    in_a_list = after.startswith((b" and ", b", and ", b" or ", b", L")) or left.letter == "P"
    if lex.is_region(first) or first in lex.words["statecode"] or first.endswith(("County", "Province", "shire")):
        return _is_within(left.text, first, in_a_list=in_a_list)
    if _STREET.search(left.text) and right.letter == "L":
        return True
    return right.letter == "L" and not in_a_list and (left.letter != "L" or ", " in right.text)
