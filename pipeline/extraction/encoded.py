"""A sentence with its mentions as letters."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final, NamedTuple

_LETTER: Final = re.compile(rb"[A-Z]")


class Mention(NamedTuple):
    """A mention: its letter, where it stands in the text (code points) and its text."""

    letter: str
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Encoded:
    """A sentence with each mention as one capital letter, the rest in lower case.

    Parameters
    ----------
    start, end : int
        The sentence in the text, code points.
    code : bytes
        The encoded sentence, ASCII.
    mentions : list of Mention
        Mentions in order; the k-th capital letter of `code` is the k-th mention.
    """

    start: int
    end: int
    code: bytes
    mentions: list[Mention]
    _offsets: list[int] = field(default_factory=list)

    def mention_at(self, offset: int) -> int:
        """Return the index of the mention whose letter stands at an offset of `code`."""
        return self.offsets.index(offset)

    def mention_at_or_after(self, offset: int) -> int:
        """Return the index of the first mention at an offset of `code` or after it."""
        return bisect_left(self.offsets, offset)

    @property
    def offsets(self) -> list[int]:
        """Offsets of the capital letters of `code`."""
        if not self._offsets:
            self._offsets = [m.start() for m in _LETTER.finditer(self.code)]
        return self._offsets


def render(encoded: Encoded, start: int, end: int) -> str:
    """Return a piece of the code with its mentions written out."""
    parts = []
    for at in range(start, end):
        c = encoded.code[at]
        parts.append(encoded.mentions[encoded.mention_at(at)].text if 65 <= c <= 90 else chr(c))
    return "".join(parts)
