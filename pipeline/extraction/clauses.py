"""Finds the subject of a clause in an encoded sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pipeline.extraction.encoded import Encoded

_HEAD: Final = re.compile(
    rb"(?:\A[\"'( ]*|\A(?:in|on|at|after|as|by|born|educated|while|from|later|during|"
    rb"since|before|upon|following|raised|with|when|although|"
    rb"though|originally|for|until|once|originally) [^;]*, |[;:] |,? (?:and|but|while|"
    rb"when|after|although|where|before|because|as|that) |- )(?:the |[a-z]+ly |then |"
    rb"[a-z]+ )?\Z"
)
_BOUND: Final = re.compile(rb"\b(?:of|by|with|to|for|from|in|at|on|against|than|like|between|under) (?:the |a )?\Z")


def clause_subject(encoded: Encoded, before: int) -> int | None:
    """Return the index of the mention that is the subject of the verb at an offset; None where unsure."""
    candidate = None
    for k, at in enumerate(encoded.offsets):
        if at >= before:
            break
        if encoded.mentions[k].letter not in "PXUHIOW" or encoded.code[at + 1 : at + 3] == b"'s":
            continue
        head = encoded.code[:at]
        if _HEAD.search(head) and not _BOUND.search(head):
            candidate = k
    return candidate
