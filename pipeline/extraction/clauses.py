"""Finds the subject of a clause in an encoded sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pipeline.extraction.encoded import Encoded

_HEAD: Final = re.compile(
    rb"(?:\A[\"'( ]*|\A(?:in|on|since|by) (?:early |late |mid-)?[YD] |"
    rb"\A(?:in|on|at|after|as|by|born|educated|while|from|later|during|"
    rb"since|before|upon|following|raised|with|when|although|"
    rb"though|originally|for|until|once|originally) [^;]*, |[;:] |,? (?:and|but|while|"
    rb"when|after|although|where|before|because|as|that) |- )(?:the |[a-z]+ly |then |"
    rb"[a-z]+ )?\Z"
)
_OPENING: Final = re.compile(
    rb"(?:in|on|at|after|by|from|during|since|before|upon|following|for|until|between|throughout|around) [^;PXUOWI]* "
)
"""An opening phrase that names nobody, without a comma at its end: "From 1817 to 1833 he"."""
_BOUND: Final = re.compile(rb"\b(?:of|by|with|to|for|from|in|at|on|against|than|like|between|under) (?:the |a )?\Z")


_VERB: Final = re.compile(
    rb"(?: \([^()]*\))?(?:,? (?:[a-z]+ly|then|later|also|who|which|that|first|soon|once|now|never))* "
    rb"(?:is|was|are|were|has|had|have|[a-z]+(?:ed|s)|became|won|took|left|went|began|wrote|made|met|led|came|got|held|spent|grew|taught|ran|built|bought|sold|gave|found|lost)\b"
)
_JOINED: Final = re.compile(rb"[A-Za-z] (?:and|or) (?:the )?\Z")
"""A name after "and" may be the second of two: a subject only before a verb."""


SECOND_OF_TWO: Final = re.compile(
    rb"\b(?:son|daughter|child|grandson|granddaughter|brother|sister|wife|husband|widow|mother|father|nephew|niece|"
    rb"descendant) of (?:[a-z-]+ ){0,4}[PXU](?: \([^()]*\))?,? and (?:[a-z-]+ )?\Z"
)
"""In "the daughter of Jane Doe and Tom Doe was born", a verb of one person is not said of the second of two."""


def clause_subject(encoded: Encoded, before: int, letters: str = "PXUHIOW") -> int | None:
    """Return the index of the mention that is the subject of the verb at an offset; None where unsure.

    Parameters
    ----------
    encoded : Encoded
        The sentence.
    before : int
        Where the verb stands.
    letters : str
        Kinds of names that the verb's subject may be; others count only before a verb of their own.
    """
    candidate = None
    for k, at in enumerate(encoded.offsets):
        if at >= before:
            break
        letter = encoded.mentions[k].letter
        if letter not in "PXUHIOW" or encoded.code[at + 1 : at + 3] == b"'s":
            continue
        if letter not in letters and _VERB.match(encoded.code, at + 1) is None:
            continue
        head = encoded.code[:at]
        if letter in "XU" and _JOINED.search(head) and _VERB.match(encoded.code, at + 1) is None:
            continue
        if letter in "XU" and head.endswith(b" as ") and encoded.code[at + 1 : at + 5] == b" and":
            continue  # "served as Speaker and leader"
        if letter in "XU" and head.endswith(b" - ") and head[-4:-3].isupper():
            continue  # the second half of a name: "Beaux - Arts"
        if head.endswith(b" and ") and SECOND_OF_TWO.search(head):
            continue
        if (_HEAD.search(head) and not _BOUND.search(head)) or (letter == "H" and _OPENING.fullmatch(head)):
            candidate = k
    return candidate if candidate is None or encoded.mentions[candidate].letter in letters else None
