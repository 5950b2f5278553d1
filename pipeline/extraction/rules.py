"""The catalogue's patterns, compiled, and a filter that tells which of them a sentence may match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import re2

from pipeline.exceptions import CatalogueError
from pipeline.extraction.checks import CHECKS
from pipeline.extraction.generated import noun_patterns, unknown_patterns
from pipeline.extraction.person_checks import SPEAK_OF_PEOPLE, speaks_of_people
from schemas.catalogue import Attribute, Catalogue, Pattern
from schemas.catalogue.slots import compile_pattern, expand


class Match:
    """A match of a rule in an encoded sentence; groups by name (RE2's own matches know numbers only)."""

    __slots__ = ("_groups", "_match")

    def __init__(self, match: Any, groups: dict[str, int]) -> None:
        self._match = match
        self._groups = groups

    def span(self, group: str | None = None) -> tuple[int, int]:
        """Return (start, end) of a group, or of the whole match; (-1, -1) where it takes no part."""
        if group is not None and group not in self._groups:
            return (-1, -1)
        span: tuple[int, int] = self._match.span(0 if group is None else self._groups[group])
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

    def finditer(self, code: bytes) -> Iterator[Match]:
        """Yield the matches in an encoded sentence, in order."""
        for match in self.compiled.finditer(code):
            yield Match(match, self.groups)

    @property
    def sides(self) -> tuple[str, str]:
        """Types of the slots `{subject}` and `{value}`."""
        return self.attribute.sides(self.pattern)

    @property
    def name(self) -> str:
        """`attribute/pattern`, as in the facts table."""
        return f"{self.attribute.name}/{self.pattern.id}"


class RuleSet:
    """All rules of a catalogue, one RE2 filter an attribute: it tells which rules have the words they need.

    An automaton of all patterns together would tell which of them match, but its states multiply: building them took
    most of the time of reading. A filter looks for the literal text that a pattern cannot do without, and the few
    patterns that are left are tried one by one.

    Parameters
    ----------
    catalogue : Catalogue
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.attributes = catalogue.attributes
        self._rules: dict[str, list[Rule]] = {}
        self._filters: dict[str, Any] = {}
        for attribute in catalogue.attributes.values():
            answers = (*attribute.patterns, *noun_patterns(attribute))
            self._rules[attribute.name] = [
                *(_rule(attribute, pattern) for pattern in answers),
                *(_rule(attribute, pattern, abstains=True) for pattern in unknown_patterns(attribute)),
            ]
            self._filters[attribute.name] = _filter_of(attribute, self._rules[attribute.name])

    def candidates(self, attribute: str, code: bytes) -> list[Rule]:
        """Return the attribute's rules that have in an encoded sentence what they need, in the catalogue's order."""
        rules = self._rules[attribute]
        found = [rules[i] for i in sorted(self._filters[attribute].Match(code, potential=True) or ())]
        return [rule for rule in found if not rule.of_people or speaks_of_people(code)]


def _rule(attribute: Attribute, pattern: Pattern, *, abstains: bool = False) -> Rule:
    if unknown := set(pattern.check) - set(CHECKS):
        msg = (
            f"attribute {attribute.name}, pattern {pattern.id}: unknown check {sorted(unknown)}; "
            f"known: {sorted(CHECKS)}."
        )
        raise CatalogueError(msg)
    compiled = compile_pattern(pattern.match, *attribute.sides(pattern), needs_value=not abstains)
    groups = {name.decode(): i for name, i in compiled.groupindex.items()}
    return Rule(attribute, pattern, compiled, groups, abstains, not SPEAK_OF_PEOPLE.isdisjoint(pattern.check))


def _filter_of(attribute: Attribute, rules: list[Rule]) -> Any:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    patterns = re2.Filter()
    for rule in rules:
        patterns.Add(expand(rule.pattern.match, *attribute.sides(rule.pattern)).encode(), options)
    patterns.Compile()
    return patterns
