"""Conditions on matches about somebody's time somewhere: study or work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.extraction.clause_checks import first_mention
from pipeline.extraction.encoded import Encoded
from pipeline.extraction.vocabulary import SCHOOL

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match


def not_school_days(encoded: Encoded, m: Match) -> bool:
    """Nobody is said to have studied there."""
    return _STUDIES.search(encoded.code, 0, m.end()) is None


_STUDIES: Final = re.compile(
    rb"\b(?:stud(?:y|ied|ies|ying)|graduat\w+|attend\w*|educated|enrol\w+|degree|student|ph\.?d|b\.a|m\.a)\b"
)


def works_there(encoded: Encoded, m: Match) -> bool:
    """The match says of somebody's time at an organisation that it was work, or the organisation is no school."""
    said = m.group()[: m.span("v")[0] - m.start()]
    return _WORK.search(said) is not None or (
        _TIME_AT.search(said) is not None and not SCHOOL.search(first_mention(encoded, m, "v").text)
    )


_WORK: Final = re.compile(rb"\b(?:work|serv|teach|lectur|employ|hired|joining|leaving|retir|tenure|stint|career)")
_TIME_AT: Final = re.compile(rb"\b(?:while|time|years|days|period)(?: [a-z]+)* (?:at|with)\b")
