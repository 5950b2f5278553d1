"""The title of a document as a name in its text, however it is written: "Titanfall: Assault", "What a Time to Be Alive"."""  # noqa: E501 - one example a kind of title

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from pipeline.extraction.kinds import kind_of
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.title_bounds import FORMS, after_owner, comma_title

WORKS: Final = (
    "film|movie|documentary|album|song|single|ep|extended play|mixtape|soundtrack|compilation|novel|novella|book|poem|"
    "play|memoir|story|opera|musical|series|sitcom|show|miniseries|episode|game|comic|manga|anime|magazine|newspaper|"
    "journal|track|ballad|record|drama|comedy|thriller|cartoon|video"
)
"""Nouns of works, as alternatives of an expression."""

_QUALIFIED: Final = re.compile(rf"\(([^()]*\b)?(?:{WORKS})\)\s*\Z", re.IGNORECASE)
_PARENS: Final = re.compile(r"\s*\([^()]*\)\s*\Z")
_OPENING: Final = 400
_IS_A_WORK: Final = re.compile(
    rf"[.,]?[\"”'*_]*(?: \([^()]{{0,120}}\))?(?:,? [^.]{{0,60}}?,)? (?:is|was) (?:an?|the) "
    rf"(?:(?!(?:of|by|in|for|from|with|at|on|who|that|which|and \w+er)\b)[\w'’&-]+(?: - | / |,? )){{0,9}}?"
    rf"(?:{WORKS})(?: series)?(?:[.,;:(]| (?:by|of|from|in|on|for|with|that|which|to|the|first|about|based|set|co|made|"
    r"directed|written|released|recorded|produced|starring|created|developed|published|performed|featuring|aired|"
    r"broadcast|adapted|edited|composed|hosted|presented|loosely|originally|inspired|sung)\b)",
    re.IGNORECASE,
)
_ATTACHED: Final = re.compile(r"[\w\"“”*-]")
_WORD: Final = re.compile(r"\w+")
_WORD_OF_TITLE: Final = r"(?:(?:Mr|Mrs|Ms|Dr|St)\.(?= [A-Z])|[A-ZÀ-Þ0-9][\w'’-]*[!?]?|[A-Z]\.)"
_DATED: Final = re.compile(
    rf"(?<![\w\"“'‘_*-])({_WORD_OF_TITLE}"
    rf"(?:(?:: | & | (?:(?:of|the|a|an|in|to|on|at|for|with|from|by|de|la|le|du|my) ){{0,2}}){_WORD_OF_TITLE}){{0,9}}) "
    r"\((?:(?:[A-Z][\w'’&.]* ){1,3}(?:Press|Books|Publish\w+|House|Editions|Records|Music|Pictures|Films|Comics), )?"
    r"(?:19|20)\d\d(?:[,;] [^()]{1,120})?\)"
)
_GOES_ON: Final = re.compile(r" (?:de|del|della|di|da|dos|du|von|van|der|y|e) (?:la |las |los |der |den )?[A-ZÀ-Þ]")
_HONOUR: Final = re.compile(r"\b(?:Award|Prize|Medal|Oscar|Festival)\b")
_LISTED: Final = re.compile(r"[A-Z][\w'’-]* (?:and|&|or) \Z| - \Z")
_ABOUT_WORKS: Final = re.compile(
    r"\b(?:(?:[Hh]is|[Hh]er|[Tt]heir|later|earlier|early|other) works|[Ff]ilms?|movies?|[Aa]lbums?|songs?|singles?|"
    r"novels?|books?|starred|starring|directed|directing|trilogy|comed(?:y|ies)|"
    r"thriller|dramas?|musicals?|documentar(?:y|ies)|sitcoms?|soundtracks?|stories|poems|plays|memoir)\b"
)
_ARTICLES: Final = ("The", "A", "An")
_OTHER_KINDS: Final = "AEPNO"
_QUOTES: Final = ('"', "“", "‘", "_", "*")


class Title(NamedTuple):
    """The title as a mention: its text, and whether the text says that it is a work."""

    text: str
    work: bool


def read_title(title: str | None, flat: str) -> Title | None:
    """Return what to look for in a text.

    Parameters
    ----------
    title : str or None
        The record's title.
    flat : str
        The text, line breaks as spaces.

    Returns
    -------
    Title or None
        None where the title is no name of several words that the opening repeats, or the sentence's own words tell.
    """
    name = " ".join(_PARENS.sub("", title or "").split())
    if len(name) < 3 or not name[0].isupper() or len(name) > 100:
        return None
    at = flat.find(name, 0, _OPENING)
    if at < 0 and " " in name:
        # "The Answer Is Never" may be "The Answer is Never" in its text.
        at = _find_in_any_case(name, flat[:_OPENING])
        name = flat[at : at + len(name)] if at >= 0 else name
    if at < 0:
        return None
    work = _QUALIFIED.search(title or "") is not None or _IS_A_WORK.match(flat, at + len(name)) is not None
    words = _WORD.findall(name)
    hard = len(words) > 2 and any(w[0].islower() for w in words)
    return Title(name, work) if work or hard or ": " in name or name[-1] in "!?" else None


def _find_in_any_case(name: str, text: str) -> int:
    """Return where a name first stands as words of their own, letters small or large; -1 where its first is small."""
    low, wanted = _lower(text), _lower(name)
    at = low.find(wanted)
    while at >= 0 and ((at > 0 and _LETTER.match(low, at - 1)) or _LETTER.match(low, at + len(wanted))):
        at = low.find(wanted, at + 1)
    return at if at >= 0 and text[at].isupper() else -1


def _lower(text: str) -> str:
    """Return a text in lower case, as long as it was: a letter that would be two stays as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


_LETTER: Final = re.compile(r"\w")


def occurrences(text: str, start: int, end: int, title: Title) -> Iterator[int]:
    """Yield where a sentence holds the title as a name of its own."""
    name = title.text
    at = text.find(name, start, end)
    while at >= 0:
        after = at + len(name)
        if _stands_alone(text, start, at, after, one_word=" " not in name):
            yield at
        at = text.find(name, after, end)


def spans(text: str, start: int, end: int, title: Title | None) -> list[tuple[int, int, str]]:
    """Return the names in a sentence that are known for titles, as (start, end, letter), in order, none in another."""
    found: list[tuple[int, int, str]] = []
    if title is not None:
        letter = "W" if title.work else "X"
        found = [(at, _end(text, at + len(title.text), title), letter) for at in occurrences(text, start, end, title)]
    bracket = text.find(" (", start, end)
    dated = bracket >= 0 and _YEAR_AHEAD.search(text, bracket, end) is not None
    called = _NAMED.search(text, start, end) is not None  # most sentences name no work so; what follows costs a tenth
    head = min(end, start + _LONGEST_OPENING)
    says = text.find(" is ", start, head) >= 0 or text.find(" was ", start, head) >= 0
    opening = _OPENING_TITLE.match(text, start, end) if says else None
    if not (dated or called or opening):
        return found
    works = (*(_dated(text, start, end) if dated else ()), *(_called(text, start, end) if called else ()))
    works += ((*opening.span("name"), "W"),) if opening else ()
    for s, e, letter in works:
        if not any(s < right and e > left for left, right, _ in found):
            found.append((s, e, letter))
    return sorted(found)


def _end(text: str, after: int, title: Title) -> int:
    """Return where a title ends: that of a later part, "Iron Harbor 2", has its number, too."""
    m = _PART.match(text, after) if title.work else None
    return after if m is None else m.end()


_PART: Final = re.compile(
    r" (?:[2-9]|1\d|I{2,3}|IV|VI{0,3}|I?X)"
    r"(?= \(|[,.;:)](?!\d)|\Z| (?:and|is|was|on|by|in|with|for|which|that|has|had|as|the)\b)"
)


def _dated(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the titles before a year in parentheses, in a sentence about films, records or books.

    Two names with a comma between may be one title or two, of which the first has no year: such are speech to the
    rules, which read nothing there.
    """
    if not _ABOUT_WORKS.search(text, start, end):
        return
    for m in _DATED.finditer(text, start, end):
        s, name = m.start(1), m.group(1)
        first = name.split(" ", 1)[0]
        lower = load_lexica().words["lower"]
        # "In Zoolander (2001)": the preposition is not the title's.
        if s == start and " " in name and first in lower and first not in _ARTICLES:
            s += len(first) + 1
            name = text[s : m.end(1)]
        # "As Ann Roe in Titan (2001)": a role, and what it was in.
        role, within, rest = name.partition(" in ")
        if within and kind_of(role) == "P":
            s, name = s + len(role) + len(within), rest
        owned = after_owner(name)
        if owned < 0 or _HONOUR.search(name) or _LISTED.search(text, start, s):
            continue
        s, name = s + owned, name[owned:]
        left, sure = comma_title(text, start, s, name)
        kind = "W" if name.startswith(FORMS) else kind_of(name.removeprefix("A "))
        if (kind in _OTHER_KINDS and left == s) or text[left - 1 : left] in _QUOTES:
            continue
        yield left, m.end(1), "W" if sure else "S"


_YEAR_AHEAD: Final = re.compile(r" \((?:[12]|[A-Z][^()]{3,60}, (?:19|20)\d\d)")


_NOUN_BEFORE: Final = re.compile(rf"\b(?:{WORKS})s?,? (?:(?:called|titled|entitled|named) )?\Z", re.IGNORECASE)
_WORK_AFTER: Final = re.compile(
    rf"(?: \([^()]{{0,80}}\))?(?:,| (?:is|was)) (?:an?|the) "
    rf"(?:(?!of\b|by\b|in\b|who\b)[\w'’&-]+ ){{0,7}}?(?:{WORKS}|entry)\b"
)


def letter_of_quoted(piece: str, text: str, start: int) -> str:
    """Return W for a title in quotation marks, S for speech."""
    return "W" if _looks_like_title(piece) or _quoted_title(text, start, start + len(piece)) else "S"


def _looks_like_title(piece: str) -> bool:
    """Return whether what is quoted is a title by its capital letters."""
    inner = piece[1:-1].strip()
    words = _TITLE_WORD.findall(inner)
    if not words or len(words) > 12 or not (inner[0].isupper() or inner[0].isdigit()):
        return False
    long_words = [w for w in words if len(w) > 3]
    capitals = sum(w[0].isupper() for w in long_words)
    if len(words) <= 2 or capitals * 3 >= 2 * len(long_words):
        return not (inner[-1] in "!?" and len(words) > 4)
    return piece[0] in "_*" and len(words) <= 8


_TITLE_WORD: Final = re.compile(r"[A-Za-z][\w'’-]*")


def _quoted_title(text: str, start: int, end: int) -> bool:
    """Return whether what stands in quotation marks is called a work, as a title that is all in lower case may be.

    Parameters
    ----------
    text : str
    start, end : int
        What is quoted, with its quotation marks.
    """
    inner = text[start + 1 : end - 1]
    if len(inner) > 80 or inner[:1].islower() or _SENTENCES.search(inner):
        return False
    named = _NOUN_BEFORE.search(text, max(0, start - 30), start)
    return named is not None or _WORK_AFTER.match(text, end) is not None


_LITTLE: Final = r"(?:(?:of|the|a|an|to|my|your|de|la|le|du|for the|in the|on the|and the) ){0,2}"
_NAMED: Final = re.compile(rf" (?:(?:{WORKS}),? (?:(?:called|titled|entitled|named) )?|(?:en)?titled )[A-ZÀ-Þ0-9]")
_CALLED: Final = re.compile(
    r"\b(?:(?:the|The|an?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|['’]s|first|second|third|debut|final|last|studio|"
    rf"(?:19|20)\d\d) (?:(?:[a-z][\w-]*,?|TV|[A-Z][a-z]+(?:an|sh|se|ch)) ){{0,4}}?(?:{WORKS}),? (?:(?:called|"
    r"titled|entitled|named) )?|(?:en)?titled )"
    rf"(?P<name>(?:{_WORD_OF_TITLE} (?:{_LITTLE}|from the )){{1,7}}?{_WORD_OF_TITLE})"
    r"(?=[,.;:)]| \(|\Z| and (?![A-Z])| (?:is|was|by|as|which|that|has|had|features?|with|in|on|at|for|from)\b)"
)
"""A title of several words after the noun that says what it is: "the 2004 film, Born to Row"."""
_LONGEST_OPENING: Final = 200
_OPENING_TITLE: Final = re.compile(
    rf"(?P<name>[A-ZÀ-Þ][\w'’-]*(?: {_WORD_OF_TITLE})? (?:from|in|on|with|to|into|under|without|after|beyond|about) "
    rf"(?:(?:the|a|an|my|your) )?{_WORD_OF_TITLE}(?: {_WORD_OF_TITLE}){{0,3}})(?: \([^()]{{0,60}}\))? (?:is|was) "
    rf"(?:an?|the) (?:(?!of\b|by\b|in\b|who\b)[\w'’&-]+ ){{0,9}}?(?:{WORKS})\b"
)
"""A title with a preposition in it at the head of its sentence: "Tales from the Mill is an adventure game"."""


def _called(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the titles with little words in them that follow a noun of works."""
    for m in _CALLED.finditer(text, start, end):
        name = m.group("name")
        words = name.split(" ")
        broken = any(w[0].islower() for w in words) or words[0] in _ARTICLES or words[0] in load_lexica().words["soft"]
        if broken and len(words) > 1 and kind_of(name) in "XUW":
            yield *m.span("name"), "W"


_CAPITAL_NEXT: Final = re.compile(r" [A-ZÀ-Þ]\w")
_COMPLETE: Final = re.compile(r"\b(?:The|A|Complete|Best of|Making of|Live at|Live from|New|Original) \Z")
_SENTENCES: Final = re.compile(r"[.!?;:] ")


def _stands_alone(text: str, start: int, at: int, after: int, *, one_word: bool) -> bool:
    behind = text[after : after + 2]
    if _ATTACHED.match(text[at - 1] if at > start else " ") or _ATTACHED.match(behind):
        return False
    if not one_word:
        # "Ana Pires" is half of the name in "Ana Pires de Melo", "Long Lane" in "The Complete Long Lane Sessions".
        within = _CAPITAL_NEXT.match(text, after) and _COMPLETE.search(text, start, at)
        return _GOES_ON.match(text, after) is None and not within
    # "Red" is no title in "Red Cross" and "Code Red".
    earlier = text[max(start, at - 30) : at].rstrip().rsplit(" ", 1)[-1]
    capital = earlier[:1].isupper() and earlier not in load_lexica().words["lower"] and earlier[-1:].isalnum()
    return not (capital or (behind[:1] == " " and behind[1:].isupper()))
