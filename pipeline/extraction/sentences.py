"""Splits a text into sentences by offsets; one linear pass, no model."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 1200
"""Longer "sentences" (tables, code, lists without stops) are cut here, so that work stays bounded."""

# One character first, of few: the search for it is what makes the pass fast.
_BREAK: Final = re.compile(
    r"[.!?…\n](?:(?<=\n)(?P<line>\s*)"
    r"|(?<!\n)(?P<stop>[\"'”’)\]*_]{0,3})\s+(?=[\"'“‘(\[*_]{0,3}[A-Z0-9À-ÞĀ-Ž])"
    r"|(?P<glued>(?<=[a-z]{3}\.)(?=[A-Z][a-z]+,? [a-z])(?!\.(?:Net|Com|Org)\b)))"
)
_ABBREVIATED: Final = frozenset(
    [
        "Dr",
        "Mr",
        "Mrs",
        "Ms",
        "St",
        "Ste",
        "Prof",
        "dir",
        "Rev",
        "Gen",
        "Col",
        "Capt",
        "Lt",
        "Sgt",
        "Gov",
        "Sen",
        "Rep",
        "Hon",
        "Maj",
        "No",
        "Nos",
        "vs",
        "c",
        "ca",
        "b",
        "d",
        "p",
        "pp",
        "vol",
        "Vol",
        "ed",
        "eds",
        "cf",
        "Fr",
        "Mt",
        "Ft",
        "Sr",
        "Messrs",
        "Bros",
        "Mme",
        "Mlle",
        "Op",
        "op",
        "Fig",
        "fig",
        "al",
        "approx",
        "est",
        "e.g",
        "i.e",
    ]
)
_YEAR_NEXT: Final = re.compile(r"\((?:19|20)\d\d[),;]")
"""A title may end in a question mark: "Where Is Leeds? (1999) and The Mill (2001)"."""
_MAY_END: Final = ("St", "Bros")
"""Abbreviations with which a sentence may end, too."""
_BULLETS: Final = "-*•|#"
_LAST_WORD: Final = re.compile(r"[\w.]{1,8}\Z")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the sentences of a text as (start, end), code points, in order, without surrounding space."""
    sentences: list[tuple[int, int]] = []
    start = 0
    for m in _BREAK.finditer(text):
        if m.lastgroup != "line":
            if text[m.start()] == "." and _is_abbreviation(text, start, m.start()):
                continue
            if text[m.start()] in "?!" and _YEAR_NEXT.match(text, m.end()):
                continue
            if text[m.start()] == "!" and text.startswith(("Records", "Recordings"), m.end()):
                continue  # "signed to Boom! Records"
            end = max(m.end("stop"), m.end("glued"))
        else:
            end = m.start()
            while end > start and text[end - 1] in " \t":
                end -= 1
            if _goes_on(text, start, end, m):
                continue
        _add(sentences, text, start, end)
        start = m.end()
    _add(sentences, text, start, len(text.rstrip()))
    return sentences


def _add(sentences: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        sentences.append((start, cut))
        start = cut
    if end > start:
        sentences.append((start, end))


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    m = _LAST_WORD.search(text, max(start, stop - 8), stop)
    if m is None:
        return False
    word = m.group().rsplit(".", 1)[-1] if not m.group().startswith(("e.g", "i.e")) else m.group()
    if len(word) == 1 and word.isupper() and word != "I":
        # "He lives in the U.S. She does not": an abbreviation, and the end of its sentence.
        # "A song by Cardi B. It was released": no surname is "It", before a verb.
        if _DOTTED.search(m.group()) is None:
            ends_name = _ENDS_NAME.search(text, max(start, stop - 30), stop) is not None
            return not (ends_name and _SENTENCE_STARTS.match(text, stop + 1))
        return _STARTS.match(text, stop + 1) is None
    return word in _ABBREVIATED and not (word in _MAY_END and _STARTS.match(text, stop + 1))


_DOTTED: Final = re.compile(r"[A-Z]\.[A-Z]\Z")
_ENDS_NAME: Final = re.compile(r"\b[A-Z][a-z]+ [A-Z]\Z")
_SENTENCE_STARTS: Final = re.compile(
    r"[\"'”’)\]]*\s+(?:(?:It|He|She|They|This|These|There) (?:was|were|is|are|has|had|became|also|later|then)|"
    r"(?:The|His|Her|Its|Their|This|These|In|On|After|At|When) (?:[a-z]{2,}|\d))\b"
)
_STARTS: Final = re.compile(
    r"[\"'”’)\]]*\s+(?:The|He|She|It|They|We|His|Her|Its|Their|Our|In|On|At|After|Before|Since|While|When|During|This|That|"
    r"These|Those|There|But|However|As|An?|By|For|From|With|Although|Though|Later|Then|Today|Now|Born|Mr|Mrs|Ms|Dr|"
    r"Until|According|Among|Under|Over|Both|Some|Many|Most|All|One|Two|Its|You|If)\b"
)


def _goes_on(text: str, start: int, end: int, m: re.Match[str]) -> bool:
    """Return whether a line break stands inside a sentence: hard-wrapped prose, whose line ends at `end`."""
    if text.count("\n", m.start(), m.end()) > 1 or m.end() >= len(text):
        return False
    if text[m.end()].islower():
        return True
    if text[m.end()] in _BULLETS:
        return False
    line_start = max(text.rfind("\n", start, end) + 1, start)
    return 45 <= end - line_start <= 90 and end > 0 and text[end - 1] not in '.!?:;"”|'
