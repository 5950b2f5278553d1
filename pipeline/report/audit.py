"""The user's audit of extracted facts, from a CSV file."""

from __future__ import annotations

import csv
import io
from dataclasses import fields

from pipeline.estimators.noise import AuditRow, NoiseModel
from pipeline.exceptions import InputError

_COUNTS = tuple(f.name for f in fields(AuditRow) if f.name != "attribute")


def read_audit(text: str, confidence: float) -> dict[str, NoiseModel]:
    """Read an audit: what a person found when checking extracted facts and texts.

    Parameters
    ----------
    text : str
        CSV with a header; a column ``attribute`` ('*' for all that are not named) and whole numbers in any of the
        other columns of `AuditRow`. A column that is missing was not looked at.
    confidence : float
        Confidence of the shares' intervals.

    Returns
    -------
    dict of str to NoiseModel
        By attribute.

    Raises
    ------
    InputError
        With the line, where a row is not valid.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    columns = reader.fieldnames or []
    if "attribute" not in columns:
        raise InputError(f"the audit has no column 'attribute'; an audit has: attribute, {', '.join(_COUNTS)}")
    if unknown := set(columns) - {"attribute", *_COUNTS}:
        raise InputError(f"the audit has unknown columns {sorted(unknown)}; known: attribute, {', '.join(_COUNTS)}")
    models: dict[str, NoiseModel] = {}
    for row in reader:
        line = reader.line_num
        attribute = (row["attribute"] or "").strip()
        if attribute in models:
            raise InputError(f"audit, line {line}: attribute {attribute!r} stands twice")
        models[attribute] = _row(line, attribute, row).model(confidence)
    return models


def _row(line: int, attribute: str, row: dict[str, str]) -> AuditRow:
    counts = {}
    for name in _COUNTS:
        text = (row.get(name) or "0").strip()
        if not text.isdecimal():
            raise InputError(f"audit, line {line}: {name} must be a whole number, not {text!r}")
        counts[name] = int(text)
    for part, whole in (
        ("singletons_right", "singletons_checked"),
        ("singletons_aliased", "singletons_right"),
        ("others_right", "others_checked"),
        ("statements_found", "statements_in_text"),
    ):
        if counts[part] > counts[whole]:
            raise InputError(f"audit, line {line}: {part} ({counts[part]}) is more than {whole} ({counts[whole]})")
    return AuditRow(attribute, **counts)
