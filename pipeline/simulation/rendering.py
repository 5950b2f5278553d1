"""Write a planned document as English text, and note where each statement stands."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from pipeline.simulation.aliases import alias
from pipeline.simulation.answers import Answer, answer
from pipeline.simulation.attributes import ATTRIBUTES
from pipeline.simulation.documents import Plan, Statement
from pipeline.simulation.grammar import Forms, Language
from pipeline.simulation.names import Name, entity_name
from pipeline.simulation.sentences import Subject, fill, names_no_subject, opened, pick, takes_pronoun
from pipeline.simulation.spec import DomainSpec

_ATTRIBUTES = tuple(ATTRIBUTES.values())
_QUOTES = (("", ""), ('"', '"'), ("“", "”"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a document states something; offsets in code points of the sentence, end exclusive."""

    attribute: str
    entity: str
    value: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A written document."""

    title: str | None
    text: str
    evidence: tuple[Evidence, ...]


@dataclass
class _Page:
    """Text under construction."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    line_ends: bool = False
    evidence: list[Evidence] = field(default_factory=list)

    def add(self, text: str, separator: str, *, own_line: bool = False) -> int:
        """Append text, where it asks for it on a line of its own, and return where it begins."""
        separator = "\n" if own_line or self.line_ends else separator
        self.line_ends = own_line
        if self.parts:
            self.parts.append(separator)
            self.length += len(separator)
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start


class Writer:
    """Writes the documents of one domain.

    Parameters
    ----------
    spec : DomainSpec
        The domain.
    language : Language
        Sentences of its register.
    people_from : int
        First number of the people and organisations that occur only as answers.
    """

    def __init__(self, spec: DomainSpec, language: Language, people_from: int) -> None:
        self.spec = spec
        self.language = language
        self.people_from = people_from
        self.hard = spec.mode == "hard"

    def write(self, plan: Plan, dice: random.Random) -> Document:
        """Write one document."""
        page = _Page()
        title = None
        if plan.one_entity and dice.random() < 0.8:
            title = _name(plan.statements[0]).full
        quotes = pick(dice, _QUOTES)
        known, ambiguous = title is not None, False
        for statement in self._with_repeats(plan, dice):
            self._noise(page, dice)
            subject = self._subject(statement, dice, quotes, known=known and plan.one_entity, ambiguous=ambiguous)
            self._state(page, statement, subject, dice, known=known and plan.one_entity)
            # After a sentence that names another person a pronoun would be ambiguous.
            ambiguous = _ATTRIBUTES[statement.attribute].answer == "person"
            known = True
        self._noise(page, dice)
        return Document(title, "".join(page.parts), tuple(page.evidence))

    def _with_repeats(self, plan: Plan, dice: random.Random) -> list[Statement]:
        statements = list(plan.statements)
        for place, statement in enumerate(plan.statements):
            if dice.random() < self.spec.repeat_rate:
                later = place + 1 + int(dice.random() * (len(statements) - place))
                statements.insert(later, statement)
        return statements

    def _noise(self, page: _Page, dice: random.Random) -> None:
        sentences = 1 + int(dice.random() * 4) if self.hard else 1
        if dice.random() < (0.8 if self.hard else 0.35):
            for _ in range(sentences):
                page.add(pick(dice, self.language.fillers), self._separator(dice))

    def _separator(self, dice: random.Random) -> str:
        return "\n\n" if dice.random() < 0.12 else " "

    def _subject(
        self, statement: Statement, dice: random.Random, quotes: tuple[str, str], *, known: bool, ambiguous: bool
    ) -> Subject:
        name = _name(statement)
        kind = _ATTRIBUTES[statement.attribute].entity
        full = self._varied(name, kind, dice, known=known)
        if kind in {"book", "film"}:
            full = full.join(quotes)
        if not known:
            return Subject(full, full, name.pronoun)
        short = full if kind != "person" else name.short
        chance = dice.random()
        if chance < (0.65 if self.hard else 0.5) and not ambiguous:
            return Subject(name.pronoun, short, name.pronoun)
        return Subject(short if chance < 0.8 else full, short, name.pronoun)

    def _varied(self, name: Name, kind: str, dice: random.Random, *, known: bool) -> str:
        chance = dice.random()
        if chance < self.spec.alias_rate:
            return alias(name, kind, chance / self.spec.alias_rate, known=known)
        if chance < self.spec.alias_rate + self.spec.misspelling_rate:
            middle = len(name.full) - 3
            return name.full[:middle] + name.full[middle + 1] + name.full[middle] + name.full[middle + 2 :]
        return name.full

    def _state(self, page: _Page, statement: Statement, subject: Subject, dice: random.Random, *, known: bool) -> None:
        attribute = _ATTRIBUTES[statement.attribute]
        stated: Answer | None = None
        if statement.answer >= 0:
            stated = answer(attribute.answer, statement.answer, self.people_from)
        said = self.language
        templates = (said.hard if self.hard else said.statements) if stated else said.unknown
        template = _template(templates[attribute.name], dice, known=known)
        if subject.is_pronoun and not takes_pronoun(template):
            subject = Subject(subject.name, subject.name, subject.pronoun)
        shown = self._with_remark(template, subject, dice)
        sentence, offset = fill(shown, subject, stated, attribute.name, dice), 0
        if not names_no_subject(template) and dice.random() < 0.12:
            opening = pick(dice, self.language.openings)
            sentence, offset = opened(opening, sentence, template, subject)
        # "Born: 3 May 1921." is a line of a profile, not a sentence among others.
        is_line = names_no_subject(template) and ":" in template
        start = page.add(sentence, self._separator(dice), own_line=is_line)
        value = stated.value if stated else None
        entity = _name(statement).full
        page.evidence.append(Evidence(attribute.name, entity, value, start + offset, start + len(sentence)))

    def _with_remark(self, template: str, subject: Subject, dice: random.Random) -> str:
        if (
            self.hard
            and template.startswith("{S} ")
            and not template.startswith("{S} (")
            and not subject.is_pronoun
            and dice.random() < 0.35
        ):
            return template.replace("{S} ", "{S}" + pick(dice, self.language.remarks) + " ", 1)
        return template


def _name(statement: Statement) -> Name:
    return entity_name(_ATTRIBUTES[statement.attribute].entity, statement.entity)


def _template(forms: Forms, dice: random.Random, *, known: bool) -> str:
    template = forms.draw(dice.random(), dice.random())
    while names_no_subject(template) and not known:
        template = forms.draw(dice.random(), dice.random())
    return template
