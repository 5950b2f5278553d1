"""Writes a sequence of capitalised words as the mentions that it holds: a demonym, an organisation, a role, a name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pipeline.extraction.encoded import Mention
from pipeline.extraction.kinds import kind_of
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.name_titles import is_given_name, is_named_like_a_nation, strip_title
from pipeline.extraction.offices import may_hold_office, split_office
from pipeline.extraction.parties import roles_of, split_party


def emit_name(text: str, piece: str, s: int, start: int, out: list[str], mentions: list[Mention]) -> None:
    """Write a capitalised sequence of a text.

    Parameters
    ----------
    text : str
        The text.
    piece : str
        The sequence.
    s, start : int
        Where the sequence and its sentence begin, code points.
    out : list of str
        The encoded sentence so far; added to.
    mentions : list of Mention
        The mentions so far; added to.
    """
    letter = _letter_anywhere(piece) if s != start else ""
    if not letter:
        left = _emit_front(text, piece, s, start, out, mentions)
        if left is None:
            return
        letter, piece, s = left
    if letter == "P" and text[max(0, s - 4) : s].lower() == "the " and not strip_title(piece)[0]:
        letter = "X"
    article = text[s - 2] if s > 3 else ""
    if article == "e" and text[s - 4 : s] == "The ":
        named = letter in "XUOEA" or (letter == "L" and text[s + len(piece) : s + len(piece) + 1] != "-")
        if named and out and "".join(out[-2:]).endswith("the "):
            s, piece = s - 4, "The " + piece
    elif article == "A" and letter in "XULP" and s - 2 > start and " " in piece and out[-2:] == ["a", " "]:
        # A capital article within a sentence belongs to a title: "her role in A Quiet Field".
        letter, s, piece = "X", s - 2, "A " + piece
        out[-2:] = []
    mentions.append(Mention(letter, s, s + len(piece), piece))
    out.append(letter)


@lru_cache(maxsize=65536)
def _letter_anywhere(piece: str) -> str:
    """Return the letter of a sequence that is one mention wherever it stands in a sentence; empty where that depends.

    Names come again and again, and most hold nothing that `_emit_front` looks for.
    """
    words, lex = piece.split(" "), load_lexica()
    if (
        words[0] in _DEGREES
        or words[0] in _ASSEMBLIES
        or any(word.rstrip(".") in lex.words["title"] for word in words[1:])
        or _leading_demonym(words)
        or words[0] in lex.countries
        or " ".join(words[:2]) in lex.countries
        or (words[0] in _FIELDS and len(words) > 2)
        or split_party(words)
        or (may_hold_office(words) and any(split_office(words, possessed=p) for p in (False, True)))
        or ("-" in piece and any(map(COMPOUND.search, words)))
        or words[-1] in lex.words["honour"]
    ):
        return ""
    letter = kind_of(piece)
    return "" if letter in "TE" or (letter == "U" and ("-" in piece or piece.lower() in lex.occupations)) else letter


def _emit_front(
    text: str, piece: str, s: int, start: int, out: list[str], mentions: list[Mention]
) -> tuple[str, str, int] | None:
    """Write what stands in a sequence before its last mention: a demonym, an office, the organisation of a person.

    Returns
    -------
    (str, str, int) or None
        Letter, text and offset of the mention that is left to write; None where all of it is written.
    """
    lex = load_lexica()
    words = piece.split(" ")
    if ("-" in piece and _emit_compound(text, words, s, start, out, mentions)) or _emit_assembly(
        text, words, s, out, mentions
    ):
        return None
    if len(words) > 1 and s == start and (_is_noun_in_front(words, piece) or _is_apart_in_front(words)):
        out.append(words[0].lower() + " ")
        s += len(words[0]) + 1
        piece = piece[len(words[0]) + 1 :]
        words = words[1:]
    if words[0] in _DEGREES and len(words) > 1:
        out.append("degree")
        return None
    if _emit_parts(text, words, s, out, mentions) or _emit_titled(text, words, s, out, mentions):
        return None
    s, words = _emit_nation(text, words, s, out, mentions)
    words = _without_honours(words)
    piece = " ".join(words)
    letter = "P" if len(words) > 1 and is_called_like_a_nation(text, words, s) else kind_of(piece)
    # "Developed by", "Joined in": a participle that only the head of the sentence makes capital.
    if letter == "U" and ((s == start and _PARTICIPLE.match(text, s)) or _is_common(piece, out)):
        out.append(piece.lower())
        return None
    if letter in "TE" and not (letter == "T" and len(words) == 1 and words[0] in lex.genders):
        if letter == "T":
            _emit_role(text, words, s, out, mentions)
            return None
        letter = "E"
    return letter, piece, s


def _emit_compound(text: str, words: list[str], s: int, start: int, out: list[str], mentions: list[Mention]) -> bool:
    """Write "Buenos Aires-based Acme": the place, the participle and the name; False where there is no participle."""
    for k, word in enumerate(words):
        if compound := COMPOUND.search(word):
            head = " ".join([*words[:k], word[: compound.start()]])
            emit_name(text, head, s, start, out, mentions)
            out.append(compound.group())
            if k + 1 < len(words):
                out.append(" ")
                emit_name(text, " ".join(words[k + 1 :]), s + len(head) + len(compound.group()) + 1, -1, out, mentions)
            return True
    return False


def _without_honours(words: list[str]) -> list[str]:
    """Return a person's name without the letters after it: "Jane Roe CBE FRSE"."""
    kept, honours = len(words), load_lexica().words["honour"]
    while kept > 2 and words[kept - 1] in honours:
        kept -= 1
    return words[:kept] if kept < len(words) and kind_of(" ".join(words[:kept])) == "P" else words


def _is_noun_in_front(words: list[str], piece: str) -> bool:
    """Return whether a sequence begins with a common noun that only the head of the sentence makes capital."""
    first = words[0].lower()
    noun = not {first, first.removesuffix("s")}.isdisjoint(load_lexica().occupations) or words[0] in _SIBLINGS
    return noun and kind_of(piece) != "O" and not is_given_name(words)


_ARTICLE: Final = re.compile(r"\b(?:[Tt]he|[Aa]n?) \Z")
_NATIONAL: Final = re.compile(
    r"(?:Catholic|Forum|Senate|Army|Navy|Reich|Kaiser|Shepherd|Rite|Church|Law|Curia|Numeral|Missal|Ghetto|Empire|Republic)"
)


def is_called_like_a_nation(text: str, words: list[str], s: int) -> bool:
    """Return whether "Roman Polanski" is a name: no given name, trade or thing that Romans have follows."""
    if not is_named_like_a_nation(words[0]) or len(words) not in (2, 3) or _ARTICLE.search(text, max(0, s - 4), s):
        return False
    lex = load_lexica()
    thing = words[1].lower() in lex.occupations or words[1] in lex.words["title"] or _NATIONAL.match(words[1])
    named = words[1] not in lex.genders and not thing and kind_of(" ".join(words[1:])) in ("U", "X", "P")
    return named and _AFTER_NAME.match(text, s + sum(map(len, words)) + len(words) - 1) is not None


_AFTER_NAME: Final = re.compile(
    r"['’.,;:()]|\Z|\n| (?:\(|(?:(?:was|is)(?! (?:[a-z]+ly )?(?:founded|established|built|launched|created|published))|"
    r"has|had|and|in|at|on|from|to|for|as|who|with|says|said|won|wrote|made|became|took|left|began|met|died|[a-z]+ed)\b)"
)


def _emit_nation(text: str, words: list[str], s: int, out: list[str], mentions: list[Mention]) -> tuple[int, list[str]]:
    """Write a demonym or a country that stands in front of a name; return where and what the rest is."""
    # "American singer Jane Doe", "Canadian Prime Minister": a demonym in front is a mention of its own.
    k, letter = _leading_demonym(words), "N"
    if k:
        if is_called_like_a_nation(text, words, s):
            return s, words
        if kind_of(" ".join(words[k:])) not in "PXUTL" or kind_of(" ".join(words)) in ("O", "A", "E", "L"):
            return s, words
    # "President of Poland Jane Doe": the country, and its president
    elif out and out[-1].endswith((" of ", " of the ", " to the ")):
        k, letter = _leading_country(words, "PX" if _AMBASSADOR.search("".join(out[-2:])) else "P"), "L"
        if not k and words[0] in _FIELDS and _OFFICE_OF.search("".join(out[-3:])):
            k, letter = int(len(words) > 2), "U"
    if not k:
        return s, words
    head = " ".join(words[:k])
    mentions.append(Mention(letter, s, s + len(head), head))
    out.append(letter + " ")
    return s + len(head) + 1, words[k:]


def _emit_titled(text: str, words: list[str], s: int, out: list[str], mentions: list[Mention]) -> bool:
    """Write "Acme President Jane Doe": organisation, role and person; False where no title stands inside."""
    lex = load_lexica()
    for k in range(1, len(words) - 1):
        if (
            words[k].rstrip(".") in lex.words["title"]
            and words[k] not in _NOT_INNER_TITLES
            and "of" not in words[k - 1 : k + 3]
        ):
            ranked = k - 1 if k > 1 and words[k - 1] in _RANKS and kind_of(" ".join(words[: k - 1])) == "O" else k
            head, rest = " ".join(words[:ranked]), " ".join(words[k:])
            if (
                kind_of(rest) == "P"
                and kind_of(head) in "OXULN"
                and strip_title(rest)[0]
                and (words[k - 1] not in lex.genders or kind_of(head) == "O")
                and (kind_of(head) == "O" or not _INITIALS.fullmatch(head))
            ):
                emit_name(text, head, s, -1, out, mentions)
                name = strip_title(rest)[1]
                at = s + len(" ".join(words)) - len(name)
                out.append(f" {text[s + len(head) + 1 : at - 1].lower()} ")
                mentions.append(Mention("P", at, at + len(name), name))
                out.append("P")
                return True
    return False


_RANKS: Final = ("Special", "High", "Trade", "Finance", "Health", "Regional", "Technical", "Sporting", "General")
"""What stands between an organisation and a title, and belongs to the title: "UN Special Envoy Jane Doe"."""
_FIELDS: Final = frozenset(
    (
        *("State", "War", "Defense", "Defence", "Treasury", "Commerce", "Labor", "Labour", "Health", "Education"),
        *("Finance", "Energy", "Agriculture", "Interior", "Transportation", "Navy", "Army", "Justice", "Trade"),
        *("Culture", "Housing"),
    )
)
_OFFICE_OF: Final = re.compile(r"\b(?:secretary|minister|under-secretary|undersecretary) of (?:the )?\Z")
"""What stands before a field of government: of "Secretary of State Jane Doe", State is no part of the name."""


_AMBASSADOR: Final = re.compile(r"\b(?:ambassador|envoy|representative) to (?:the )?\Z")
"""What stands before a country after which only its holder's name can follow: "ambassador to Norway Jane Doe"."""


_INITIALS: Final = re.compile(r"(?:[A-Z]\.? ?){1,3}")
"""Of "J. Elder Moss": what follows is a given name, no title."""


def _emit_parts(text: str, words: list[str], s: int, out: list[str], mentions: list[Mention]) -> bool:
    """Write a party or an organisation, a role and a name that stand in one sequence; False where there is no role."""
    parts: list[tuple[str, str, int]] = []
    if k := split_party(words):
        roles = roles_of(words[k:])
        rest = words[k + roles :]
        said = "".join(f" {word.lower()}" for word in words[k : k + roles]) + (" " if rest else "")
        parts = [("", " ".join(words[:k]), 0), (said, " ".join(rest), len(" ".join([*words[: k + roles], ""])))]
    elif may_hold_office(words):
        parts = split_office(words, possessed=bool(out) and out[-1].endswith("'s "))
    for role, name, at in parts:
        out.append(role)
        if name:
            emit_name(text, name, s + at, -1, out, mentions)
    return bool(parts)


def _emit_role(text: str, words: list[str], s: int, out: list[str], mentions: list[Mention]) -> None:
    """Write a role in lower case, and whose it is as a mention: "United States Senator"."""
    k = next((k for k in range(min(4, len(words) - 1), 0, -1) if kind_of(" ".join(words[:k])) in "LN"), 0)
    if k:
        emit_name(text, " ".join(words[:k]), s, -1, out, mentions)
        out.append(" ")
    out.append(" ".join(words[k:]).lower())


def _is_common(piece: str, out: list[str]) -> bool:
    """Return whether a capitalised word is a common noun: "a Canadian Painter", "the Vice-Chairman"."""
    lex = load_lexica()
    prefix, _, role = piece.partition("-")
    if role and prefix in ("Vice", "Co", "Deputy", "Under", "Sub", "Pro") and role.title() in lex.words["title"]:
        return True
    noun = piece.lower() in lex.occupations and piece not in lex.genders
    return noun and _AFTER_ARTICLE.search("".join(out[-2:])) is not None


_SIBLINGS: Final = ("Brothers", "Sisters", "Twins", "Siblings")
_AFTER_ARTICLE: Final = re.compile(r"(?:\ban?|\bN) \Z")


_PARTICIPLE: Final = re.compile(r"[A-Z][a-z]{3,}ed(?: [a-z]+ly)? (?:by|in|on|with|from|at|for|as|to|after|into)\b")


def _is_apart_in_front(words: list[str]) -> bool:
    """Return whether a sentence begins with what is no part of a name: "Visit Paris", "Meet Jane Doe", "Both Roes"."""
    return words[0] in ("Visit", "Both") or (words[0] == "Meet" and kind_of(" ".join(words[1:])) == "P")


def _leading_country(words: list[str], letters: str) -> int:
    """Return how many words at the head name a country, if the rest is a person's name, by the letter of its kind."""
    countries = load_lexica().countries
    return next(
        (
            k
            for k in (2, 1)
            if " ".join(words[:k]) in countries and len(words) > k + 1 and kind_of(" ".join(words[k:])) in letters
        ),
        0,
    )


def _leading_demonym(words: list[str]) -> int:
    demonyms = load_lexica().demonyms
    if len(words) > 2 and (" ".join(words[:2]) in demonyms or (words[0] in demonyms and words[1] in demonyms)):
        return 2
    if len(words) > 1 and words[0].endswith("s") and words[0][:-1] in demonyms:
        return 1
    first = words[0]
    return int(
        len(words) > 1 and (first in demonyms or ("-" in first and all(p in demonyms for p in first.split("-"))))
    )


def _emit_assembly(text: str, words: list[str], s: int, out: list[str], mentions: list[Mention]) -> bool:
    """Write "After leaving Congress Doe returned" as two names that no comma parts; False where it is one."""
    if len(words) != 2 or words[0] not in _ASSEMBLIES or not _BEFORE_ASSEMBLY.search("".join(out[-2:])):
        return False
    second = s + len(words[0]) + 1
    if not _DOES.match(text, second + len(words[1])):
        return False
    emit_name(text, words[0], s, -1, out, mentions)
    out.append(" ")
    emit_name(text, words[1], second, -1, out, mentions)
    return True


_ASSEMBLIES: Final = frozenset(("Congress", "Parliament"))
_BEFORE_ASSEMBLY: Final = re.compile(r"\b(?:in|to|from|leaving|entering|of|before|after|quitting|into|for) \Z")
_DOES: Final = re.compile(r" (?:[a-z]+(?<!ne)ed|was|became|had|went|began|took|won|wrote|spent|ran|made) ")
_DEGREES: Final = frozenset(
    (
        "Bachelor",
        "Bachelors",
        "Bachelor's",
        "Master's",
        "Masters",
        "Doctor",
        "Doctorate",
        "Associate",
        "Associate's",
        "Licentiate",
    )
) - {"Associate"}
_NOT_INNER_TITLES: Final = frozenset(
    [
        "Mother",
        "Father",
        "Brother",
        "Sister",
        "King",
        "Queen",
        "Prince",
        "Princess",
        "Saint",
        "Lady",
        "Lord",
        "Count",
        "Earl",
        "Duke",
        "Major",
        "Judge",
        "Baron",
        "Canon",
        "Dean",
        "Justice",
        "Marshal",
        "Bishop",
        "Pope",
        "Son",
        "Daughter",
        "Wife",
        "Husband",
        "Private",
        "General",
    ]
)
COMPOUND: Final = re.compile(r"-(?:based|born|winning|headquartered|raised|bred|educated|trained|owned|listed)\Z")
