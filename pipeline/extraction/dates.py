"""Dates of all common English forms, as ISO 8601, as precise as the text."""

from __future__ import annotations

import re
from typing import Final

_MONTHS: Final = {
    m: i
    for i, m in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        1,
    )
}
MONTH: Final = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
DATE: Final = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH},? \d{{3,4}}(?! ?BC)\b"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{3,4}}\b"
    rf"|{MONTH},?(?: of)? \d{{4}}\b"
    r"|(?:1\d|20)\d\d-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])\b"
    r"|(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/(?:1[5-9]|20)\d\d\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}(?! \d)\b|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!,? \d)\b)"
)
YEAR: Final = (
    r"(?:(?:AD )?\b(?:1\d{3}|20\d\d)\b(?![,.]\d|%| (?:people|men|women|metres|meters|"
    r"m\b|km|feet|miles))|\b\d{1,4} (?:BCE|BC|B\.C\.|AD|CE)(?!\w))"
)
_YEAR: Final = re.compile(r"\d{3,4}\b")
_WORD: Final = re.compile(r"[A-Za-z]{3,}")
_DAY: Final = re.compile(r"\b\d{1,2}(?=\b|st|nd|rd|th)")
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\Z")
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d\Z")
_BC: Final = re.compile(r"B\.?C")
_NUMBER: Final = re.compile(r"\d+")


def iso_date(text: str) -> str | None:
    """Return a date in ISO 8601 (1867, 1867-11, 1867-11-07), as precise as the text.

    Parameters
    ----------
    text : str
        A date as matched by `DATE` or `YEAR`.

    Returns
    -------
    str or None
        None where no year is stated or the parts make no date. Years before Christ are negative and
        astronomical: 384 BC is -0383.
    """
    text = text.strip()
    if _ISO.match(text):
        return text
    if slashed := _SLASHED.match(text):
        month, day, year = (int(g) for g in slashed.groups())
        return _join(year, month, day) if month <= 12 else None
    if _BC.search(text):
        number = _NUMBER.search(text)
        return f"-{int(number.group()) - 1:04d}" if number else None
    months = [
        i
        for w in _WORD.findall(text)
        for m, i in _MONTHS.items()
        if m.startswith(w.lower()[:3]) and m.startswith(w.lower().rstrip(".")[:4] if w.lower() != "sept" else "sept")
    ]
    years = _YEAR.findall(text)
    if not years:
        return f"{int(text.split()[0]):04d}" if re.match(r"\d{1,4} (?:AD|CE)", text) else None
    days = _DAY.findall(text)
    return _join(int(years[-1]), months[0] if months else None, int(days[0]) if days and months else None)


def _join(year: int, month: int | None, day: int | None) -> str | None:
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}"
    longest = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    if not 1 <= day <= longest or (month == 2 and day == 29 and not _leap(year)):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _leap(year: int) -> bool:
    # Both calendars' leap days are accepted: texts date old events in the Julian calendar.
    return year % 4 == 0
