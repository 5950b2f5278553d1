"""From the sentences of one document to its statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, NamedTuple

from pipeline.extraction.binder import spoken_of
from pipeline.extraction.checks import CHECKS
from pipeline.extraction.clause_checks import in_speech
from pipeline.extraction.document import Document
from pipeline.extraction.gate import Gate
from pipeline.extraction.honours import honours_said
from pipeline.extraction.keyvalue import Entry, KeyValueReader
from pipeline.extraction.list_titles import entries, nation_of_list
from pipeline.extraction.match_bounds import cut_off, governed, in_doubt
from pipeline.extraction.mentions import Encoded, Mention, encode
from pipeline.extraction.normalise import document_key, entity_display, value_forms
from pipeline.extraction.person_checks import trim_occupation
from pipeline.extraction.readings import readings
from pipeline.extraction.rules import Line, Match, Rule, RuleSet
from pipeline.extraction.subjects import subject_mention, subjects_of
from pipeline.extraction.table_names import is_cell_value, row_name
from pipeline.extraction.trades import has_trade
from pipeline.extraction.value_names import value_text
from pipeline.extraction.values import LETTERS_OF, values_of
from pipeline.extraction.verification import Verifier
from schemas.catalogue import Attribute


class Statement(NamedTuple):
    """One statement of a document, ready for the table."""

    char_start: int
    char_end: int
    attribute: str
    entity_key: str
    value_key: str | None
    rule: str
    entity: str
    value: str | None
    value_type: str
    confidence: float


@dataclass
class Found:
    """What one document states."""

    statements: list[Statement] = field(default_factory=list)
    subjectless: set[tuple[int, str]] = field(default_factory=set)

    @property
    def unresolved(self) -> int:
        """How many statements were missed for want of a subject: sentences, once for each attribute."""
        stated = {(s.char_start, s.attribute) for s in self.statements}
        return len(self.subjectless - stated)


class Reading(NamedTuple):
    """A reading of a document's sentence: the sentence's number, the attributes it may state, and its code."""

    number: int
    attributes: frozenset[str]
    encoded: Encoded


class Opened(NamedTuple):
    """A document, and the readings of its sentences that may state something."""

    document: Document
    readings: list[Reading]


class Reader:
    """Reads documents for statements: opens them, matches many together, then reads each of them.

    Parameters
    ----------
    gate : Gate
    rules : RuleSet
    pairs : KeyValueReader
    verifier : Verifier or None
        Looks again at what the rules found.
    lone : bool
        Whether names of one word will do in every rule.
    """

    def __init__(
        self, gate: Gate, rules: RuleSet, pairs: KeyValueReader, *, verifier: Verifier | None = None, lone: bool = False
    ) -> None:
        self.gate = gate
        self.rules = rules
        self.pairs = pairs
        self.verifier = verifier
        self.lone = lone

    def opened(self, document: Document) -> Opened:
        """Return a document's sentences that may state something, in all their readings."""
        sentences = []
        for number, attributes in self.gate.sentences(document).items():
            encoded = document.encoded(number)
            if encoded.mentions:
                sentences += [Reading(number, attributes, reading) for reading in readings(encoded)]
                if "award_received" in attributes:
                    said = honours_said(document.flat, encoded)
                    sentences += [Reading(number, _AWARDS, reading) for reading in said]
        return Opened(document, sentences)

    def matches(self, opened: Sequence[Opened]) -> Iterator[list[list[tuple[Rule, Match]]]]:
        """Yield of each document the matches in its readings; documents are matched together."""
        lines = [Line(reading.attributes, reading.encoded.code) for one in opened for reading in one.readings]
        found = iter(self.rules.matches(lines))
        for one in opened:
            yield list(islice(found, len(one.readings)))

    def read(self, opened: Opened, matches: list[list[tuple[Rule, Match]]]) -> Found:
        """Return the statements of a document."""
        document, found = opened.document, Found()
        for reading, matched in zip(opened.readings, matches, strict=True):
            for rule, m in matched:
                self._apply(rule, document, reading.number, reading.encoded, m, found)
        for entry in self.pairs.entries(document.text):
            kind = entry.attribute.subject_type
            name = row_name(document, entry.subject, kind) if entry.subject else spoken_of(document, entry.start, kind)
            if name is not None:
                self._pair(document, name, entry, found)
        nationality, nation = self.rules.attributes.get("nationality"), nation_of_list(document.title)
        if nationality is not None and nation is not None:
            for person in entries(document):
                _add(document, nationality, "list_of", (person.name, nation), (person.start, person.end), found)
        found.statements = _merge(found.statements)
        if self.verifier is not None:
            found.statements = self.verifier.kept(document, found.statements)
        return found

    def _apply(self, rule: Rule, document: Document, number: int, encoded: Encoded, m: Match, found: Found) -> None:
        if rule.abstains:
            self._abstain(rule, document, number, encoded, m, found)
            return
        holding: Match | None = m
        while holding is not None and not _holds(rule, encoded, holding):
            holding = _later_of_subject(rule, encoded, holding)
        if holding is None:
            return
        m = holding
        if "l" in rule.groups and m.span("l") == m.span("v"):
            self._relate(rule, document, number, encoded, m, found)
            return
        subjects = subjects_of(rule, document, number, encoded, m, lone=rule.pattern.lone or self.lone)
        if not subjects:
            found.subjectless.add((encoded.start, rule.attribute.name))
            return
        for mention in values_of(rule, document, number, encoded, m):
            for subject in subjects:
                self._emit(rule, document, encoded, subject, mention, found)

    def _relate(self, rule: Rule, document: Document, number: int, encoded: Encoded, m: Match, found: Found) -> None:
        """Emit each pair of a list whose members are what the attribute says of one another: brothers."""
        mentions = values_of(rule, document, number, encoded, m)
        for k, mention in enumerate(mentions):
            name = value_text(rule, document, encoded, mention, lone=rule.pattern.lone or self.lone)
            if name is None:
                continue
            for other in mentions[k + 1 :]:
                self._emit(rule, document, encoded, name, other, found)

    def _pair(self, document: Document, name: str, entry: Entry, found: Found) -> None:
        """Emit "Key: value" under the document's subject, if subject and value are of the right types."""
        attribute = entry.attribute
        if entry.value.lower().rstrip(".") in ("unknown", "not known", "not recorded", "n/a"):
            return
        value = encode(document.flat, entry.value_start, entry.value_start + len(entry.value))
        if entry.subject and not is_cell_value(value, attribute.value_type):
            return
        letters = "PX" if attribute.value_type == "person" else LETTERS_OF.get(attribute.value_type, "")
        if attribute.value_type == "text":
            named = [m for m in value.mentions if m.letter == "A"] if attribute.name == "award_received" else []
            mentions = (
                [Mention("", entry.start, entry.end, entry.value)]
                if attribute.name == "occupation" and trim_occupation(entry.value.lower())
                else named
            )
        else:
            # A value is one name from its first letter on, not a sentence that holds one.
            ok = value.code.removeprefix(b"the ")[:1].isupper() and not _PROSE.search(value.code)
            mentions = [m for m in value.mentions if m.letter in letters][:1] if ok else []
        for mention in mentions:
            _add(
                document,
                attribute,
                "table" if entry.subject else "key_value",
                (name, mention.text),
                (entry.start, entry.end),
                found,
            )

    def _abstain(self, rule: Rule, document: Document, number: int, encoded: Encoded, m: Match, found: Found) -> None:
        subject = next(iter(subjects_of(rule, document, number, encoded, m, lone=rule.pattern.lone or self.lone)), None)
        if subject is None:
            found.subjectless.add((encoded.start, rule.attribute.name))
            return
        entity = entity_display(subject)
        key = _key(document, entity, rule.attribute.subject_type)
        found.statements.append(
            Statement(
                encoded.start,
                encoded.end,
                rule.attribute.name,
                key,
                None,
                rule.name,
                entity,
                None,
                rule.attribute.value_type,
                rule.pattern.confidence,
            )
        )

    def _emit(
        self, rule: Rule, document: Document, encoded: Encoded, subject: str, mention: Mention, found: Found
    ) -> None:
        text = value_text(rule, document, encoded, mention, lone=rule.pattern.lone or self.lone)
        if text is None:
            return
        entity, value = (text, subject) if rule.pattern.turned else (subject, text)
        if rule.pattern.trade is not None and not has_trade(document, value, rule.pattern.trade):
            return
        self._state(rule, rule.attribute, document, encoded, (entity, value), found)
        implied = self.rules.attributes.get(rule.attribute.implies or "")
        if implied is not None:
            self._state(rule, implied, document, encoded, (value, entity), found)

    def _state(
        self,
        rule: Rule,
        attribute: Attribute,
        document: Document,
        encoded: Encoded,
        pair: tuple[str, str],
        found: Found,
    ) -> None:
        """Add one statement; the rule of an implied one names the attribute that implies it."""
        entity = entity_display(pair[0])
        forms = value_forms(pair[1], attribute.value_type)
        key = _key(document, entity, attribute.subject_type)
        if forms is None or not key or forms[1] == key or len(entity) < _SHORTEST[attribute.subject_type == "person"]:
            return
        direct = attribute.name == rule.attribute.name
        found.statements.append(
            Statement(
                encoded.start,
                encoded.end,
                attribute.name,
                key,
                forms[1],
                rule.name if direct else f"{attribute.name}/as_{rule.attribute.name}",
                entity,
                forms[0],
                attribute.value_type,
                rule.pattern.confidence,
            )
        )


def _holds(rule: Rule, encoded: Encoded, m: Match) -> bool:
    """Return whether a match states what its rule says, by what stands before, in and after it."""
    return not (
        in_speech(encoded, m.start())
        or cut_off(rule, encoded, m)
        or in_doubt(rule, encoded, m)
        or (rule.attribute.subject_type == "person" and governed(encoded, m))
        or not all(CHECKS[c](encoded, m) for c in rule.pattern.check)
    )


def _later_of_subject(rule: Rule, encoded: Encoded, m: Match) -> Match | None:
    """Return the match that begins inside one that does not hold, if both speak of the same subject.

    "is an engineer and former head of engineers of the Roe team": the leftmost match is too long, and the one inside
    it is right. Of another subject, it would bind to some name between the true one and what is said of it.
    """
    if not rule.of_clause:
        return None
    later = rule.next_match(encoded.code, m)
    if later is None or later.start("s") >= 0:
        return None
    subject = subject_mention(rule, encoded, later)
    return later if subject is not None and subject == subject_mention(rule, encoded, m) else None


def _add(
    document: Document, attribute: Attribute, rule: str, pair: tuple[str, str], span: tuple[int, int], found: Found
) -> None:
    """Add a statement that no pattern made: by its rule's name, subject and value, and where it stands."""
    forms = value_forms(pair[1], attribute.value_type)
    entity = entity_display(pair[0])
    if forms is not None:
        key = _key(document, entity, attribute.subject_type)
        name = f"{attribute.name}/{rule}"
        found.statements.append(
            Statement(*span, attribute.name, key, forms[1], name, entity, forms[0], attribute.value_type, 0.85)
        )


def _key(document: Document, entity: str, kind: str) -> str:
    return document_key(entity, kind, document.whole_text)


def _merge(statements: list[Statement]) -> list[Statement]:
    """Keep one statement of each fact and sentence: the surest."""
    best: dict[tuple[int, str, str, str | None], Statement] = {}
    for s in sorted(statements, key=lambda s: (-s.confidence, s.rule, s.entity, s.value or "")):
        best.setdefault((s.char_start, s.attribute, s.entity_key, s.value_key), s)
    return list(best.values())


_AWARDS: Final = frozenset(("award_received",))
_SHORTEST: Final = (1, 2)
"""Letters of a name: of anything, and of a person."""
_PROSE: Final = re.compile(rb"[a-z]{3,} [a-z]{3,}|\b(?:is|was|has|had|will|are|were)\b")
