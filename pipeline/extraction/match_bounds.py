"""Whether a match ends where it may, and whether its sentence stands behind it."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.clause_checks import DOUBT, doubtful
from pipeline.extraction.clauses import SECOND_OF_TWO
from pipeline.extraction.encoded import Encoded
from pipeline.extraction.rules import Match, Rule


def cut_off(rule: Rule, encoded: Encoded, m: Match) -> bool:
    """Return whether a match ends at a name that is only the possessor, or the place, of something else."""
    after = encoded.code[m.end() : m.end() + 2]
    if after[:1] == b"-" and after[1:].islower():
        return m.end() == m.span("v")[1]
    if after != b"'s":
        return False
    if m.end() == m.span("s")[1]:
        # "Danish painter Anna Berg's" says what she is; "the company of Anna Berg's" does not say what is hers.
        return rule.sides[1] not in ("nationality", "text")
    if m.end() != m.span("v")[1] or not (rule.sides[1] == "person" or rule.pattern.turned):
        return False
    # "a novel by Anna Berg, her first": what ends the list is no part of it.
    lists = rule.sides == ("work", "person") and _LISTED.search(m.group("v")) is not None
    return not lists


_LISTED: Final = re.compile(rb"[A-Z](?: \([^()]*\))?(?:, (?:and )?| and | & )[A-Z]\Z")
_VERB_NEXT: Final = re.compile(rb" (?:is|was|has|had|died|[a-z]+ed|married|moved|grew|won|lives|left|became) ")
_GOVERNOR: Final = re.compile(rb"\b(?:of|by|with|in|at|near|from|to|than) (?:the )?\Z")


def governed(encoded: Encoded, m: Match) -> bool:
    """Return whether the subject hangs on a preposition, "the wife of P died", or is an office: "as U and leader"."""
    at = m.start("s")
    if at < 0 or at != m.start() or encoded.code[at : at + 1] not in b"PXU":
        return False
    if encoded.code[at : at + 1] != b"P" and _HALF_NAMED.search(encoded.code, 0, at):
        return True
    if _SINGULAR_NEXT.match(encoded.code, at + 1) and SECOND_OF_TWO.search(encoded.code, 0, at):
        return True
    if _GOVERNOR.search(encoded.code[max(0, at - 12) : at]) is None:
        return False
    aside = encoded.code[at : at + 1] != b"P" and _PLACE_AHEAD.match(encoded.code, at + 1)
    return bool(aside or _VERB_NEXT.match(encoded.code, at + 1))


_HALF_NAMED: Final = re.compile(
    rb" as \Z|, (?:the )?(?:comte|comtesse|duc|duchesse|marquise?|vicomte|baron|baronne|graf|conde|seigneur|sieur|lord|"
    rb"lady|count|countess|duke|earl|viscount) (?:de|du|von|di|of) (?:la )?\Z"
)
"""What stands before an office, "as Speaker", and before a title's place, "Jane Doe, comtesse de Roe (1678-1733)"."""
_PLACE_AHEAD: Final = re.compile(rb", [LXU](?: [a-z]+)?, (?:is|was|has|had|died) ")
"""What follows a town: "a merchant of Roe, Moor county, was born"."""
_SINGULAR_NEXT: Final = re.compile(rb" (?:is|was|has) ")


def in_doubt(rule: Rule, encoded: Encoded, m: Match) -> bool:
    """Return whether the clause doubts what the match says; what a noun phrase presupposes, only its own words can."""
    if b"respectively" in encoded.code and not rule.pattern.presupposed and _OF_TWO.search(encoded.code, 0, m.end()):
        return True  # which of two values is said of whom, no pattern tells
    sure = _SURE.get(rule.attribute.name, ())
    if rule.pattern.presupposed:
        said = encoded.code[max(0, m.start() - 24) : m.start()]
        return _INVENTED.search(said) is not None or any(d.group() not in sure for d in DOUBT.finditer(m.group()))
    return doubtful(encoded, m.start(), m.end(), sure=sure)


_OF_TWO: Final = re.compile(
    rb"[PXUOLW],? (?:and|&) (?:the )?[PXUOLW],? (?:(?:was|were|are|is|had|have|has|[a-z]+ed|won|died) )"
)
_SURE: Final = {"political_affiliation": (b"candidate", b"nominated", b"finalist")}
_INVENTED: Final = re.compile(
    rb"\b(?:fictional|fictitious|imaginary|would-be|so-called|self-styled|alleged|fake) (?:[a-z]+ )?\Z"
)
"""What stands right before a noun phrase that presupposes nothing: "the fictional NASA astronaut Jane Doe"."""
