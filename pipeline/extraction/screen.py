"""Tells, before any expression is tried, which sentences hold the words that a pattern cannot do without.

Most sentences that pass the gate state nothing, and most patterns of an attribute are about something else. One pass of
an automaton over many sentences tells of every pattern which of them are left to try it on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from pipeline.extraction.needs import Need

_LEAST_TELLING = 3
"""Letters that a string must have to be worth looking for; a mention's letter counts twice."""
_COMMONEST = frozenset(("the ", " the ", "and ", " and", "was", "was ", " was "))
"""Half of all sentences hold these: to look for them costs more than it tells."""
_MOST_STRINGS = 80
"""Needs of more strings would make the automaton too large for the processor's caches."""


class Screen:
    """Needs of many patterns, looked for in one pass.

    Parameters
    ----------
    patterns : sequence of tuple of Need
        The needs of each pattern.
    """

    def __init__(self, patterns: Sequence[Iterable[Need]]) -> None:
        telling = [[need for need in needs if _is_telling(need)] for needs in patterns]
        pieces = sorted({piece for needs in telling for need in needs for piece in need})
        number = {piece: k for k, piece in enumerate(pieces)}
        self.needs = [[tuple(sorted(number[piece] for piece in need)) for need in needs] for needs in telling]
        """Of each pattern, its needs as numbers of strings."""
        self._strings = len(pieces)
        self._automaton = BytesAhoCorasick(
            [piece.encode() for piece in pieces], implementation=Implementation.DFA, matchkind=MatchKind.Standard
        )

    def held(self, texts: Sequence[bytes]) -> list[int]:
        """Return of each string the texts that hold it, as bits: the k-th is set where the k-th text does."""
        found = [0] * self._strings
        for k, text in enumerate(texts):
            bit = 1 << k
            for string in {s for s, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)}:
                found[string] |= bit
        return found


def _is_telling(need: Need) -> bool:
    """Return whether a need is worth looking for: few strings, each of some letters."""
    if len(need) > _MOST_STRINGS or not need.isdisjoint(_COMMONEST):
        return False
    return all(sum(1 + c.isupper() for c in piece if c.isalnum()) >= _LEAST_TELLING for piece in need)


def numbers_of(bits: int) -> list[int]:
    """Return the numbers of the bits that are set, in order."""
    digits = bin(bits)[:1:-1]
    numbers, at = [], digits.find("1")
    while at >= 0:
        numbers.append(at)
        at = digits.find("1", at + 1)
    return numbers
