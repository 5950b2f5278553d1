"""From the sentences of one document to its statements."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from pipeline.extraction.binder import resolve, spoken_of
from pipeline.extraction.checks import CHECKS
from pipeline.extraction.clause_checks import in_speech
from pipeline.extraction.clauses import clause_subject
from pipeline.extraction.document import Document
from pipeline.extraction.encoded import render
from pipeline.extraction.full_names import expand_acronym, full_name, lone_name
from pipeline.extraction.gate import Gate
from pipeline.extraction.keyvalue import Entry, KeyValueReader
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.match_bounds import cut_off, governed, in_doubt
from pipeline.extraction.mentions import Encoded, Mention, encode
from pipeline.extraction.normalise import document_key, entity_display, value_forms
from pipeline.extraction.organisation_names import is_half
from pipeline.extraction.person_checks import is_school, trim_occupation
from pipeline.extraction.readings import readings
from pipeline.extraction.rules import Match, Rule, RuleSet
from pipeline.extraction.table_names import is_cell_value, row_name
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


class Reader:
    """Reads documents for statements.

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

    def read(self, document: Document) -> Found:
        """Return the statements of a document."""
        found = Found()
        for number, attributes in self.gate.sentences(document).items():
            encoded = document.encoded(number)
            if encoded.mentions:
                self._read_sentence(document, number, sorted(attributes), found)
        for entry in self.pairs.entries(document.text):
            kind = entry.attribute.subject_type
            name = row_name(document, entry.subject, kind) if entry.subject else spoken_of(document, entry.start, kind)
            if name is not None:
                self._pair(document, name, entry, found)
        found.statements = _merge(found.statements)
        if self.verifier is not None:
            found.statements = self.verifier.kept(document, found.statements)
        return found

    def _read_sentence(self, document: Document, number: int, attributes: list[str], found: Found) -> None:
        for encoded in readings(document.encoded(number)):
            for attribute in attributes:
                for rule in self.rules.candidates(attribute, encoded.code):
                    self._apply(rule, document, number, encoded, found)

    def _apply(self, rule: Rule, document: Document, number: int, encoded: Encoded, found: Found) -> None:
        for m in rule.finditer(encoded.code):
            if rule.abstains:
                self._abstain(rule, document, number, encoded, m, found)
                continue
            if (
                in_speech(encoded, m.start())
                or cut_off(rule, encoded, m)
                or in_doubt(rule, encoded, m)
                or (rule.attribute.subject_type == "person" and governed(encoded, m))
                or not all(CHECKS[c](encoded, m) for c in rule.pattern.check)
            ):
                continue
            subject = self._subject(rule, document, number, encoded, m)
            if subject is None:
                found.subjectless.add((encoded.start, rule.attribute.name))
                continue
            for mention in _values(rule, document, number, encoded, m):
                self._emit(rule, document, encoded, subject, mention, found)

    def _pair(self, document: Document, name: str, entry: Entry, found: Found) -> None:
        """Emit "Key: value" under the document's subject, if subject and value are of the right types."""
        attribute = entry.attribute
        if entry.value.lower().rstrip(".") in ("unknown", "not known", "not recorded", "n/a"):
            return
        value = encode(document.flat, entry.value_start, entry.value_start + len(entry.value))
        if entry.subject and not is_cell_value(value, attribute.value_type):
            return
        letters = "PX" if attribute.value_type == "person" else _LETTERS_OF.get(attribute.value_type, "")
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
            forms = value_forms(mention.text, attribute.value_type)
            entity = entity_display(name)
            if forms is not None:
                found.statements.append(
                    Statement(
                        entry.start,
                        entry.end,
                        attribute.name,
                        _key(document, entity, attribute.subject_type),
                        forms[1],
                        f"{attribute.name}/{'table' if entry.subject else 'key_value'}",
                        entity,
                        forms[0],
                        attribute.value_type,
                        0.85,
                    )
                )

    def _abstain(self, rule: Rule, document: Document, number: int, encoded: Encoded, m: Match, found: Found) -> None:
        subject = self._subject(rule, document, number, encoded, m)
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

    def _subject(self, rule: Rule, document: Document, number: int, encoded: Encoded, m: Match) -> str | None:
        wanted = rule.sides[0]
        if m.start("s") >= 0:
            return resolve(
                document, number, encoded, encoded.mention_at(m.start("s")), wanted, lone=rule.pattern.lone or self.lone
            )
        before = clause_subject(encoded, m.start(), _SUBJECTS.get(wanted, _ANY))
        if before is None:
            # A sentence without a subject, "Born in Lisbon.", speaks of what the document is about.
            return None if m.start() > 0 else spoken_of(document, encoded.start, wanted)
        return resolve(document, number, encoded, before, wanted, lone=rule.pattern.lone or self.lone)

    def _emit(
        self, rule: Rule, document: Document, encoded: Encoded, subject: str, mention: Mention, found: Found
    ) -> None:
        text = self._value_text(rule, document, encoded, mention)
        if text is None:
            return
        entity, value = (text, subject) if rule.pattern.turned else (subject, text)
        self._state(rule, rule.attribute, document, encoded, (entity, value), found)
        implied = self.rules.attributes.get(rule.attribute.implies or "")
        if implied is not None:
            self._state(rule, implied, document, encoded, (value, entity), found)

    def _value_text(self, rule: Rule, document: Document, encoded: Encoded, mention: Mention) -> str | None:
        """Return the name of a value as the document gives it in full; None where it cannot be told."""
        value_type = rule.sides[1]
        text: str | None = mention.text
        if value_type == "person":
            text = _person_value(document, mention, lone=rule.pattern.lone or self.lone)
            if text is None and "artist_value" in rule.pattern.check:
                text = mention.text  # artists and bands often have a name of one word
        if text is None:
            return None
        if mention.letter == "O":
            text = expand_acronym(document, text)
        if value_type == "date" and mention.letter in "YK":
            text = _with_era(encoded, mention, text)
        return text.rsplit(", ", 1)[-1] if {"country_value", "from_country"} & set(rule.pattern.check) else text

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
        if forms is None or not key or forms[1] == key:
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


def _key(document: Document, entity: str, kind: str) -> str:
    return document_key(entity, kind, document.whole_text)


def _merge(statements: list[Statement]) -> list[Statement]:
    """Keep one statement of each fact and sentence: the surest."""
    best: dict[tuple[int, str, str, str | None], Statement] = {}
    for s in sorted(statements, key=lambda s: (-s.confidence, s.rule, s.entity, s.value or "")):
        best.setdefault((s.char_start, s.attribute, s.entity_key, s.value_key), s)
    return list(best.values())


def _with_era(encoded: Encoded, mention: Mention, text: str) -> str:
    """Give the first year of "384–322 BC" the era of the second."""
    k = encoded.mentions.index(mention)
    if k + 1 < len(encoded.mentions) and encoded.mentions[k + 1].start - mention.end <= 4:
        second = encoded.mentions[k + 1].text
        if second.endswith(("BC", "BCE", "B.C.")) and text.isdigit():
            return f"{text} BC"
    return text


def _person_value(document: Document, mention: Mention, *, lone: bool) -> str | None:
    if mention.letter == "U":
        lead = document.lead
        if lead is not None and mention.text.casefold() in lead.tokens:
            return lead.name
        name = full_name(document, mention.text, mention.start)
        return lone_name(document, mention) if name is None and lone else name
    return mention.text


def _values(rule: Rule, document: Document, number: int, encoded: Encoded, m: Match) -> list[Mention]:
    """Return the mentions of the value; a text value as a mention of its own, pronouns as what they stand for."""
    value_type = rule.sides[1]
    start, end = m.span("v")
    if value_type == "text":
        awards = [
            m for m, at in zip(encoded.mentions, encoded.offsets, strict=True) if start <= at < end and m.letter == "A"
        ]
        if len(awards) > 1:
            return awards
        text = render(encoded, start, end)
        if "occupation_value" in rule.pattern.check:
            text = trim_occupation(text)
        return [Mention("", encoded.start, encoded.end, text)]
    inside = [k for k, at in enumerate(encoded.offsets) if start <= at < end and not _aside(encoded.code[start:at])]
    whole = len(inside) == 1 or "artist_value" in rule.pattern.check  # bands stand among people
    letters = _LETTERS_OF[value_type] if whole else _LETTERS_OF_LISTS.get(value_type, _LETTERS_OF[value_type])
    schools = "school" in rule.pattern.check
    values = []
    for k in inside:
        mention = encoded.mentions[k]
        if k != inside[0] and schools and not is_school(mention):
            continue
        if (mention.letter not in letters and not schools) or (k != inside[0] and _loose(encoded, k, value_type)):
            continue
        if value_type == "organization" and is_half(encoded, k):
            continue
        if mention.letter in "HI" or rule.pattern.turned:
            # "the band" and "its" of a performer or founder are an organisation.
            kind = "organization" if mention.letter == "I" and value_type == "person" else value_type
            name = resolve(document, number, encoded, k, kind, lone=rule.pattern.lone)
            if name is None:
                continue
            mention = mention._replace(text=name, letter="P" if mention.letter in "HI" else mention.letter)
        values.append(mention)
    return _share_surname(values) if value_type == "person" and rule.attribute.name != "child" else values


def _loose(encoded: Encoded, k: int, value_type: str) -> bool:
    """Return whether an unknown name ends a list without "and": "of Acme Ltd, Wholesale Hardware" names one firm."""
    at = encoded.offsets[k]
    if value_type != "organization" or encoded.mentions[k].letter not in "XU":
        return False
    head, tail = encoded.code[:at], encoded.code[at + 1 : at + 5]
    return head.endswith((b", ", b", the ")) and not tail.startswith((b",", b" and", b" & "))


def _aside(before: bytes) -> bool:
    """Return whether what follows stands in parentheses: "Doe (of Acme), Roe"."""
    return before.count(b"(") > before.count(b")")


_PROSE: Final = re.compile(rb"[a-z]{3,} [a-z]{3,}|\b(?:is|was|has|had|will|are|were)\b")
_LETTERS_OF: Final = {
    "date": "DYK",
    "person": "PXUHOLI",
    "organization": "OXUILPWE",
    "place": "LXUNO",
    "nationality": "NL",
    "work": "WXUIPLO",
    "quantity": "KY",
}
_ANY: Final = "PXUHIOW"
_SUBJECTS: Final = {"person": "PXUH", "organization": "OXUIW"}
"""Letters of a clause's subject, where only one type will do."""
_LETTERS_OF_LISTS: Final = {"person": "PXUH", "organization": "OXUIE"}
"""Letters of the values in a list: what else stands in it is part of an apposition."""


def _share_surname(values: list[Mention]) -> list[Mention]:
    """Give "Ron" of "Ron and Sally Madison" the name that both bear."""
    shared = list(values)
    for k in range(len(values) - 1):
        first, second = values[k], values[k + 1]
        if (
            first.letter == "U"
            and first.text in load_lexica().genders
            and " " in second.text
            and second.start - first.end <= 5
        ):
            shared[k] = first._replace(letter="P", text=f"{first.text} {second.text.rsplit(' ', 1)[-1]}")
    return shared


__all__ = ["Found", "Reader", "Statement", "clause_subject"]
