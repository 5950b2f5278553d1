"""Whose "the couple", "the family" and "they" are: the document's subject and a spouse, or somebody else."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.definite import is_lead, is_subject_like
from pipeline.extraction.document import Document
from pipeline.extraction.encoded import Encoded

_COUPLE: Final = re.compile(
    rb"\W{0,2}(?:[^,]{1,30}, )?(?:(?:today|together|now|currently),? )?(?:the couple|the family|the pair|they|their)\b"
)
_WED: Final = re.compile(
    rb"\b(?:married|marries|marriage|wed|weds|wife|husband|wedding|spouse|engaged|divorced|partner|children|sons?|"
    rb"daughters?|couple|family)\b"
)


def opens_with_couple(encoded: Encoded) -> bool:
    """Return whether a sentence opens with "the couple", "the family", "they" or "their"."""
    return _COUPLE.match(encoded.code) is not None


def is_couple_of_lead(document: Document, number: int) -> bool:
    """Return whether a couple is the person whom the document is about, with a spouse.

    The sentence before speaks of this person first, and of a marriage or a family; or it speaks of the couple itself.

    Parameters
    ----------
    document : Document
    number : int
        Number of the sentence that opens with the couple.
    """
    lead = document.lead
    while lead is not None and lead.kind == "person" and number > 0:
        number -= 1
        before = document.encoded(number)
        if opens_with_couple(before):
            continue
        people = [k for k, m in enumerate(before.mentions) if m.letter in "HPXU"]
        first = next((k for k in people if is_subject_like(before, k)), None)
        if first is None or first != people[0] or _WED.search(before.code) is None:
            return False
        mention = before.mentions[first]
        return mention.letter == "H" or is_lead(lead, mention.text)
    return False
