"""What a text must hold for a pattern to match it: literal pieces, read off the pattern.

The idea is that of RE2's prefilter (`re2/prefilter.cc`): walk the expression, keep the strings that a part of it can
match as long as they are few, and turn them into a need where a part that may match anything follows. A need is a set
of strings of which a matching text holds at least one; all needs of a pattern must be met. They are necessary, never
sufficient: a construct that is not understood needs nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce
from itertools import product
from typing import Final, NoReturn

Need = frozenset[str]
"""Strings of which a text must hold one."""

_MOST_JOINED: Final = 24
"""Strings kept of neighbouring parts: " was born" and " were born"; more, and the parts become needs of their own."""
_MOST_ALTERNATIVES: Final = 400
_EMPTY: Final = frozenset([""])
_QUANTIFIER: Final = re.compile(r"(?:[*+?]|\{(?P<least>\d+)(?P<more>,(?P<most>\d*))?\})[?+]?")
_GROUP: Final = re.compile(r"\((?:\?:|\?P?<\w+>|(?!\?))")
_LITERAL: Final = re.compile(r"[\w ,;:'\"&/<>=!%#@~-]+(?![*+?{])")
"""Text that stands for itself, but for a last character with a quantifier behind it."""
_WORDS: Final = re.compile(r"(?P<words>[\w ,;:'\"&/<>=!%#@~|-]*)\)")
"""The rest of a group that holds nothing but such text and bars."""
_ASSERTIONS: Final = frozenset("bBAzZ")
_CLASSES: Final = frozenset("wWdDsS")


class _NotUnderstoodError(ValueError):
    """A construct of the pattern is not understood."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a pattern: all the strings it matches, or None where they are too many, and what it needs."""

    strings: frozenset[str] | None
    needs: tuple[Need, ...] = ()

    def as_needs(self) -> tuple[Need, ...]:
        """Return what the part needs, its strings as a need."""
        return (*self.needs, *_need_of(self.strings)) if self.strings is not None else self.needs


_ANYTHING: Final = _Part(None)
_NOTHING: Final = _Part(_EMPTY)


def needs_of(pattern: str) -> tuple[Need, ...]:
    """Return the needs of a RE2 pattern without slots.

    Parameters
    ----------
    pattern : str
        The pattern; flags, and whatever else is not understood, mean no need at all.

    Returns
    -------
    tuple of frozenset of str
        Each a set of strings of which a matching text holds at least one; empty where nothing is known.
    """
    try:
        parser = _Parser(pattern)
        part = parser.alternatives()
        if parser.at != len(pattern):
            parser.fail()
    except _NotUnderstoodError:
        return ()
    return tuple(dict.fromkeys(part.as_needs()))


_KEY: Final = 32
_READ: Final[dict[str, list[tuple[str, _Part]]]] = {}
"""Groups as they stand in patterns, by their first letters, and what was read off them: slots put the same groups into
hundreds of patterns. What begins with a whole group is that group, for its parentheses are balanced."""


class _Parser:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0

    def fail(self) -> NoReturn:
        raise _NotUnderstoodError(self.pattern[self.at :])

    def _next(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def alternatives(self) -> _Part:
        branches = [self._sequence()]
        while self._next() == "|":
            self.at += 1
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else _one_of(branches)

    def _sequence(self) -> _Part:
        parts = []
        while self._next() not in ("", "|", ")"):
            part = self._item()
            while m := _QUANTIFIER.match(self.pattern, self.at):
                self.at = m.end()
                part = _repeated(part, m)
            parts.append(part)
        return _joined(parts)

    def _item(self) -> _Part:
        if m := _LITERAL.match(self.pattern, self.at):
            self.at = m.end()
            return _Part(frozenset([m.group()]))
        c = self._next()
        if c == "(":
            return self._group()
        if c == "[":
            return self._class()
        if c == "\\":
            return self._escape()
        if c in "*+?{":
            self.fail()
        self.at += 1
        return _ANYTHING if c == "." else _NOTHING if c in "^$" else _Part(frozenset([c]))

    def _group(self) -> _Part:
        start = self.at
        for text, known in _READ.get(self.pattern[start : start + _KEY], ()):
            if self.pattern.startswith(text, start):
                self.at = start + len(text)
                return known
        part = self._read_group()
        if self.at - start > _KEY:
            _READ.setdefault(self.pattern[start : start + _KEY], []).append((self.pattern[start : self.at], part))
        return part

    def _read_group(self) -> _Part:
        m = _GROUP.match(self.pattern, self.at)
        if m is None:
            self.fail()
        self.at = m.end()
        if words := _WORDS.match(self.pattern, self.at):
            self.at = words.end()
            return _one_of([_Part(frozenset(words.group("words").split("|")))])
        part = self.alternatives()
        if self._next() != ")":
            self.fail()
        self.at += 1
        return part

    def _escape(self) -> _Part:
        c = self.pattern[self.at + 1 : self.at + 2]
        if not c or (c.isalnum() and c not in _ASSERTIONS and c not in _CLASSES):
            self.fail()
        self.at += 2
        return _NOTHING if c in _ASSERTIONS else _ANYTHING if c in _CLASSES else _Part(frozenset([c]))

    def _class(self) -> _Part:
        m = re.compile(r"\[(?P<not>\^?)(?P<items>\]?(?:\\.|[^\]\\])*)\]").match(self.pattern, self.at)
        if m is None or "[:" in m.group("items"):
            self.fail()
        self.at = m.end()
        items = m.group("items")
        if m.group("not") or "\\" in items or "-" in items[1:-1]:
            return _ANYTHING
        return _Part(frozenset(items))


def _repeated(part: _Part, m: re.Match[str]) -> _Part:
    """Return a part with a quantifier behind it."""
    sign = m.group()[0]
    least = {"*": 0, "+": 1, "?": 0}.get(sign, int(m.group("least") or 0))
    most = int(m.group("most") or 0) if m.group("more") else least
    if sign == "?" or (sign == "{" and (least, most) == (0, 1)):
        return _Part(part.strings | _EMPTY) if part.strings is not None else _ANYTHING
    if sign == "{" and (least, most) == (1, 1):
        return part
    return _Part(None, part.as_needs()) if least else _ANYTHING


def _joined(parts: list[_Part]) -> _Part:
    """Return parts that follow one another."""
    strings, needs, whole = _EMPTY, list[Need](), True
    for part in parts:
        if part.strings is not None and len(strings) * len(part.strings) <= _MOST_JOINED:
            strings = frozenset(a + b for a, b in product(strings, part.strings))
            continue
        needs += (*_need_of(strings), *part.needs)
        strings, whole = part.strings or _EMPTY, False
    if whole:
        return _Part(strings)
    return _Part(None, (*needs, *_need_of(strings)))


def _one_of(branches: list[_Part]) -> _Part:
    """Return parts of which one stands there."""
    if all(b.strings is not None for b in branches):
        strings: frozenset[str] = frozenset[str]().union(*(b.strings for b in branches if b.strings is not None))
        if len(strings) <= _MOST_ALTERNATIVES:
            return _Part(strings)
    needs = [b.as_needs() for b in branches]
    if not all(needs):
        return _ANYTHING
    return _Part(None, _need_of(reduce(frozenset.union, (max(n, key=_rareness) for n in needs))))


def _rareness(need: Need) -> tuple[float, int]:
    """Return what tells which of a branch's needs to keep: long strings, and few."""
    return min(sum(2 if c.isupper() else c.isalnum() for c in s) for s in need), -len(need)


def _need_of(strings: frozenset[str]) -> tuple[Need, ...]:
    """Return strings as a need, without those that hold another of them; none where any text meets it."""
    if "" in strings or len(strings) > _MOST_ALTERNATIVES:
        return ()
    short: list[str] = []
    for s in sorted(strings, key=len):
        if not any(other in s for other in short):
            short.append(s)
    return (frozenset(short),)
