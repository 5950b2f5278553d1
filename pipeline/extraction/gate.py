"""Finds the sentences that may state a fact: one pass of an automaton over the raw text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from pipeline.extraction.document import Document
from pipeline.extraction.lexica import load_lexica
from schemas.catalogue import Attribute, Catalogue

_LIFE_DATES: Final = re.compile(r"\([^()\n]{0,90}\d{3,4}")


_ABOUT_DATES: Final = frozenset(
    ("date_of_birth", "date_of_death", "place_of_birth", "place_of_death", "publication_date", "occupation")
)
"""Attributes that a name with dates in parentheses may state."""
_COUNTED: Final = re.compile(
    r"\d|\b(?:[Uu]n(?:known|recorded|certain|clear|documented)|[Nn]ot|[Nn]othing|[Ll]ittle|[Nn]o|lost|mystery|disputed)\b"
)
"""What a sentence that gives a date or number holds: a digit, or a word of ignorance."""

_PLAIN: Final = re.compile(r"[a-z][a-z ]*[a-z]")
_IGNORANCE: Final = ("not known", "unknown", "not recorded", "uncertain", "unclear", "is known about")


def _noun_triggers(attribute: Attribute) -> tuple[str, ...]:
    nouns = (re.sub(r"\(\?:[^()]*\)\??", "", n).strip() for n in attribute.nouns)
    return (*(n for n in nouns if _PLAIN.fullmatch(n)), *(_IGNORANCE if attribute.unknown else ()))


def _words(trigger: str) -> Iterable[str]:
    """Return what a trigger stands for: itself, small and capital and as in a title, or a whole word list."""
    if trigger == "{demonym}":
        return load_lexica().demonyms
    if trigger == "{country's}":
        return [f"{country}{mark}s" for mark in "'’" for country in load_lexica().countries]
    if trigger == "{the occupation}":
        before = ("the", "The", ", a", ", an")
        return [f"{the} {occupation}" for the in before for occupation in load_lexica().occupations]
    if trigger == "{occupation at}":
        after = ("at", "of the", "for", "with", "from")
        return [f"{occupation} {preposition}" for preposition in after for occupation in load_lexica().occupations]
    if trigger.startswith(AFTER_NAME):
        return [trigger.removeprefix(AFTER_NAME)]
    return (trigger, trigger[0].upper() + trigger[1:], trigger.title())


AFTER_NAME: Final = "{name}"
"""What a trigger begins with that counts only after a capitalised word: "Doe of Acme said", not "he said"."""

_LONGEST_WORD: Final = 40


def _follows_name(text: str, at: int) -> bool:
    before = text[max(0, at - _LONGEST_WORD) : at].split()
    return bool(before) and before[-1][0].isupper()


class Gate:
    """Trigger words of a catalogue as one Aho–Corasick automaton.

    Parameters
    ----------
    catalogue : Catalogue
    """

    def __init__(self, catalogue: Catalogue) -> None:
        attributes: dict[str, set[str]] = {}
        for attribute in catalogue.attributes.values():
            for trigger in (*attribute.triggers, *_noun_triggers(attribute)):
                for word in _words(trigger):
                    attributes.setdefault(word, set()).add(attribute.name)
        words = sorted(attributes)
        self._names = tuple(sorted(catalogue.attributes))
        bits = {name: 1 << k for k, name in enumerate(self._names)}
        self._attributes = [sum(bits[name] for name in attributes[word]) for word in words]
        """Of each trigger its attributes, as bits."""
        self._after_name = frozenset(k for k, word in enumerate(words) if word.startswith(" "))
        self._automaton = AhoCorasick(words, implementation=Implementation.DFA, matchkind=MatchKind.Standard)
        self._counted = sum(bits[a.name] for a in catalogue.attributes.values() if a.value_type in ("date", "quantity"))
        self._life = sum(bits[name] for name in _ABOUT_DATES & set(bits))

    def sentences(self, document: Document) -> dict[int, frozenset[str]]:
        """Return the attributes that each sentence may state, by the sentence's number, in order."""
        text = document.text
        length, named = len(text), self._after_name
        found: dict[int, int] = {}
        number, begin, end_of = -1, 0, 0
        for k, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if end < length and text[end].isalnum():
                continue
            if start and text[start - 1].isalnum() and text[start].isalnum():
                continue
            if k in named and not _follows_name(text, start):
                continue
            if not begin <= start < end_of:
                number = document.sentence_of(start)
                begin, end_of = document.sentences[number]
            found[number] = found.get(number, 0) | self._attributes[k]
        for m in _LIFE_DATES.finditer(text):
            number = document.sentence_of(m.start())
            found[number] = found.get(number, 0) | self._life
        opened = {}
        for number, attributes in sorted(found.items()):
            left = attributes
            if attributes & self._counted and not _COUNTED.search(text, *document.sentences[number]):
                left &= ~self._counted
            if left:
                opened[number] = _set_of(self._names, left)
        return opened


@lru_cache(maxsize=65536)
def _set_of(names: tuple[str, ...], bits: int) -> frozenset[str]:
    """Return attributes by name; there are few different sets of them."""
    return frozenset(name for k, name in enumerate(names) if bits >> k & 1)
