"""How often training shows each document: sources that it repeats have no singletons of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from pipeline.engines.protocol import SqlSession
from pipeline.exceptions import InputError
from schemas.epochs import EPOCHS
from schemas.sampled_facts import SAMPLED_FACTS

_MOST = 1000


def read_epochs(path: Path) -> dict[str, int]:
    """Read a file of epochs: a JSON object, or lines ``domain,epochs`` with or without a header.

    Parameters
    ----------
    path : Path
        The file of `--weights`.

    Returns
    -------
    dict of str to int
        Epochs of each domain that is named; others are shown once.

    Raises
    ------
    InputError
        If the file is not there, or a number is not a whole one from 1 to 1000.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"--weights {path}: cannot be read: {error}") from error
    pairs = _from_json(path, text) if text.lstrip().startswith("{") else _from_lines(text)
    epochs: dict[str, int] = {}
    for domain, value in pairs:
        if domain in epochs:
            raise InputError(f"--weights {path}: {domain!r} stands twice")
        epochs[domain] = _whole(path, domain, value)
    return epochs


def _from_json(path: Path, text: str) -> list[tuple[str, str]]:
    try:
        content = json.loads(text)
    except ValueError as error:
        raise InputError(f"--weights {path}: not valid JSON: {error}") from error
    return [(str(k), str(v)) for k, v in content.items()]


def _from_lines(text: str) -> list[tuple[str, str]]:
    lines = [line for line in text.splitlines() if line.strip()]
    pairs = [(d.strip(), v.strip()) for d, _, v in (line.rpartition(",") for line in lines)]
    return pairs[1:] if pairs and pairs[0][1] in ("epochs", "weight") else pairs


def _whole(path: Path, domain: str, value: str) -> int:
    try:
        epochs = float(value)
    except ValueError:
        epochs = float("nan")
    if not (1 <= epochs <= _MOST and epochs.is_integer()):
        raise InputError(
            f"--weights {path}: {domain!r} has {value!r}: epochs are whole numbers from 1 to {_MOST}. "
            "Leave out of the corpus what training never shows, and round parts of an epoch."
        )
    return int(epochs)


def write_epochs(session: SqlSession, epochs: Mapping[str, int]) -> None:
    """Write the table `epochs`: one row per domain and repetition, for the domains that are repeated."""
    rows = [(d, i) for d in sorted(epochs) for i in range(1, epochs[d] + 1)]
    arrays = [pa.array([d for d, _ in rows], pa.string()), pa.array([i for _, i in rows], pa.int64())]
    session.write_rows(EPOCHS, pa.Table.from_arrays(arrays, schema=EPOCHS.arrow_schema))


def exposed_query(relation: str) -> str:
    """Return a SELECT of the facts as training shows them, with the columns that are counted: a document once an epoch.

    The first showing keeps the document's id, so that near-duplicate clusters, which collapse repetitions, count it
    once; further ones get ids of their own.
    """
    columns = ", ".join(f"f.{name}" for name in SAMPLED_FACTS.column_names if name != "doc_id")
    return (
        "SELECT CASE WHEN COALESCE(e.epoch, 1) = 1 THEN f.doc_id "
        "ELSE CONCAT(f.doc_id, CHR(31), 'epoch', CHR(31), CAST(e.epoch AS STRING)) END AS doc_id, "
        f"{columns} FROM {relation} AS f LEFT JOIN epochs AS e ON f.domain = e.domain"
    )
