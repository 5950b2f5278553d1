"""Names the values of a match as the document gives them in full: persons, bodies, and years."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.clause_checks import short_year
from pipeline.extraction.dates import iso_date
from pipeline.extraction.document import Document
from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.full_names import expand_acronym, full_name, lone_name
from pipeline.extraction.kin import KIN, kin_name
from pipeline.extraction.name_titles import strip_title
from pipeline.extraction.rules import Rule
from pipeline.extraction.short_names import full_organisation


def value_text(rule: Rule, document: Document, encoded: Encoded, mention: Mention, *, lone: bool) -> str | None:
    """Return the name of a value as the document gives it in full; None where it cannot be told.

    Parameters
    ----------
    rule : Rule
    document : Document
    encoded : Encoded
        The reading that the rule matches.
    mention : Mention
        One value of the match.
    lone : bool
        Whether a person's name of one word will do, of which the text knows nothing else.
    """
    value_type = rule.sides[1]
    text: str | None = mention.text
    if value_type == "person":
        text = _person_value(document, mention, lone=lone)
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
