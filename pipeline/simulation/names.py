"""Names of entities, made from their number: no table of names, whatever the size of the world.

Two entities of a kind never share a family name or stem, so that a surname, a bare title or a name without its
legal form still means one entity.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.simulation import wordlists as words
from pipeline.simulation.randomness import Integers, mixed

_PARTS = (len(words.ENDINGS), len(words.MIDDLES), 5, len(words.ONSETS), 5)
STEMS = len(words.ENDINGS) * len(words.MIDDLES) * 5 * len(words.ONSETS) * 5
"""Number of family names before double-barrelled ones begin."""
# A multiplier without a common factor with STEMS scatters neighbouring numbers over all names.
_STEP = 381_347
_PLAIN_STEMS = STEMS // len(words.ENDINGS)


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what follows from it.

    Parameters
    ----------
    full : str
        Display form.
    short : str
        What a text may say on second mention: a surname, or the full name where there is none.
    pronoun : str
        he, she or it.
    """

    full: str
    short: str
    pronoun: str


def folded(text: str) -> str:
    """Fold a name to its key: no case, no diacritics, no leading article, words with single spaces between."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", plain)).removeprefix("the ")


def culture(numbers: Integers) -> Integers:
    """Row of endings (0 … CULTURES − 1) that a person's family name takes, for each person's number."""
    per_culture = len(words.ENDINGS) // words.CULTURES
    return (numbers % STEMS * _STEP) % STEMS % len(words.ENDINGS) // per_culture


def _family(number: int) -> str:
    rest = number % STEMS * _STEP % STEMS
    digits = []
    for base in _PARTS:
        rest, digit = divmod(rest, base)
        digits.append(digit)
    ending, middle, vowel_2, onset, vowel_1 = digits
    first = words.ONSETS[onset] + words.VOWELS[vowel_1] + words.MIDDLES[middle] + words.VOWELS[vowel_2]
    name = first + words.ENDINGS[ending]
    return name if number < STEMS else f"{name}-{_family(number // STEMS - 1)}"


def _stem(number: int) -> str:
    rest = number % _PLAIN_STEMS * 7_919 % _PLAIN_STEMS
    rest, middle = divmod(rest, len(words.MIDDLES))
    rest, vowel_2 = divmod(rest, 5)
    vowel_1, onset = divmod(rest, len(words.ONSETS))
    stem = words.ONSETS[onset] + words.VOWELS[vowel_1] + words.MIDDLES[middle] + words.VOWELS[vowel_2]
    return stem if number < _PLAIN_STEMS else f"{stem}-{_stem(number // _PLAIN_STEMS - 1)}"


def _person(number: int) -> Name:
    bits = int(mixed(number, 0x6E)[0])
    female = bits & 1
    given = words.WOMEN if female else words.MEN
    family = _family(number)
    return Name(f"{given[(bits >> 1) % len(given)]} {family}", family, "she" if female else "he")


def _organization(number: int) -> Name:
    kind = words.COMPANY_WORDS[number * 7 % len(words.COMPANY_WORDS)]
    name = f"{_family(number + STEMS // 2)} {kind}"
    return Name(name, name, "it")


def _with_ending(number: int, endings: tuple[str, ...]) -> Name:
    row, column = divmod(number, _PLAIN_STEMS)
    stem = _stem(column + _PLAIN_STEMS * (row // len(endings)))
    name = stem + endings[(row + column) % len(endings)]
    return Name(name, name, "it")


def _place(number: int) -> Name:
    return _with_ending(number, words.COUNTRY_ENDINGS)


def _town(number: int) -> Name:
    return _with_ending(number, words.TOWN_ENDINGS)


def _work(number: int) -> Name:
    plain = len(words.ADJECTIVES) * len(words.NOUNS)
    adjective = words.ADJECTIVES[number % len(words.ADJECTIVES)]
    noun = words.NOUNS[number // len(words.ADJECTIVES) % len(words.NOUNS)]
    place = "" if number < plain else f" of {_place(number // plain - 1).full}"
    name = f"The {adjective} {noun}{place}"
    return Name(name, name, "it")


_MAKERS: dict[str, Callable[[int], Name]] = {
    "person": _person,
    "organization": _organization,
    "place": _place,
    "town": _town,
    # Books and films may not share titles: films take the odd numbers.
    "book": lambda number: _work(2 * number),
    "film": lambda number: _work(2 * number + 1),
}


@lru_cache(maxsize=100_000)
def entity_name(kind: str, number: int) -> Name:
    """Name the entity of a kind (person, organization, place, town, book, film) with a number."""
    return _MAKERS[kind](number)
