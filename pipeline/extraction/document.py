"""A document while it is read: sentences, encoded on demand, and what its subject is."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from pipeline.extraction.headings import is_couple, subject_of
from pipeline.extraction.joining import called
from pipeline.extraction.kinds import kind_of
from pipeline.extraction.leads import Lead, Maker
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.mentions import Encoded, Mention, encode
from pipeline.extraction.name_forms import covers, is_name_of, is_spelling_of
from pipeline.extraction.name_titles import strip_title, untitled
from pipeline.extraction.nouns import ORGANIZATION_NOUNS, PLACE_NOUNS, WORK_NOUNS
from pipeline.extraction.readings import readings
from pipeline.extraction.sentences import split_sentences
from pipeline.extraction.titles import Title, read_title

_PARENS: Final = re.compile(r"\s*\([^()]*\)\s*\Z")
_LEAD: Final = re.compile(
    rb"^(?:the |a |an )?"
    rb"(?:(?!(?:in|at|on|for|as|from|by|with|when|if|while|this|that|there|here|of|to) )[a-z-]{3,} ){0,2}"
    rb"(?P<s>[A-Z])(?P<aside>(?: ?\([^()]*\))?(?:, [^,]*,)?[^.;]{0,40}?) "
    rb"?(?:is|was|are|were) (?:(?:an?|the|(?P<many>one of(?: the)?|among the)) )(?P<np>[^.,;]*)"
)
_BORN: Final = re.compile(rb"^(?P<s>[PX])(?: \([^()]*\))? was born\b")
# A letter first, and only then whether a word begins there: the search then skips from one such letter to the next.
_HE: Final = re.compile(r"[Hh](?<!\w.)(?:e|is|im)\b")
_SHE: Final = re.compile(r"[SsHh](?<!\w.)(?:(?<=[Ss])he|(?<=[Hh])ers?)\b")
_TOKEN: Final = re.compile(r"\w+")
_OPENING: Final = 4000
"""Characters in which pronouns tell the gender of whom the text is about."""


@dataclass
class Document:
    """One document, or one window of a very long one.

    Parameters
    ----------
    text : str
        The text.
    title : str or None
        The record's title.
    opening : Document or None
        First window of the same document: what it is about, all its windows are about.
    """

    text: str
    title: str | None
    opening: Document | None = None
    _encoded: dict[int, Encoded] = field(default_factory=dict)
    _by_itself: dict[int, Encoded] = field(default_factory=dict)
    full_names: dict[tuple[str, int], list[tuple[int, str]]] = field(default_factory=dict)
    longer: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    acronyms: dict[str, str | None] = field(default_factory=dict)
    acting: dict[str, bool] = field(default_factory=dict)
    makers: dict[str, Maker | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.title and "&" in self.title:
            self.title = html.unescape(self.title)  # titles often come with "&amp;"

    @cached_property
    def flat(self) -> str:
        """The text with every line break as a space; offsets are the same."""
        return self.text.replace("\n", " ").replace("\r", " ").replace("\t", " ").replace("\xa0", " ")

    @property
    def whole_text(self) -> str:
        """The text by which the document's namesakes are told from those of others: a long one's first window."""
        return self.opening.text if self.opening else self.text

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Sentences as (start, end)."""
        return split_sentences(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [s for s, _ in self.sentences]

    def sentence_of(self, offset: int) -> int:
        """Return the number of the sentence at an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def encoded(self, number: int) -> Encoded:
        """Return a sentence, encoded; encoded once."""
        if not self._about:
            return self.by_itself(number)
        if number not in self._encoded:
            self._encoded[number] = called(self.by_itself(number), self._about)
        return self._encoded[number]

    def by_itself(self, number: int) -> Encoded:
        """Return a sentence, encoded without regard to what the document is about; encoded once."""
        if number not in self._by_itself:
            start, end = self.sentences[number]
            encoded = encode(self.flat, start, end, self.titled)
            self._by_itself[number] = _headed(encoded, self.title) if number == 0 and not self.opening else encoded
        return self._by_itself[number]

    @cached_property
    def gender(self) -> str:
        """Return m or f where all pronouns of the text are of one gender, else u."""
        he, she = _HE.search(self.flat), _SHE.search(self.flat)
        return "u" if (he is None) == (she is None) else "m" if he else "f"

    @cached_property
    def opening_gender(self) -> str:
        """Return m, f or u: what most pronouns of the opening say."""
        opening = self.flat[:_OPENING]
        he, she = len(_HE.findall(opening)), len(_SHE.findall(opening))
        told = he + she >= 2 and (he >= 3 * she or she >= 3 * he)
        return ("m" if he > she else "f") if told else "u"

    @cached_property
    def lead_gender(self) -> str:
        """Return m, f or u: of the person that the document is about, by the opening's pronouns and the given name."""
        if self.opening:
            return self.opening.lead_gender
        if self.opening_gender != "u" or self.lead is None:
            return self.opening_gender
        if told := self._told_at_once():
            return told
        return load_lexica().genders.get(self.lead.name.split(" ")[0], "u")

    def _told_at_once(self) -> str:
        """Return m or f where the second sentence begins with a pronoun and the text has none of the other gender."""
        start = self.sentences[1][0] if len(self.sentences) > 1 else len(self.flat)
        told = "m" if _HE.match(self.flat, start) else "f" if _SHE.match(self.flat, start) else ""
        return "" if told and (_SHE if told == "m" else _HE).search(self.flat, 0, _OPENING) else told

    @cached_property
    def titled(self) -> Title | None:
        """The document's title as a name to look for in its sentences."""
        return read_title(self.title, self.flat)

    @cached_property
    def lead(self) -> Lead | None:
        """What the document is about: its title, if the text opens with it, or the subject of its first sentence."""
        if self.opening:
            return self.opening.lead
        titled = self.titled is not None and self.titled.work
        speaks_of_many = _OVERVIEW.match(self.title or "") or (is_couple(self.title or "") and not titled)
        return None if speaks_of_many else find_lead(self)

    @cached_property
    def _about(self) -> tuple[str, str] | None:
        """A name of what the document is about that the word lists take for something else, and its right letter."""
        return None if self.lead is None else _letter_of(self.lead)


def _headed(encoded: Encoded, title: str | None) -> Encoded:
    """Give a first sentence without a subject the title as its subject: "is a painter", where markup held the name."""
    headless = _HEADLESS.match(encoded.code)
    name = _PARENS.sub("", title or "").strip()
    if headless is None or not _NAME_LIKE.fullmatch(name):
        return encoded
    kind = kind_of(name)
    letter = kind if kind in "PXUOL" else "X"
    code = letter.encode() + b" " + encoded.code[headless.end() :]
    mention = Mention(letter, encoded.start, encoded.start, name)
    return Encoded(encoded.start, encoded.end, code, [mention, *encoded.mentions])


_HEADLESS: Final = re.compile(rb"[ ,;:()]*(?=(?:is|was|are|were) (?:an?|the|one of)\b)")
_NAME_LIKE: Final = re.compile(r"[^\W\d_][\w'’.-]*(?: [\w'’.&-]+){0,5}")


def _letter_of(lead: Lead) -> tuple[str, str] | None:
    """Return the name, or surname, that the word lists take for something else, and the letter that it should have."""
    rest, _, last = lead.name.rpartition(" ")
    kind = kind_of(lead.name)
    if lead.kind == "person":
        if kind_of(last) == "L" and not rest.endswith(" of"):
            return last, "U"
        return (lead.name, "P") if kind in _OTHER_KINDS else None
    letter = {"organization": "O", "work": "W"}.get(lead.kind, "")
    # "A film festival" is no film: only the noun itself makes the name a work's.
    return (lead.name, letter) if letter and lead.noun and kind in ("P", "X", "U", "L") else None


def find_lead(document: Document) -> Lead | None:
    """Return what a document is about, or None where title and opening do not tell."""
    title = subject_of(document.title, document.flat)
    for number in range(min(3, len(document.sentences))):
        encoded = document.by_itself(number)
        m = next((m for reading in readings(encoded) if (m := _LEAD.match(reading.code))), None)
        m = m or _BORN.match(encoded.code)
        if m is None or not encoded.mentions or encoded.code[:4] == b"born":
            continue
        name = encoded.mentions[0].text if encoded.code[m.start("s")] not in b"HIS" else ""
        said = m.groupdict()
        phrase = _in_singular(said["np"]) if said.get("many") else said.get("np")
        kind, noun = _kind(phrase, said.get("aside", b""), encoded.mentions[0].letter)
        if title and not _TOKEN.findall(title):
            title = ""
        if title and not _shares(title, encoded.mentions[0].text) and title not in document.flat[:400]:
            known = _KIND_OF_LETTER.get(kind_of(title), "")
            if not name and kind and known in (kind, ""):
                return _lead(document, title, kind, noun)
            return _by_title(document, title) if kind in ("", known) else None
        if title:
            # "Jane Roe" is what others call her, whose text begins "Jane Alexandra Roe"; "Roe" is too little.
            in_full = " " in title and kind == "person"
            may_be_person = kind == "person" or (not kind and encoded.mentions[0].letter == "P")
            apart = bool(name) and may_be_person and not is_name_of(title, name)
            spelled = kind == "person" and title not in document.flat and is_spelling_of(name, title)
            known = name if apart or spelled or (_covers(name, title) and not in_full) else title
            return _lead(document, known, kind, noun, name if _may_be(name, title) else "")
        letters = "PXOWU" if kind == "organization" and name not in load_lexica().genders else "PXOW"
        short = number > 0 and " " not in (strip_title(name)[1] or name)
        if name and kind and not short and encoded.mentions[0].letter in letters:
            return _lead(document, name, kind, noun)
        return None
    return _by_title(document, title) if title else None


_OVERVIEW: Final = re.compile(r"(?:Lists?|History|Timeline|Index) of ")
_OTHER_KINDS: Final = ("L", "E")
_KIND_OF_LETTER: Final = {"P": "person", "O": "organization"}


def _may_be(name: str, title: str) -> bool:
    """Return whether the name that a text opens with is that of its title, spelled out or another form of it.

    The opening may speak of somebody else first: a text on Peter Roe that begins with his wife Jane Roe.
    """
    return _covers(name, title) or (_shares(name, title) and name[:1] == title[:1])


def _opening_name(document: Document, title: str) -> str:
    """Return the name of a person that the first sentence begins with, if it may be the title's; else empty."""
    if not document.sentences:
        return ""
    first = document.by_itself(0)
    if first.code[:1] not in (b"P", b"X") or not _may_be(first.mentions[0].text, title):
        return ""
    return first.mentions[0].text


def _by_title(document: Document, title: str) -> Lead | None:
    """Return the lead that the title alone tells: a name in the opening, or surely a person's or an organisation's."""
    kind = _KIND_OF_LETTER.get(kind_of(title), "")
    opening = _opening_name(document, title)
    if title in document.flat[:300]:
        return _lead(document, title, "", full=opening)
    if covers(opening, title):
        return _lead(document, title, "person", full=opening)
    named = kind or _is_title(title, document.flat)
    return _lead(document, title, kind, full=opening) if named and _goes_without_name(document, title) else None


def _is_title(title: str, text: str) -> bool:
    """Return whether a title reads as a name that needs no text to tell: "The Paper Lantern", a country of one word."""
    if " " not in title:
        return kind_of(title) == "U" and len(title) > 3 and title[0].isupper() and title.lower() not in text
    return title.startswith(("The ", "A ")) and _TITLE.fullmatch(title) is not None


def _goes_without_name(document: Document, title: str) -> bool:
    """Return whether the text speaks of its title by surname or pronoun before it names anybody else."""
    last = title.rsplit(" ", 1)[-1]
    for number in range(min(8, len(document.sentences))):
        encoded = document.by_itself(number)
        if any(last in mention.text.split(" ") for mention in encoded.mentions):
            return True
        for mention, at in zip(encoded.mentions, encoded.offsets, strict=True):
            if mention.letter in "HI":
                return True
            # "Founder: Jane Doe", "Written by Jane Doe": a line about the title names others, too.
            if mention.letter in "PX" and not _OBJECT.search(encoded.code[:at]):
                return False
    return True


_OBJECT: Final = re.compile(rb"(?:^[A-Za-z ]{1,30}:|\b(?:by|to|with|from|in|at|of)) (?:the )?$")
_TITLE: Final = re.compile(r"(?:(?:The|A) (?=[A-Z]))?[A-Z]\w+(?: (?:of|the|and|in|a|[A-Z]\w+|\d+))*")


def _lead(document: Document, name: str, kind: str, noun: str = "", full: str = "") -> Lead:
    # "Prime" and "General" begin the names of organisations, too.
    name = untitled(name) if kind in ("person", "") else name
    if kind == "organization" and noun in load_lexica().occupations and document.opening_gender != "u":
        kind = "person"  # "Xi Lan is a publisher. She"
    full = untitled(full) or name
    return Lead(name, kind, frozenset(t.casefold() for t in _TOKEN.findall(name)), noun, full)


def _shares(a: str, b: str) -> bool:
    return bool({t.casefold() for t in _TOKEN.findall(a)} & {t.casefold() for t in _TOKEN.findall(b)})


def _covers(name: str, title: str) -> bool:
    return {t.casefold() for t in _TOKEN.findall(title)} <= {t.casefold() for t in _TOKEN.findall(name)}


_NATIONS: Final = re.compile(r"N(?:(?:,? and|,|-) ?N)+")
"""Of two countries: "an Italian and French drama film"."""


def _kind(noun_phrase: bytes | None, aside: bytes, letter: str) -> tuple[str, str]:
    """Return the kind of what a noun phrase says, and its head where that tells it; the name's letter has its say.

    "Acme Ltd is a builder of ferries" and "Jane Doe is a developer" tell their kinds by their names.
    """
    if noun_phrase is None:
        return "organization" if letter == "O" else "person", ""
    kind, noun = _said_to_be(noun_phrase.decode("ascii"), aside.decode("ascii"))
    if kind == "person" and letter == "O":
        return "organization", noun
    is_person = kind == "organization" and letter == "P" and noun in load_lexica().occupations
    return "person" if is_person else kind, noun


def _said_to_be(noun_phrase: str, aside: str) -> tuple[str, str]:
    if "born" in aside or re.search(r"\([^()]*[DY] ?(?:-|\?|to) ?[DY]", aside):
        return "person", ""
    phrase = noun_phrase.replace(" - ", "-").replace("extended play", "ep")
    phrase = _ENDS.split(_NATIONS.sub("N", phrase), maxsplit=1)[0]
    parts = [part.replace("-", " ").split(" ") for part in phrase.split(" and ")]
    # "A documentary and portrait photographer": the last noun of all is what both adjectives go with.
    heads = [*(words[-1] for words in reversed(parts)), *(word for words in parts for word in reversed(words))]
    for k, word in enumerate(heads):
        if kind := _kind_of_noun(word):
            return kind, word if k < len(parts) else ""
    return ("person", "") if any(words[-1] in _PEOPLE for words in parts) else ("", "")


def _kind_of_noun(word: str) -> str:
    if word in WORK_NOUNS:
        return "work"
    if word in ORGANIZATION_NOUNS:
        return "organization"
    if word in PLACE_NOUNS:
        return "place"
    return "person" if word in load_lexica().occupations else ""


def _in_singular(noun_phrase: bytes) -> bytes:
    """Return the phrase of "one of twelve research laboratories" as of one of them."""
    return " ".join(map(_singular, noun_phrase.decode("ascii").split(" "))).encode()


def _singular(noun: str) -> str:
    """Return what is one of "laboratories", "churches", "firms"; a word that is no plural as it is."""
    if noun.endswith("ies") and len(noun) > len("series"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


_ENDS: Final = re.compile(
    r" (?:who|that|which|whose|where|by|from|in|of|for|with|at|on|to|as|about|best|now|based|located|founded|directed|"
    r"credited|released|recorded|written|developed|published|created|produced|composed|known|covering|featuring|"
    r"focused|focusing|dedicated|devoted|aimed|specializing|specialising|owned|operated|starring|set|consisting|born) "
)
_PEOPLE: Final = ("person", "man", "woman", "member", "recipient", "winner")
