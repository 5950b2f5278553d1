"""The catalogue's patterns, compiled, and their matches in many sentences at a time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final, NamedTuple

from pipeline.exceptions import CatalogueError
from pipeline.extraction.checks import CHECKS
from pipeline.extraction.generated import noun_patterns, unknown_patterns
from pipeline.extraction.needs import needs_of
from pipeline.extraction.person_checks import SPEAK_OF_PEOPLE, speaks_of_people
from pipeline.extraction.screen import Screen, numbers_of
from pipeline.extraction.trades import TRADES
from schemas.catalogue import Attribute, Catalogue, Pattern
from schemas.catalogue.slots import compile_pattern, expand


class Match:
    """A match of a rule in an encoded sentence; groups by name (RE2's own matches know numbers only).

    Parameters
    ----------
    match : re2 match
        In sentences put together.
    groups : dict
        Numbers of the groups by name.
    begin : int
        Where the sentence starts in them.
    """

    __slots__ = ("_begin", "_groups", "_match", "_spans")

    def __init__(self, match: Any, groups: dict[str, int], begin: int = 0) -> None:
        start, end = match.span()
        self._match = match
        self._groups = groups
        self._begin = begin
        # Checks ask for the same spans again and again, and RE2's wrapper looks each of them up.
        self._spans: dict[str | None, tuple[int, int]] = {None: (start - begin, end - begin)}

    def span(self, group: str | None = None) -> tuple[int, int]:
        """Return (start, end) of a group, or of the whole match; (-1, -1) where it takes no part."""
        span = self._spans.get(group)
        if span is None:
            number = self._groups.get(group or "")
            start, end = (-1, -1) if number is None else self._match.span(number)
            span = self._spans[group] = (start - self._begin, end - self._begin) if start >= 0 else (-1, -1)
        return span

    def start(self, group: str | None = None) -> int:
        """Return where a group starts; -1 where it takes no part."""
        return self.span(group)[0]

    def end(self) -> int:
        """Return where the match ends."""
        return self.span()[1]

    def group(self, group: str | None = None) -> bytes:
        """Return the text of a group, or of the whole match; empty where it takes no part."""
        if group is not None and group not in self._groups:
            return b""
        return self._match.group(0 if group is None else self._groups[group]) or b""


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern of one attribute, compiled."""

    attribute: Attribute
    pattern: Pattern
    compiled: Any
    groups: dict[str, int]
    abstains: bool
    of_people: bool
    of_clause: bool
    """Whether a match may leave its subject to its clause: "Doe was a baker and the head of Acme"."""

    @property
    def sides(self) -> tuple[str, str]:
        """Types of the slots `{subject}` and `{value}`."""
        return self.attribute.sides(self.pattern)

    @property
    def name(self) -> str:
        """`attribute/pattern`, as in the facts table."""
        return f"{self.attribute.name}/{self.pattern.id}"

    def next_match(self, code: bytes, match: Match) -> Match | None:
        """Return the match that begins next inside another one; None without one."""
        start, end = match.span()
        for found in self.compiled.finditer(code, start + 1):
            return Match(found, self.groups) if found.start() < end else None
        return None


class Line(NamedTuple):
    """An encoded sentence, and the attributes that it may state."""

    attributes: frozenset[str]
    code: bytes


class RuleSet:
    """All rules of a catalogue.

    Many sentences are matched together: rule after rule, each over all the sentences that hold the words it needs, as
    lines of one text. Sentence after sentence, the automata of the rules pushed each other out of the processor's
    caches, and fetching them took most of the time of matching. What matches does not depend on which sentences are
    put together: no pattern matches a line break, and the ends of a line are those of a text.

    Parameters
    ----------
    catalogue : Catalogue
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.attributes = catalogue.attributes
        rules = [rule for name in sorted(catalogue.attributes) for rule in _rules_of(catalogue.attributes[name])]
        self._screen = Screen([needs_of(expand(rule.pattern.match, *rule.sides)) for rule in rules])
        self._rules = list(zip(rules, self._screen.needs, strict=True))
        self._wants_people = frozenset(rule.attribute.name for rule in rules if rule.of_people)

    def matches(self, lines: Sequence[Line]) -> list[list[tuple[Rule, Match]]]:
        """Return the matches in each line: by attribute, then in the order of the catalogue, then of the line."""
        codes = [line.code for line in lines]
        held = self._screen.held(codes)
        opened = dict.fromkeys(self.attributes, 0)
        for k, line in enumerate(lines):
            for name in line.attributes:
                opened[name] |= 1 << k
        found: list[list[tuple[Rule, Match]]] = [[] for _ in lines]
        of_people = self._of_people(lines)
        attribute, texts = "", dict[int, _Lines]()
        for rule, needs in self._rules:
            if rule.attribute.name != attribute:
                attribute, texts = rule.attribute.name, {}
            left = opened[attribute]
            if rule.of_people:
                left &= of_people
            for need in needs:
                if not left:
                    break
                left &= _any_of(held, need)
            if left:
                # Many rules of one attribute are tried on the very same sentences.
                if left not in texts:
                    texts[left] = _lines_of(codes, left)
                _match(rule, texts[left], found)
        return found

    def _of_people(self, lines: Sequence[Line]) -> int:
        """Return, as bits, the lines with a noun for people, among those that may state what only people have."""
        bits = 0
        for k, line in enumerate(lines):
            if not self._wants_people.isdisjoint(line.attributes) and speaks_of_people(line.code):
                bits |= 1 << k
        return bits


def _any_of(held: list[int], strings: tuple[int, ...]) -> int:
    any_of = 0
    for string in strings:
        any_of |= held[string]
    return any_of


class _Lines(NamedTuple):
    """Sentences as lines of one text, their numbers, and where each begins."""

    numbers: list[int]
    begins: list[int]
    text: bytes


def _lines_of(codes: list[bytes], bits: int) -> _Lines:
    numbers = numbers_of(bits)
    chosen = [codes[k] for k in numbers]
    return _Lines(numbers, [0, *accumulate(len(code) + 1 for code in chosen)], b"\n".join(chosen))


def _match(rule: Rule, lines: _Lines, found: list[list[tuple[Rule, Match]]]) -> None:
    """Add a rule's matches in some sentences."""
    for match in rule.compiled.finditer(lines.text):
        line = bisect_right(lines.begins, match.start()) - 1
        found[lines.numbers[line]].append((rule, Match(match, rule.groups, lines.begins[line])))


def _rules_of(attribute: Attribute) -> list[Rule]:
    answers = (*attribute.patterns, *noun_patterns(attribute))
    return [
        *(_rule(attribute, pattern) for pattern in answers),
        *(_rule(attribute, pattern, abstains=True) for pattern in unknown_patterns(attribute)),
    ]


def _rule(attribute: Attribute, pattern: Pattern, *, abstains: bool = False) -> Rule:
    if unknown := set(pattern.check) - set(CHECKS):
        msg = (
            f"attribute {attribute.name}, pattern {pattern.id}: unknown check {sorted(unknown)}; "
            f"known: {sorted(CHECKS)}."
        )
        raise CatalogueError(msg)
    if pattern.trade is not None and pattern.trade not in TRADES:
        msg = (
            f"attribute {attribute.name}, pattern {pattern.id}: unknown trade {pattern.trade}; known: {sorted(TRADES)}."
        )
        raise CatalogueError(msg)
    compiled = compile_pattern(pattern.match, *attribute.sides(pattern), needs_value=not abstains)
    groups = {name.decode(): i for name, i in compiled.groupindex.items()}
    of_people = not SPEAK_OF_PEOPLE.isdisjoint(pattern.check)
    of_clause = "s" not in groups or _CLAUSE.search(pattern.match) is not None
    return Rule(attribute, pattern, compiled, groups, abstains, of_people, of_clause)


_CLAUSE: Final = re.compile(r"\{(?:subj|office)[:}]")
"""Slots for a subject with its verb, or only what joins a later verb to it."""
