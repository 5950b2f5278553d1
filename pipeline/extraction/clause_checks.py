"""Conditions on the clause of a match: doubt, speech, second clauses, closed asides, spans of a life."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import re2

from pipeline.extraction.dates import iso_date
from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.vocabulary import (
    SECOND_CLAUSE,
    WORD,
)

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match

DOUBT: Final = re.compile(
    rb"\b(?:not|never|no(?!\. ?k| (?:further|less|fewer|later|sooner) than)|"
    rb"nor|cannot|\w+n't|\w+n\?t|would|could|might|may|should|if|unless|"
    rb"whether|allegedly|reportedly|supposedly|rumou?red|"
    rb"hop(?:e|es|ed|ing) to|want(?:s|ed)? to|plan(?:s|ned)? to|intend(?:s|ed)? to|try|"
    rb"tried|failed|refused|declined|offered|(?:nearly|almost) [a-z]+ed|"
    rb"said to|believed|thought to|claim(?:s|ed)?|suppose[ds]?|pretend(?:s|ed)?|imagine[ds]?|"
    rb"dream(?:s|ed|t)?|proposed to|asked to|invited to|wish(?:es|ed)?|probably|perhaps|"
    rb"possibly|"
    rb"denie[ds]|denying|rumou?rs?|(?:false|untrue|myth) that|"
    rb"rejected|(?:scheduled|set|slated|due|expected|about) to be|"
    rb"nominated|shortlisted|candidate|finalist|non-existent|fictional|applied)\b"
)
_MAY_DOUBT: Final = re2.compile(DOUBT.pattern.replace(rb"(?!\. ?k| (?:further|less|fewer|later|sooner) than)", b""))
"""The same in linear time, which cannot look ahead: most clauses hold no such word, and this tells at once."""
_CLAUSE: Final = re.compile(rb"[;:]|, (?:but|and|while|although|whereas) ")
_ASIDE: Final = re.compile(rb"(?:(?<=[A-Z])|\A), an? [^,;()]+,(?= (?:was|is|were|died|has|had|held|holds)\b)")


def first_mention(encoded: Encoded, m: Match, group: str) -> Mention:
    """Return the first mention of a group."""
    start, end = m.span(group)
    return next(encoded.mentions[k] for k, at in enumerate(encoded.offsets) if start <= at < end)


def last_word(mention: Mention) -> str:
    """Return the last word of a mention, without a stop."""
    return mention.text.rsplit(" ", 1)[-1].rstrip(".")


def words_of(m: Match, group: str) -> list[str]:
    """Return the words in lower case of a group."""
    return WORD.findall(m.group(group).decode("ascii"))


def doubtful(encoded: Encoded, start: int, end: int, *, sure: tuple[bytes, ...] = ()) -> bool:
    """Return whether the clause of a match is negated, modal, hypothetical, hearsay or a question.

    Words that are `sure` raise no doubt: who was a party's candidate belongs to it.
    """
    code = encoded.code
    if code.rstrip(b"\"')] ?").endswith(b"?") or code.rstrip().endswith(b"?"):
        return True
    left = 0
    for m in _CLAUSE.finditer(code, 0, start):
        left = m.end()
    # Doubt inside an aside between subject and verb is not the clause's own.
    clause = code[max(left, start - 45) : end]
    if _MAY_DOUBT.search(clause) is None:
        return False
    clause = _ASIDE.sub(b"", clause)
    doubt = DOUBT.search(clause)
    while doubt is not None and doubt.group() in sure:
        doubt = DOUBT.search(clause, doubt.end())
    return doubt is not None


def in_speech(encoded: Encoded, at: int) -> bool:
    """Return whether an offset of the code lies inside quoted speech, as far as the sentence shows."""
    code = encoded.code
    opened = code[:1] in (b'"', b"'")
    if not opened and b'"' not in code:
        return False
    if opened:
        end = code.find(code[:1] + b" ", 1)
        return at < end if end > 0 else not code.endswith(code[:1]) or at < len(code)
    first = code.find(b'"')
    closing = first > 0 and code[first - 1 : first] in (b",", b".", b"!", b"?", b"-")
    return closing and at < first


def one_clause(encoded: Encoded, m: Match) -> bool:
    """No second clause begins between the verb and the value."""
    if m.start("s") >= 0 and m.span("s")[0] > m.span("v")[0]:
        return True
    between = encoded.code[max(m.start(), m.span("s")[1]) : m.span("v")[0]]
    return not SECOND_CLAUSE.search(_LINK.sub(b"", _ASIDE.sub(b"", between)))


def born_only(encoded: Encoded, m: Match) -> bool:
    """Nothing else that befalls a person stands between "born" and the value: "born in Leeds and died in 1999"."""
    between = encoded.code[m.start() : m.span("v")[0]].rpartition(b" born")[2]
    dated = first_mention(encoded, m, "v").letter in "DYK"
    return _LIFE_GOES_ON.search((_BORN_AND if dated else _BORN_THERE_AND).sub(b"", between)) is None


_BORN_AND: Final = re.compile(rb"\A and (?:raised|brought up|bred|baptised|baptized|christened)\b")
_BORN_THERE_AND: Final = re.compile(
    rb"\A and (?:raised|brought up|grew up|educated|bred|died|lived|buried|baptised|baptized|christened)\b"
)
_LIFE_GOES_ON: Final = re.compile(
    rb"\b(?:died|dies|moved|moves|settled|lived|lives|resided|resides|married|studied|emigrated|immigrated|migrated|"
    rb"educated|buried|killed|murdered|drowned|executed|worked|works|attended|became|joined|came|left|went|fled|"
    rb"graduated|grew up|began|started|won|arrived|served|spent|returned|relocated|taught|founded|passed away)\b"
)


_LINK: Final = re.compile(rb"\A(?: \([^()]*\))?,? ?(?:and|but|then|who|which|that)\b")
"""What ties the verb itself to its subject: "who died", "and studied"."""


def closed(encoded: Encoded, m: Match) -> bool:
    """An apposition after a comma ends with a comma or the sentence: "her husband, Peter, knew"."""
    if not encoded.code[: m.span("v")[0]].rstrip().endswith(b","):
        return True
    after = encoded.code[m.span("v")[1] :].lstrip()
    return not after or after[:1] in b',.;:)!-"' or after.startswith((b"and ", b"(", b"who ", b"in ", b"on "))


_OTHER_RELATIVE: Final = re.compile(
    rb"H's (?:[a-z]+ )*(?:mother|father|wife|husband|[a-z]+-in-law|uncle|aunt|cousin|friend|sons?|daughters?|child|"
    rb"partner|nephew|niece|grandmother|grandfather|stepfather|stepmother|manager|girlfriend|boyfriend),? \Z"
)


def of_other_relative(encoded: Encoded, m: Match) -> bool:
    """Who is named beside a brother is no other relative of his: not "her mother, Ann, and her brother, Tom"."""
    before = _OTHER_RELATIVE.search(encoded.code, 0, m.start("s"))
    if before is None:
        return True
    within = encoded.code.find(b"H's", m.start("s"), m.span("v")[0])
    if within < 0:
        return False
    first, second = (encoded.mentions[encoded.mention_at(at)].text.lower() for at in (before.start(), within))
    return first != second


_RELATIVE_OF: Final = re.compile(
    rb"\b(?:son|daughter|child|wife|husband|widow|father|mother|brother|sister|nephew|niece|grandson|granddaughter|pupil)"
    rb" of (?:the )?\Z"
)


_SPACED_RANK: Final = re.compile(rb"\b(?:lieutenant|major|brigadier|colonel|vice|rear|governor|attorney|director) - \Z")
"""The first half of a rank whose hyphen stands between blanks."""
_LEAST_SHORT: Final = 25
"""Years of a life whose end is written with two digits."""
_REST_OF_NAME: Final = re.compile(rb"(?:[A-Z]|\.) [XU]\Z")
_SHORT_END: Final = re.compile(r"\d\d\Z")


def short_year(encoded: Encoded, mention: Mention) -> int | None:
    """Return the year that two digits stand for right after the year they go on: 88 in "1820-88"."""
    k = encoded.mentions.index(mention)
    first = encoded.mentions[k - 1] if k > 0 else None
    if first is None or first.letter != "Y" or not _SHORT_END.match(mention.text) or mention.start - first.end != 1:
        return None
    return int(first.text[:2] + mention.text) if first.text.isdigit() else None


def life_span(encoded: Encoded, m: Match) -> bool:
    """Two years in parentheses are those of a life: 15 to 110 years apart, not after an office.

    Where the second has two digits, "1820-88", they are 25 years apart at least: terms of office are written so too.
    """
    years = [
        iso_date(x.text)
        for k, x in enumerate(encoded.mentions)
        if m.start("s") < encoded.offsets[k] < m.end() and x.letter in "DYK"
    ]
    numbers = [int(y[:5] if y.startswith("-") else y[:4]) for y in years if y]
    if len(years) < 2:
        return False
    counted = [x for k, x in enumerate(encoded.mentions) if m.start("s") < encoded.offsets[k] < m.end()]
    counted = [x for x in counted if x.letter == "K"]
    if counted and not any("BC" in x.text for x in encoded.mentions):
        ends = [short_year(encoded, x) for x in counted]
        # "U.S. Geological Survey (1939-78)" is the rest of a name, and its years are those of a book.
        if _REST_OF_NAME.search(encoded.code, 0, m.start("s") + 1) or len(ends) != 1 or ends[0] is None:
            return False
        if len(numbers) != 1 or ends[0] - numbers[0] < _LEAST_SHORT:
            return False
        numbers.append(ends[0])
    before = encoded.code[: m.start("s")]
    if before.endswith((b" of ", b" of the ")) and not _RELATIVE_OF.search(before):
        return False
    if before.endswith(b" - ") and not _SPACED_RANK.search(before):
        return False
    return len(numbers) < 2 or any("BC" in x.text for x in encoded.mentions) or 15 <= numbers[-1] - numbers[0] <= 110
