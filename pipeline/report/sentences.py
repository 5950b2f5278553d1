"""What a row of the report means, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

UNIT_PLURALS = {"mention": "statements", "document": "documents' statements", "cluster": "clusters' statements"}


def percent(value: float | None, digits: int = 1) -> str:
    """Return a fraction as a percentage, or a dash for null."""
    return "–" if value is None else f"{value * 100:.{digits}f} %"


def counted(number: int, noun: str) -> str:
    """Return "1 document" or "2 documents"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def one_line(text: str) -> str:
    """Return a text with its line breaks and control characters written out: names come from the corpus."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def headline(row: Mapping[str, Any]) -> str:
    """Say what one row of `domain_report` means.

    Parameters
    ----------
    row : mapping
        One row of `schemas.DOMAIN_REPORT`.

    Returns
    -------
    str
        Two sentences: the expected floor with its confidence, and the guaranteed one.
    """
    where = "this corpus" if row["domain"] == "*" else f"domain {one_line(row['domain'])}"
    what = "its facts" if row["attribute"] == "*" else row["attribute"]
    if row["singleton_rate"] is None:
        return (
            f"{where}, {what}: too few observations (n = {row['n']:,}) for a rate; the interval is "
            f"{percent(row['singleton_rate_low'])} to {percent(row['singleton_rate_high'])}."
        )
    text = (
        f"Of {row['n']:,} observations in {where} ({what}), {row['singletons']:,} answer a prompt that nothing else "
        f"answers ({percent(row['singleton_rate'])}): a calibrated model trained on this, asked such prompts without "
        f'the choice to say "I don\'t know", must be expected to answer at least {percent(row["floor"])} of them '
        f"falsely ({row['confidence'] * 100:.10g} % confidence)."
    )
    if row["vacuous"]:
        text += " The guaranteed (finite-sample) floor says nothing at this size or answer space."
    else:
        text += f" Guaranteed without approximations, under the theorem's model: {percent(row['floor_guaranteed'])}."
    if row["floor_corrected_low"] is not None:
        text += (
            " Extraction misses statements and makes false ones, which raises the rate: corrected for that, the floor "
            f"lies between {percent(row['floor_corrected_low'])} and {percent(row['floor_corrected_high'])}."
        )
    return text
