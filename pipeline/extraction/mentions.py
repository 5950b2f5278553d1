"""Finds the mentions of a sentence and writes the sentence with each of them as one letter."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.alternatives import alternatives
from pipeline.extraction.dates import DATE, MONTH, YEAR
from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.joining import (
    drop_honours,
    join_campus,
    join_hyphens,
    join_nicknames,
    join_places,
    join_possessives,
    not_a_place,
)
from pipeline.extraction.kinds import kind_of, strip_title
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.offices import may_hold_office, split_office
from pipeline.extraction.organisation_names import join_organisations
from pipeline.extraction.parties import roles_of, split_party
from pipeline.extraction.plain_code import plain_code
from pipeline.extraction.titles import Title, letter_of_quoted, spans

_UPPER: Final = "".join(re.escape(c) for c in map(chr, range(0x41, 0x530)) if c.isupper())
_WORD: Final = rf"(?!R&B)[{_UPPER}][\w]*(?:[-'’][\w]+)*(?:\.(?:com|org|net|COM|ORG|NET|io|co\.uk)(?!\w))?"
_ABBREVIATION: Final = (
    r"(?:(?:Dr|Mr|Mrs|Ms|St|Ste|Jr|Sr|Prof|Rev|Gen|Col|Capt|Lt|Sgt|Gov|Sen|Rep|Hon|Maj|"
    r"Inc|Ltd|Corp|Co|Bros|Mt|Ft|Fr|Esq|Va|Pa|Calif|Okla|Ill|Mass|Mich|Tex|Fla|Conn|"
    r"Wis|Minn|Tenn|Ala|Ariz|Colo|Wash|Ore|Ind|Kan|Ky|La|Md|Miss|Mont|Neb|Nev)\.|(?:[A-Z]\.)+(?:[A-Z]\b)?|"
    r"[a-z][A-Z]\w+)"
)
_AMPERSAND: Final = r"(?!R&[BD]|Q&A|D&D|M&A)[A-Z]{1,3}&[A-Z]{1,3}(?!\w)"
_PIECE: Final = rf"(?:{_ABBREVIATION}|{_AMPERSAND}|{_WORD})"
_LINK: Final = (
    r"(?:of the |of |de la |de las |de los |de |del |della |di |da |dos |du |des |von "
    r"der |von |van der |van den |van de |van |der |den |le |la |el |al-?|bin |ibn |"
    r"zu |ter |ten |y |& |for the |on the |d'|d’|'t |'n' )"
)
_OF_MANY: Final = (
    r"(?<=s)['’] (?=(?:Party|Union|Association|College|Council|Federation|Club|Society|League|Hospital|Congress|"
    r"Movement|Trust|Guild|Institute|School|Fund|Army|Alliance|Cooperative|Committee|Commission)\b)"
)
"""Within "Workers' Party" an apostrophe stands between two words of one name."""
_NAME: Final = (
    rf"{_PIECE}(?:(?: |{_OF_MANY})(?:{_LINK})?(?:{_PIECE}|(?<=[a-z] )\d{{2,4}}(?=\s|[,.;)])(?!\d)))*(?:,? "
    rf"(?:Jr|Sr)\.?(?!\w)|,? (?:Inc|INC)\.?(?!\w)|, (?:Ltd|LTD|LLC|LLP|Co|Corp)\.?(?![\w-])|,? (?:plc|PLC)(?!\w))*"
)
_LOWER_WORDS: Final = alternatives(load_lexica().words["lower"])
_SOFT_WORDS: Final = alternatives(load_lexica().words["soft"])
_DEFINITE: Final = (
    r"[Tt]h(?:e|is) (?:company|firm|organi[sz]ation|band|group|school|university|college|"
    r"club|team|film|movie|song|album|book|novel|game|"
    r"single|series|show|party|association|institute|institution|agency|magazine|newspaper|"
    r"label|museum|charity|foundation|"
    r"city|town|village|country|society|studio|startup|start-up|corporation|business|hospital|church|"
    r"play|story|EP|ep|(?<!for the )(?<!For the )record|video game|track|episode|documentary|orchestra|airline|"
    r"bank|brand|network|website)(?!\w)(?! of\b)"
    r"(?! (?:company|developer|publisher|designer|programmer|industry|production|label|producer|director|maker|console|"
    r"franchise|festival|critics?|magazine|store|chain|channel|station|league)(?!\w))"
)
_DEGREE: Final = (
    r"(?<!, )(?:Ph\. ?D\b\.?|[BM]\.(?:A|S|Sc|Ed|Eng|Phil|Com|B\.A)\b\.?|LL\.[BM]\b\.?|(?:D\.Phil|Ed\.D|Sc\.D)\b\.?)"
)
_SCANNER: Final = re.compile(
    rf"(?<!\w)(?=[{_UPPER}\d\"“_*hitsbdl])(?:(?P<date>{DATE})|(?P<year>{YEAR})"
    rf"|(?P<pronoun>\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Ii]t|[Ii]ts)(?![\w'’])|\bI(?:['’]\w+)?(?!\w|"
    rf"\.\w))"
    rf"|(?P<definite>\b{_DEFINITE})"
    r"|(?P<quoted>[\"“][^\"“”\n]{1,300}?[\"”]|(?<!\w)_[^_\n]{2,80}_(?!\w)|(?<![*\w])\*[^*\n]{2,80}\*(?![*\w]))"
    rf"|(?P<lower>\b(?:[Ii]|[Hh]e|[Ss]he|[Ii]t|We|You|They|That|There|Here|What|Who|Let)['’](?:s|"
    rf"re|ve|ll|d|m)\b|\bR&B;?(?!\w)|\b(?:{_LOWER_WORDS})(?![\w'’&-]|\.\w|\. [A-Z]\.)|\b(?:{_SOFT_WORDS})(?![\w'’-]|"
    rf"\.\w| [{_UPPER}]))"
    rf"|(?P<degree>{_DEGREE})"
    rf"|(?P<name>(?<!\w){_NAME})"
    r"|(?P<number>\b\d[\d,]*(?:\.\d+)?\b))"
)
_OF: Final = re.compile(r" (?:of|for|on)(?: the)? ")
_POSSESSIVE: Final = re.compile(r"['’]s?\Z")
_PRONOUNS: Final = {"he": "H", "she": "H", "him": "H", "his": "H's", "her": "H's", "it": "I", "its": "I's"}


def encode(text: str, start: int, end: int, title: Title | None = None) -> Encoded:
    """Encode one sentence.

    Parameters
    ----------
    text : str
        The document's text.
    start, end : int
        The sentence, code points.
    title : Title or None
        A name that the text is known to hold.
    """
    out: list[str] = []
    mentions: list[Mention] = []
    at = start
    for left, right, letter in spans(text, start, end, title):
        _scan(text, start, at, left, out, mentions)
        mentions.append(Mention(letter, left, right, text[left:right]))
        out.append(letter)
        at = right
    _scan(text, start, at, end, out, mentions)
    code = plain_code("".join(out), mentions)
    encoded = Encoded(start, end, code, mentions)
    if b"'s " in code:
        encoded = join_possessives(encoded, text)
    if b" - " in code:
        encoded = join_hyphens(encoded, text)
    if b" W " in code or b") " in code:
        encoded = join_nicknames(encoded)
    if b"O" in encoded.code:
        encoded = join_campus(drop_honours(encoded), text)
    if b" of " in code or b" for " in code or (b" and " in code and b"O" in code):
        encoded = join_organisations(encoded, text)
    return join_places(not_a_place(encoded), text) if b"L" in encoded.code or b", O" in encoded.code else encoded


def _scan(text: str, start: int, at: int, end: int, out: list[str], mentions: list[Mention]) -> None:
    """Write a piece of a sentence."""
    while (m := _SCANNER.search(text, at, end)) is not None:
        out.append(text[at : m.start()].lower())
        at = _take(m, text, start, out, mentions)
    out.append(text[at:end].lower())


def _take(m: re.Match[str], text: str, start: int, out: list[str], mentions: list[Mention]) -> int:
    """Write one match as letter or text; return where to go on."""
    kind, piece, s = m.lastgroup, m.group(), m.start()
    if kind == "name":
        return _take_name(text, piece, s, start, out, mentions)
    if kind in ("lower", "degree"):
        out.append(piece.lower() if kind == "lower" else "phd" if piece.startswith("Ph") else "degree")
        return m.end()
    letter, after = "K", ""
    if kind == "date":
        letter = "D"
    elif kind == "year":
        letter = "Y"
    elif kind == "pronoun":
        if piece[0] == "I" and piece not in {"It", "Its"}:
            out.append(piece.lower())
            return m.end()
        letter, after = _PRONOUNS[piece.lower()][0], _PRONOUNS[piece.lower()][1:]
    elif kind == "definite":
        letter = "I"
    elif kind == "quoted":
        letter = letter_of_quoted(piece, text, s)
        if letter == "W":
            mentions.append(Mention("W", s + 1, m.end() - 1, piece[1:-1].rstrip(",.")))
            # A stop before the closing quotation mark ends the sentence only where the sentence ends.
            goes_on = piece[-2] == "." and text[m.end() : m.end() + 2].strip().islower()
            out.append("W" + ("," if piece[-2] in ",." and not goes_on else ""))
            return m.end()
    mentions.append(Mention(letter, s, m.end(), piece))
    out.append(letter + after)
    return m.end()


def _take_name(text: str, piece: str, s: int, start: int, out: list[str], mentions: list[Mention]) -> int:
    if text[max(0, s - 4) : s] != "The ":
        piece = _cut(piece)
    whole, after = piece, ""
    if p := _POSSESSIVE.search(piece):
        stem = piece[: p.start()]
        if p.group() in ("'s", "’s") or stem.endswith("s"):
            after, piece = "'s", stem
    elif (p2 := re.search(r"['’]s (?=\S)", piece)) and kind_of(piece) not in ("O", "A"):
        piece, after = piece[: p2.start()], "'s"
        end = s + p2.end() - 1
        _emit(text, piece, s, start, out, mentions)
        out.append(after)
        return end
    _emit(text, piece, s, start, out, mentions)
    if not after:
        return s + len(piece)
    out.append(after)
    return s + len(whole)


def _cut(piece: str) -> str:
    """Cut a name where "of" or "for" cannot belong to it, and after a sentence-final abbreviation."""
    heads = load_lexica().words["ofhead"]
    for m in _OF.finditer(piece):
        before = piece[: m.start()].rsplit(" ", 1)[-1].rstrip("s") if piece[: m.start()] else ""
        word = piece[: m.start()].rsplit(" ", 1)[-1]
        if word not in heads and before not in heads:
            return piece[: m.start()]
    return piece


def _emit(text: str, piece: str, s: int, start: int, out: list[str], mentions: list[Mention]) -> None:  # noqa: C901, PLR0912 - one branch a kind of name
    lex = load_lexica()
    words = piece.split(" ")
    # "Buenos Aires-based Acme": the place, the participle and the name.
    for k, word in enumerate(words) if "-" in piece else ():
        if compound := COMPOUND.search(word):
            head = " ".join([*words[:k], word[: compound.start()]])
            _emit(text, head, s, start, out, mentions)
            out.append(compound.group())
            if k + 1 < len(words):
                out.append(" ")
                _emit(text, " ".join(words[k + 1 :]), s + len(head) + len(compound.group()) + 1, -1, out, mentions)
            return
    # A common noun that only its place at the head of the sentence makes capital.
    if (
        len(words) > 1
        and s == start
        and (
            ((words[0].lower() in lex.occupations or words[0] in _SIBLINGS) and kind_of(piece) != "O")
            or _is_invitation(words)
        )
    ):
        out.append(words[0].lower() + " ")
        s += len(words[0]) + 1
        piece = piece[len(words[0]) + 1 :]
        words = words[1:]
    if words[0] in _DEGREES and len(words) > 1:
        out.append("degree")
        return
    if _emit_parts(text, words, s, out, mentions):
        return
    # "Acme President Jane Doe": the organisation, the role and the person.
    for k in range(1, len(words) - 1):
        if (
            words[k].rstrip(".") in lex.words["title"]
            and words[k] not in _NOT_INNER_TITLES
            and "of" not in words[k - 1 : k + 3]
        ):
            head, rest = " ".join(words[:k]), " ".join(words[k:])
            if (
                kind_of(rest) == "P"
                and kind_of(head) in "OXULN"
                and strip_title(rest)[0]
                and (words[k - 1] not in lex.genders or kind_of(head) == "O")
                and not _INITIALS.fullmatch(head)
            ):
                _emit(text, head, s, -1, out, mentions)
                titles, name = strip_title(rest)
                out.append(" " + titles.lower() + " ")
                at = s + len(head) + 1 + len(titles) + 1
                mentions.append(Mention("P", at, at + len(name), name))
                out.append("P")
                return
    # "American singer Jane Doe", "Canadian Prime Minister": a demonym in front is a mention of its own.
    lead = _leading_demonym(words)
    if lead:
        head = " ".join(words[:lead])
        rest = " ".join(words[lead:])
        if kind_of(rest) in "PXUTL" and kind_of(piece) not in ("O", "A", "E", "L"):
            mentions.append(Mention("N", s, s + len(head), head))
            out.append("N ")
            s, piece, words = s + len(head) + 1, rest, words[lead:]
    letter = kind_of(piece)
    # "Developed by", "Joined in": a participle that only the head of the sentence makes capital.
    if letter == "U" and ((s == start and _PARTICIPLE.match(text, s)) or _is_common(piece, out)):
        out.append(piece.lower())
        return
    if letter == "P" and len(words) > 2 and words[-1] in lex.words["honour"]:
        piece = " ".join(words[:-1])
    if letter == "P" and text[max(0, s - 4) : s].lower() == "the " and not strip_title(piece)[0]:
        letter = "X"
    if letter in "TE" and not (letter == "T" and len(words) == 1 and words[0] in lex.genders):
        if letter == "T":
            out.append(piece.lower())
            return
        letter = "E"
    if (
        letter in "XUOLEA"
        and s >= 4
        and out
        and out[-1].endswith((" ", "the"))
        and "".join(out[-2:]).endswith("the ")
        and text[s - 4 : s] == "The "
    ):
        s, piece = s - 4, "The " + piece
    mentions.append(Mention(letter, s, s + len(piece), piece))
    out.append(letter)


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
            _emit(text, name, s + at, -1, out, mentions)
    return bool(parts)


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


def _is_invitation(words: list[str]) -> bool:
    """Return whether a sentence begins with a verb that asks the reader to a name: "Visit Paris", "Meet Jane Doe"."""
    return words[0] == "Visit" or (words[0] == "Meet" and kind_of(" ".join(words[1:])) == "P")


def _leading_demonym(words: list[str]) -> int:
    demonyms = load_lexica().demonyms
    if len(words) > 2 and (" ".join(words[:2]) in demonyms or (words[0] in demonyms and words[1] in demonyms)):
        return 2
    if len(words) > 1 and words[0].endswith("s") and words[0][:-1] in demonyms:
        return 1
    return int(len(words) > 1 and (words[0] in demonyms or all(p in demonyms for p in words[0].split("-"))))


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


__all__ = ["MONTH", "Encoded", "Mention", "encode"]
