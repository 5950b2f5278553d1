"""Writes an encoded sentence in plain ASCII: dashes, quotes and letters alike, no gaps."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from pipeline.extraction.encoded import Mention


def plain_code(joined: str, mentions: list[Mention]) -> bytes:
    """Return a sentence with its mentions as letters in ASCII; what has no such form becomes a question mark."""
    if " - " in joined:
        joined = _SPACED_TAIL.sub(r"-\1", _SPACED_HYPHEN.sub(r"\1-", joined))
    if not joined.isascii():
        joined = joined.translate(_TO_ASCII)
    code = joined.encode("ascii", "replace")
    if b"  " in code or b"()" in code or b"(," in code or b", (" in code:
        code = _tidy(code)
    return _possessives(code, mentions) if b"' " in code else code


def _possessives(code: bytes, mentions: list[Mention]) -> bytes:
    """Write the possessive of a name in s like any other: "Brooks' first novel", in split text "Brooks ' novel"."""
    if _OPENED.search(code):
        return code
    pieces, at, k = [], 0, 0
    for m in _AFTER_S.finditer(code):
        k += sum(65 <= c <= 90 for c in code[at : m.start()])
        pieces.append(code[at : m.start()])
        pieces.append(b"'s " if mentions[k - 1].text.endswith("s") else m.group())
        at = m.end()
    return b"".join((*pieces, code[at:]))


_AFTER_S: Final = re.compile(rb"(?<=[A-Z]) ?' (?=[A-Za-z])")
_OPENED: Final = re.compile(rb"(?:\A| )'[A-Za-z]")


def _tidy(code: bytes) -> bytes:
    """Close gaps, among them parentheses whose content, in another script, the text has lost."""
    return _LIFE.sub(b" (", _EMPTIED.sub(b"", _GAPS.sub(b" ", code)).replace(b"(, ", b"("))


_GAPS: Final = re.compile(rb"  +")
_EMPTIED: Final = re.compile(rb",? ?\([ ,;]*\)")
_LIFE: Final = re.compile(rb"(?<=[A-Z]), \((?=D|Y|born )")
_TO_ASCII: Final = {
    **{c: unicodedata.normalize("NFKD", chr(c))[0] for c in range(0xC0, 0x250)},
    **dict.fromkeys(map(ord, "–—−‑‐"), "-"),
    **dict.fromkeys(map(ord, "’‘ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "“”„«»"), '"'),
    0xA0: " ",
    0x2026: ".",
}
_SPACED_HYPHEN: Final = re.compile(
    r"(?<![\w-])(co|non|self|ex|semi|multi|mid|anti|well|long|re|pre|post|half|full|high|low|best|first|second|third|"
    r"lead|pay|turn|\d\d?(?:st|nd|rd|th)|singer|role|real|spin|live|stand|award|vice|double|so|one|two|three|four|five|Y|N|K)"
    r" - (?=[a-z])"
)
_SPACED_TAIL: Final = re.compile(
    r"(?<=[a-z]) - (wing|oriented|length|profit|selling|grossing|winning|level|century|wide|style|themed|scale|term|"
    r"bit|player|language|adventure|strategy|opera|horror|metal|rock|pop|punk|hop|folk|fiction|off|up|action|part|piece|"
    r"track|disc|year|month|week|day|hour|minute|time|person|room|story)\b"
)
"""Hyphens of texts that were split into tokens: "singer - songwriter", "right - wing"."""
