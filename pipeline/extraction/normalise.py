"""Display forms and keys of entities and values: equal keys are surely the same, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from pipeline.extraction.dates import iso_date
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.name_titles import strip_title
from pipeline.identity import text_hash

_TOKEN: Final = re.compile(r"\w+(?:[.&]\w+)*")
_SPACE: Final = re.compile(r"\s+")
_HONOUR: Final = re.compile(
    r"(?:,? (?:Jr|Sr|Esq|PhD|Ph\.D|DPhil|D\.Phil|MD|M\.D|QC|KC|MP|[MOCKDG]BE|[KG]?CMG|[KG]?CVO|[KG]CB|DSO|DSC|DFC|"
    r"OM|OC|FBA|FR(?:S|SE|SA|SL|CP|CS|GS|AS|IBA))\.?)+\Z"
)
_INITIALS: Final = re.compile(r"\b([A-Z])\.(?=[A-Z])")
_ROYAL: Final = re.compile(r"(?:King|Queen|Emperor|Empress|Pope|Saint|Prince|Princess|Sultan|Tsar) ")
_LEGAL: Final = frozenset(
    [
        "inc",
        "incorporated",
        "ltd",
        "limited",
        "llc",
        "llp",
        "plc",
        "corp",
        "corporation",
        "co",
        "company",
        "gmbh",
        "ag",
        "sa",
        "nv",
        "bv",
        "pty",
    ]
)
_LETTERS: Final = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "Ø": "o",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "Œ": "oe",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "Đ": "d",
        "ð": "d",
        "Ð": "d",
        "þ": "th",
        "Þ": "th",
        "ı": "i",
    }
)
_POSSESSIVE: Final = re.compile(r"['’]s?\Z")


def fold(text: str) -> str:
    """Return a text in lower case, without diacritics and punctuation; one space between words."""
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold().replace("'", "").replace("’", "")
    return " ".join(t.replace(".", "") for t in _TOKEN.findall(text.replace("_", " ")))


@lru_cache(maxsize=65536)
def entity_display(name: str) -> str:
    """Return the display form of a name: one space between words, no possessive, no quotes around it."""
    name = _SPACE.sub(" ", name).strip(' "“”*_,;:')
    return _POSSESSIVE.sub("", name) if name.endswith(("'s", "’s")) else name


@lru_cache(maxsize=65536)
def entity_key(name: str, kind: str) -> str:
    """Return the key of an entity: equal keys are the same entity.

    Parameters
    ----------
    name : str
        Display form.
    kind : str
        person, organization, place or work.
    """
    if kind == "person":
        return _person_key(name)
    key = fold(name.replace("&", " and ")).removeprefix("the ")
    if kind == "organization":
        words = key.split()
        while len(words) > 1 and words[-1] in _LEGAL:
            words.pop()
        key = " ".join(words)
    return key or fold(name) or name.strip().casefold()


def document_key(name: str, kind: str, text: str) -> str:
    """Return the key of an entity of a document: people of one name are told from their namesakes in other texts.

    Parameters
    ----------
    name : str
        Display form.
    kind : str
        person, organization, place or work.
    text : str
        The document's text.
    """
    key = entity_key(name, kind)
    return f"{key} @{text_digest(text)}" if kind == "person" and is_lone(name) else key


@lru_cache(maxsize=16)
def text_digest(text: str) -> str:
    """Return a hash of a text, eight hexadecimal digits: tells the Smith of one text from the Smith of another."""
    return f"{text_hash(text) & 0xFFFFFFFF:08x}"


def is_lone(name: str) -> bool:
    """Return whether a person's name is one word, titles apart: not enough to know the person by elsewhere."""
    bare = strip_title(name)[1] or name
    return " " not in bare and not _ROYAL.match(name)


def _person_key(name: str) -> str:
    bare = strip_title(name)[1] or name
    if " " not in bare:
        bare = name
    suffix = "jr" if re.search(r",? Jr\.?\Z", bare) else "sr" if re.search(r",? Sr\.?\Z", bare) else ""
    bare = _HONOUR.sub("", bare)
    if bare.count(", ") == 1 and not suffix:
        last, first = bare.split(", ")
        if first.split(" ")[0] in load_lexica().genders and " " not in last:
            bare = f"{first} {last}"
    # "J. K." and "J.K." are the same initials.
    key = fold(_INITIALS.sub(r"\1. ", bare))
    return f"{key} {suffix}".strip() or name.strip().casefold()


@lru_cache(maxsize=65536)
def value_forms(text: str, value_type: str) -> tuple[str, str] | None:  # noqa: PLR0911 - one return a kind reads as a list of cases
    """Return display form and key of a value; None where it is none of its type."""
    if value_type == "date":
        iso = iso_date(text)
        return (iso, iso) if iso else None
    display = entity_display(text)
    if not fold(display):
        return None
    if value_type == "nationality":
        country = _country(display)
        return (display, country) if country else None
    if value_type == "quantity":
        number = display.replace(",", "")
        return (number, number)
    if value_type == "place":
        return display, fold(display.removeprefix("the "))
    if value_type in ("person", "organization", "work"):
        return display, entity_key(display, value_type)
    display = display[4:] if display.startswith(("The ", "the ")) else display
    return display, fold(display)


def _country(demonym: str) -> str | None:
    demonyms = load_lexica().demonyms
    if demonym in demonyms:
        return fold(demonyms[demonym])
    if demonym in load_lexica().countries:
        return fold(demonym)
    parts = demonym.split("-" if "-" in demonym else " ")
    if len(parts) > 1 and all(p in demonyms for p in parts):
        return " ".join(sorted(fold(demonyms[p]) for p in parts))
    return None
