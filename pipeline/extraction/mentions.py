"""Finds the mentions of a sentence and writes the sentence with each of them as one letter."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.alternatives import alternatives
from pipeline.extraction.capitals import COMPOUND, emit_name
from pipeline.extraction.dates import DATE, MONTH, YEAR
from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.joining import (
    drop_honours,
    free_nouns,
    join_campus,
    join_hyphens,
    join_lands,
    join_nicknames,
    join_places,
    join_possessives,
    not_a_place,
)
from pipeline.extraction.kinds import kind_of
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.name_titles import is_of_a_land
from pipeline.extraction.organisation_names import join_exclaimed, join_organisations
from pipeline.extraction.plain_code import plain_code
from pipeline.extraction.titles import Title, letter_of_quoted, spans

_UPPER: Final = "".join(re.escape(c) for c in map(chr, range(0x41, 0x530)) if c.isupper())
_AFTER_NAMES: Final = (
    r"(?:Ph\.? ?D|LL\.[DBM]|Th\.D|Ed\.D|Psy\.D|D\.D(?:\.S)?|M\.D|D\.Sc|M\.A|B\.A|M\.Sc|B\.Sc|S\.T\.D|J\.D|"
    r"D\.Phil|M\.Phil|F\.R\.S|C\.B\.E|O\.B\.E|M\.B\.E|Q\.C|S\.J|O\.S\.B|O\.P|O\.F\.M|R\.N|C\.P\.A|M\.B\.A|M\.P|"
    r"D\.V\.M|PhD|DPhil|MPhil|MBA|MSc|BSc)\.?(?!\w)"
)
"""Degrees and honours with stops, after a person's name."""
_NO_NAME: Final = r"(?!R&B|Ph\.? ?D\b|LL\.[DBM]\b|(?:Th|Ed|Psy)\.D\b)"
_WORD: Final = rf"{_NO_NAME}[{_UPPER}][\w]*(?:[-'’][\w]+)*(?:\.(?:com|org|net|COM|ORG|NET|io|co\.uk)(?!\w))?"
_ABBREVIATION: Final = (
    r"(?:(?:Dr|Mr|Mrs|Ms|St|Ste|Jr|Sr|Prof|Rev|Gen|Col|Capt|Lt|Sgt|Gov|Sen|Rep|Hon|Maj|"
    r"Inc|Ltd|Corp|Co|Bros|Mt|Ft|Fr|Esq|Va|Pa|Calif|Okla|Ill|Mass|Mich|Tex|Fla|Conn|"
    r"Wis|Minn|Tenn|Ala|Ariz|Colo|Wash|Ore|Ind|Kan|Ky|La|Md|Miss|Mont|Neb|Nev)\.|(?:[A-Z]\.)+(?:[A-Z]\b)?|"
    r"[a-z][A-Z]\w+)"
)
_AMPERSAND: Final = r"(?!R&[BD]|Q&A|D&D|M&A)[A-Z]{1,3}&[A-Z]{1,3}(?!\w)"
_FRENCH: Final = (
    r"(?:L[ée]gion d['’][Hh]onneur|(?:[ÉE]cole|Acad[ée]mie|Institut|Universit[ée]|Conservatoire|Coll[èe]ge|Lyc[ée]e|"
    r"Mus[ée]e|Biblioth[èe]que|Soci[ée]t[ée]|Op[ée]ra|Orchestre)"
    r"(?: (?:nationale?|normale|sup[ée]rieure?|polytechnique|royale?|libre|catholique|"
    r"centrale|pratique|sp[ée]ciale|militaire|technique|imp[ée]riale?|municipale?|r[ée]gionale?|fran[çc]aise?|navale)(?!\w))+|"
    r"Parti(?: (?:patriote|socialiste|communiste|radical|lib[ée]ral|conservateur|qu[ée]b[ée]cois|r[ée]publicain|"
    r"populaire|ouvrier|fran[çc]ais|national|social|unifi[ée])(?!\w))+)"
)
"""What French writes with small letters within a name: "École nationale supérieure des Beaux-Arts"."""
_PIECE: Final = rf"(?:{_FRENCH}|{_ABBREVIATION}|{_AMPERSAND}|{_WORD})"
_LINK: Final = (
    r"(?:of the |of |de la |de las |de los |de |del |della |di |da |dos |du |des |von "
    r"der |von |van der |van den |van de |van |der |den |le |la |el |al-?|bin |ibn |bint |"
    r"von und zu |zum |zur |de['’] ?|dell['’]|dalle |binti |nic |e (?=(?:Silva|Costa|Souza|Sousa|Castro|Mello|Melo|"
    r"Menezes|Albuquerque|Almeida|Lima|Abreu|Cunha|Vasconcelos|Castelo|Oliveira|Santos|Noronha|Andrade)\b)|"
    r"degli |dei |delle |dello |für |und |och |og |para |pour |aux |voor |ap |ab |ferch |verch |"
    r"(?<=[a-zß] )am |an der |upon |sur |es (?=Salaam)|zu |ter |ten |y |i |& |for the |on the |d'|d’|'t |'n' )"
)
_OF_MANY: Final = (
    r"(?<=s)['’] (?=(?:Party|Union|Association|College|Council|Federation|Club|Society|League|Hospital|Congress|"
    r"Movement|Trust|Guild|Institute|School|Fund|Army|Alliance|Cooperative|Committee|Commission)\b)"
)
"""Within "Workers' Party" an apostrophe stands between two words of one name."""
_EPITHET: Final = (
    "Great|Conqueror|Elder|Younger|Terrible|Wise|Bold|Bald|Fat|Pious|Brave|Good|Bad|Fair|Confessor|Unready|Magnificent|"
    "Impaler|Navigator|Martyr|Hermit|Baptist|Evangelist|Apostate|Venerable|Grammarian|Silent|Simple|Short|Blind|Just|"
    "Strong|Mad|Cruel|Warlike|Fearless|Lame|Peaceful|Ripper|Lionheart|Lion|Merciless|Stammerer|Tyrant|Usurper|"
    "Apostle|Prophet|Monk|Deacon|Presbyter|Philosopher|Righteous|Victorious|Pretender|Posthumous|Catholic|Handsome|Proud|"
    "Generous|Noble|Tall|Black|White|Red"
)
_NAME: Final = (
    rf"{_PIECE}(?:(?: |{_OF_MANY})(?:{_LINK})?"
    rf"(?:{_PIECE}|(?<=[a-z] )\d{{2,4}}(?=\s|[,.;)])(?!\d| {MONTH}| (?:to|until) \d)))*"
    rf"(?:,? (?:Jr|Sr)\.?(?!\w)|,? (?:Inc|INC)\.?(?!\w)|, (?:Ltd|LTD|LLC|LLP|Co|Corp)\.?(?![\w-])|"
    rf",? (?:plc|PLC)(?!\w))*"
    rf"(?:,? {_AFTER_NAMES})*"
    rf"(?:(?<=[a-zIVX]) the (?:{_EPITHET})(?!\w| [A-Z]))?"
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
    r"bank|brand|network|website|union|federation|league|journal|brewery|winery|publisher|manufacturer|retailer|"
    r"cooperative|consortium|duo|trio|quartet|ensemble|choir|regiment|mixtape|musical|opera|manga|webcomic|"
    r"memoir|miniseries|sitcom|podcast|app|oratorio|cantata|operetta|telenovela|serial|treatise|manifesto|"
    r"motion picture|graphic novel|"
    r"(?:Company|Group|Band|Club|Society|Association|Foundation|Museum|Institute|Federation|Union)"
    r"(?= (?!for |on |and )[a-z]|'s [a-z]))"
    r"(?!\w)(?! of\b)"
    r"(?! (?:company|developer|publisher|designer|programmer|industry|production|label|producer|director|maker|console|"
    r"franchise|festival|critics?|magazine|store|chain|channel|station|league|dealer|seller|editor|owner|manager|"
    r"teacher|headmaster|principal|organist|pastor|architect|councill?or|journalist|reporter|photographer|captain|"
    r"coach|secretary|treasurer|librarian|conductor|engineer|player|singer|pianist|attorney|mayor|actor|actress)(?!\w))"
)
_DEGREE: Final = (
    r"(?<!, )(?:Ph\. ?D\b\.?|[BM]\.(?:A|S|Sc|Ed|Eng|Phil|Com|B\.A)\b\.?|LL\.[BM]\b\.?|(?:D\.Phil|Ed\.D|Sc\.D)\b\.?)"
)
_LOWER_STARTS: Final = r"(?:he|she|his|her|him|it|its)(?!\w)|i['’]|th(?:e|is) |[hitsbdl][A-Z]"
"""Beginnings of mentions in lower case; most words are none of them, and nothing else is tried on those."""
_SCANNER: Final = re.compile(
    rf"(?<!\w)(?=[{_UPPER}\d\"“_*]|{_LOWER_STARTS})(?:(?P<date>{DATE})|(?P<year>{YEAR})"
    rf"|(?P<pronoun>\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Ii]t|[Ii]ts)(?![\w'’])|\bI(?:['’]\w+)?(?!\w|"
    rf"\.\w))"
    rf"|(?P<definite>\b{_DEFINITE})"
    r"|(?P<quoted>[\"“][^\"“”\n]{1,300}?[\"”]|(?<!\w)_[^_\n]{2,80}_(?!\w)|(?<![*\w])\*[^*\n]{2,80}\*(?![*\w]))"
    rf"|(?P<lower>\b(?:[Ii]|[Hh]e|[Ss]he|[Ii]t|We|You|They|That|There|Here|What|Who|Let)['’](?:s|"
    rf"re|ve|ll|d|m)\b|\bR&B;?(?!\w)|\b(?:TV|CD|DVD|3D|CGI?)(?=[ -]+[a-z])"
    rf"|\b(?:{_LOWER_WORDS})(?![\w'’&-]|\.\w|\. [A-Z]\.)|\b(?:{_SOFT_WORDS})(?![\w'’-]|"
    rf"\.\w| [{_UPPER}]))"
    rf"|(?P<degree>{_DEGREE})"
    rf"|(?P<name>(?<!\w){_NAME})"
    r"|(?P<number>\b\d[\d,]*(?:\.\d+)?\b))"
)
_OF: Final = re.compile(r" (?:of|for|on)(?: the)? ")
_POSSESSIVE: Final = re.compile(r"['’]s?\Z")
_POSSESSIVE_INSIDE: Final = re.compile(r"['’]s (?=\S)")
_OF_OWN_NAME: Final = re.compile(
    r"(?:King|Queen|Regent|Children|Women|Men|People|(?:St\.?|Saint) [A-Z]\w+)['’]s "
    r"(?:Colleges?|University|Hospital|School|Bank|Institute|Institution|Foundation|Fund|Theatre|Church)\b"
)
"""What begins with a possessive that is part of the name: "King's College London"."""
_TITLES_AFTER: Final = re.compile(rf"(?:,? {_AFTER_NAMES})+\Z")
_BARE_DEGREES: Final = ("PhD", "Phil", "MBA", "Sc")
_APPOSED_END: Final = re.compile(r", (?!and |or )[a-z]")
_DATED_INSIDE: Final = re.compile(r"(?<=\w) \((?:19|20)\d\d\)\Z")
"""A year that a list of titles has within the quotation marks is no part of the name."""
_PRONOUNS: Final = {"he": "H", "she": "H", "him": "H", "his": "H's", "her": "H's", "it": "I", "its": "I's"}


_INITIAL_LAST: Final = re.compile(r"(?<=[a-z]) [A-Z]\.\Z")
"""An initial as the last name, with the stop of its sentence: "a song by Cardi B."."""


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
    if mentions and mentions[-1].end == end and _INITIAL_LAST.search(mentions[-1].text):
        mentions[-1] = mentions[-1]._replace(end=end - 1, text=mentions[-1].text[:-1])
    code = plain_code("".join(out), mentions)
    return _joined(Encoded(start, end, code, mentions), text)


def _joined(encoded: Encoded, text: str) -> Encoded:
    """Join mentions that are one name, and free words that are none; most sentences have nothing of most kinds."""
    code = encoded.code
    if b"! rec" in code:
        encoded = join_exclaimed(encoded, text)
        code = encoded.code
    if b"I " in code:
        encoded = free_nouns(encoded)
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
    if b" and " in code:
        encoded = join_lands(encoded, text)
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
            mentions.append(Mention("W", s + 1, m.end() - 1, _DATED_INSIDE.sub("", piece[1:-1].rstrip(",."))))
            # A stop before the closing quotation mark ends the sentence only where the sentence ends.
            goes_on = piece[-2] == "." and text[m.end() : m.end() + 2].strip().islower()
            out.append("W" + ("," if piece[-2] in ",." and not goes_on else ""))
            return m.end()
    mentions.append(Mention(letter, s, m.end(), piece))
    out.append(letter + after)
    return m.end()


def _take_name(text: str, piece: str, s: int, start: int, out: list[str], mentions: list[Mention]) -> int:
    if text[max(0, s - 4) : s] != "The ":
        piece = _cut(piece, text, s)
    piece = _extended(piece, text, s)
    after, end = "", s + len(piece)
    # Most names hold neither a stop nor an apostrophe, and looking for those costs a tenth of the expressions.
    if ("." in piece or piece.endswith(_BARE_DEGREES)) and (degrees := _TITLES_AFTER.search(piece)):
        piece = piece[: degrees.start()]
        apposed = degrees.group()[0] == "," and _APPOSED_END.match(text, end) is not None
        end = end + apposed if kind_of(piece) == "P" else s + len(piece)
    if "'" in piece or "’" in piece:
        piece, after, end = _without_possessive(piece, s, end)
    emit_name(text, piece, s, start, out, mentions)
    out.append(after)
    return end


def _extended(piece: str, text: str, s: int) -> str:
    """Return a body's name with what it is on, or with all that a ministry is of."""
    if not text.startswith((" on ", ", "), s + len(piece)):
        return piece
    last = piece.rsplit(" ", 1)[-1]
    if last in _BODIES_ON and (m := _ON.match(text, s + len(piece))):
        return piece + m.group()
    if " of " in piece and piece.startswith(_MINISTRIES) and (m := _AND_OF.match(text, s + len(piece))):
        words = re.findall(r"\w+", m.group())
        return piece if not load_lexica().genders.keys().isdisjoint(words) else piece + m.group()
    return piece


_BODIES_ON: Final = frozenset(("Commission", "Committee", "Council", "Conference", "Subcommittee", "Panel", "Caucus"))
_ON: Final = re.compile(
    r" on (?:the )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|"
    r"(?:Sept|Nov|Dec)ember|October)[A-Z][a-z]+(?: [A-Z][a-z]+)*"
)
_MINISTRIES: Final = ("Ministry of ", "Department of ", "Bureau of ", "Secretariat of ", "Directorate of ")
_AND_OF: Final = re.compile(r"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)+,? and [A-Z][a-z]+(?: [A-Z][a-z]+)?(?!\w|['’])")


def _without_possessive(piece: str, s: int, end: int) -> tuple[str, str, int]:
    """Return a name up to its possessive, the "'s" of the code, and where to go on."""
    if piece.replace("’", "'") in load_lexica().cities:
        return piece, "", end  # "King's Lynn"
    if p := _POSSESSIVE.search(piece):
        stem = piece[: p.start()]
        if p.group() in ("'s", "’s") or stem.endswith("s"):
            return stem, "'s", end
    elif (p2 := _POSSESSIVE_INSIDE.search(piece)) and (
        (not _OF_OWN_NAME.match(piece) and kind_of(piece) not in ("O", "A"))
        or _may_own(piece[: p2.start()], piece[p2.end() :])
    ):
        return piece[: p2.start()], "'s", s + p2.end() - 1
    return piece, "", end


def _may_own(owner: str, name: str) -> bool:
    """Return whether what looks like an organisation's name is an owner and what it owns."""
    if _OF_OWN_NAME.match(f"{owner}'s {name}"):
        return _is_country_of_pair(owner, name)
    return _owns_person(owner, name) or _is_of_official(owner) or _is_country_of_pair(owner, name)


def _owns_person(owner: str, name: str) -> bool:
    """Return whether a person's name follows that of an organisation: "University of Leeds's Dr Jane Roe"."""
    return kind_of(owner) == "O" and kind_of(name) == "P"


_OFFICIAL: Final = re.compile(
    r".*\b(?:President|Chancellor|Premier|Senator|Governor|Minister|Secretary) (?P<name>\S+ .+)"
)


def _is_of_official(owner: str) -> bool:
    """Return whether an owner is a person in office: whose Oval Office is "President Jane Doe's"."""
    m = _OFFICIAL.fullmatch(owner)
    return m is not None and kind_of(m.group("name")) == "P"


def _is_country_of_pair(owner: str, name: str) -> bool:
    """Return whether a country's possessive stands before names joined by "&": "Germany's Adams & Roe"."""
    return " & " in name and owner in load_lexica().countries


def _cut(piece: str, text: str, s: int) -> str:
    """Cut a name where "of" or "for" cannot belong to it, and after a sentence-final abbreviation."""
    heads = load_lexica().words["ofhead"]
    for m in _OF.finditer(piece):
        before = piece[: m.start()].rsplit(" ", 1)[-1].rstrip("s") if piece[: m.start()] else ""
        word = piece[: m.start()].rsplit(" ", 1)[-1]
        if word not in heads and before not in heads and not _is_of_a_place(piece, m, text[s + len(piece) :][:5]):
            return piece[: m.start()]
    return piece


def _is_of_a_place(piece: str, m: re.Match[str], after: str) -> bool:
    """Return whether "of" stands within "Catherine of Aragon"; "his wife Mary of Lebanon, Ohio" lives in a town."""
    return m.group() == " of " and is_of_a_land(piece) and _TOWN.match(after) is None


_TOWN: Final = re.compile(r",? [A-Z]")


__all__ = ["COMPOUND", "MONTH", "Encoded", "Mention", "encode"]
