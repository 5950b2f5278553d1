"""Fill a template: subject, pronouns, possessives, value, articles and capitals."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from pipeline.simulation.answers import Answer

_SLOT = re.compile(r"\{([SOPVBKCGA])\}")
_OBJECTS = {"he": "him", "she": "her", "it": "it"}
_POSSESSIVES = {"he": "his", "she": "her", "it": "its"}
_KIN = {
    "spouse": {"he": "husband", "she": "wife"},
    "parent": {"he": "father", "she": "mother"},
}
_BY_SUBJECT = {"C": {"he": "son", "she": "daughter"}, "G": {"he": "man", "she": "woman"}}
T = TypeVar("T")


def pick(dice: random.Random, items: Sequence[T]) -> T:
    """Pick one item; only `random()` is used, whose sequence Python keeps."""
    return items[int(dice.random() * len(items))]


@dataclass(frozen=True, slots=True)
class Subject:
    """How a sentence refers to its subject.

    Parameters
    ----------
    reference : str
        Name or pronoun.
    name : str
        What stands where a pronoun would be wrong.
    pronoun : str
        he, she or it.
    """

    reference: str
    name: str
    pronoun: str

    @property
    def is_pronoun(self) -> bool:
        """Whether the reference is a pronoun."""
        return self.reference == self.pronoun

    @property
    def possessive(self) -> str:
        """The reference's possessive."""
        return _POSSESSIVES[self.pronoun] if self.is_pronoun else f"{self.reference}'s"


def names_no_subject(template: str) -> bool:
    """Whether a template, such as `Born: {V}.`, leaves its subject to the document."""
    return not re.search(r"\{[SOP]\}", template)


def takes_pronoun(template: str) -> bool:
    """Whether a pronoun can stand for the subject in a template."""
    leads = template.startswith(("{S} ", "{P} ")) or ", {S} " in template
    alone = template.startswith(("{S} (", "{S} by ", "{S} of {V}"))
    return leads and not alone and "{O}" not in template


def fill(template: str, subject: Subject, answer: Answer | None, attribute: str, dice: random.Random) -> str:
    """Return the sentence that a template makes with a subject and an answer."""
    surface = pick(dice, answer.surfaces) if answer else ""
    named = False

    def slot(match: re.Match[str]) -> str:
        nonlocal named
        kind = match.group(1)
        if kind in "SOP":
            text = _reference(kind, subject, again=named)
            named = True
            return text
        if kind == "K" and answer:
            return _KIN[attribute][answer.pronoun]
        if kind in _BY_SUBJECT:
            return _BY_SUBJECT[kind][subject.pronoun]
        article = "an" if surface[:1].lower() in "aeiou" else "a"
        return {"A": article, "B": surface.removeprefix("the ")}.get(kind, surface)

    sentence = _SLOT.sub(slot, template)
    return sentence[:1].upper() + sentence[1:] if template.startswith("{") else sentence


def _reference(kind: str, subject: Subject, *, again: bool) -> str:
    if again:
        return {"S": subject.pronoun, "O": _OBJECTS[subject.pronoun], "P": _POSSESSIVES[subject.pronoun]}[kind]
    if kind == "P":
        return subject.possessive
    return subject.name if kind == "O" else subject.reference


def opened(opening: str, sentence: str, template: str, subject: Subject) -> tuple[str, int]:
    """Put an opening before a sentence.

    Returns
    -------
    tuple of (str, int)
        The text, and where the sentence that states the fact begins in it: after the opening, where that is a
        sentence of its own.
    """
    if opening.rstrip()[-1:] in "?!.":
        return opening + sentence, len(opening)
    begins_with_name = template.startswith(("{V}", "{S}", "{O}", "{P}")) and not (
        subject.is_pronoun and not template.startswith("{V}")
    )
    joined = sentence if begins_with_name else sentence[:1].lower() + sentence[1:]
    return opening + joined, 0
