"""From the sentences of one document to its statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, NamedTuple

from pipeline.extraction.binder import joint_subject, resolve, spoken_of
from pipeline.extraction.checks import CHECKS
from pipeline.extraction.clause_checks import in_speech, short_year
from pipeline.extraction.clauses import clause_subject
from pipeline.extraction.couples import is_couple_of_lead, opens_with_couple
from pipeline.extraction.dates import iso_date
from pipeline.extraction.definite import is_organisation
from pipeline.extraction.document import Document
from pipeline.extraction.full_names import expand_acronym, full_name, lone_name
from pipeline.extraction.gate import Gate
from pipeline.extraction.honours import honours_said
from pipeline.extraction.keyvalue import Entry, KeyValueReader
from pipeline.extraction.kin import KIN, kin_name, may_have_kin
from pipeline.extraction.kinds import kind_of
from pipeline.extraction.list_titles import entries, nation_of_list
from pipeline.extraction.makers import maker_spoken_of
from pipeline.extraction.match_bounds import cut_off, governed, in_doubt
from pipeline.extraction.mentions import Encoded, Mention, encode
from pipeline.extraction.name_titles import strip_title
from pipeline.extraction.normalise import document_key, entity_display, value_forms
from pipeline.extraction.person_checks import trim_occupation
from pipeline.extraction.readings import readings
from pipeline.extraction.rules import Line, Match, Rule, RuleSet
from pipeline.extraction.short_names import full_organisation
from pipeline.extraction.table_names import is_cell_value, row_name
from pipeline.extraction.trades import has_trade
from pipeline.extraction.values import LETTERS_OF, values_of, within
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
        nation = nation_of_list(document.title) if "nationality" in self.rules.attributes else None
        for person in entries(document) if nation else ():
            attribute = self.rules.attributes["nationality"]
            _add(document, attribute, "list_of", (person.name, nation or ""), (person.start, person.end), found)
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
        if m.start("l") >= 0 and m.span("l") == m.span("v"):
            self._relate(rule, document, number, encoded, m, found)
            return
        subjects = self._subjects(rule, document, number, encoded, m)
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
            name = self._value_text(rule, document, encoded, mention)
            for other in mentions[k + 1 :] if name else ():
                self._emit(rule, document, encoded, name or "", other, found)

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
        subject = next(iter(self._subjects(rule, document, number, encoded, m)), None)
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

    def _subjects(self, rule: Rule, document: Document, number: int, encoded: Encoded, m: Match) -> list[str]:
        """Return of whom or what a match speaks, by name; nothing where it cannot be told."""
        wanted, lone = rule.sides[0], rule.pattern.lone or self.lone
        if m.start("l") >= 0:
            listed = [k for k in within(encoded, m.span("l")) if encoded.mentions[k].letter in "PX"]
            names = [resolve(document, number, encoded, k, wanted, lone=lone) for k in listed]
            return [name for name in names if name is not None]
        k = _subject_mention(rule, encoded, m)
        if k is None:
            name = _unnamed(rule, document, number, encoded, m)
            return [] if name is None else [name]
        if rule.attribute.name in _AWARDS and encoded.mentions[k].letter == "I":
            wanted = "work"  # what "it" and "the film" won
        if wanted == "person" and rule.pattern.turned and is_organisation(encoded.mentions[k]):
            wanted = "organization"  # "the band" performs, as people do
        if wanted == "work" and rule.attribute.name != "record_label" and is_organisation(encoded.mentions[k]):
            return []  # "the band" is no record
        # Who signs with a label or releases an album is a singer called by a surname rather than a title of one word.
        signs = rule.attribute.name == "record_label" and encoded.mentions[k].letter == "U"
        signs = signs and b"was released from" not in m.group()
        singer = resolve(document, number, encoded, k, "person") if signs else None
        known = singer is not None and kind_of(singer) in ("P", "X")
        name = singer if known else resolve(document, number, encoded, k, wanted, lone=lone)
        if name is None and "one_word_artist" in rule.pattern.check and encoded.mentions[k].letter in "UX":
            name = encoded.mentions[k].text  # bands often have a name of one word
        if name is None and lone and rule.attribute.name in KIN and may_have_kin(encoded, k):
            name = kin_name(document, encoded.mentions[k])
        if name is None:
            return []
        shares = wanted == "person" and rule.attribute.name in _SHARED and encoded.offsets[k] < m.span("v")[0]
        other = joint_subject(document, encoded, k, name) if shares else None
        return [name] if other is None else [name, other]

    def _emit(
        self, rule: Rule, document: Document, encoded: Encoded, subject: str, mention: Mention, found: Found
    ) -> None:
        text = self._value_text(rule, document, encoded, mention)
        if text is None:
            return
        entity, value = (text, subject) if rule.pattern.turned else (subject, text)
        if rule.pattern.trade is not None and not has_trade(document, value, rule.pattern.trade):
            return
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
            if text is None and rule.attribute.name in KIN and rule.pattern.lone:
                text = kin_name(document, mention)
        if text is None:
            return None
        if mention.letter == "O":
            text = expand_acronym(document, text)
        elif mention.letter == "U" and rule.attribute.name == "record_label":
            text = full_organisation(document, text, mention.start)
        if value_type == "date" and mention.letter in "YK":
            text = _with_era(encoded, mention, text)
        elif mention.letter == "D" and not _YEAR_STATED.search(text):
            text = _with_year(encoded, mention, text)
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


def _unnamed(rule: Rule, document: Document, number: int, encoded: Encoded, m: Match) -> str | None:
    """Return of whom or what a sentence without a subject speaks, "Born in Lisbon.": what the document is about."""
    if m.start() > 0:
        return None
    of_person = rule.sides[0] == "person"
    couple = of_person and opens_with_couple(encoded) and not is_couple_of_lead(document, number)
    name = None if couple else spoken_of(document, encoded.start, rule.sides[0])
    makes = of_person and rule.attribute.name == "performer" and rule.pattern.turned
    unsure = makes and (document.lead is None or not document.lead.kind)  # "We" may be the album
    return maker_spoken_of(document, encoded, m.span("v")) if makes and (name is None or unsure) else name


def _holds(rule: Rule, encoded: Encoded, m: Match) -> bool:
    """Return whether a match states what its rule says, by what stands before, in and after it."""
    return not (
        in_speech(encoded, m.start())
        or cut_off(rule, encoded, m)
        or in_doubt(rule, encoded, m)
        or (rule.attribute.subject_type == "person" and governed(encoded, m))
        or not all(CHECKS[c](encoded, m) for c in rule.pattern.check)
    )


def _subject_mention(rule: Rule, encoded: Encoded, m: Match) -> int | None:
    if m.start("s") >= 0:
        return encoded.mention_at(m.start("s"))
    return clause_subject(encoded, m.start(), _SUBJECTS.get(rule.sides[0], _ANY))


def _later_of_subject(rule: Rule, encoded: Encoded, m: Match) -> Match | None:
    """Return the match that begins inside one that does not hold, if both speak of the same subject.

    "is an engineer and former head of engineers of the Roe team": the leftmost match is too long, and the one inside
    it is right. Of another subject, it would bind to some name between the true one and what is said of it.
    """
    later = rule.next_match(encoded.code, m)
    if later is None or later.start("s") >= 0:
        return None
    subject = _subject_mention(rule, encoded, later)
    return later if subject is not None and subject == _subject_mention(rule, encoded, m) else None


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


def _with_era(encoded: Encoded, mention: Mention, text: str) -> str:
    """Give the first year of "384–322 BC" the era of the second, the second of "1820-88" the century of the first."""
    if (year := short_year(encoded, mention)) is not None:
        return str(year)
    k = encoded.mentions.index(mention)
    if k + 1 < len(encoded.mentions) and encoded.mentions[k + 1].start - mention.end <= 4:
        second = encoded.mentions[k + 1].text
        if _BEFORE_CHRIST.search(second) and text.isdigit():
            return f"{text} BC"
    return text


def _with_year(encoded: Encoded, mention: Mention, text: str) -> str:
    """Give the first day of "from April 6 to June 22, 2021" the year of the second, which is later in the year."""
    k = encoded.mentions.index(mention) + 1
    if k == len(encoded.mentions) or encoded.mentions[k].letter != "D" or encoded.mentions[k].start - mention.end > 7:
        return text
    second = encoded.mentions[k].text
    year = _YEAR_STATED.search(second)
    whole = f"{text}, {year.group()}" if year else ""
    return whole if year and (iso_date(whole) or "9") < (iso_date(second) or "") else text


_YEAR_STATED: Final = re.compile(r"\b\d{3,4}\b")
_BEFORE_CHRIST: Final = re.compile(r"\bB\.?C(?:\.?E)?\.?\Z")
"""How a year before Christ ends; "a 2012 BBC drama" is none."""


def _person_value(document: Document, mention: Mention, *, lone: bool) -> str | None:
    if mention.letter == "U":
        lead = document.lead
        if lead is not None and mention.text.casefold() in lead.tokens:
            return lead.name
        name = full_name(document, mention.text, mention.start)
        return lone_name(document, mention) if name is None and lone else name
    # "John, King of England, and Joan": the office is nobody else.
    return None if strip_title(mention.text)[1].startswith("of ") else mention.text


_AWARDS: Final = frozenset(("award_received",))
_SHORTEST: Final = (1, 2)
"""Letters of a name: of anything, and of a person."""
_SHARED: Final = (
    *("residence", "educated_at", "employer", "child", "parent", "political_affiliation", "place_of_birth"),
    "award_received",
)
"""Attributes of two persons with "and" between them."""
_PROSE: Final = re.compile(rb"[a-z]{3,} [a-z]{3,}|\b(?:is|was|has|had|will|are|were)\b")
_ANY: Final = "PXUHIOW"
_SUBJECTS: Final = {"person": "PXUH", "organization": "OXUIW"}
"""Letters of a clause's subject, where only one type will do."""

__all__ = ["Found", "Reader", "Statement", "clause_subject"]
