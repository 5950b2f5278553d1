"""The table `sketches`: rows to sketches and back, and the exact merge of any number of such tables."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from pipeline.counting.sketches.distinct import merged_registers, registers_from_bytes, registers_to_bytes
from pipeline.counting.sketches.frequency import PromptFrequencies
from pipeline.counting.sketches.sample import PromptSample
from pipeline.exceptions import InputError
from schemas import SKETCHES

Row = dict[str, Any]
Key = tuple[str, str, str, str]

RUN = "*"
"""Name in the column `shard` of sketches of a whole run."""


def sample_row(unit: str, domain: str, attribute: str, sample: PromptSample) -> Row:
    """Return the row of a singleton sketch.

    Parameters
    ----------
    unit, domain, attribute : str
        What it summarises.
    sample : PromptSample
        Its prompts, all with the same code; two columns of counts: answering and abstaining observations.

    Returns
    -------
    dict
        A row of `schemas.SKETCHES` but for n and abstentions. The payload is deflated: ids, then answering, then
        abstaining counts, each as little-endian int64.
    """
    parts = (sample.ids, sample.counts[:, 0], sample.counts[:, 1])
    payload = zlib.compress(b"".join(np.ascontiguousarray(p, dtype="<i8").tobytes() for p in parts), 6)
    parameters = json.dumps({"size": sample.size, "bound": sample.bound, "version": 1})
    return {
        "shard": RUN,
        "unit": unit,
        "domain": domain,
        "attribute": attribute,
        "kind": "singleton",
        "parameters": parameters,
        "n": 0,
        "abstentions": 0,
        "payload": payload,
    }


def sample_of(row: Row, code: int = 0) -> PromptSample:
    """Return the singleton sketch of a row; its prompts get the given code. Inverse of `sample_row`."""
    parameters = json.loads(row["parameters"])
    if parameters["version"] != 1:
        raise InputError(
            f"a sketch of version {parameters['version']} is from another version of monofact: make it again"
        )
    numbers = np.frombuffer(zlib.decompress(row["payload"]), dtype="<i8").astype(np.int64).reshape(3, -1)
    codes = np.full(numbers.shape[1], code, dtype=np.int64)
    return PromptSample(parameters["size"], numbers[0], codes, numbers[1:].T.copy(), parameters["bound"])


def merge_sketches(tables: Iterable[Any]) -> Any:
    """Merge tables of sketches of different shards or runs into one table of a whole run.

    The result is the same for any order and any grouping of the parts, and the same as one pass over all of them.
    Sketches of the unit cluster are left out: a cluster may reach into several runs, and no sketch can tell.

    Parameters
    ----------
    tables : iterable of pyarrow.Table or pyarrow.RecordBatch
        Rows of `schemas.SKETCHES`.

    Returns
    -------
    pyarrow.Table
        Rows of `schemas.SKETCHES` with shard `*`, sorted by its key.

    Raises
    ------
    InputError
        If sketches were made with different parameters.
    """
    groups = _Groups()
    for table in tables:
        for row in table.to_pylist():
            if row["unit"] != "cluster":
                groups.add(row)
    rows = [{**row, "shard": RUN} for row in groups.rows()]
    rows.sort(key=lambda r: tuple(r[name] for name in SKETCHES.sort_by))
    return pa.Table.from_pylist(rows, schema=SKETCHES.arrow_schema)


class _Groups:
    """The merged state, one row a group, payloads as they are stored so that memory stays that of the result."""

    def __init__(self) -> None:
        self._merged: dict[Key, Row] = {}
        self._samples: dict[str, list[Row]] = defaultdict(list)

    def add(self, row: Row) -> None:
        if row["kind"] == "singleton":
            self._samples[row["attribute"]].append(row)
            return
        key = (row["unit"], row["domain"], row["attribute"], row["kind"])
        known = self._merged.get(key)
        if known is None:
            self._merged[key] = row
            return
        if known["parameters"] != row["parameters"]:
            raise InputError(
                f"sketches of {key} do not merge: one has {known['parameters']}, another {row['parameters']}"
            )
        self._merged[key] = known | {
            "n": known["n"] + row["n"],
            "abstentions": known["abstentions"] + row["abstentions"],
            "payload": _joined(row["kind"], known["payload"], row["payload"]),
        }

    def rows(self) -> Iterator[Row]:
        yield from self._merged.values()
        for attribute in sorted(self._samples):
            yield from _merged_samples(attribute, self._samples[attribute])


def _joined(kind: str, one: bytes, other: bytes) -> bytes:
    if kind.startswith("hll_"):
        return registers_to_bytes(merged_registers(registers_from_bytes(one), registers_from_bytes(other)))
    if kind == "count_min":
        frequencies = PromptFrequencies.from_bytes(one)
        frequencies.merge(PromptFrequencies.from_bytes(other))
        return frequencies.to_bytes()
    return b""


def attribute_sample(rows: list[Row], groups: list[tuple[str, str]]) -> PromptSample:
    """Join the rows of one attribute, of any shards, into one sample; codes number `groups` (unit, domain).

    Every row is complete below its own bound, so that together they are complete below the least of them.

    Raises
    ------
    InputError
        If the rows were made with different sizes.
    """
    place = {group: i for i, group in enumerate(groups)}
    parts = [sample_of(row, place[row["unit"], row["domain"]]) for row in rows]
    sizes = {p.size for p in parts}
    if len(sizes) > 1:
        raise InputError(f"sketches of sizes {sorted(sizes)} do not merge: analyse with one --sketch-size")
    bounds = [p.bound for p in parts if p.bound is not None]
    return PromptSample.of(
        sizes.pop(),
        np.concatenate([p.ids for p in parts]),
        np.concatenate([p.codes for p in parts]),
        np.concatenate([p.counts for p in parts]),
        min(bounds, default=None),
    )


def _merged_samples(attribute: str, rows: list[Row]) -> Iterator[Row]:
    groups = sorted({(row["unit"], row["domain"]) for row in rows})
    sample = attribute_sample(rows, groups)
    totals: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        totals[row["unit"], row["domain"]][0] += row["n"]
        totals[row["unit"], row["domain"]][1] += row["abstentions"]
    for code, (unit, domain) in enumerate(groups):
        mine = sample.codes == code
        part = PromptSample(sample.size, sample.ids[mine], sample.codes[mine], sample.counts[mine], sample.bound)
        n, abstentions = totals[unit, domain]
        yield sample_row(unit, domain, attribute, part) | {"n": n, "abstentions": abstentions}
