"""Spectra that users bring: a `.csv` with a header count,prompts or a `.json` file."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from pipeline.estimators.spectrum import Spectrum, whole_number
from pipeline.exceptions import InputError

FORMS = (
    "a .csv file with the header count,prompts, or a .json file: [[count, prompts], …], "
    '[{"count": …, "prompts": …}, …] or {"spectrum": …, "abstentions": …}'
)


def read_spectrum(path: str | Path) -> Spectrum:
    """Read a spectrum from a file.

    Parameters
    ----------
    path : str or Path
        `.csv` with the header count,prompts (other columns are ignored), or `.json` in one of three forms:
        pairs, objects with `count` and `prompts`, or an object with `spectrum` and maybe `abstentions`.

    Returns
    -------
    Spectrum

    Raises
    ------
    InputError
        If the file is missing, no such form, or holds negative, broken, doubled or no numbers; the message
        names the file and the entry.
    """
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read as text ({error})") from error
    try:
        if file.suffix.lower() == ".csv":
            return Spectrum.from_pairs(_csv_pairs(text))
        if file.suffix.lower() == ".json":
            return _from_json(text)
    except InputError as error:
        raise InputError(f"{file}: {error}") from error
    raise InputError(f"{file}: a spectrum is {FORMS}")


def _csv_pairs(text: str) -> list[tuple[object, object]]:
    reader = csv.DictReader(io.StringIO(text), skipinitialspace=True)
    names = [(name or "").strip() for name in reader.fieldnames or []]
    if not {"count", "prompts"} <= set(names):
        raise InputError(f"the header is {','.join(names) or 'empty'}; a spectrum has count,prompts")
    reader.fieldnames = names
    try:
        return [(row["count"], row["prompts"]) for row in reader]
    except csv.Error as error:
        raise InputError(f"line {reader.line_num}: no valid CSV ({error})") from error


def _from_json(text: str) -> Spectrum:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also integers of thousands of digits
        raise InputError(f"no valid JSON ({error})") from error
    abstentions = 0
    if isinstance(data, dict):
        if "spectrum" not in data:
            raise InputError(f"no key 'spectrum' among {', '.join(map(str, data)) or 'none'}")
        abstentions = whole_number(data.get("abstentions", 0), "abstentions")
        data = data["spectrum"]
    if not isinstance(data, list):
        raise InputError(f"a spectrum is {FORMS}")
    return Spectrum.from_pairs(
        [_pair(entry, place) for place, entry in enumerate(data, start=1)], abstentions=abstentions
    )


def _pair(entry: object, place: int) -> tuple[object, object]:
    if isinstance(entry, dict) and {"count", "prompts"} <= set(entry):
        return entry["count"], entry["prompts"]
    if isinstance(entry, list) and len(entry) == 2:
        return entry[0], entry[1]
    raise InputError(f"spectrum, entry {place}: {json.dumps(entry)[:60]} is no pair of count and prompts")
